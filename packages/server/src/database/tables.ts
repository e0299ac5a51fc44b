import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** Numbers of eight bytes come as text, so that none is rounded. */
type Revision = ColumnType<string, string, string>

export interface RecordTable {
  id: string
  record: JSONColumnType<Record<string, unknown>, string, string>
  revision: Revision
  updated_at: Generated<Date>
}

/** What was deleted and when in the order of revisions, for whoever follows the changes. */
export interface DeletionTable {
  revision: Revision
  side: string
  id: string
  deleted_at: Generated<Date>
}

/** First answers to requests that carried an Idempotency-Key. */
export interface ReplyTable {
  key: string
  method: string
  path: string
  fingerprint: string
  status: number
  headers: JSONColumnType<Record<string, string>, string, string>
  body: string
  created_at: Generated<Date>
}

/** Facts about the database itself: the writer's turn, and whether the demo city was loaded. */
export interface MarkerTable {
  name: string
  value: string
}

export interface Tables {
  seekers: RecordTable
  vacancies: RecordTable
  deletions: DeletionTable
  replies: ReplyTable
  markers: MarkerTable
}

export type SideTable = 'seekers' | 'vacancies'
