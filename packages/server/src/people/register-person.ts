import type { Seeker } from '@padan/matcher'
import { fieldErrors, Problem } from '../errors/problem.ts'
import { giveConsent, type ConsentPurpose } from '../privacy/consents.ts'
import { checkRecords } from '../store/check-records.ts'
import { ADULT_AGE, checkedDetails } from './check-details.ts'
import { addMonths, ageOn } from './days.ts'
import { newId, type Apply, type Desk } from './desk.ts'
import { insertPerson, updatePerson, type MatchProfile, type StoredPerson } from './people-rows.ts'
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

/**
 * Registers a person, who is `applying` until a card is approved. Under 18 somebody must answer for the person. Throws Problem
 * `bad-request-field`, `bad-record`, `too-young`, `guardian-needed` or `nik-registered`.
 */
export async function registerPerson (desk: Desk, { person, profile = {}, consents, guardian, school }: Registration, way: ConsentWay, as: { id?: string, account?: string } = {}): Promise<string> {
  const details = checkedDetails(person, desk.today)
  const isMinor = ageOn(details.birthDate, desk.today) < ADULT_AGE
  if (isMinor && guardian === undefined) throw new Problem('guardian-needed')
  const { id = newId('s'), account } = as
  const checked = checkedProfile(desk, id, profile, details.birthDate)
  await insertPerson(desk, { id, details: { ...details, ...(guardian === undefined ? {} : { guardian }) }, profile: checked, school: school ?? null, account: account ?? null })
  await addEvent(desk, { personId: id, kind: 'applied', detail: { way } })
  for (const purpose of new Set(consents)) {
    await giveConsent(desk.transaction, { personId: id, purpose, at: desk.now, by: desk.by, evidence: isMinor ? { way, guardian: (guardian as Guardian).relation } : { way } })
  }
  return id
}

/** Changes what a person has told; the NIK stays when none is given. Throws like `registerPerson`. */
export async function changePerson (desk: Desk, stored: StoredPerson, { person, profile, guardian }: { person: PersonDetails, profile: MatchProfile, guardian?: Guardian }): Promise<{ revision: number, apply: Apply }> {
  const details = checkedDetails({ ...person, nik: person.nik ?? stored.details.nik }, desk.today)
  const answers = guardian ?? stored.details.guardian
  if (ageOn(details.birthDate, desk.today) < ADULT_AGE && answers === undefined) throw new Problem('guardian-needed')
  const revision = await updatePerson(desk, stored, {
    details: { ...details, ...(answers === undefined ? {} : { guardian: answers }) },
    profile: checkedProfile(desk, stored.id, profile, details.birthDate),
  })
  await addEvent(desk, { personId: stored.id, kind: 'profile-changed' })
  return { revision, apply: await syncRankable(desk.transaction, desk.registry, stored.id) }
}

/** The match profile as the matcher's own reader takes it. Who is not of age yet carries the day, which work for adults asks for. */
function checkedProfile ({ registry, today }: Desk, id: string, profile: MatchProfile, birthDate: string): MatchProfile {
  const { adultFrom: _given, ...told } = profile as Omit<Seeker, 'id'>
  const adultFrom = addMonths(birthDate, ADULT_AGE * 12)
  const checked = { ...told, ...(adultFrom > today ? { adultFrom } : {}) }
  const problems = checkRecords('seekers', [{ ...checked, id }], registry.taxonomy)
  if (problems.length > 0) throw new Problem('bad-record', { errors: fieldErrors(problems, '/profile') })
  return checked
}
