import { sql, type Kysely, type Selectable } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Notice } from '../schemas/import.ts'
import type { Vault } from '../vault/vault.ts'
import type { MappedColumn } from './column-map.ts'
import type { CellFault } from './row-reader.ts'
import type { ImportJobTable } from './tables.ts'

/** What is known of a file: its header as it came, and what was made of it. */
export interface FileFacts {
  mapped: MappedColumn[]
  missing: string[]
  notices: Notice[]
}

/** A row that was refused, as it came. */
export interface BadRow {
  line: number
  cells: string[]
  faults: CellFault[]
}

export type ImportRow = Omit<Selectable<ImportJobTable>, 'sealed'> & { facts: FileFacts }

/** The rows of an import are sealed with a key of their own, which goes with the import. */
export function sealedFor (id: string): string {
  return `import ${id}`
}

export async function insertImport (db: Kysely<Tables>, vault: Vault, row: Pick<ImportRow, 'id' | 'kind' | 'owner' | 'school' | 'mode' | 'dry_run' | 'rows' | 'facts'>): Promise<void> {
  const { facts, ...values } = row
  await db.insertInto('import_jobs').values({ ...values, sealed: vault.seal(sealedFor(row.id), JSON.stringify(facts)) }).execute()
}

export async function readImport (db: Kysely<Tables>, vault: Vault, id: string): Promise<ImportRow | undefined> {
  const row = await db.selectFrom('import_jobs').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const { sealed, ...values } = row
  return { ...values, facts: JSON.parse(vault.open(sealedFor(id), sealed)) as FileFacts }
}

export async function insertChunk (db: Kysely<Tables>, id: string, number: number, sealed: string): Promise<void> {
  await db.insertInto('import_chunks').values({ job_id: id, number, sealed }).execute()
}

/** The chunk that is next, of those after a number; undefined when there is none left. */
export async function nextChunk (db: Kysely<Tables>, id: string, after: number): Promise<{ number: number, sealed: string } | undefined> {
  return await db.selectFrom('import_chunks').select(['number', 'sealed']).where('job_id', '=', id).where('number', '>', after).orderBy('number').limit(1).executeTakeFirst()
}

export async function deleteChunk (db: Kysely<Tables>, id: string, number: number): Promise<void> {
  await db.deleteFrom('import_chunks').where('job_id', '=', id).where('number', '=', number).execute()
}

export type Counts = Record<'done' | 'created' | 'changed' | 'unchanged' | 'rejected', number>

/** Adds what a transaction has done. What can be committed once has not brought the process down. */
export async function addCounts (db: Kysely<Tables>, id: string, { done, created, changed, unchanged, rejected }: Counts): Promise<void> {
  await sql`
    update import_jobs set done = done + ${done}, created = created + ${created}, changed = changed + ${changed}, unchanged = unchanged + ${unchanged}, rejected = rejected + ${rejected}, starts = 0
    where id = ${id}`.execute(db)
}

/** Counts a start, and returns how many there were since something was committed. */
export async function countStart (db: Kysely<Tables>, id: string): Promise<number> {
  const { starts } = await db.updateTable('import_jobs').set({ starts: sql`starts + 1` }).where('id', '=', id).returning('starts').executeTakeFirstOrThrow()
  return starts
}

export async function insertBadRows (db: Kysely<Tables>, vault: Vault, id: string, number: number, rows: readonly BadRow[]): Promise<void> {
  if (rows.length === 0) return
  await db.insertInto('import_errors').values({ job_id: id, number, sealed: vault.seal(sealedFor(id), JSON.stringify(rows)) }).execute()
}

/** The bad rows in the order of the file, a chunk at a time. */
export async function * badRowsOf (db: Kysely<Tables>, vault: Vault, id: string): AsyncGenerator<BadRow[], void> {
  let after = -1
  while (true) {
    const row = await db.selectFrom('import_errors').select(['number', 'sealed']).where('job_id', '=', id).where('number', '>', after).orderBy('number').limit(1).executeTakeFirst()
    if (row === undefined) return
    after = row.number
    yield JSON.parse(vault.open(sealedFor(id), row.sealed)) as BadRow[]
  }
}

/** What a header like this meant the last time. */
export async function rememberedColumns (db: Kysely<Tables>, kind: string, owner: string, signature: string): Promise<Array<string | null> | undefined> {
  return (await db.selectFrom('column_maps').select('columns').where('kind', '=', kind).where('owner', '=', owner).where('signature', '=', signature).executeTakeFirst())?.columns
}

export async function rememberColumns (db: Kysely<Tables>, kind: string, owner: string, signature: string, mapped: readonly MappedColumn[]): Promise<void> {
  const columns = JSON.stringify(mapped.map(({ column }) => column))
  await db.insertInto('column_maps').values({ kind, owner, signature, columns }).onConflict(conflict => conflict.columns(['kind', 'owner', 'signature']).doUpdateSet({ columns })).execute()
}
