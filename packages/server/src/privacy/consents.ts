import { sql, type Kysely } from 'kysely'
import { insertRows } from '../database/row-set.ts'
import type { Tables } from '../database/tables.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from './tables.ts'

export { CONSENT_PURPOSES, type ConsentPurpose }

export interface NewConsent {
  personId: string
  purpose: ConsentPurpose
  at: Date
  /** Id of the account that wrote it down. */
  by: string
  /** How it was given, in codes: never personal data. */
  evidence: Readonly<Record<string, unknown>>
}

/** Writes down what people agree to, by one statement; what is given already stays as it is. */
export async function giveConsent (db: Kysely<Tables>, ...consents: readonly NewConsent[]): Promise<void> {
  const rows = consents.map(({ personId, purpose, at, by, evidence }) => ({ person_id: personId, purpose, given_at: at, withdrawn_at: null, evidence, by }))
  await insertRows(db, 'consents', rows, sql`on conflict (person_id, purpose) where withdrawn_at is null do nothing`)
}

/** What people were ever asked for and agreed to, withdrawn or not, by person: one statement. */
export async function everGiven (db: Kysely<Tables>, personIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<ConsentPurpose>>> {
  const given = new Map<string, Set<ConsentPurpose>>()
  if (personIds.length === 0) return given
  const { rows } = await sql<{ person: string, purpose: ConsentPurpose }>`select person_id as person, purpose from consents where person_id = any(${personIds}::text[])`.execute(db)
  for (const { person, purpose } of rows) given.set(person, (given.get(person) ?? new Set()).add(purpose))
  return given
}
