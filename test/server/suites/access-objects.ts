import { readFileSync } from 'node:fs'
import { ROLES, RULES, type Role } from '@padan/server'
import { Api, type CallOptions, type Method, type Person } from '../api.ts'
import { ended, send } from '../imports.ts'
import { FAIR } from '../markets.ts'
import { EMPLOYER, POSTING, publishedPosting, verifiedEmployer } from '../offices.ts'
import { PROFILE, registered, somebody } from '../people.ts'
import type { Suite } from './suite.ts'

/** Whose accounts an officer resets is not an object of its own: a test of accounts looks at it. */
const ELSEWHERE = new Set(['resetAccount'])
const PICTURE = readFileSync(new URL('../../../../docs/card-ak1.png', import.meta.url))

/** What is sent along, so that nothing but the owner stands in the way. */
const BODIES: Readonly<Record<string, CallOptions>> = {
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

/** Every operation on something that is somebody's own, by each role whose right reaches no further: others of that role find nothing there. */
export const accessObjectsSuite: Suite = async (t, database) => {
  const api = await Api.overEmpty(database, { READS_PER_MINUTE: 1_000_000 })
  const officer = await api.as('officer')
  const { authorization } = await api.admin()
  const employerId = await verifiedEmployer(api, officer)
  const postingId = await publishedPosting(api, officer, employerId)
  const other = await verifiedEmployer(api, officer, { ...EMPLOYER, name: 'PT Lain', nib: '1111111111111' })
  const { id: person } = await registered(api, { authorization }, 1, { school: 'bkk-1' })
  const { id: stranger } = await registered(api, { authorization }, 2, { school: 'bkk-2' })
  await api.call('PUT', `/v1/people/${person}/photo`, { ...BODIES.putPhoto, headers: { ...BODIES.putPhoto.headers, authorization } })
  const referral = (await api.call('POST', '/v1/referrals', { json: { postingId, personId: person }, headers: { authorization } })).body.id
  const accounts: Partial<Record<Role, readonly [owner: Person, stranger: Person]>> = {
    seeker: [await api.as('seeker', person), await api.as('seeker', stranger)],
    employer: [await api.as('employer', employerId), await api.as('employer', other)],
    teacher: [await api.as('teacher', 'bkk-1'), await api.as('teacher', 'bkk-2')],
    organiser: [await api.as('organiser'), await api.as('organiser')],
    officer: [officer, await api.as('officer')],
    verifier: [await api.as('verifier'), await api.as('verifier')],
  }
  const plan = await api.call('POST', '/v1/fair-plans', { json: FAIR, headers: { authorization: accounts.organiser?.[0].authorization as string } })
  const imports: Partial<Record<Role, string>> = {}
  for (const [role, kind] of [['teacher', 'pupils'], ['employer', 'postings']] as const) {
    const headers = { authorization: accounts[role]?.[0].authorization as string }
    const { body } = await send(api, kind, kind === 'pupils' ? 'Nama,Tempat lahir,Tanggal lahir,Jenis kelamin,Alamat\nSiti' : 'judul\nx', headers, '?dryRun=true')
    imports[role] = body.id
    await ended(api, body.id, headers)
  }
  const job = String(plan.headers.location).split('/').at(-1) as string
  while (['queued', 'running'].includes((await api.call('GET', `/v1/jobs/${job}`, { headers: { authorization } })).body.state)) await new Promise(resolve => { setTimeout(resolve, 20) })

  const { body: document } = await api.call('GET', '/openapi.json')
  const operations = Object.entries<Record<string, { operationId: string }>>(document.paths).filter(([path]) => path.includes('{'))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId }]) => ({ method: method.toUpperCase() as Method, path, operationId })))
    .filter(({ operationId }) => !ELSEWHERE.has(operationId))
  const addressFor = (path: string, role: Role, owner: Person): string => path
    .replace('/people/{id}', `/people/${person}`).replace('/seekers/{id}', `/seekers/${person}`).replace('{seekerId}/{vacancyId}', `${person}/${postingId}`)
    .replace('/employers/{id}', `/employers/${employerId}`).replace('/postings/{id}', `/postings/${postingId}`).replace('/referrals/{id}', `/referrals/${referral}`)
    .replace('/fair-plans/{id}', `/fair-plans/${job}`).replace('/jobs/{id}', `/jobs/${job}`).replace('{part}', 'seekers')
    .replace('/imports/{id}', `/imports/${imports[role] ?? ''}`).replace('{file}', 'bad-rows.csv')
    .replace('/sessions/{id}', `/sessions/${owner.session}`).replace('/accounts/{id}', `/accounts/${owner.id}`)
  const rows = async (): Promise<unknown> => await Promise.all((['people', 'employers', 'postings', 'referrals'] as const).map(async table => await database.db.selectFrom(table).select(['id', 'revision']).orderBy('id').execute()))
  const before = await rows()

  for (const role of ROLES) {
    const own = operations.filter(({ operationId }) => RULES[operationId].roles?.[role] === 'own')
    if (own.length === 0) continue
    const [owner, another] = accounts[role] as readonly [Person, Person]
    await t.test(`of another ${role} there is nothing: ${own.length} operations`, async t => {
      for (const { method, path, operationId } of own) {
        const url = addressFor(path, role, owner)
        const { headers, ...body } = BODIES[operationId] ?? {}
        const refused = await api.call(method, url, { ...body, headers: { ...headers, authorization: another.authorization } })
        t.equal(refused.status, 404, `${operationId} by somebody else: ${refused.text.slice(0, 200)}`)
        if (method !== 'GET') continue
        const { status } = await api.call(method, url, { headers: { authorization: owner.authorization } })
        // What is in another state than asked for is there all the same.
        t.ok([200, 409].includes(status), `${operationId} by the owner: ${status}`)
      }
    })
  }
  t.strictSame(await rows(), before, 'and nothing was changed by asking')
  await api.close()
}
