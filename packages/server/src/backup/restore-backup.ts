import { sql, type Kysely, type Transaction } from 'kysely'
import { Audit } from '../audit/audit.ts'
import { anchorIn } from '../audit/anchor.ts'
import { verifyChain } from '../audit/chain.ts'
import type { Tables } from '../database/tables.ts'
import { migrate } from '../database/migrate.ts'
import { newId } from '../people/desk.ts'
import { DATA_MAP } from '../privacy/data-map.ts'
import { writeKeyCheck } from '../vault/key-check.ts'
import { readKeyFile, writeKeyFile } from '../vault/key-file.ts'
import { KeyError, type KeyFolder } from '../vault/master-key.ts'
import { masterKeyOf, type KeySettings } from '../vault/open-vault.ts'
import { Vault } from '../vault/vault.ts'
import { replaceWrappedKeys } from '../vault/wrapped-keys.ts'
import { layoutOf, tablesInOrder } from './catalogue.ts'
import type { BackupRow } from './format.ts'
import { BackupError, backupRows, checkBackup } from './read-backup.ts'

const ROWS_AT_ONCE = 500

export interface RestoreReport {
  /** When the backup was made. */
  at: string
  rows: number
  /** People who were erased since: nothing of them came back. */
  erased: number
  auditEntries: number
}

/**
 * Puts a backup into an empty database, in one transaction. Nothing is touched before the file was read to its end and found whole. Rows of people
 * whose keys are gone stay sealed for ever: they are left out, but for what is counted. Throws BackupError or KeyError.
 */
export async function restoreBackup (db: Kysely<Tables>, folder: KeyFolder, settings: KeySettings, path: string, now: Date): Promise<RestoreReport> {
  const { head, end } = await checkBackup(path)
  const kept = readKeyFile(folder)
  if (kept === undefined) throw new KeyError(`${folder.path} holds no wrapped.keys, without which the backup cannot be opened. Put the copy of the keys folder there, or name it with PADAN_KEYS.`)
  const master = masterKeyOf(folder, settings, kept.check)
  const layout = await layoutOf(db)
  if (layout !== undefined && layout > head.layout) throw new BackupError(`The database has the layout ${layout}, the backup ${head.layout}. A backup is put back into a new database; nothing was changed.`)
  await migrate(db, head.layout)
  await requireEmpty(db)
  const audit = new Audit({ anchor: anchorIn(folder), now: () => now })
  const report = await db.transaction().execute(async transaction => {
    await replaceWrappedKeys(transaction, kept.keys)
    await writeKeyCheck(transaction, master)
    const vault = await Vault.over(transaction, master)
    const erased = await fill(transaction, vault, path)
    for (const [name, value] of Object.entries(end.sequences)) {
      // Of the signing keys the numbers came with the keys.
      if (!name.startsWith('signing_keys')) await sql`select setval(${name}::regclass, ${value}::bigint)`.execute(transaction)
    }
    const found = await verifyChain(transaction)
    if (found.problem !== null) throw new BackupError(`The audit trail in the backup is not whole. ${found.problem.what}`)
    await audit.record(transaction, { actor: 'local', action: 'restored', detail: { from: head.at, erased: erased.size } })
    const saved = await audit.save(transaction)
    return { saved, at: head.at, rows: Object.values(end.rows).reduce((sum, count) => sum + count, 0), erased: erased.size, auditEntries: found.entries + 1 }
  })
  const { saved, ...told } = report
  await migrate(db)
  saved()
  audit.close()
  await writeKeyFile(db, folder)
  return told
}

async function requireEmpty (db: Kysely<Tables>): Promise<void> {
  for (const table of await tablesInOrder(db)) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length > 0) throw new BackupError(`The database is not empty: ${table} has rows. A backup is put back into a new database; nothing was changed.`)
  }
}

/** Returns the ids of the people whose keys are gone, each with the name that stands in their place. */
async function fill (transaction: Transaction<Tables>, vault: Vault, path: string): Promise<Map<string, string>> {
  const erased = new Map<string, string>()
  let table = ''
  let texts: string[] = []
  const flush = async (): Promise<void> => {
    if (texts.length === 0) return
    await sql`insert into ${sql.table(table)} overriding system value select * from jsonb_populate_recordset(null::${sql.table(table)}, ${`[${texts.join(',')}]`}::jsonb)`.execute(transaction)
    texts = []
  }
  for await (const row of backupRows(path)) {
    if (row.table !== table || texts.length >= ROWS_AT_ONCE) {
      await flush()
      table = row.table
    }
    const text = textOf(vault, row, erased)
    if (text !== undefined) texts.push(text)
  }
  await flush()
  return erased
}

function textOf (vault: Vault, { table, row, person, sealed, remains }: BackupRow, erased: Map<string, string>): string | undefined {
  if (person === undefined) return row
  if (vault.hasKey(person)) return vault.openBytes(person, Buffer.from(String(sealed), 'base64')).toString('utf8')
  const pseudonym = erased.get(person) ?? newId('erased')
  erased.set(person, pseudonym)
  return remains === undefined ? undefined : JSON.stringify({ ...remains, [String(DATA_MAP[table].person)]: pseudonym })
}
