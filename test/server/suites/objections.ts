import { Api, type Answer } from '../api.ts'
import { runJob } from '../markets.ts'
import { by, publishedPosting, verifiedEmployer } from '../offices.ts'
import { PROFILE, registered, somebody } from '../people.ts'
import type { Suite } from './suite.ts'

/** An objection to a result of matching that was granted: nothing is decided by the engine until somebody of the office has decided anew. */
export const objectionsSuite: Suite = async (t, database) => {
  const api = await Api.overEmpty(database)
  const [admin, officer, verifier] = [await api.admin(), await api.as('officer'), await api.as('verifier')]
  const firm = await verifiedEmployer(api, officer)
  const vacancyId = await publishedPosting(api, officer, firm, { seats: 5, headcounts: undefined })
  const another = await publishedPosting(api, officer, firm, { title: 'Juru gambar', seats: 5, headcounts: undefined })
  const { id } = await registered(api, by(verifier), 1)
  const { id: other } = await registered(api, by(verifier), 2)
  const own = by(await api.as('seeker', id))
  const rank = async (vacancy = vacancyId): Promise<{ ids: string[], receipt: string }> => {
    const { body, headers } = await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: vacancy }, headers: by(officer) })
    return { ids: body.results.map((result: { id: string }) => result.id), receipt: String(headers['x-ranking-id']) }
  }
  const object = async (about: object, headers = own): Promise<Answer> => await api.call('POST', `/v1/people/${id}/requests`, { json: { kind: 'objection', words: 'Mengapa saya di bawah?', ...about }, headers })
  const decide = async (request: string, granted: boolean): Promise<Answer> => await api.call('POST', `/v1/data-requests/${request}/decision`, { json: { granted, answer: 'Kami tinjau sendiri.' }, headers: by(officer) })
  const review = async (request: string, outcome: string, headers = by(officer)): Promise<Answer> => await api.call('POST', `/v1/data-requests/${request}/review`, { json: { outcome, answer: 'Sudah kami periksa.' }, headers })
  const queue = async (): Promise<Array<Record<string, unknown>>> => (await api.call('GET', '/v1/data-requests', { headers: by(officer) })).body.items
  const asked = async (): Promise<Array<Record<string, unknown>>> => (await api.call('GET', `/v1/people/${id}/requests`, { headers: own })).body.items
  const rankings = async (): Promise<Array<Record<string, unknown>>> => (await api.call('GET', `/v1/people/${id}/export`, { headers: own })).body.rankings
  const { ids, receipt } = await rank()
  t.same([...ids].sort(), [id, other].sort())
  const { receipt: elsewhere } = await rank(another)

  await t.test('names a ranking that showed the person, and no other', async t => {
    await api.call('POST', `/v1/people/${other}/withdrawals`, { json: { purpose: 'matching' }, headers: by(officer) })
    const { receipt: withoutOther } = await rank()
    t.equal((await api.call('POST', `/v1/people/${other}/requests`, { json: { kind: 'objection', rankingId: withoutOther }, headers: by(officer) })).status, 404)
    t.equal((await object({ rankingId: 'r-nothing' })).status, 404)
    t.equal((await api.call('POST', `/v1/people/${other}/consents`, { json: { purpose: 'matching', way: 'counter' }, headers: by(officer) })).status, 200)
  })

  await t.test('one that is refused changes nothing', async t => {
    const { body } = await object({ rankingId: receipt })
    t.equal((await decide(body.id, false)).status, 200)
    t.ok((await rank()).ids.includes(id))
    t.match((await rankings()).find(ranking => ranking.id === receipt), { objection: null })
    t.equal((await review(body.id, 'put-forward')).status, 409)
  })

  await t.test('one that is granted takes the person out of all that the engine decides, until it is reviewed by hand', async t => {
    const { body: { id: request } } = await object({ rankingId: receipt })
    t.ok((await rank()).ids.includes(id), 'asking alone changes nothing')
    t.equal((await decide(request, true)).status, 200)
    t.notOk((await rank()).ids.includes(id))
    t.notOk((await rank(another)).ids.includes(id))
    t.equal((await api.call('GET', `/v1/seekers/${id}`, { headers: by(officer) })).status, 404)
    const placed = await runJob(api, '/v1/placements', { method: 'best', from: 'ledgers' })
    t.equal(placed.job.state, 'done')
    t.notMatch((await api.call('GET', `${placed.address}/result/seekers`)).text, id, 'nor is the person in a placement')
    t.match(await queue(), [{ id: request, state: 'under-review', overdue: false, hoursLeft: 72 }], 'the office has a clock for it')
    t.match((await rankings()).find(ranking => ranking.id === receipt), { objection: { state: 'under-review', outcome: null } })
    t.match((await rankings()).find(ranking => ranking.id === elsewhere), { objection: null }, 'the objection was to the other')
    t.equal((await api.call('PUT', `/v1/people/${id}`, { json: { person: somebody(1), profile: PROFILE }, headers: by(officer) })).status, 200)
    t.notOk((await rank()).ids.includes(id), 'nor does another write bring the person back')

    t.equal((await review(request, 'put-forward', own)).status, 403, 'not by the person')
    const referral = await api.call('POST', '/v1/referrals', { json: { postingId: vacancyId, personId: id }, headers: by(officer) })
    t.equal(referral.status, 201, 'an officer puts the person forward by hand')
    t.equal((await review(request, 'put-forward')).status, 200)
    t.equal((await review(request, 'put-forward')).status, 409, 'once')
    t.ok((await rank()).ids.includes(id))
    t.same(await queue(), [])
    t.match((await asked()).find(one => one.id === request), { state: 'granted', outcome: 'put-forward', review: 'Sudah kami periksa.', reviewedBy: officer.id, answer: 'Kami tinjau sendiri.' })
    t.match((await rankings()).find(ranking => ranking.id === receipt), { objection: { state: 'reviewed', outcome: 'put-forward', reviewedAt: String } })
    const { body: { items } } = await api.call('GET', `/v1/audit?subject=${id}`, { headers: by(admin) })
    const acts = items.map(({ action }: { action: string }) => action)
    for (const action of ['data-request-asked', 'objection-granted', 'objection-reviewed']) t.ok(acts.includes(action), action)
    t.match(items.find(({ action }: { action: string }) => action === 'objection-reviewed'), { actor: officer.id, reason: 'put-forward' })
    t.notMatch(JSON.stringify(await database.db.selectFrom('data_requests').selectAll().execute()), /periksa|tinjau|bawah/, 'words are sealed')
  })

  await t.test('who is under review is put forward by hand only as others are: with the consent', async t => {
    const { body: { id: request } } = await object({})
    await decide(request, true)
    t.ok((await rankings()).every(({ objection }) => (objection as { state: string } | null)?.state === 'under-review'), 'one that names nothing is to all that came before')
    t.equal((await api.call('POST', `/v1/people/${id}/withdrawals`, { json: { purpose: 'matching' }, headers: own })).status, 200)
    t.match(await api.call('POST', '/v1/referrals', { json: { postingId: another, personId: id }, headers: by(officer) }), { status: 409, body: { type: '/problems/not-referable' } })
    t.equal((await review(request, 'record-mended')).status, 200)
    t.notOk((await rank()).ids.includes(id), 'the withdrawal stands')
    await api.call('POST', `/v1/people/${id}/consents`, { json: { purpose: 'matching', way: 'online' }, headers: own })
    t.ok((await rank()).ids.includes(id))
  })
  await api.close()
}
