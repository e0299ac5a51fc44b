import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { openBytes, sealBytes } from './cipher.ts'

/** Every key of the database, wrapped. This is all that has to be kept besides the master key to open what was sealed. */
export interface WrappedKeys {
  persons: Array<{ person_id: string, wrapped: Buffer }>
  service: Array<{ name: string, wrapped: Buffer }>
  signing: Array<{ id: string, x: string, wrapped: Buffer, number: string, created_at: Date, revoked_at: Date | null }>
}

/** PostgreSQL takes 65,535 parameters in a statement; a row has six at most. */
const ROWS_AT_ONCE = 10_000

export async function readWrappedKeys (db: Kysely<Tables>): Promise<WrappedKeys> {
  return {
    persons: await db.selectFrom('person_keys').selectAll().orderBy('person_id').execute(),
    service: await db.selectFrom('service_keys').selectAll().orderBy('name').execute(),
    signing: await db.selectFrom('signing_keys').selectAll().orderBy('number').execute(),
  }
}

/** Puts these keys in place of all that the database has. */
export async function replaceWrappedKeys (db: Kysely<Tables>, { persons, service, signing }: WrappedKeys): Promise<void> {
  for (const table of ['person_keys', 'service_keys', 'signing_keys'] as const) await db.deleteFrom(table).execute()
  for (const rows of piecesOf(persons)) await db.insertInto('person_keys').values(rows).execute()
  for (const rows of piecesOf(service)) await db.insertInto('service_keys').values(rows).execute()
  for (const rows of piecesOf(signing)) await db.insertInto('signing_keys').values(rows).execute()
  // Numbers that came along are not taken from the sequence.
  await sql`select setval(pg_get_serial_sequence('signing_keys', 'number'), greatest((select max(number) from signing_keys), 1))`.execute(db)
}

/** The same keys, wrapped by another master key. What they sealed stays as it is. Throws SealError when `from` is not their key. */
export function rewrap ({ persons, service, signing }: WrappedKeys, from: Uint8Array, to: Uint8Array): WrappedKeys {
  const change = (wrapped: Buffer, place: string): Buffer => sealBytes(to, openBytes(from, wrapped, place), place)
  return {
    persons: persons.map(row => ({ ...row, wrapped: change(row.wrapped, `person-key ${row.person_id}`) })),
    service: service.map(row => ({ ...row, wrapped: change(row.wrapped, `service-key ${row.name}`) })),
    signing: signing.map(row => ({ ...row, wrapped: change(row.wrapped, `signing-key ${row.id}`) })),
  }
}

function piecesOf<T> (rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, piece) => rows.slice(piece * ROWS_AT_ONCE, (piece + 1) * ROWS_AT_ONCE))
}
