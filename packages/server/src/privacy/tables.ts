import type { JSONColumnType } from 'kysely'

export const CONSENT_PURPOSES = ['matching', 'sharing-with-employers', 'statistics', 'contact'] as const
export type ConsentPurpose = typeof CONSENT_PURPOSES[number]

/** What a person agrees to, and the proof. A withdrawal ends a row; agreeing again begins another. */
export interface ConsentTable {
  person_id: string
  purpose: ConsentPurpose
  given_at: Date
  withdrawn_at: Date | null
  /** How it was given: codes alone. */
  evidence: JSONColumnType<Record<string, unknown>, string, string>
  by: string
}

/** Whose data is kept and used for nothing (UU PDP Art. 41). */
export interface RestrictionTable {
  person_id: string
  at: Date
  by: string
  reason: string
}

export const REQUEST_KINDS = ['access', 'correction', 'erasure', 'restriction', 'lifting', 'objection'] as const
export type RequestKind = typeof REQUEST_KINDS[number]
/** An objection that was granted is `under-review` until somebody of the office has decided anew. */
export type RequestState = 'open' | 'granted' | 'refused' | 'under-review'
/** What a person of the office decided instead of the engine: puts the person forward, does not, or has mended the record for the engine to rank it anew. */
export const REVIEW_OUTCOMES = ['put-forward', 'not-put-forward', 'record-mended'] as const
export type ReviewOutcome = typeof REVIEW_OUTCOMES[number]

/** What a person asked of the office about the person's own data, and the law's clock. */
export interface DataRequestTable {
  id: string
  person_id: string
  kind: RequestKind
  state: RequestState
  asked_at: Date
  due_at: Date
  asked_by: string
  /** Ids alone: the vacancy and the ranking that an objection is about. */
  about: JSONColumnType<Record<string, unknown>, string, string>
  words_sealed: string | null
  decided_at: Date | null
  decided_by: string | null
  answer_sealed: string | null
  /** Of an objection: who decided anew, and how. */
  reviewed_at: Date | null
  reviewed_by: string | null
  outcome: ReviewOutcome | null
  review_sealed: string | null
}

/** Which people a ranking showed, in its order. */
export interface RankingReceiptTable {
  id: string
  at: Date
  caller: string
  vacancy: string
  profile: string
  as_of: string
  taxonomy: string
  engine: string
  seekers: string[]
  /** SHA-256, hex. */
  vacancy_hash: string | null
  seekers_hash: string | null
}

export interface PrivacyTables {
  consents: ConsentTable
  restrictions: RestrictionTable
  data_requests: DataRequestTable
  ranking_receipts: RankingReceiptTable
}
