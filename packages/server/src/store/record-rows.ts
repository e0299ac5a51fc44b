import type { Seeker, Vacancy } from '@padan/matcher'
import { sql, type Kysely } from 'kysely'
import type { SideTable, Tables } from '../database/tables.ts'

export type MatchRecord = Seeker | Vacancy

export interface StoredRecord {
  record: MatchRecord
  revision: string
}

/** The stored record of an id. */
export async function readRow (db: Kysely<Tables>, side: SideTable, id: string): Promise<StoredRecord | undefined> {
  const row = await db.selectFrom(side).select(['record', 'revision']).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : { record: row.record as unknown as MatchRecord, revision: row.revision }
}

/** Up to `limit` records after an id, in the order of their ids' bytes. O(limit): the next page starts at a key, not at a count. */
export async function readPage (db: Kysely<Tables>, side: SideTable, limit: number, after?: string): Promise<MatchRecord[]> {
  let query = db.selectFrom(side).select('record').orderBy('id').limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(row => row.record as unknown as MatchRecord)
}

/** Inserts or replaces records, in one statement. Returns the revision of each id. */
export async function upsertRows (db: Kysely<Tables>, side: SideTable, records: readonly MatchRecord[]): Promise<Map<string, string>> {
  if (records.length === 0) return new Map()
  const { rows } = await sql<{ id: string, revision: string }>`
    insert into ${sql.table(side)} (id, record, revision)
    select item->>'id', item, nextval('revisions') from jsonb_array_elements(${JSON.stringify(records)}::jsonb) as item
    on conflict (id) do update set record = excluded.record, revision = excluded.revision, updated_at = now()
    returning id, revision`.execute(db)
  return new Map(rows.map(row => [row.id, row.revision]))
}

/** Deletes a record and notes the deletion in the order of revisions. False when there was none. */
export async function deleteRow (db: Kysely<Tables>, side: SideTable, id: string): Promise<boolean> {
  return (await deleteRows(db, side, [id])).length > 0
}

/** Deletes records and notes the deletions, by one statement. Returns the ids of those that there were. */
export async function deleteRows (db: Kysely<Tables>, side: SideTable, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with gone as (delete from ${sql.table(side)} where id = any(${ids}::text[]) returning id)
    insert into deletions (revision, side, id) select nextval('revisions'), ${side}, id from gone returning id`.execute(db)
  return rows.map(({ id }) => id)
}

export async function readRevision (db: Kysely<Tables>, side: SideTable, id: string): Promise<string | undefined> {
  return (await db.selectFrom(side).select('revision').where('id', '=', id).executeTakeFirst())?.revision
}
