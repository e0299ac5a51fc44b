import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** What happened to a registration, with the cell of the monthly table that it counts in. */
export interface PersonEventRow {
  /** Person and number: where a page ends. */
  id: string
  person: string
  number: number
  kind: string
  reason: string | null
  on: string
  at: string
  by: string
  sex: string | null
  ageGroup: string | null
  education: string | null
}

/** Up to `limit` events after one, person by person, booked in a span of days. */
export async function pageOfEvents (db: Kysely<Tables>, limit: number, after: string | undefined, { from, until }: { from?: string, until?: string }): Promise<PersonEventRow[]> {
  const [person, number] = after?.split('#') ?? ['', '0']
  const { rows } = await sql<PersonEventRow & { at: Date | string }>`
    select person_id || '#' || number as id, person_id as person, number, kind, reason, to_char(booked_on, 'YYYY-MM-DD') as "on", at, by, sex, age_group as "ageGroup", education
    from person_events
    where (person_id, number) > (${person}::text collate "C", ${/^\d{1,9}$/.test(number) ? number : '0'}::integer)
      and booked_on >= ${from ?? '0001-01-01'}::date and booked_on <= ${until ?? '9999-12-31'}::date
    order by person_id, number limit ${limit}`.execute(db)
  return rows.map(row => ({ ...row, at: new Date(row.at).toISOString() }))
}
