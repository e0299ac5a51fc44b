import type { Api, Answer } from './api.ts'
import { SEEKER } from './records.ts'

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
