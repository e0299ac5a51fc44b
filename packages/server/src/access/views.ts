import type { ReferralState } from '../referrals/tables.ts'
import type { Caller, Role } from './caller.ts'

const OFFICE: readonly Role[] = ['officer', 'verifier', 'admin']
const OFFICE_AND_SELF: readonly Role[] = [...OFFICE, 'seeker']

/**
 * Field level: who sees which field of a person, said in this one place. A field that is not named is seen by nobody. Whether somebody sees
 * the person at all is settled before, by `requireReach`: a teacher's own pupils, an employer's own referrals (`EMPLOYERS_SEE`), oneself. `nik` is masked for
 * everybody; the whole of it has a route of its own, with a reason and a trace.
 */
export const PERSON_FIELDS: Readonly<Record<string, readonly Role[]>> = Object.freeze({
  id: [...OFFICE_AND_SELF, 'teacher', 'employer', 'organiser'],
  state: [...OFFICE_AND_SELF, 'teacher'],
  revision: [...OFFICE_AND_SELF, 'teacher'],
  createdAt: [...OFFICE_AND_SELF, 'teacher'],
  updatedAt: [...OFFICE_AND_SELF, 'teacher'],
  profile: [...OFFICE_AND_SELF, 'teacher', 'employer'],
  name: [...OFFICE_AND_SELF, 'teacher', 'employer'],
  phone: [...OFFICE_AND_SELF, 'teacher', 'employer'],
  email: [...OFFICE_AND_SELF, 'teacher', 'employer'],
  school: [...OFFICE_AND_SELF, 'teacher'],
  region: OFFICE_AND_SELF,
  nik: OFFICE_AND_SELF,
  birthPlace: OFFICE_AND_SELF,
  birthDate: OFFICE_AND_SELF,
  sex: OFFICE_AND_SELF,
  address: OFFICE_AND_SELF,
  postalCode: OFFICE_AND_SELF,
  religion: OFFICE_AND_SELF,
  maritalStatus: OFFICE_AND_SELF,
  disability: OFFICE_AND_SELF,
  photo: OFFICE_AND_SELF,
  education: OFFICE_AND_SELF,
  skills: OFFICE_AND_SELF,
  trainings: OFFICE_AND_SELF,
  languages: OFFICE_AND_SELF,
  experience: OFFICE_AND_SELF,
  heightCm: OFFICE_AND_SELF,
  weightKg: OFFICE_AND_SELF,
  placeWanted: OFFICE_AND_SELF,
  notes: OFFICE,
  guardian: OFFICE_AND_SELF,
  missing: OFFICE_AND_SELF,
  remarks: OFFICE,
  account: OFFICE,
})

/**
 * Of a match profile an employer sees what speaks for the person. Where the person lives, from when of age, what is needed at work and what is hoped
 * for are the person's to tell.
 */
const QUALIFICATIONS: ReadonlySet<string> = new Set(['units', 'education', 'experience', 'licences'])

/**
 * What an employer sees of somebody who was referred and agrees to it, by the state of the referral: nothing before the office sends the person on;
 * the person while the two have to do with each other; and then that there was a referral.
 */
export const EMPLOYERS_SEE: Readonly<Record<ReferralState, 'nothing' | 'referral' | 'person'>> = Object.freeze({
  called: 'nothing',
  referred: 'person',
  accepted: 'person',
  hired: 'person',
  'not-accepted': 'referral',
  'no-show': 'referral',
  withdrawn: 'referral',
})

/** What a caller sees of a person that it may see. Keys and the open mode see ids and match profiles, never who somebody is. */
export function viewPerson<Person extends object> ({ role }: Pick<Caller, 'role'>, person: Person): Partial<Person> {
  const seen = Object.entries(person).filter(([field]) => {
    if (role === undefined) return field === 'id' || field === 'profile'
    return Object.hasOwn(PERSON_FIELDS, field) && PERSON_FIELDS[field].includes(role)
  }).map(([field, value]: [string, unknown]) => [field, role === 'employer' && field === 'profile' ? qualificationsOf(value as object) : value])
  return Object.fromEntries(seen) as Partial<Person>
}

/** When and where somebody comes to the office is between the two. */
export function viewReferral<Referral extends { call: unknown }> ({ role }: Pick<Caller, 'role'>, referral: Referral): Referral {
  return role === 'employer' ? { ...referral, call: null } : referral
}

function qualificationsOf (profile: object): object {
  return Object.fromEntries(Object.entries(profile).filter(([field]) => QUALIFICATIONS.has(field)))
}
