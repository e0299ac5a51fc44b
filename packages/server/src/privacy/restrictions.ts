import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** True while a person's data is kept and used for nothing. */
export async function isRestricted (db: Kysely<Tables>, personId: string): Promise<boolean> {
  return await db.selectFrom('restrictions').select('person_id').where('person_id', '=', personId).executeTakeFirst() !== undefined
}
