import type { Role } from '@padan/server'
import { PASSWORD, type Answer, type Api } from './api.ts'
import { SEEKER } from './records.ts'

/** What accounts of a role are bound to, unless a test says otherwise. */
const BOUND: Partial<Record<Role, string>> = { teacher: 'bkk-1', employer: 'e-1', seeker: 's-1' }

const { id: _id, ...profile } = SEEKER
export const PROFILE = profile

/** An invented person; each number another one. */
export function somebody (number: number = 1): { name: string, nik: string } & Record<string, unknown> {
  return {
    name: 'Siti Contoh Rahmawati',
    nik: `367101550503${String(number).padStart(4, '0')}`,
    birthPlace: 'Tangerang',
    birthDate: '2003-05-15',
    sex: 'female',
    address: 'Jl. Melati No. 5',
    phone: '0812 0000 0000',
    education: [{ level: 'SMK', school: 'SMKN 4', major: 'Teknik Pengelasan', year: 2021 }],
    skills: [{ name: 'Las SMAW 3G', year: 2022 }],
  }
}

export function registration (number: number = 1, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { person: somebody(number), profile: PROFILE, consents: ['matching', 'sharing-with-employers'], ...more }
}

/** Registers somebody and approves the card, as at a counter with a verifier. */
export async function registered (api: Api, headers: Record<string, string>, number: number = 1, more: Record<string, unknown> = {}): Promise<Answer['body']> {
  const { status, body, text } = await api.call('POST', '/v1/counter-registrations', { json: registration(number, { approve: true, ...more }), headers })
  if (status !== 201) throw new Error(text)
  return body
}

const logins = new WeakMap<Api, Map<string, string>>()

/** The headers of an account of a role, signed in now: however far the calendar was moved since the last time. */
export async function who (api: Api, role: Role, of: string | undefined = BOUND[role]): Promise<{ authorization: string }> {
  const { login: admin } = await api.admin()
  const known = logins.get(api) ?? new Map<string, string>([['admin', admin]])
  logins.set(api, known)
  const name = of === undefined ? role : `${role} ${of}`
  let login = known.get(name)
  if (login === undefined) {
    login = `account-${known.size}@padan.test`
    const { authorization } = await api.signIn(admin)
    const { body, text } = await api.call('POST', '/v1/accounts', { json: { role, login, ...(of === undefined ? {} : { of }) }, headers: { authorization } })
    if (body.code === undefined) throw new Error(text)
    await api.call('POST', '/v1/passwords', { json: { code: body.code, password: PASSWORD } })
    known.set(name, login)
  }
  const { authorization } = await api.signIn(login)
  return { authorization }
}
