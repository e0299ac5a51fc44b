/**
 * A market under capacity: who may be placed where, what each pair is worth, and what either side thinks of it. Seekers and vacancies go by
 * their number in `seekers` and `vacancies`; pairs are compressed by seeker, so memory is linear in the eligible pairs. A pair that is not
 * listed may not be placed.
 */
export interface Market {
  /** Ids, each once. */
  readonly seekers: readonly string[]
  readonly vacancies: readonly string[]
  /** Seats of each vacancy, whole numbers >= 0. */
  readonly seats: Uint32Array
  /** First pair of each seeker, and the end: `seekers.length + 1` numbers. */
  readonly start: Uint32Array
  /** The vacancy of each pair, ascending within a seeker, each at most once. */
  readonly vacancy: Uint32Array
  /** What a pair is worth, a whole number: a ledger's score, or a negative cost. Null when only preferences were given. */
  readonly score: Int32Array | null
  /**
   * How the seeker of a pair ranks its vacancy among the seeker's pairs, and the vacancy its seeker among the vacancy's pairs: lower is
   * better, equal means indifferent, gaps mean nothing. Null for a side without preferences, and when only costs were given.
   */
  readonly seekerRank: Uint32Array | null
  readonly vacancyRank: Uint32Array | null
}

/** In `vacancyOf`: placed nowhere. */
export const NOWHERE = -1

/** Who was placed where, by the numbers of the market. */
export interface Placement {
  /** The vacancy of each seeker, or NOWHERE. */
  readonly vacancyOf: Int32Array
}

/** Told as work goes on: steps done and steps in all, as far as known. Throwing from it, or aborting the signal in it, stops the work. */
export type OnProgress = (done: number, total: number) => void

/** What long runs take. Work is synchronous; in a thread of its own (`@padan/matcher/threads`) it can be stopped from outside. */
export interface RunOptions {
  onProgress?: OnProgress
  /** An AbortSignal: asked now and then; once it is aborted, its reason is thrown. */
  signal?: { throwIfAborted: () => void }
}
