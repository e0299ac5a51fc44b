import { existsSync } from 'node:fs'
import { restoreBackup } from '../backup/restore-backup.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { keysFolderOf, readConfig } from '../config.ts'
import { openForReading } from '../database/open-for-reading.ts'
import { openDatabase } from '../database/open.ts'
import { readKeyCheck } from '../vault/key-check.ts'
import { KeyFolder } from '../vault/master-key.ts'
import { masterKeyOf } from '../vault/open-vault.ts'
import { Vault } from '../vault/vault.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { count } from './progress.ts'

export const BACKUP_HELP = `padan backup FILE

Writes everything in the database to a file, as of one moment. With DATABASE_URL the service may go on meanwhile; the embedded database must be stopped, or
asked by POST /v1/backups. The file holds no keys: keep the keys folder (one copy, always the newest) apart from it.
`

export const RESTORE_HELP = `padan restore FILE

Puts a backup into a new, empty database, with the keys of the keys folder. People who were erased since the backup do not come back.
`

export async function backupCommand (args: readonly string[]): Promise<void> {
  const path = fileOf(args, BACKUP_HELP)
  if (path === undefined) return
  if (existsSync(path)) throw new CommandError(EXIT.failed, `${path} is there already; a backup replaces nothing.`)
  const config = readConfig(process.env)
  const database = await openForReading({ url: config.DATABASE_URL, folder: config.PADAN_DATA })
  try {
    const folder = new KeyFolder(keysFolderOf(config))
    const check = await readKeyCheck(database.db).catch(() => undefined)
    if (check === undefined) throw new CommandError(EXIT.data, 'There is no database of this version to back up: it was never started with its keys.')
    const vault = await Vault.over(database.db, masterKeyOf(folder, config, check))
    const report = await writeBackup(database.db, vault, folder, path, new Date())
    process.stdout.write(`${JSON.stringify({ file: path, ...report })}\n`)
    process.stderr.write(`${path}: ${count(report.rows)} rows, ${count(report.bytes)} bytes. Copy ${folder.path} to where the keys are kept, in place of the copy that is there.\n`)
  } finally {
    await database.close()
  }
}

export async function restoreCommand (args: readonly string[]): Promise<void> {
  const path = fileOf(args, RESTORE_HELP)
  if (path === undefined) return
  const config = readConfig(process.env)
  const database = await openDatabase({ url: config.DATABASE_URL, poolSize: config.DATABASE_POOL, folder: config.PADAN_DATA, asIs: true })
  try {
    const report = await restoreBackup(database.db, new KeyFolder(keysFolderOf(config)), config, path, new Date())
    process.stdout.write(`${JSON.stringify({ file: path, ...report })}\n`)
    process.stderr.write(`${count(report.rows)} rows of ${report.at} are back${report.erased === 0 ? '' : `, but for ${count(report.erased)} people who were erased since`}. The audit trail is whole: ${count(report.auditEntries)} entries.\n`)
  } finally {
    await database.close()
  }
}

/** The one file of the command line; undefined when help was asked for. */
function fileOf (args: readonly string[], help: string): string | undefined {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return undefined
  }
  if (args.length !== 1 || args[0].startsWith('-')) throw usageError(`One file was expected.\n\n${help}`)
  return args[0]
}
