import type { Kysely } from 'kysely'
import { keysFolderOf, type Config } from '../config.ts'
import type { Tables } from '../database/tables.ts'
import { readKeyCheck } from './key-check.ts'
import { checkOf, KeyError, KeyFolder, parseKey } from './master-key.ts'
import { Vault } from './vault.ts'

export type KeySettings = Pick<Config, 'PADAN_KEYS' | 'PADAN_DATA' | 'PADAN_MASTER_KEY'>

/**
 * Opens a database's vault with the key of the environment, or of the keys folder, where a new database's key is made. Throws KeyError when
 * the key is lost or another's: a database that was sealed never gets a new key by itself, for then all would be lost at once and in silence.
 */
export async function openVault (db: Kysely<Tables>, settings: KeySettings): Promise<{ vault: Vault, folder: KeyFolder }> {
  const folder = new KeyFolder(keysFolderOf(settings))
  const vault = await Vault.open(db, masterKeyOf(folder, settings, await readKeyCheck(db)))
  vault.folder = folder
  return { vault, folder }
}

/** The key of the settings; `check` is what the database knows of its own. Throws KeyError. */
export function masterKeyOf (folder: KeyFolder, { PADAN_MASTER_KEY: given }: KeySettings, check: string | undefined): Buffer {
  const key = given === undefined ? folder.read(check) : parseKey(given)
  if (key === undefined) {
    if (check === undefined && given === undefined) return folder.create()
    throw new KeyError(`The database was sealed with a key, and there is none in ${folder.path}. Put master.key back there, or name its folder with PADAN_KEYS, or give the key with PADAN_MASTER_KEY. Without it the personal data cannot be read; nothing was changed.`)
  }
  if (check !== undefined && checkOf(key) !== check) {
    throw new KeyError(`The key ${given === undefined ? `in ${folder.path}` : 'in PADAN_MASTER_KEY'} is not the one that this database was sealed with. Give the right one; nothing was changed.`)
  }
  return key
}
