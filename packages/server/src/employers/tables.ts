import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Employer } from './employer-schema.ts'

export type EmployerState = 'registered' | 'verified' | 'returned'

export interface EmployerTable {
  id: string
  state: EmployerState
  record: JSONColumnType<Employer, string, string>
  /** Why it was returned. */
  reason: string | null
  external_id: string | null
  name_key: string
  name_words: string[]
  nib: string | null
  phone_key: string | null
  revision: ColumnType<string, string, string>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}
