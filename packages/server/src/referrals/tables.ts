import type { ColumnType, Generated, JSONColumnType } from 'kysely'

export type ReferralState = 'called' | 'referred' | 'accepted' | 'hired' | 'not-accepted' | 'no-show' | 'withdrawn'

/** When and where somebody is to come, for the call letter. */
export interface Call {
  at: string
  place: string
  bring?: string
}

export interface ReferralTable {
  id: string
  posting_id: string
  employer_id: string
  person_id: string
  state: ReferralState
  call: JSONColumnType<Call | null & object, string | null, string | null>
  reason_code: string | null
  /** That the letters bear: serial and year. */
  number: string
  starts: ColumnType<Date | null, string | null, string | null>
  revision: ColumnType<string, string, string>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}
