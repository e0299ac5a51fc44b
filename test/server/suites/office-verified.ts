import { Api, type Answer } from '../api.ts'
import { imported } from '../imports.ts'
import { by, EMPLOYER, publishedPosting, verifiedEmployer } from '../offices.ts'
import { registered } from '../people.ts'
import { Receiver, until } from '../receiver.ts'
import type { Suite } from './suite.ts'

/** Whoever the office vouches for no more learns nothing of anybody. */
export const officeVerifiedSuite: Suite = async (t, database) => {
  const receiver = new Receiver()
  const origin = await receiver.open()
  receiver.answer = reply => { reply.writeHead(500).end() }
  const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed', WEBHOOK_ALLOW: origin })
  const [admin, officer, verifier] = [await api.admin(), await api.as('officer'), await api.as('verifier')]
  const employerId = await verifiedEmployer(api, officer, { ...EMPLOYER, externalId: 'F-1' })
  const firm = await api.as('employer', employerId)
  const postingId = await publishedPosting(api, officer, employerId, { seats: 5, headcounts: undefined })
  const { id: personId } = await registered(api, by(verifier), 1)
  const { id: calledId } = await registered(api, by(verifier), 2)
  const refer = async (person: string, more: object = {}): Promise<string> => (await api.call('POST', '/v1/referrals', { json: { postingId, personId: person, ...more }, headers: by(officer) })).body.id
  const id = await refer(personId)
  const called = await refer(calledId, { call: { at: '2026-11-24T09:00', place: 'Loket 3' } })
  const read = async (headers = by(firm)): Promise<Answer> => await api.call('GET', `/v1/referrals/${id}`, { headers })
  const changesAfter = async (after: string): Promise<Array<Record<string, unknown>>> => (await api.call('GET', `/v1/changes?after=${after}&limit=1000`, { headers: by(officer) })).body.items
  const waiting = async (): Promise<string[]> => (await database.db.selectFrom('webhook_deliveries as d').innerJoin('events as e', 'e.revision', 'd.revision').select('e.kind').where('e.subject', '=', id).where('d.state', '=', 'waiting').execute()).map(({ kind }) => kind)
  const consent = async (act: 'consents' | 'withdrawals'): Promise<Answer> => await api.call('POST', `/v1/people/${personId}/${act}`, { json: { purpose: 'sharing-with-employers', ...(act === 'consents' ? { way: 'counter' } : {}) }, headers: by(officer) })
  const verify = async (): Promise<Answer> => await api.call('POST', `/v1/employers/${employerId}/verification`, { headers: by(officer) })
  let names = 0
  const renamed = () => ({ ...EMPLOYER, name: `PT Nama ${++names}` })
  const rename = async (): Promise<Answer> => await api.call('PUT', `/v1/employers/${employerId}`, { json: renamed(), headers: by(firm) })
  const ends: Record<string, () => Promise<unknown>> = {
    'returned by an officer': async () => await api.call('POST', `/v1/employers/${employerId}/return`, { json: { reason: 'Laporan tidak benar' }, headers: by(officer) }),
    'with another name, by the firm itself': rename,
    'with another name, by a table': async () => await imported(api, 'employers', `externalId,name,kind,region,address\nF-1,PT Tabel ${++names},private,36.71,Jl. Daan Mogot 1`, by(officer)),
  }
  await api.call('POST', '/v1/webhooks', { json: { url: `${origin}/hook`, kinds: ['referral.answered', 'referral.closed'] }, headers: by(admin) })
  t.match(await read(), { status: 200, body: { person: { id: personId } } })

  for (const [name, end] of Object.entries(ends)) {
    await t.test(`a firm ${name} sees nobody from then on, and whoever still agrees when it is verified anew`, async t => {
      t.equal((await api.call('POST', `/v1/referrals/${id}/reply`, { json: { outcome: 'accepted' }, headers: by(officer) })).status, 200)
      t.ok((await waiting()).includes('referral.answered'))
      const after = String((await changesAfter('0')).at(-1)?.revision)
      await end()
      t.equal((await read()).status, 404)
      t.same((await api.call('GET', '/v1/referrals', { headers: by(firm) })).body.items, [])
      t.notMatch((await api.call('GET', '/v1/referrals?format=csv', { headers: by(firm) })).text, /[rs]-/)
      t.equal((await api.call('POST', `/v1/referrals/${id}/reply`, { json: { outcome: 'hired', starts: '2026-12-01' }, headers: by(firm) })).status, 404)
      t.match((await changesAfter(after)).filter(change => change.id === id), [{ type: 'referral', deleted: true }, { type: 'event', kind: 'referral.closed' }])
      t.notOk((await waiting()).includes('referral.answered'), 'what was on its way is not sent')
      t.match(await read(by(officer)), { status: 200, body: { shared: true } }, 'the office goes on with it')
      t.match(await api.call('POST', `/v1/referrals/${called}/introduction`, { headers: by(officer) }), { status: 409, body: { type: '/problems/wrong-posting-state' } }, 'nobody is sent on')
      t.match(await api.call('GET', `/v1/referrals/${id}/introduction.pdf`, { headers: by(officer) }), { status: 409, body: { type: '/problems/wrong-posting-state' } }, 'nor introduced')

      if (name === 'returned by an officer') t.equal((await rename()).status, 200, 'the firm mends its entry first')
      const before = String((await changesAfter('0')).at(-1)?.revision)
      t.equal((await verify()).status, 200)
      t.match(await read(), { status: 200, body: { person: { id: personId } } })
      t.match((await changesAfter(before)).filter(change => change.id === id && change.type === 'referral'), [{ deleted: false }])
      await database.db.updateTable('referrals').set({ state: 'referred' }).where('id', '=', id).execute()
    })
  }

  await t.test('who withdrew in between stays closed, and is told as closed once', async t => {
    const after = String((await changesAfter('0')).at(-1)?.revision)
    await rename()
    t.equal((await consent('withdrawals')).status, 200)
    t.equal((await verify()).status, 200)
    t.equal((await read()).status, 404)
    t.equal((await changesAfter(after)).filter(change => change.id === id && change.kind === 'referral.closed').length, 1)
    t.equal((await consent('consents')).status, 200)
    t.equal((await read()).status, 200)
  })
  t.ok(await until(() => receiver.got.length > 0))
  t.ok(receiver.got.every(({ body }) => !body.includes('referral.closed') || !body.includes(personId)), 'that it was closed is told with its id alone')
  await api.close()
  await receiver.close()
}
