import { sql, type Kysely } from 'kysely'
import type { SideTable, Tables } from '../database/tables.ts'
import type { MatchRecord } from './record-rows.ts'

/** Marker of the last deletion that is no longer told: who knows less than that cannot catch up. */
export const DELETIONS_SWEPT = 'deletions-swept'

export interface ChangedRecord {
  record: MatchRecord
  revision: string
}

/** The last revision of anything that is or was stored; 0 when nothing ever was. */
export async function latestRevision (db: Kysely<Tables>): Promise<bigint> {
  const { rows } = await sql<{ latest: string }>`
    select greatest(
      (select max(revision) from seekers),
      (select max(revision) from vacancies),
      (select max(revision) from deletions),
      (select value::bigint from markers where name = ${DELETIONS_SWEPT}),
      0
    )::text as latest`.execute(db)
  return BigInt(rows[0].latest)
}

/** Up to `limit` records written after a revision, in the order of their writing. */
export async function changedSince (db: Kysely<Tables>, side: SideTable, revision: string, limit: number): Promise<ChangedRecord[]> {
  const rows = await db.selectFrom(side).select(['record', 'revision']).where('revision', '>', revision).orderBy('revision').limit(limit).execute()
  return rows.map(row => ({ record: row.record as unknown as MatchRecord, revision: row.revision }))
}

/** Every deletion of a match record after a revision. An id may have been stored again since. */
export async function deletedSince (db: Kysely<Tables>, revision: string): Promise<Array<{ side: SideTable, id: string }>> {
  const rows = await db.selectFrom('deletions').select(['side', 'id']).where('revision', '>', revision).where('side', 'in', ['seekers', 'vacancies']).execute()
  return rows as Array<{ side: SideTable, id: string }>
}

export async function countRows (db: Kysely<Tables>, side: SideTable): Promise<number> {
  const { count } = await db.selectFrom(side).select(db.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}
