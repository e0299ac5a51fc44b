import type { Seeker } from '@padan/matcher'
import { fieldErrors, Problem } from '../errors/problem.ts'
import { giveConsent, type ConsentPurpose } from '../privacy/consents.ts'
import { checkRecords } from '../store/check-records.ts'
import { ADULT_AGE, checkedDetails } from './check-details.ts'
import { addMonths, ageOn } from './days.ts'
import { newId, type Apply, type Desk, type Office } from './desk.ts'
import { holdersOfNiks } from './look-up-people.ts'
import { insertPeople, nikHashOf, updatePeople, type MatchProfile, type PersonParts, type StoredPerson } from './people-rows.ts'
import { addEvent } from './person-events.ts'
import type { Guardian, PersonDetails } from './person.ts'
import { syncRankable } from './rankable.ts'

export interface Registration {
  person: PersonDetails
  profile?: MatchProfile
  /** What the person agrees to. */
  consents: readonly ConsentPurpose[]
  guardian?: Guardian
  school?: string
}

/** How the agreement was given, for the proof that the law asks for. */
export type ConsentWay = 'online' | 'counter' | 'file'

/** Somebody who is to be registered, checked. */
export interface NewPerson extends PersonParts {
  consents: ReadonlySet<ConsentPurpose>
  isMinor: boolean
}

/**
 * Registers a person, who is `applying` until a card is approved. Under 18 somebody must answer for the person. Throws Problem
 * `bad-request-field`, `bad-record`, `too-young`, `guardian-needed` or `nik-registered`.
 */
export async function registerPerson (desk: Desk, registration: Registration, way: ConsentWay, as: { id?: string, account?: string } = {}): Promise<string> {
  const person = newPerson(desk, registration, as)
  requireFreeNik(await holdersOfNiks(desk, [person.details.nik]), person)
  await registerPeople(desk, [person], way)
  return person.id
}

/** Checks a registration and seals it; nothing is written, and the vault knows nothing of it yet. Throws like `registerPerson`, but for the NIK. */
export function newPerson (office: Office, { person, profile = {}, consents, guardian, school }: Registration, { id = newId('s'), account }: { id?: string, account?: string } = {}): NewPerson {
  const { today, registry: { vault } } = office
  const checked = checkedDetails(person, today)
  const isMinor = ageOn(checked.birthDate, today) < ADULT_AGE
  if (isMinor && guardian === undefined) throw new Problem('guardian-needed')
  const details = { ...checked, ...(guardian === undefined ? {} : { guardian }) }
  const usable = checkedProfile(office, id, profile, details.birthDate)
  return {
    id,
    details,
    seal: vault.sealAnew(id, JSON.stringify(details)),
    nikHash: nikHashOf(vault, details),
    profile: usable,
    school: school ?? null,
    account: account ?? null,
    consents: new Set(consents),
    isMinor,
  }
}

/** Registers people who were checked, whose NIKs nobody else has, by a few statements. */
export async function registerPeople (desk: Desk, people: readonly NewPerson[], way: ConsentWay): Promise<void> {
  const { transaction, now, by } = desk
  const told = { way }
  await insertPeople(desk, people)
  await addEvent(desk, ...people.map(({ id }) => ({ personId: id, kind: 'applied' as const, detail: told })))
  await giveConsent(transaction, ...people.flatMap(({ id, consents, isMinor, details: { guardian } }) => {
    const evidence = isMinor ? { way, guardian: (guardian as Guardian).relation } : told
    return [...consents].map(purpose => ({ personId: id, purpose, at: now, by, evidence }))
  }))
}

export interface PersonChange {
  person: PersonDetails
  profile: MatchProfile
  guardian?: Guardian
}

/** Changes what a person has told; the NIK stays when none is given. Throws like `registerPerson`. */
export async function changePerson (desk: Desk, stored: StoredPerson, change: PersonChange): Promise<{ revision: number, apply: Apply }> {
  const changed = changedPerson(desk, stored, change)
  requireFreeNik(await holdersOfNiks(desk, [changed.details.nik]), changed)
  return { revision: stored.revision + 1, apply: await changePeople(desk, [changed]) }
}

export type ChangedPerson = Pick<StoredPerson, 'id' | 'details' | 'profile'>

/** Checks what a person is to be; nothing is written. Throws like `registerPerson`, but for the NIK. */
export function changedPerson (desk: Desk, stored: StoredPerson, { person, profile, guardian = stored.details.guardian }: PersonChange): ChangedPerson {
  const details = checkedDetails({ ...person, nik: person.nik ?? stored.details.nik }, desk.today)
  if (ageOn(details.birthDate, desk.today) < ADULT_AGE && guardian === undefined) throw new Problem('guardian-needed')
  return { id: stored.id, details: { ...details, ...(guardian === undefined ? {} : { guardian }) }, profile: checkedProfile(desk, stored.id, profile, details.birthDate) }
}

/** Changes people as they were checked, whose NIKs nobody else has, by a few statements. */
export async function changePeople (desk: Desk, people: readonly ChangedPerson[]): Promise<Apply> {
  await updatePeople(desk, people)
  await addEvent(desk, ...people.map(({ id }) => ({ personId: id, kind: 'profile-changed' as const })))
  return await syncRankable(desk.transaction, desk.registry, ...people.map(({ id }) => id))
}

/** Throws Problem `nik-registered` when somebody else has the person's NIK. */
export function requireFreeNik (holders: ReadonlyMap<string, string>, { id, details: { nik } }: Pick<StoredPerson, 'id' | 'details'>): void {
  const holder = nik === undefined ? undefined : holders.get(nik)
  if (holder !== undefined && holder !== id) throw new Problem('nik-registered')
}

/** The match profile as the matcher's own reader takes it. Who is not of age yet carries the day, which work for adults asks for. */
function checkedProfile ({ registry, today }: Office, id: string, profile: MatchProfile, birthDate: string): MatchProfile {
  if ('id' in profile) {
    const expected = 'no such property: the id of the person is that of the record'
    throw new Problem('bad-record', { errors: [{ pointer: '/profile/id', code: 'unknown-property', expected, message: `At /profile/id: expected ${expected}.`, messageId: 'Pada /profile/id: tidak boleh diisi; id orang ini adalah id catatannya.' }] })
  }
  const { adultFrom: _given, ...told } = profile as Omit<Seeker, 'id'>
  const adultFrom = addMonths(birthDate, ADULT_AGE * 12)
  const checked = { ...told, ...(adultFrom > today ? { adultFrom } : {}) }
  const problems = checkRecords('seekers', [{ ...checked, id }], registry.taxonomy)
  if (problems.length > 0) throw new Problem('bad-record', { errors: fieldErrors(problems, '/profile') })
  return checked
}
