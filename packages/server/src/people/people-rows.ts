import type { Seeker } from '@padan/matcher'
import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import type { Vault } from '../vault/vault.ts'
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

/** Writes a person anew. Throws Problem `nik-registered`. */
export async function insertPerson (desk: Desk, person: Pick<StoredPerson, 'id' | 'details' | 'profile' | 'school' | 'account'>): Promise<void> {
  const { transaction, registry, now } = desk
  await requireFreeNik(desk, person.id, person.details.nik)
  await transaction.insertInto('people').values({
    id: person.id,
    nik_hash: person.details.nik === undefined ? null : registry.vault.blindIndex('nik', person.details.nik),
    sealed: registry.vault.seal(person.id, JSON.stringify(person.details)),
    profile: JSON.stringify(person.profile),
    state: 'applying',
    school: person.school,
    account: person.account,
    revision: 1,
    created_at: now,
    updated_at: now,
  }).execute()
}

/** Writes what has changed of a person; returns the new revision. Throws Problem `nik-registered`. */
export async function updatePerson (desk: Desk, { id, revision }: Pick<StoredPerson, 'id' | 'revision'>, change: Partial<Pick<StoredPerson, 'details' | 'profile' | 'state' | 'school'>>): Promise<number> {
  const { transaction, registry: { vault }, now } = desk
  const { details, profile, state, school } = change
  if (details !== undefined) await requireFreeNik(desk, id, details.nik)
  await transaction.updateTable('people').set({
    ...(details === undefined ? {} : { sealed: vault.seal(id, JSON.stringify(details)), nik_hash: details.nik === undefined ? null : vault.blindIndex('nik', details.nik) }),
    ...(profile === undefined ? {} : { profile: JSON.stringify(profile) }),
    ...(state === undefined ? {} : { state }),
    ...(school === undefined ? {} : { school }),
    revision: revision + 1,
    updated_at: now,
  }).where('id', '=', id).execute()
  return revision + 1
}

async function requireFreeNik ({ transaction, registry }: Desk, id: string, nik: string | undefined): Promise<void> {
  if (nik === undefined) return
  const holder = await findPerson(transaction, registry.vault, { nik })
  if (holder !== undefined && holder !== id) throw new Problem('nik-registered')
}
