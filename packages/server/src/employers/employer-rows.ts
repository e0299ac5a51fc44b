import { sql, type Kysely } from 'kysely'
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

/** Stores or replaces an entry. Returns its revision. */
export async function writeEmployer (db: Kysely<Tables>, { id, state, reason, record }: Omit<StoredEmployer, 'revision'>): Promise<string> {
  const { key, words } = readFirmName(record.name)
  const phone = readPhone(record.phone ?? '') ?? null
  const { rows } = await sql<{ revision: string }>`
    insert into employers (id, state, record, reason, external_id, name_key, name_words, nib, phone_key, revision)
    values (${id}, ${state}, ${JSON.stringify(record)}::jsonb, ${reason}, ${record.externalId ?? null}, ${key}, ${words}::text[], ${readNib(record.nib ?? '') ?? null}, ${phone}, nextval('revisions'))
    on conflict (id) do update set state = excluded.state, record = excluded.record, reason = excluded.reason, external_id = excluded.external_id, name_key = excluded.name_key,
      name_words = excluded.name_words, nib = excluded.nib, phone_key = excluded.phone_key, revision = excluded.revision, updated_at = now()
    returning revision`.execute(db)
  return rows[0].revision
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
