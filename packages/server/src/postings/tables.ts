import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Demand, Posting } from './posting-schema.ts'

export type PostingState = 'draft' | 'submitted' | 'returned' | 'published' | 'closed' | 'expired'

export interface PostingTable {
  id: string
  employer_id: string
  state: PostingState
  record: JSONColumnType<Posting, string, string>
  /** Why it was returned or closed. */
  reason: string | null
  external_id: string | null
  seats: number
  filled: number
  closes: ColumnType<Date, string, string>
  revision: ColumnType<string, string, string>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export type DemandState = 'asked' | 'approved' | 'refused'

export interface PostingDemandTable {
  number: Generated<string>
  posting_id: string
  kind: Demand['kind']
  demand: JSONColumnType<Demand, string, string>
  reason_code: string
  reason: string
  state: DemandState
  decided_by: string | null
  decided_at: Date | null
  /** The officer's words. */
  decision: string | null
}

/** Seats that came into the stock of vacancies, or went out of it. */
export interface PostingCountTable {
  number: ColumnType<string, never, never>
  posting_id: string
  kind: 'registered' | 'filled' | 'removed'
  /** The day the office counts it on. */
  booked_on: ColumnType<Date, string, never>
  male: number
  female: number
  either: number
}
