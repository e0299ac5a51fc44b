import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { DATA_MAP } from '../privacy/data-map.ts'
import { readKeyCheck } from '../vault/key-check.ts'
import { writeKeyFile } from '../vault/key-file.ts'
import type { KeyFolder } from '../vault/master-key.ts'
import type { Vault } from '../vault/vault.ts'
import { layoutOf, tablesInOrder } from './catalogue.ts'
import { FORMAT, type BackupEnd, type BackupHead, type BackupRow } from './format.ts'

const ROWS_AT_ONCE = 500

export interface BackupReport {
  at: string
  layout: string
  rows: number
  bytes: number
}

/**
 * Writes everything to a file, as of one moment, while others go on. Rows about a person are sealed with the person's key, and the file holds no
 * keys: they are in the keys folder, which is brought up to date here. Memory does not grow with the database. The file has its name when it is
 * whole; when anything fails there is none.
 */
export async function writeBackup (db: Kysely<Tables>, vault: Vault, folder: KeyFolder, path: string, now: Date): Promise<BackupReport> {
  const draft = `${path}.draft`
  await mkdir(dirname(path), { recursive: true })
  try {
    const report = await db.transaction().setIsolationLevel('repeatable read').execute(async transaction => {
      const told = { at: now.toISOString(), layout: String(await layoutOf(transaction)), rows: 0 }
      // The keys as of the same moment: a person whose key is not there would stand in the file in the clear.
      const keys = await vault.asOf(transaction)
      const lines = linesOf(transaction, keys, told, count => { told.rows = count })
      await pipeline(Readable.from(lines), createGzip(), createWriteStream(draft, { mode: 0o600, flags: 'w' }))
      return told
    })
    await writeKeyFile(db, folder)
    const file = await open(draft, 'r')
    let bytes = 0
    try {
      await file.sync()
      bytes = (await file.stat()).size
    } finally {
      await file.close()
    }
    await rename(draft, path)
    return { ...report, bytes }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function * linesOf (transaction: Transaction<Tables>, keys: Vault, { at, layout }: Pick<BackupReport, 'at' | 'layout'>, told: (rows: number) => void): AsyncGenerator<string, void> {
  const hash = createHash('sha256')
  const line = (value: BackupHead | BackupRow): string => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  yield line({ format: FORMAT, at, layout, check: String(await readKeyCheck(transaction)) })
  const rows: Record<string, number> = {}
  let total = 0
  for (const table of await tablesInOrder(transaction)) {
    rows[table] = 0
    for await (const batch of rowsOf(transaction, table)) {
      const texts = batch.map(({ person, row }) => line(rowFor(keys, table, person, row)))
      rows[table] += batch.length
      total += batch.length
      yield texts.join('')
    }
  }
  const { rows: sequences } = await sql<{ name: string, value: string | null }>`select sequencename as name, last_value::text as value from pg_sequences where schemaname = current_schema()`.execute(transaction)
  told(total)
  const end: BackupEnd = { sequences: Object.fromEntries(sequences.flatMap(({ name, value }) => value === null ? [] : [[name, value]])), rows, sha256: hash.digest('hex') }
  yield `${JSON.stringify(end)}\n`
}

function rowFor (keys: Vault, table: string, person: string | null, row: string): BackupRow {
  // The text of the database goes in as it is: read as JSON here, a large number would lose digits.
  if (person === null || !keys.hasKey(person)) return { table, row }
  const { remains, person: column } = DATA_MAP[table]
  return {
    table,
    person,
    sealed: keys.sealBytes(person, Buffer.from(row, 'utf8')).toString('base64'),
    ...(remains === undefined ? {} : { remains: { ...JSON.parse(row), [String(column)]: null, ...remains } }),
  }
}

/** All rows of a table through a cursor, as JSON texts. */
async function * rowsOf (transaction: Transaction<Tables>, table: string): AsyncGenerator<Array<{ person: string | null, row: string }>, void> {
  const column = DATA_MAP[table].person
  const person = column === null ? sql`null::text` : sql`t.${sql.ref(column)}`
  await sql`declare backup_rows no scroll cursor for select ${person} as person, to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(transaction)
  while (true) {
    const { rows } = await sql<{ person: string | null, row: string }>`fetch ${sql.lit(ROWS_AT_ONCE)} from backup_rows`.execute(transaction)
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_AT_ONCE) break
  }
  await sql`close backup_rows`.execute(transaction)
}
