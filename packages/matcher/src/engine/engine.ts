import type { SeekerFacts, VacancyFacts } from '../records/facts.ts'
import type { Profile } from '../model/profile.ts'
import type { VacancyPlan } from '../model/plan.ts'

/** The facts of one side, kept by an engine. */
export interface FactStore<Facts> {
  readonly size: number
  has (id: string): boolean
  facts (id: string): Facts | undefined
  /** Takes them one by one, `count` at most, and all or nothing: when the iteration throws, nothing has changed. Ids are distinct. */
  put (facts: Iterable<Facts>, count: number): void
  delete (id: string): boolean
  clear (): void
  ids (): IterableIterator<string>
  /** Every record, in the order of `ids`. */
  all (): IterableIterator<Facts>
}

/** One place in a ranking, as integers. */
export interface Ranked {
  id: string
  score: number
  potential: number
  fit: number
  appeal: number
  unitWeights: readonly number[]
}

/**
 * Something that keeps two populations and ranks them. There are two: the index, which is fast, and brute force, which is obviously
 * right; they return the same.
 */
export interface Engine {
  readonly seekers: FactStore<SeekerFacts>
  readonly vacancies: FactStore<VacancyFacts>
  /** The best `limit` eligible seekers of a vacancy, in the order of byStanding. `asOf` is a day number or NO_DAY. */
  rankSeekers (plan: VacancyPlan, asOf: number, limit: number): Ranked[]
  /** The best `limit` eligible vacancies of a seeker, in the order of byStanding. */
  rankVacancies (seeker: SeekerFacts, profile: Profile, asOf: number, limit: number): Ranked[]
}
