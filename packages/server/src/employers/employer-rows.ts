import { sql, type Kysely } from 'kysely'
import { rowSet } from '../database/row-set.ts'
import type { Tables } from '../database/tables.ts'
import { likelihoodOfSame, WORTH_SHOWING, type Likelihood } from './duplicates.ts'
import type { Employer } from './employer-schema.ts'
import { readFirmName, readNib, readPhone } from './firm-names.ts'
import type { EmployerState } from './tables.ts'

export interface StoredEmployer {
  id: string
  state: EmployerState
  reason: string | null
  record: Employer
  revision: string
}

export interface Duplicate extends Likelihood {
  id: string
  state: EmployerState
  name: string
}

/** Most entries that are compared one by one. */
const MOST_COMPARED = 500

export async function readEmployer (db: Kysely<Tables>, id: string): Promise<StoredEmployer | undefined> {
  return await db.selectFrom('employers').select(['id', 'state', 'reason', 'record', 'revision']).where('id', '=', id).executeTakeFirst()
}

/** Names of firms, by id. */
export async function namesOfEmployers (db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string, name: string }>`select id, record->>'name' as name from employers where id = any(${[...new Set(ids)]}::text[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Up to `limit` after an id, in the order of their ids. */
export async function pageOfEmployers (db: Kysely<Tables>, limit: number, after?: string, state?: EmployerState): Promise<StoredEmployer[]> {
  let query = db.selectFrom('employers').select(['id', 'state', 'reason', 'record', 'revision']).orderBy('id').limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  if (state !== undefined) query = query.where('state', '=', state)
  return await query.execute()
}

export type EmployerParts = Omit<StoredEmployer, 'revision'>

/** Stores or replaces entries, by one statement. Returns the revision of each id. */
export async function writeEmployers (db: Kysely<Tables>, employers: readonly EmployerParts[]): Promise<ReadonlyMap<string, string>> {
  const written = employers.map(({ id, state, reason, record }) => {
    const { key, words } = readFirmName(record.name)
    return { id, state, record, reason, external_id: record.externalId, name_key: key, name_words: words, nib: readNib(record.nib ?? ''), phone_key: readPhone(record.phone ?? '') }
  })
  const { rows } = await sql<{ id: string, revision: string }>`
    insert into employers (id, state, record, reason, external_id, name_key, name_words, nib, phone_key, revision)
    select id, state, record, reason, external_id, name_key, name_words, nib, phone_key, nextval('revisions') from ${rowSet('employers', written)} as given
    on conflict (id) do update set state = excluded.state, record = excluded.record, reason = excluded.reason, external_id = excluded.external_id, name_key = excluded.name_key,
      name_words = excluded.name_words, nib = excluded.nib, phone_key = excluded.phone_key, revision = excluded.revision, updated_at = now()
    returning id, revision`.execute(db)
  return new Map(rows.map(({ id, revision }) => [id, revision]))
}

/** Entries by id, and ids by the firms' own numbers. */
export interface KnownEmployers {
  byId: ReadonlyMap<string, StoredEmployer>
  byNumber: ReadonlyMap<string, string>
}

/** Looks up firms by texts that are ids or their own numbers: one statement. */
export async function lookUpEmployers (db: Kysely<Tables>, texts: readonly string[]): Promise<KnownEmployers> {
  if (texts.length === 0) return { byId: new Map(), byNumber: new Map() }
  const { rows } = await sql<StoredEmployer & { number: string | null }>`
    select id, state, reason, record, revision, external_id as number from employers where id = any(${texts}::text[]) or external_id = any(${texts}::text[])`.execute(db)
  return {
    byId: new Map(rows.map(({ number: _number, ...employer }) => [employer.id, employer])),
    byNumber: new Map(rows.flatMap(({ id, number }) => number === null ? [] : [[number, id]])),
  }
}

/** Entries that may be the same firm, likeliest first, each with its reasons. */
export async function findDuplicates (db: Kysely<Tables>, id: string, record: Employer): Promise<Duplicate[]> {
  const { key, words } = readFirmName(record.name)
  const [nib, phone] = [readNib(record.nib ?? ''), readPhone(record.phone ?? '')]
  // The surest first, so that the bound cuts off only those that share a common word.
  const { rows } = await sql<{ id: string, state: EmployerState, record: Employer }>`
    select id, state, record from employers
    where id <> ${id} and (nib = ${nib ?? null} or phone_key = ${phone ?? null} or name_key = ${key} or name_words && ${words}::text[])
    order by (coalesce(nib = ${nib ?? null}, false) or coalesce(phone_key = ${phone ?? null}, false) or name_key = ${key}) desc, id limit ${MOST_COMPARED}`.execute(db)
  return rows
    .map(row => ({ id: row.id, state: row.state, name: row.record.name, ...likelihoodOfSame(record, row.record) }))
    .filter(({ score }) => score >= WORTH_SHOWING)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}
