import { isDeepStrictEqual } from 'node:util'
import { Problem } from '../../errors/problem.ts'
import type { Desk } from '../../people/desk.ts'
import { findPerson, readPerson, requirePerson, type StoredPerson } from '../../people/people-rows.ts'
import { changePerson, registerPerson } from '../../people/register-person.ts'
import { giveConsent, hasConsent, type ConsentPurpose } from '../../privacy/consents.ts'
import { syncShared } from '../../privacy/sharing.ts'
import type { Kind, Stored } from './kind.ts'
import { newIdOf } from './record-kind.ts'
import { PERSON_COLUMNS } from './person-columns.ts'
import { columnOfPerson, readPersonRow, type ToldPerson } from './read-person.ts'

/**
 * People, as an office brings them along. Somebody who is registered already (by id or NIK) is changed where the row tells something else; what
 * it does not tell stays. Who comes from another office keeps the id that its export shows.
 */
export const people: Kind = {
  columns: PERSON_COLUMNS,
  beside: ['state', 'school', 'createdAt'],
  action: 'person-imported',
  columnAt: columnOfPerson,
  async store (desk, row) {
    const told = readPersonRow(row)
    const id = row.text('id') ?? (told.person.nik === undefined ? undefined : await findPerson(desk.transaction, desk.registry.vault, { nik: told.person.nik }))
    if (id === undefined) return { did: 'created', subject: await registerPerson(desk, told, 'file') }
    const known = await readPerson(desk.transaction, desk.registry.vault, id)
    if (known === undefined) return { did: 'created', subject: await registerPerson(desk, told, 'file', { id: await newIdOf(desk, row, 's') }) }
    return await change(desk, known, told)
  },
}

/** The person that a row means, in the school that a teacher answers for. */
export async function registerPupil (desk: Desk, told: ToldPerson, school: string): Promise<Stored> {
  const { nik } = told.person
  const id = nik === undefined ? undefined : await findPerson(desk.transaction, desk.registry.vault, { nik })
  if (id === undefined) return { did: 'created', subject: await registerPerson(desk, { ...told, school }, 'file') }
  const stored = await requirePerson(desk, id)
  // Of somebody else's pupil a school learns no more than at a registration.
  if (stored.school !== school) throw new Problem('nik-registered')
  return { did: 'unchanged', subject: id }
}

async function change (desk: Desk, stored: StoredPerson, { person, profile, guardian, consents }: ToldPerson): Promise<Stored> {
  const { guardian: known, ...details } = stored.details
  const { education, skills, ...others } = person
  const merged = {
    ...details,
    ...others,
    // A row tells of the last school alone; an earlier one, and an empty list, say nothing.
    ...(education.length === 0 || holds(details.education, education) ? {} : { education: [...details.education.filter(({ level }) => level !== education[0].level), ...education] }),
    ...(skills.length === 0 || holds(details.skills.map(({ name }) => ({ name })), skills) ? {} : { skills }),
  }
  const mergedProfile = { ...stored.profile, ...profile }
  const answers = guardian ?? known
  const isNew = await newConsents(desk, stored.id, consents)
  const isSame = isDeepStrictEqual(merged, details) && isDeepStrictEqual(mergedProfile, stored.profile) && isDeepStrictEqual(answers, known)
  if (isSame && isNew.length === 0) return { did: 'unchanged', subject: stored.id }
  for (const purpose of isNew) await giveConsent(desk.transaction, { personId: stored.id, purpose, at: desk.now, by: desk.by, evidence: { way: 'file' } })
  if (isNew.includes('sharing-with-employers')) await syncShared(desk.transaction, stored.id, desk.by)
  const { apply } = await changePerson(desk, stored, { person: merged, profile: mergedProfile, guardian: answers })
  return { did: 'changed', subject: stored.id, apply }
}

/** A consent that was withdrawn is not given back by a file: only what the person was never asked for is new. */
async function newConsents ({ transaction }: Desk, personId: string, consents: readonly ConsentPurpose[]): Promise<ConsentPurpose[]> {
  const fresh: ConsentPurpose[] = []
  for (const purpose of new Set(consents)) {
    if (await hasConsent(transaction, personId, purpose)) continue
    const withdrawn = await transaction.selectFrom('consents').select('purpose').where('person_id', '=', personId).where('purpose', '=', purpose).executeTakeFirst()
    if (withdrawn === undefined) fresh.push(purpose)
  }
  return fresh
}

function holds (list: readonly object[], wanted: readonly object[]): boolean {
  return wanted.every(item => list.some(known => isDeepStrictEqual(known, item)))
}
