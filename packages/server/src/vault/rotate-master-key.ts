import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { readKeyCheck, writeKeyCheck } from './key-check.ts'
import { writeKeyFile } from './key-file.ts'
import { KeyError, KeyFolder, parseKey } from './master-key.ts'
import { masterKeyOf, type KeySettings } from './open-vault.ts'
import { readWrappedKeys, replaceWrappedKeys, rewrap } from './wrapped-keys.ts'

/**
 * Gives the database a new master key: every key is opened with the old one and wrapped with the new one, in one transaction; what they
 * sealed stays. The new key is in the folder before the database changes to it, so that a process killed at any moment leaves a pair that fits: the
 * next start settles which it is. With the key in the environment, `next` is the new one. Returns how many people's keys were wrapped anew.
 */
export async function rotateMasterKey (db: Kysely<Tables>, folder: KeyFolder, settings: KeySettings, next?: string): Promise<number> {
  const given = settings.PADAN_MASTER_KEY !== undefined
  const check = await readKeyCheck(db)
  const old = masterKeyOf(folder, settings, check)
  const fresh = given ? parseKey(next ?? '') : folder.beginRotation()
  if (fresh === undefined) throw new KeyError('The key is in the environment, so the new one must be too: PADAN_NEXT_MASTER_KEY, 32 bytes in base64 (openssl rand -base64 32).')
  const count = await db.transaction().execute(async transaction => {
    const keys = await readWrappedKeys(transaction)
    await replaceWrappedKeys(transaction, rewrap(keys, old, fresh))
    await writeKeyCheck(transaction, fresh)
    return keys.persons.length
  })
  if (!given) folder.finishRotation()
  await writeKeyFile(db, folder)
  return count
}
