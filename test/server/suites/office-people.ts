import { Api } from '../api.ts'
import { by, publishedPosting, verifiedEmployer, type Session } from '../offices.ts'
import { registered } from '../people.ts'
import { tracesOf } from '../traces.ts'
import type { Suite } from './suite.ts'

/** What the office's rooms do with people of the register. */
export const officePeopleSuite: Suite = async (t, database) => {
  await t.test('an erasure takes the referrals, the events that tell of them and what was on its way, of this person alone', async t => {
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed' })
    const [admin, officer] = [await api.admin(), await api.as('officer')]
    const verifier = await api.as('verifier')
    const [gone, other] = [(await registered(api, by(verifier), 1)).id, (await registered(api, by(verifier), 2)).id]
    // Nobody answers there: deliveries wait, and are about both.
    const webhook = await api.call('POST', '/v1/webhooks', { json: { url: 'https://padan.invalid/hook' }, headers: by(admin) })
    t.equal(webhook.status, 201)
    const employerId = await verifiedEmployer(api, officer)
    const postingId = await publishedPosting(api, officer, employerId, { seats: 2, headcounts: undefined })
    const [first, second] = [await refer(api, officer, postingId, gone), await refer(api, officer, postingId, other)]
    const { body: { id: asked } } = await api.call('POST', `/v1/people/${gone}/requests`, { json: { kind: 'erasure' }, headers: by(officer) })
    const erase = async () => await api.call('POST', `/v1/data-requests/${asked}/decision`, { json: { granted: true, answer: 'Data Anda dihapus.' }, headers: by(officer) })
    t.match(await erase(), { status: 409, body: { type: '/problems/erasure-refused' } }, 'not while an employer owes an answer')
    const hired = await api.call('POST', `/v1/referrals/${first}/reply`, { json: { outcome: 'hired', starts: '2026-12-01' }, headers: by(officer) })
    t.equal(hired.status, 200)
    t.match((await api.call('GET', `/v1/people/${gone}`, { headers: by(officer) })).body, { state: 'placed' }, 'a hire is a placement on the register')
    t.not((await tracesOf(database, [gone, first])).length, 0)
    const deliveries = async (): Promise<number> => (await database.db.selectFrom('webhook_deliveries').select('revision').execute()).length
    const before = await deliveries()
    const { next } = (await api.call('GET', '/v1/changes?limit=1000', { headers: by(officer) })).body
    t.equal((await erase()).status, 200)
    const told = (await api.call('GET', `/v1/changes?after=${next}`, { headers: by(officer) })).body.items
    t.match(told.find(({ id }: { id: string }) => id === first), { type: 'referral', deleted: true, kind: null }, 'the feed tells that the referral is gone')
    t.same(await tracesOf(database, [gone, first]), [])
    const left = await database.db.selectFrom('events').select(['kind', 'subject']).where('subject', 'like', 's-%').orderBy('revision').execute()
    t.same(left, [{ kind: 'card.issued', subject: other }, { kind: 'person.registered', subject: other }], 'what became of the other one is still told')
    t.ok(await deliveries() < before)
    t.match((await api.call('GET', '/v1/referrals', { headers: by(officer) })).body.items, [{ id: second, personId: other }])
    t.match(await database.db.selectFrom('events').select('subject').where('kind', '=', 'referral.made').execute(), [{ subject: second }])
    t.match((await api.call('GET', `/v1/postings/${postingId}`, { headers: by(officer) })).body, { filled: 1 }, 'the seat stays taken')
    await api.close()
  })
}

async function refer (api: Api, officer: Session, postingId: string, personId: string): Promise<string> {
  const { status, text, body } = await api.call('POST', '/v1/referrals', { json: { postingId, personId }, headers: by(officer) })
  if (status !== 201) throw new Error(text)
  return body.id
}
