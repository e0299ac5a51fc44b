import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { readMarker, writeMarker } from '../store/markers.ts'
import { checkOf, KeyError } from './master-key.ts'

const NAME = 'key-check'

/** What the database knows of the key it was sealed with; undefined in a new one. */
export async function readKeyCheck (db: Kysely<Tables>): Promise<string | undefined> {
  return await readMarker(db, NAME)
}

export async function writeKeyCheck (db: Kysely<Tables>, key: Uint8Array): Promise<void> {
  await writeMarker(db, NAME, checkOf(key))
}

/** A new database takes the key as its own. Throws KeyError when it has another one already. */
export async function requireKey (db: Kysely<Tables>, key: Uint8Array): Promise<void> {
  const check = await readKeyCheck(db)
  if (check === undefined) await writeKeyCheck(db, key)
  else if (check !== checkOf(key)) throw new KeyError('The key given is not the one that this database was sealed with. Give the right one with PADAN_KEYS or PADAN_MASTER_KEY; nothing can be read without it, and nothing was changed.')
}
