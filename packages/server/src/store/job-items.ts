import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** An item of a result's list, and its place there. */
export interface PlacedItem {
  position: number
  item: Record<string, unknown>
}

/** Adds items, a JSON list of objects with an `id`, to a list of a result; the first gets the place `from`. */
export async function appendItems (db: Kysely<Tables>, jobId: string, part: string, from: number, items: string): Promise<void> {
  await sql`
    insert into job_rows (job_id, part, position, id, item)
    select ${jobId}, ${part}, ${from}::integer + place - 1, item->>'id', item
    from jsonb_array_elements(${items}::jsonb) with ordinality as listed (item, place)`.execute(db)
}

/** Up to `limit` items that stand after a place. O(limit). */
export async function readItems (db: Kysely<Tables>, jobId: string, part: string, after: number, limit: number): Promise<PlacedItem[]> {
  return await db.selectFrom('job_rows').select(['position', 'item'])
    .where('job_id', '=', jobId).where('part', '=', part).where('position', '>', after)
    .orderBy('position').limit(limit)
    .execute()
}

/** The items of one id. */
export async function findItems (db: Kysely<Tables>, jobId: string, part: string, id: string): Promise<PlacedItem[]> {
  return await db.selectFrom('job_rows').select(['position', 'item'])
    .where('job_id', '=', jobId).where('part', '=', part).where('id', '=', id)
    .orderBy('position')
    .execute()
}
