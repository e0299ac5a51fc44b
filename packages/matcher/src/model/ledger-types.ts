import type { EvidenceKind, JobType } from '../records/seeker.ts'
import type { RelationReason } from '@padan/taxonomy'

/** What is weighed. A vacancy has one `unit` row for each required unit, one row for each other criterion with a share. */
export type Criterion = 'unit' | 'education' | 'field' | 'experience' | 'distance' | 'wage' | 'wish' | 'job-type'

/** Who asks: the employer of the person (together `fit`), or the seeker of the job (together `appeal`). */
export type Side = 'employer' | 'seeker'

export type Status = 'met' | 'partly' | 'not' | 'unknown'

/** One criterion of one pair. */
export interface LedgerRow {
  criterion: Criterion
  side: Side
  /** Basis points; the weights of a ledger total exactly 10,000. */
  weight: number
  /** Per mille 0..1000, or null when it cannot be known. */
  credit: number | null
  /** `weight * credit`; 0 when unknown. */
  points: number
  status: Status
  because: Because
}

/** The facts behind a row, never prose. `@padan/matcher/prose` makes sentences of them. */
export type Because =
  | { kind: 'open', by: 'vacancy' | 'seeker' }
  | { kind: 'unstated', by: 'vacancy' | 'seeker' | 'both', unit?: string }
  | { kind: 'unit', unit: string, held: string, evidence: EvidenceKind, expired: boolean, relatedness: number, reason: RelationReason | 'same', via: string }
  | { kind: 'unit-missing', unit: string }
  | { kind: 'education', required: string, held: string, stepsBelow: number }
  | { kind: 'field', wanted: string, held: string | null, relatedness: number }
  | { kind: 'experience', requiredMonths: number, countedMonths: number, occupation: string }
  | { kind: 'distance', metres: number }
  | { kind: 'wage', wish: number, offer: number }
  | { kind: 'wish', in: 'occupation' | 'sector', wished: string, offered: string, relatedness: number }
  | { kind: 'job-type', offered: JobType | null, wished: readonly JobType[] | null, hours: number | null, maxHours: number | null }

export type Rule = 'open' | 'must-unit' | 'certificate' | 'licence' | 'education' | 'reach' | 'accommodation' | 'adult'

/** Why a rule failed or cannot be answered. */
export type RuleCode =
  | 'no-seats' | 'not-yet-open' | 'closed' | 'seats-unstated' | 'day-unstated'
  | 'unit-below-500' | 'units-unstated'
  | 'certificate-missing'
  | 'licence-missing' | 'licence-expired' | 'licences-unstated'
  | 'education-below' | 'education-unstated'
  | 'out-of-reach' | 'reach-unstated' | 'place-unstated'
  | 'accommodation-missing' | 'accommodations-unstated'
  | 'under-age' | 'age-unstated'

/** One hard rule of one pair. Rules a vacancy does not set are not listed; `open` and `reach` always are. */
export interface RuleResult {
  rule: Rule
  result: 'pass' | 'fail' | 'unknown'
  /** Null on a pass. */
  code: RuleCode | null
  /** What the rule is about: a unit, licence, level or accommodation code; null where there is just one. */
  subject: string | null
}

/** An unknown row, and how many points its answer could bring. */
export interface Ask {
  criterion: Criterion
  /** The unit, for a unit row that names one. */
  unit: string | null
  /** Who has not said it. */
  of: 'vacancy' | 'seeker' | 'both'
  points: number
}

/** The whole account of one pair, the same whichever side asks. */
export interface Ledger {
  seekerId: string
  vacancyId: string
  profile: string
  /** The day it was judged for, or null when none was given. */
  asOf: string | null
  /** Sum of points, 0..10,000,000: a percentage with five decimals. */
  score: number
  /** Score, plus weight x 1000 for every unknown row. */
  potential: number
  /** The employer's rows of the score. */
  fit: number
  /** The seeker's rows of the score. */
  appeal: number
  /** False when a hard rule fails: the pair is in no ranking, but can still be explained. */
  eligible: boolean
  rows: LedgerRow[]
  rules: RuleResult[]
  /** Unknown rows, the weightiest first, ties in row order. */
  askNext: Ask[]
}
