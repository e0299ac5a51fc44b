import { readConfig, keysFolderOf } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { KeyFolder, makeKey } from '../vault/master-key.ts'
import { openVault } from '../vault/open-vault.ts'
import { rotateMasterKey } from '../vault/rotate-master-key.ts'
import { usageError } from './exit.ts'
import { readOptions } from './options.ts'
import { count } from './progress.ts'
import { writeAudited } from './write-audited.ts'

export const KEYS_HELP = `padan keys rotate | padan keys make

  rotate    give the database a new master key; the service must be stopped. What is sealed stays, only the people's keys are wrapped anew.
            With PADAN_MASTER_KEY, the new key is given as PADAN_NEXT_MASTER_KEY.
  make      print a new master key, for PADAN_MASTER_KEY
`

/** The master key. Throws CommandError. */
export async function keysCommand ([what, ...args]: readonly string[]): Promise<void> {
  const options = what === '--help' || what === '-h' ? { help: true } : readOptions(args, {})
  if (options.help === true) {
    process.stdout.write(KEYS_HELP)
  } else if (what === 'make') {
    process.stdout.write(`${makeKey()}\n`)
  } else if (what === 'rotate') {
    await rotate()
  } else {
    throw usageError(`padan keys takes rotate or make, got '${what ?? ''}'.\n\n${KEYS_HELP}`)
  }
}

async function rotate (): Promise<void> {
  const config = readConfig(process.env)
  const database = await openDatabase({ url: config.DATABASE_URL, poolSize: config.DATABASE_POOL, folder: config.PADAN_DATA })
  try {
    await openVault(database.db, config)
    const folder = new KeyFolder(keysFolderOf(config))
    const people = await rotateMasterKey(database.db, folder, config, process.env.PADAN_NEXT_MASTER_KEY)
    await writeAudited(database.db, folder, (transaction, audit) => audit.record(transaction, { actor: 'local', action: 'master-key-rotated', detail: { people } }))
    process.stderr.write(`The keys of ${count(people)} people are wrapped by the new master key. Copy ${folder.path} to where the keys are kept, and destroy the old copy.\n`)
  } finally {
    await database.close()
  }
}
