import type { Seeker } from '@padan/matcher'
import { sql, type Kysely, type Selectable } from 'kysely'
import { insertRows, rowSet } from '../database/row-set.ts'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import type { NewSeal, Vault } from '../vault/vault.ts'
import type { Desk } from './desk.ts'
import type { SealedPerson } from './person.ts'
import type { PersonState, PersonTable } from './tables.ts'

/** The match record of a person, without the id. */
export type MatchProfile = Omit<Seeker, 'id'>

export interface StoredPerson {
  id: string
  details: SealedPerson
  profile: MatchProfile
  state: PersonState
  school: string | null
  account: string | null
  revision: number
  createdAt: Date
  updatedAt: Date
}

const USABLE_ID = /^s-[a-z2-7]{26}$/

/** The person of an id, unsealed; undefined when there is none. Whoever shows it to somebody records that first. */
export async function readPerson (db: Kysely<Tables>, vault: Vault, id: string): Promise<StoredPerson | undefined> {
  if (!USABLE_ID.test(id)) return undefined
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : personOf(row, vault)
}

/** The person of a row, unsealed. */
export function personOf (row: Selectable<PersonTable>, vault: Vault): StoredPerson {
  return {
    id: row.id,
    details: JSON.parse(vault.open(row.id, row.sealed)) as SealedPerson,
    profile: row.profile as unknown as MatchProfile,
    state: row.state,
    school: row.school,
    account: row.account,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The same within a use case. Throws Problem `record-not-found`. */
export async function requirePerson ({ registry, transaction }: Desk, id: string): Promise<StoredPerson> {
  const person = await readPerson(transaction, registry.vault, id)
  if (person === undefined) throw new Problem('record-not-found')
  return person
}

/** Whose person a card number or a NIK is. */
export async function findPerson (db: Kysely<Tables>, vault: Vault, by: { nik: string } | { number: string }): Promise<string | undefined> {
  if ('nik' in by) return (await db.selectFrom('people').select('id').where('nik_hash', '=', vault.blindIndex('nik', by.nik)).executeTakeFirst())?.id
  return (await db.selectFrom('cards').select('person_id').where('number', '=', by.number).orderBy('created_at', 'desc').executeTakeFirst())?.person_id
}

/** Somebody who is to be written anew, sealed with a key that the vault does not have yet. */
export interface PersonParts extends Pick<StoredPerson, 'id' | 'details' | 'profile' | 'school' | 'account'> {
  seal: NewSeal
  nikHash: string | null
}

/** Writes people anew, by one statement. Whether their NIKs are free was asked before. */
export async function insertPeople ({ transaction, registry: { vault }, now }: Desk, people: readonly PersonParts[]): Promise<void> {
  for (const { id, seal } of people) vault.admit(id, seal)
  await insertRows(transaction, 'people', people.map(({ id, seal: { sealed }, nikHash, profile, school, account }) => (
    { id, sealed, nik_hash: nikHash, profile, state: 'applying', school, account, revision: 1, created_at: now, updated_at: now }
  )))
}

/** What is to be another of a person; what is not told stays. */
export type PersonUpdate = Pick<StoredPerson, 'id'> & Partial<Pick<StoredPerson, 'details' | 'profile' | 'state'>>

/** Writes what has changed of people, each at the next revision, by one statement. Whether their NIKs are free was asked before. */
export async function updatePeople ({ transaction, registry: { vault }, now }: Desk, updates: readonly PersonUpdate[]): Promise<void> {
  if (updates.length === 0) return
  const rows = updates.map(({ id, details, profile, state }) => (
    { id, ...(details === undefined ? {} : { sealed: vault.seal(id, JSON.stringify(details)), nik_hash: nikHashOf(vault, details) }), profile, state }
  ))
  await sql`
    update people set sealed = coalesce(given.sealed, people.sealed), nik_hash = coalesce(given.nik_hash, people.nik_hash), profile = coalesce(given.profile, people.profile),
      state = coalesce(given.state, people.state), revision = people.revision + 1, updated_at = ${now}
    from ${rowSet('people', rows)} as given where people.id = given.id`.execute(transaction)
}

/** What somebody is found by whose NIK is known. */
export function nikHashOf (vault: Vault, { nik }: Pick<SealedPerson, 'nik'>): string | null {
  return nik === undefined ? null : vault.blindIndex('nik', nik)
}
