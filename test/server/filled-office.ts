import { readFileSync } from 'node:fs'
import type { Database, Role } from '@padan/server'
import type { Api, CallOptions, Person } from './api.ts'
import { ended, send } from './imports.ts'
import { FAIR, jobOver } from './markets.ts'
import { EMPLOYER, POSTING, publishedPosting, verifiedEmployer } from './offices.ts'
import { PROFILE, registered, somebody } from './people.ts'

const PICTURE = readFileSync(new URL('../../../docs/card-ak1.png', import.meta.url))

/** What is sent along, so that nothing but the caller stands in the way. */
export const BODIES: Readonly<Record<string, CallOptions>> = {
  putPerson: { json: { person: somebody(1), profile: PROFILE } },
  putPhoto: { raw: PICTURE, headers: { 'content-type': 'image/png' } },
  removePerson: { json: { reason: 'own-request' } },
  requestCard: { json: { kind: 'renewal' } },
  giveConsent: { json: { purpose: 'contact', way: 'online' } },
  withdrawConsent: { json: { purpose: 'matching' } },
  askDataRequest: { json: { kind: 'erasure' } },
  changeEmployer: { json: EMPLOYER },
  changePosting: { json: POSTING },
  closePosting: { json: { reason: 'Sudah terisi' } },
  answerReferral: { json: { outcome: 'accepted' } },
  replanFair: { json: { ...FAIR, change: {} } },
}

/** An office that has something of everything, and of each role the owner of it and a stranger. */
export interface FilledOffice {
  accounts: Readonly<Record<Role, readonly [owner: Person, stranger: Person]>>
  ids: Readonly<Record<'person' | 'employer' | 'posting' | 'referral', string>>
  /** An address of the OpenAPI document with the ids of what is there; of what each has one of, that of the role or of the owner. */
  addressFor: (path: string, role: Role, owner: Person) => string
  /** Whom and what there is, with the revision of each. */
  rows: () => Promise<unknown>
}

export async function fillOffice (api: Api, { db }: Database): Promise<FilledOffice> {
  const officer = await api.as('officer')
  const admin = await api.admin()
  const { authorization } = admin
  const employer = await verifiedEmployer(api, officer)
  const posting = await publishedPosting(api, officer, employer)
  const other = await verifiedEmployer(api, officer, { ...EMPLOYER, name: 'PT Lain', nib: '1111111111111' })
  const { id: person } = await registered(api, { authorization }, 1, { school: 'bkk-1' })
  const { id: stranger } = await registered(api, { authorization }, 2, { school: 'bkk-2' })
  await api.call('PUT', `/v1/people/${person}/photo`, { ...BODIES.putPhoto, headers: { ...BODIES.putPhoto.headers, authorization } })
  const referral = (await api.call('POST', '/v1/referrals', { json: { postingId: posting, personId: person }, headers: { authorization } })).body.id
  const accounts: FilledOffice['accounts'] = {
    seeker: [await api.as('seeker', person), await api.as('seeker', stranger)],
    employer: [await api.as('employer', employer), await api.as('employer', other)],
    teacher: [await api.as('teacher', 'bkk-1'), await api.as('teacher', 'bkk-2')],
    organiser: [await api.as('organiser'), await api.as('organiser')],
    officer: [officer, await api.as('officer')],
    verifier: [await api.as('verifier'), await api.as('verifier')],
    admin: [admin, await api.as('admin')],
  }
  const plan = await api.call('POST', '/v1/fair-plans', { json: FAIR, headers: { authorization: accounts.organiser[0].authorization } })
  const imports: Partial<Record<Role, string>> = {}
  for (const [role, kind] of [['teacher', 'pupils'], ['employer', 'postings']] as const) {
    const headers = { authorization: accounts[role][0].authorization }
    const { body } = await send(api, kind, kind === 'pupils' ? 'Nama,Tempat lahir,Tanggal lahir,Jenis kelamin,Alamat\nSiti' : 'judul\nx', headers, '?dryRun=true')
    imports[role] = body.id
    await ended(api, body.id, headers)
  }
  await jobOver(api, String(plan.headers.location))
  const job = String(plan.headers.location).split('/').at(-1) as string
  return {
    accounts,
    ids: { person, employer, posting, referral },
    addressFor: (path, role, owner) => path
      .replace('/people/{id}', `/people/${person}`).replace('/seekers/{id}', `/seekers/${person}`).replace('{seekerId}/{vacancyId}', `${person}/${posting}`)
      .replace('/employers/{id}', `/employers/${employer}`).replace('postings/{id}', `postings/${posting}`).replace('/referrals/{id}', `/referrals/${referral}`)
      .replace('/vacancies/{id}', `/vacancies/${posting}`).replace('/fair-plans/{id}', `/fair-plans/${job}`).replace('/jobs/{id}', `/jobs/${job}`).replace('{part}', 'seekers')
      .replace('/imports/{id}', `/imports/${imports[role] ?? imports.teacher ?? ''}`).replace('{file}', 'bad-rows.csv')
      .replace('/sessions/{id}', `/sessions/${owner.session}`).replace('/accounts/{id}', `/accounts/${owner.id}`),
    rows: async () => await Promise.all((['people', 'employers', 'postings', 'referrals'] as const).map(async table => await db.selectFrom(table).select(['id', 'revision']).orderBy('id').execute())),
  }
}
