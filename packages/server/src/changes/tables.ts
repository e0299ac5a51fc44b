import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** Something that happened. */
export interface EventTable {
  revision: ColumnType<string, string, never>
  kind: string
  subject: string
  related: JSONColumnType<Record<string, string>, string, never>
  by_caller: string
  at: Generated<Date>
}
