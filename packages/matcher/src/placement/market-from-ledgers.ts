import type { Matcher, PairOptions, RankedPair } from '../api.ts'
import { checkNames } from '../engine/options.ts'
import { NotFoundError } from '../records/problem.ts'
import { compressPairs } from './compress-pairs.ts'
import type { Market, RunOptions } from './market.ts'
import { rankPairs } from './rank-pairs.ts'
import { checkOutOf, checkWhole } from './whole.ts'

export interface LedgerMarketOptions extends PairOptions, RunOptions {
  /** The seekers and vacancies that take part, each id once; all of them when left out. */
  seekers?: readonly string[]
  vacancies?: readonly string[]
  /** For each seeker the best so many eligible vacancies, whole numbers >= 0. Default 50. */
  perSeeker?: number
  /** For each vacancy the best so many eligible seekers. Default 0: the vacancies' lists are not asked for. */
  perVacancy?: number
  /** What seekers prefer by: what they ask of the job (`appeal`, the default), or the whole score. Equal numbers: the higher score, else indifferent. */
  seekersBy?: 'appeal' | 'score'
  /** What vacancies prefer by: what they ask of the person (`fit`, the default), or the whole score. Equal numbers: the higher score, else indifferent. */
  vacanciesBy?: 'fit' | 'score'
  /** Seats by vacancy id, instead of those of the records: seats set aside for one fair, say. */
  seats?: ReadonlyMap<string, number>
  /** Seats of a vacancy whose record states none. Default 1: an advert stands for one opening at least. */
  unstatedSeats?: number
  /** Top lists made before, by `rankAll` with the same options, so that nothing is ranked twice; `perSeeker`, `perVacancy`, `profile` and `asOf` do not go with them. */
  lists?: { seekers: RankedLists, vacancies: RankedLists }
}

/** One side's lists as `rankAll` gives them: list n, that of id n, stands from start[n] up to start[n + 1]; `of` are positions in the other side's ids. */
export interface RankedLists {
  readonly ids: readonly string[]
  readonly lists: { readonly start: Uint32Array, readonly of: Uint32Array, readonly score: Int32Array, readonly fit: Int32Array }
}

const OPTIONS = ['profile', 'asOf', 'onProgress', 'signal', 'seekers', 'vacancies', 'perSeeker', 'perVacancy', 'seekersBy', 'vacanciesBy', 'seats', 'unstatedSeats', 'lists']
const NOT_WITH_LISTS = ['profile', 'asOf', 'perSeeker', 'perVacancy'] as const
const DEFAULT_LIMIT = 50
/** Listed pairs between two looks at the signal. */
const PART_SIZE = 256
const FIRST_CAPACITY = 1024

/**
 * A market out of ledgers: the union of each seeker's best vacancies and each vacancy's best seekers, eligible pairs only. The score of a
 * pair is its ledger's; who prefers whom follows `appeal` and `fit`, which are different questions, or the score for both. Ids stand in
 * UTF-16 order, so that the same records give the same bytes. Cost: the rankings, and O(pairs); where the
 * vacancies or seekers that take part are few among many, rankings are asked for again with twice the length until enough of them are found.
 * Throws RangeError for a bad option, NotFoundError for an unknown id.
 */
export function marketFromLedgers (matcher: Matcher, options: LedgerMarketOptions = {}): Market {
  checkNames(options, OPTIONS)
  const { lists, seats, seekersBy = 'appeal', vacanciesBy = 'fit' } = options
  checkOutOf('seekersBy', seekersBy, ['appeal', 'score'])
  checkOutOf('vacanciesBy', vacanciesBy, ['fit', 'score'])
  if (seats !== undefined && !(seats instanceof Map)) throw new RangeError(`seats must be a Map from vacancy id to a whole number, got ${seats === null ? 'null' : typeof seats}.`)
  if (lists !== undefined) checkLists(lists)
  const unstated = checkWhole('unstatedSeats', options.unstatedSeats ?? 1)
  const seekers = idsOf('seekers', options.seekers ?? lists?.seekers.ids, matcher.seekers)
  const vacancies = idsOf('vacancies', options.vacancies ?? lists?.vacancies.ids, matcher.vacancies)
  const found = new FoundPairs(seekers, vacancies)
  if (lists === undefined) rankBoth(matcher, found, options)
  else takeLists(found, options, lists)
  const [seekerOf, vacancyOf, ...numbers] = found.columns()
  const { start, vacancy, from } = compressPairs(seekers.length, vacancies.length, seekerOf, vacancyOf)
  const [score, fit] = numbers.map(all => Int32Array.from(from, input => all[input]))
  return {
    seekers,
    vacancies,
    seats: Uint32Array.from(vacancies, id => seats === undefined ? matcher.seatsOf(id) ?? unstated : givenSeats(seats, id)),
    start,
    vacancy,
    score,
    seekerRank: rankPairs(from.map(input => seekerOf[input]), seekersBy === 'score' ? score : score.map((points, pair) => points - fit[pair]), score),
    vacancyRank: rankPairs(vacancy, vacanciesBy === 'score' ? score : fit, score),
  }
}

/** Pairs as they are found, each perhaps from both sides. */
class FoundPairs {
  readonly numberOf: Readonly<Record<'seekers' | 'vacancies', ReadonlyMap<string, number>>>
  length = 0
  #columns = columnsOf(FIRST_CAPACITY)

  constructor (seekers: readonly string[], vacancies: readonly string[]) {
    this.numberOf = { seekers: numbersOf(seekers), vacancies: numbersOf(vacancies) }
  }

  /** Takes the pair when both take part. */
  add (seeker: number | undefined, vacancy: number | undefined, score: number, fit: number): void {
    if (seeker === undefined || vacancy === undefined) return
    if (this.length === this.#columns[0].length) {
      const full = this.#columns
      this.#columns = columnsOf(this.length * 2)
      full.forEach((column, each) => this.#columns[each].set(column))
    }
    const [seekers, vacancies, scores, fits] = this.#columns
    seekers[this.length] = seeker
    vacancies[this.length] = vacancy
    scores[this.length] = score
    fits[this.length++] = fit
  }

  /** Seekers, vacancies, scores and fits of the pairs. */
  columns (): Int32Array[] {
    return this.#columns.map(column => column.subarray(0, this.length))
  }
}

function columnsOf (capacity: number): Int32Array[] {
  return Array.from({ length: 4 }, () => new Int32Array(capacity))
}

function rankBoth (matcher: Matcher, found: FoundPairs, { profile, asOf, perSeeker = DEFAULT_LIMIT, perVacancy = 0, onProgress, signal }: LedgerMarketOptions): void {
  checkWhole('perSeeker', perSeeker)
  checkWhole('perVacancy', perVacancy)
  const { seekers, vacancies } = found.numberOf
  const asked = { ...profile === undefined ? {} : { profile }, ...asOf === undefined ? {} : { asOf } }
  const total = (perSeeker > 0 ? seekers.size : 0) + (perVacancy > 0 ? vacancies.size : 0)
  let done = 0
  const step = (): void => {
    done++
    if (done % PART_SIZE !== 0 && done !== total) return
    onProgress?.(done, total)
    signal?.throwIfAborted()
  }
  signal?.throwIfAborted()
  if (perSeeker > 0) {
    for (const [id, seeker] of seekers) {
      const best = bestAmong(vacancies, perSeeker, matcher.vacancies.size, limit => matcher.rankVacancies(id, { ...asked, limit }).results)
      for (const pair of best) found.add(seeker, vacancies.get(pair.id), pair.score, pair.fit)
      step()
    }
  }
  if (perVacancy > 0) {
    for (const [id, vacancy] of vacancies) {
      const best = bestAmong(seekers, perVacancy, matcher.seekers.size, limit => matcher.rankSeekers(id, { ...asked, limit }).results)
      for (const pair of best) found.add(seekers.get(pair.id), vacancy, pair.score, pair.fit)
      step()
    }
  }
}

/** The best `most` of those who take part: longer and longer rankings until enough of them are in, or everybody has been ranked. */
function bestAmong (members: ReadonlyMap<string, number>, most: number, numAll: number, rank: (limit: number) => RankedPair[]): RankedPair[] {
  for (let limit = Math.min(most, numAll); limit > 0; limit *= 2) {
    const ranked = rank(limit)
    const best = members.size === numAll ? ranked : ranked.filter(({ id }) => members.has(id))
    if (best.length >= most || ranked.length < limit) return best.slice(0, most)
  }
  return []
}

function takeLists (found: FoundPairs, options: LedgerMarketOptions, { seekers, vacancies }: { seekers: RankedLists, vacancies: RankedLists }): void {
  const misplaced = NOT_WITH_LISTS.find(name => options[name] !== undefined)
  if (misplaced !== undefined) throw new RangeError(`${misplaced} was settled when the lists were made; give either lists or ${misplaced}.`)
  const seekerAt = seekers.ids.map(id => found.numberOf.seekers.get(id))
  const vacancyAt = vacancies.ids.map(id => found.numberOf.vacancies.get(id))
  eachListed(seekers.lists, (list, of, score, fit) => found.add(seekerAt[list], vacancyAt[of], score, fit), options)
  eachListed(vacancies.lists, (list, of, score, fit) => found.add(seekerAt[of], vacancyAt[list], score, fit), options)
}

/** Lists of another shape than those of `rankAll` would make a market of nonsense. */
function checkLists (lists: { seekers: RankedLists, vacancies: RankedLists }): void {
  for (const side of ['seekers', 'vacancies'] as const) {
    const { ids, lists: found } = lists?.[side] ?? {}
    const isWhole = Array.isArray(ids) && found?.start instanceof Uint32Array && found.start.length === ids.length + 1 &&
      [found.of, found.score, found.fit].every(column => ArrayBuffer.isView(column) && column.length === found.start[ids.length])
    if (!isWhole) throw new RangeError(`lists.${side} must be what rankAll gives: ids, and lists with start, of, score and fit.`)
  }
}

function eachListed ({ start, of, score, fit }: RankedLists['lists'], take: (list: number, of: number, score: number, fit: number) => void, { onProgress, signal }: RunOptions): void {
  for (let list = 0; list + 1 < start.length; list++) {
    if (list % PART_SIZE === 0) signal?.throwIfAborted()
    for (let position = start[list]; position < start[list + 1]; position++) take(list, of[position], score[position], fit[position])
  }
  onProgress?.(start.length - 1, start.length - 1)
}

function idsOf (side: 'seekers' | 'vacancies', given: readonly string[] | undefined, stored: Matcher['seekers'] | Matcher['vacancies']): string[] {
  if (given !== undefined && !Array.isArray(given)) throw new RangeError(`${side} must be a list of ids, got ${given === null ? 'null' : typeof given}.`)
  const sorted = [...given ?? stored.ids()].sort()
  const twice = sorted.find((id, position) => position > 0 && id === sorted[position - 1])
  if (twice !== undefined) throw new RangeError(`${side} must name each id once, got '${twice}' twice.`)
  const unknown = sorted.find(id => !stored.has(id))
  if (unknown !== undefined) throw new NotFoundError(side === 'seekers' ? 'seeker' : 'vacancy', unknown)
  return sorted
}

function numbersOf (ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, number) => [id, number]))
}

function givenSeats (seats: ReadonlyMap<string, number>, id: string): number {
  const given = seats.get(id)
  if (given === undefined) throw new RangeError(`seats has no entry for the vacancy '${id}'; give seats for every vacancy that takes part, 0 for none.`)
  return checkWhole(`seats of '${id}'`, given)
}
