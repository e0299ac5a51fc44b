import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

const TURN = 'writer-turn'

/** Makes this process the writer: the one before can write no more. Returns the new turn. */
export async function takeTurn (db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ value: string }>`
    update markers set value = (value::bigint + 1)::text where name = ${TURN} returning value`.execute(db)
  return rows[0].value
}

/** Whose turn it is. Inside a transaction nobody else can take the turn until it ends. */
export async function readTurn (db: Kysely<Tables>): Promise<string> {
  const { value } = await db.selectFrom('markers').select('value').where('name', '=', TURN).forShare().executeTakeFirstOrThrow()
  return value
}

export async function readMarker (db: Kysely<Tables>, name: string): Promise<string | undefined> {
  return (await db.selectFrom('markers').select('value').where('name', '=', name).executeTakeFirst())?.value
}

export async function writeMarker (db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db.insertInto('markers').values({ name, value }).onConflict(conflict => conflict.column('name').doUpdateSet({ value })).execute()
}
