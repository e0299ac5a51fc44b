import type { Taxonomy } from '@padan/taxonomy'
import type { EvidenceKind, Seeker } from './records/seeker.ts'
import type { Vacancy } from './records/vacancy.ts'
import type { Ledger } from './model/ledger-types.ts'
import type { Profile, Shares } from './model/profile.ts'

export interface MatcherOptions {
  taxonomy: Taxonomy
  /** More profiles, or other shares under a built-in name. */
  profiles?: readonly Profile[]
}

/** The records of one side. What is kept is what the ledger needs, not the record itself. Everything is checked before anything is stored. */
export interface Population<T extends { id: string }> {
  readonly size: number
  has (id: string): boolean
  /**
   * Inserts or replaces. All or nothing: throws RecordError with every bad row (index in the array) and field, and then nothing has
   * changed. An id given twice in one call is an error. RangeError for more than 16,000,000 records in one call.
   */
  put (records: T | readonly T[]): void
  /** True when the record was there. */
  delete (id: string): boolean
  clear (): void
  /** Ids in no promised order. */
  ids (): IterableIterator<string>
}

export interface PairOptions {
  /** Name of a profile or a profile of your own. Default `job-fair`. */
  profile?: string | Profile
  /**
   * The day, `YYYY-MM-DD`, for closing dates and expiries. There is no clock in here: without a day, a certificate or licence that can
   * expire is not shown to be valid, and an opening date is not shown to be passed.
   */
  asOf?: string
}

export interface RankOptions extends PairOptions {
  /** At most so many results, a whole number >= 0. Default 50. */
  limit?: number
  /** Adds the ledger to each result. Default false. */
  explain?: boolean
}

export interface RankedPair {
  /** The seeker's id when seekers are ranked, the vacancy's when vacancies are. */
  id: string
  score: number
  potential: number
  fit: number
  appeal: number
  /** Basis points of the unit rows, in the vacancy's order; the other weights are the ranking's `shares`. */
  unitWeights: readonly number[]
  ledger?: Ledger
}

export interface Ranking {
  profile: string
  shares: Shares
  asOf: string | null
  taxonomy: string
  engine: string
  /** Best first: score, then potential, both descending, then id ascending by UTF-16 code units. */
  results: RankedPair[]
}

/** One thing the seeker could add. */
export interface GapStep {
  kind: 'unit' | 'certificate' | 'cluster' | 'licence' | 'offer'
  /** Unit, cluster or licence code, or the offer's id. */
  code: string
  /** Units the step adds or certifies. */
  units: readonly string[]
}

export interface GapResult {
  step: GapStep
  score: number
  potential: number
  eligible: boolean
  /** Score after the step minus score before. */
  gain: number
  /** True when the step turns a failing rule so that the pair becomes eligible. */
  unlocks: boolean
}

export interface TrainingOffer {
  id: string
  units: readonly string[]
  /** What the training leads to. Default `trained`. */
  evidence?: EvidenceKind
}

export interface GapOptions extends PairOptions {
  /** Training on offer (BLK courses, seats): each becomes one step. */
  offers?: readonly TrainingOffer[]
  /** At most so many steps. Default 20. */
  limit?: number
}

export interface Gap {
  seekerId: string
  vacancyId: string
  score: number
  potential: number
  eligible: boolean
  /** Steps that raise the score or unlock the pair: gain descending, unlocking first, fewer units first, kind and code ascending. */
  steps: GapResult[]
}

export interface MarketGapOptions extends GapOptions {
  /** How many vacancies make a seeker's best list, whose scores are summed: a whole number >= 1. Default 10. */
  top?: number
  /** Which steps go first: those that raise the best list most (`gain`, the default) or those that leave most vacancies open (`unlocks`). */
  orderBy?: 'gain' | 'unlocks'
  /** At most so many vacancies are named with each step. Default 5. */
  examples?: number
}

/** A vacancy that a step opens or raises, as it stands after the step. */
export interface MarketGapVacancy {
  id: string
  score: number
  potential: number
  /** Score after the step minus score before. */
  gain: number
  /** True when the seeker was not eligible before the step. */
  unlocks: boolean
}

/** The market after one step. */
export interface MarketGapResult {
  step: GapStep
  /** Vacancies the seeker is eligible for. */
  eligible: number
  /** Of these, how many they were not eligible for before. */
  unlocks: number
  /**
   * Vacancies the seeker is no longer known to be eligible for: whoever has stated no units (or no licences) and then states one is held to
   * what they have stated. 0 for everybody else.
   */
  locks: number
  /** Of `eligible`, how many have a higher score than before, eligible or not. */
  raises: number
  /** The greatest score among the eligible, 0 when there is none; and what it has gained. */
  best: number
  bestGain: number
  /** Sum of the scores of the best `top` eligible vacancies; and what it has gained. */
  topScore: number
  gain: number
  /** The best vacancies that the step unlocks or raises, in the order of a ranking. */
  vacancies: MarketGapVacancy[]
}

export interface MarketGap {
  seekerId: string
  /** Stored vacancies that are not known to be closed. */
  vacancies: number
  /** The market before any step, as in MarketGapResult. */
  eligible: number
  best: number
  topScore: number
  /**
   * Steps that unlock or raise something. Order: `gain` descending, then `eligible` descending (the other way round when ordered by
   * `unlocks`), `raises` descending, fewer units first, kind and code ascending.
   */
  steps: MarketGapResult[]
}

export interface TrainingNeedsOptions extends PairOptions {
  /** Training on offer, looked at beside the taxonomy's clusters. */
  offers?: readonly TrainingOffer[]
  /** Only pairs with at least this score count as a placement: a whole number from 0 to 10,000,000. Default 5,000,000, half of all points. */
  minScore?: number
  /** At most so many trainings. Default 20. */
  limit?: number
}

/** What one training would do for the placements of a whole population. */
export interface TrainingNeed {
  /** A cluster certified whole, or an offer. */
  step: GapStep
  /** Seekers for whom it makes at least one more vacancy placeable. */
  seekers: number
  /** Pairs of seeker and vacancy that it makes placeable. */
  pairs: number
  /** Most seekers that can be placed at once when everybody may take it, and how many more that is than now. */
  placements: number
  additional: number
}

export interface TrainingNeeds {
  seekers: number
  /** Vacancies that are not known to be closed, and their seats; one where a vacancy does not tell. */
  vacancies: number
  seats: number
  /** Most seekers that can be placed at once as they are, one vacancy a seeker and no vacancy beyond its seats. */
  placements: number
  /** Trainings that make some pair placeable: `additional`, `seekers` and `pairs` descending, fewer units first, kind and code ascending. */
  needs: TrainingNeed[]
}

/**
 * The engine. Records go in by `put`; every answer is a pure function of the records, the options and the taxonomy. A seeker or a
 * vacancy is named by id when it is stored, or given as a record, which is then judged without being stored.
 * Throws NotFoundError for an unknown id, RecordError for a bad record and RangeError for a bad option.
 */
export interface Matcher {
  readonly taxonomy: Taxonomy
  readonly profiles: readonly Profile[]
  readonly seekers: Population<Seeker>
  readonly vacancies: Population<Vacancy>
  rankSeekers (vacancy: string | Vacancy, options?: RankOptions): Ranking
  rankVacancies (seeker: string | Seeker, options?: RankOptions): Ranking
  explain (seeker: string | Seeker, vacancy: string | Vacancy, options?: PairOptions): Ledger
  gap (seeker: string | Seeker, vacancy: string | Vacancy, options?: GapOptions): Gap
  /**
   * What one step would do for a seeker over all stored vacancies: each unit, cluster and licence that one of them asks, and each offer.
   * Every number is what recomputed ledgers give. O(vacancies + rows touched by each step).
   */
  marketGap (seeker: string | Seeker, options?: MarketGapOptions): MarketGap
  /**
   * Which training would add most placements among the stored seekers and vacancies: each cluster that holds a unit some vacancy asks, and
   * each offer. A pair is placeable when it is eligible and its score is at least `minScore`; placements are maximum matchings under the
   * seats. O(seekers x vacancies) time; a bit of memory a pair, and eight bytes for each pair that a training makes placeable.
   */
  trainingNeeds (options?: TrainingNeedsOptions): TrainingNeeds
  /** Seats of a stored vacancy; null when its record does not state them. */
  seatsOf (vacancyId: string): number | null
}

export interface SaveOptions {
  /**
   * Leave out what the index still holds of records that were deleted or replaced, in memory and in the bytes. Default false. O(population)
   * when there are any, which is about what putting the records took.
   */
  compact?: boolean
}

/** A matcher whose populations can be saved and loaded, many times faster than they are built from records. */
export interface IndexedMatcher extends Matcher {
  /** Both populations as versioned, checksummed bytes. O(size). RangeError where they cannot be held in one piece, of some 2^32 bytes. */
  save (options?: SaveOptions): Uint8Array
  /**
   * Takes the populations of a snapshot instead of the present ones. Throws SnapshotError, and changes nothing, for bytes that are cut,
   * damaged or foreign, or that were saved under another taxonomy or engine version. O(size).
   */
  load (snapshot: Uint8Array): void
}
