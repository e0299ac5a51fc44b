import { Api, type Answer } from '../api.ts'
import { pdfText } from '../inner-cards.ts'
import { by, publishedPosting, verifiedEmployer, type Session } from '../offices.ts'
import { PROFILE, registered, somebody } from '../people.ts'
import { Receiver, until } from '../receiver.ts'
import { at } from '../records.ts'
import type { Suite } from './suite.ts'

const STATES = ['called', 'referred', 'accepted', 'hired', 'not-accepted', 'no-show', 'withdrawn'] as const
/** Somebody of whom everything is known. */
const PERSON = {
  ...somebody(1), email: 'siti@contoh.example', maritalStatus: 'single', religion: 'islam', disability: 'netra', heightCm: 160, weightKg: 50, notes: 'ramah', languages: ['Indonesia'],
}
const EVERYTHING = { ...PROFILE, region: '36.71.01', needs: ['ramp'], wish: { wage: 6_000_000 }, reachKm: 10 }
/** All that an employer ever sees of a person, and of the profile within. */
const SEEN = ['email', 'id', 'name', 'phone', 'profile']
const SEEN_OF_PROFILE = new Set(['units', 'education', 'experience', 'licences'])

/** What leaves the office about people it referred. */
export const officeSharingSuite: Suite = async (t, database) => {
  const receiver = new Receiver()
  const origin = await receiver.open()
  const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed', WEBHOOK_ALLOW: origin })
  const [admin, officer, verifier] = [await api.admin(), await api.as('officer'), await api.as('verifier')]
  const employerId = await verifiedEmployer(api, officer)
  const [firm, stranger] = [await api.as('employer', employerId), await api.as('employer', 'e-other')]
  const postingId = await publishedPosting(api, officer, employerId, { seats: 5, headcounts: undefined })
  const { id: personId } = await registered(api, by(verifier), 1, { person: PERSON, profile: EVERYTHING, consents: ['matching'] })
  const seeker = await api.as('seeker', personId)
  const { body: { id } } = await api.call('POST', '/v1/referrals', { json: { postingId, personId }, headers: by(officer) })
  const read = async (session: Session): Promise<Answer> => await api.call('GET', `/v1/referrals/${id}`, { headers: by(session) })
  const listed = async (session: Session): Promise<unknown[]> => (await api.call('GET', '/v1/referrals', { headers: by(session) })).body.items
  const consent = async (act: 'consents' | 'withdrawals'): Promise<void> => {
    const json = { purpose: 'sharing-with-employers', ...(act === 'consents' ? { way: 'online' } : {}) }
    t.equal((await api.call('POST', `/v1/people/${personId}/${act}`, { json, headers: by(seeker) })).status, 200)
  }
  const ask = async (kind: string): Promise<void> => {
    const asked = await api.call('POST', `/v1/people/${personId}/requests`, { json: { kind }, headers: by(seeker) })
    t.equal((await api.call('POST', `/v1/data-requests/${asked.body.id}/decision`, { json: { granted: true, answer: 'Baik.' }, headers: by(officer) })).status, 200)
  }
  const changesAfter = async (after: string): Promise<Array<{ type: string, id: string, deleted: boolean, kind: string | null, revision: string }>> => (await api.call('GET', `/v1/changes?after=${after}&limit=1000`, { headers: by(officer) })).body.items
  const position = async (): Promise<string> => (await changesAfter('0')).at(-1)?.revision as string

  await t.test('without the consent nobody outside learns of it, and those inside and the person do', async t => {
    t.match(await read(officer), { status: 200, body: { personId, state: 'referred', shared: false } })
    t.match(await read(seeker), { status: 200, body: { state: 'referred' } })
    for (const state of STATES) {
      await database.db.updateTable('referrals').set({ state }).where('id', '=', id).execute()
      t.equal((await read(firm)).status, 404, state)
      t.equal((await api.call('POST', `/v1/referrals/${id}/reply`, { json: { outcome: 'accepted' }, headers: by(firm) })).status, 404, `${state}: nor is it answered`)
      t.same(await listed(firm), [], state)
    }
    t.notMatch((await api.call('GET', '/v1/referrals?format=csv', { headers: by(firm) })).text, /[sr]-/)
    t.notOk((await changesAfter('0')).some(change => change.id === id), 'nor does the feed tell')
  })

  await t.test('with it the employer sees who was sent on, and of a person no more than this', async t => {
    const after = await position()
    await consent('consents')
    t.match((await changesAfter(after)).find(change => change.id === id && change.type === 'referral'), { deleted: false })
    for (const state of STATES) {
      await database.db.updateTable('referrals').set({ state, call: JSON.stringify({ at: '2026-11-24T09:00', place: 'Loket 3' }) }).where('id', '=', id).execute()
      const { status, body } = await read(firm)
      t.equal(status, state === 'called' ? 404 : 200, state)
      t.equal((await listed(firm)).length, state === 'called' ? 0 : 1, state)
      t.equal((await read(stranger)).status, 404, 'another firm never')
      if (status === 404) continue
      t.equal(body.call, null, 'when somebody comes to the office is not the firm\'s')
      if (['not-accepted', 'no-show', 'withdrawn'].includes(state)) t.notOk('person' in body, `${state}: it is over`)
      else t.strictSame(Object.keys(body.person).sort(), SEEN, state)
    }
    await database.db.updateTable('referrals').set({ state: 'referred' }).where('id', '=', id).execute()
    const { body: { person }, text } = await read(firm)
    t.match(person, { name: PERSON.name, phone: '0812 0000 0000', email: PERSON.email, profile: { units: PROFILE.units } })
    t.ok(Object.keys(person.profile).every(field => SEEN_OF_PROFILE.has(field)), Object.keys(person.profile).join())
    t.notMatch(text, /3671015505|Melati|2003|female|islam|netra|single|ramah|ramp|160|36\.71|6000000/)
    t.match(await read(officer), { body: { shared: true, call: { place: 'Loket 3' } } })
    t.notOk('person' in (await read(officer)).body, 'the office reads people where people are read')
  })

  await t.test('the letters are printed by the office and the person, bear no more than they must, and lead the reply slip back', async t => {
    const letter = async (name: string, session: Session): Promise<Answer> => await api.call('GET', `/v1/referrals/${id}/${name}.pdf`, { headers: by(session) })
    const { body: { number } } = await read(officer)
    t.match(number, /^000001\/\d{4}$/)
    const introduction = await letter('introduction', officer)
    t.match(introduction, { status: 200, headers: { 'content-type': 'application/pdf', 'cache-control': 'no-store' } })
    const text = (await pdfText(new Uint8Array(introduction.bytes))).replaceAll(/\s+/g, ' ')
    for (const part of ['Formulir AK/V', `AK.V/${number}`, 'PT Maju Jaya Tbk', 'Juru las', 'Siti Contoh Rahmawati', 'SMK / Teknik Pengelasan', 'TIDAK DITERIMA']) t.match(text, part)
    t.notMatch(text, /3671015505|Melati|15-05-2003|15 Mei|perempuan|Islam|netra/i)
    const call = await letter('call', officer)
    t.match((await pdfText(new Uint8Array(call.bytes))).replaceAll(/\s+/g, ' '), /AK\/IV.*24 November 2026.*09\.00.*Loket 3/)
    t.equal((await letter('introduction', seeker)).status, 200)
    t.equal((await letter('introduction', await api.as('seeker', 's-other'))).status, 404)
    t.equal((await letter('introduction', firm)).status, 403)
    t.match((await api.call('GET', `/v1/referrals?number=${encodeURIComponent(number)}`, { headers: by(officer) })).body.items, [{ id, number }])
    t.same((await api.call('GET', '/v1/referrals?number=999999%2F2026', { headers: by(officer) })).body.items, [])
    await database.db.updateTable('referrals').set({ call: null }).where('id', '=', id).execute()
    t.match(await letter('call', officer), { status: 409, body: { type: '/problems/wrong-state' } })
    await consent('withdrawals')
    t.match(await letter('introduction', seeker), { status: 409, body: { type: '/problems/sharing-not-agreed' } })
    await consent('consents')
    t.match((await api.call('GET', `/v1/audit?action=letter-printed&subject=${personId}`, { headers: by(admin) })).body.items[0], { detail: { referral: id, letter: 'introduction' } })
  })

  await t.test('a withdrawal and a freeze close it at once, to followers too, and consent and lifting open it', async t => {
    const told = async (): Promise<string[]> => (await database.db.selectFrom('webhook_deliveries as d').innerJoin('events as e', 'e.revision', 'd.revision').select('e.kind').where('e.subject', '=', id).orderBy('e.revision').execute()).map(({ kind }) => kind)
    receiver.answer = reply => { reply.writeHead(500).end() }
    const { body: webhook } = await api.call('POST', '/v1/webhooks', { json: { url: `${origin}/hook` }, headers: by(admin) })
    t.match(await api.call('POST', `/v1/referrals/${id}/reply`, { json: { outcome: 'accepted' }, headers: by(firm) }), { status: 200 })
    t.same(await told(), ['referral.answered'])
    t.ok(await until(() => receiver.got.length === 1))
    t.match(JSON.parse(receiver.got[0].body), { type: 'referral.answered', data: { id, person: personId, employer: employerId } })
    const stale = (await read(officer)).headers.etag as string
    for (const [close, open] of [[async () => await consent('withdrawals'), async () => await consent('consents')], [async () => await ask('restriction'), async () => await ask('lifting')]]) {
      const after = await position()
      await close()
      t.equal((await read(firm)).status, 404)
      t.same(await listed(firm), [])
      const changes = (await changesAfter(after)).filter(change => change.id === id)
      t.match(changes, [{ type: 'referral', deleted: true }, { type: 'event', kind: 'referral.closed' }])
      t.notOk((await changesAfter('0')).some(change => change.id === id && !change.deleted && change.kind !== 'referral.closed'), 'nor what was told before')
      t.notOk((await told()).includes('referral.answered'), 'what was on its way is not sent')
      t.equal((await read(officer)).body.shared, false)
      await open()
      t.equal((await read(firm)).status, 200)
    }
    t.match(await api.call('POST', `/v1/referrals/${id}/reply`, { json: { outcome: 'accepted' }, headers: { ...by(officer), 'if-match': stale } }), { status: 412 })
    await consent('withdrawals')
    receiver.answer = reply => { reply.writeHead(204).end() }
    t.equal((await api.call('POST', `/v1/referrals/${id}/reply`, { json: { outcome: 'hired', starts: '2026-12-01' }, headers: by(officer) })).status, 200)
    t.ok(await until(() => receiver.got.some(({ body }) => body.includes('person.hired'))))
    t.strictSame(Object.keys(JSON.parse(receiver.got.find(({ body }) => body.includes('person.hired'))?.body ?? '{}').data).sort(), ['id', 'revision'], 'that somebody was hired, not by whom')
    t.match(receiver.got.filter(({ body }) => body.includes('referral.closed')).map(({ body }) => Object.keys(JSON.parse(body).data)), [['id', 'revision'], ['id', 'revision'], ['id', 'revision']].slice(0, receiver.got.filter(({ body }) => body.includes('referral.closed')).length))
    await api.call('DELETE', `/v1/webhooks/${webhook.id}`, { headers: by(admin) })
  })

  await t.test('every read is in the trail, in what the person is told, and in a breach pack', async t => {
    const entries = (await api.call('GET', `/v1/audit?action=referral-read&subject=${personId}&actor=${firm.id}`, { headers: by(admin) })).body.items
    t.match(entries[0].detail, { referral: id, fields: ['name', 'phone', 'email', 'id', 'profile'] })
    const { body } = await api.call('GET', `/v1/people/${personId}/export`, { headers: by(seeker) })
    t.ok(body.audit.some(({ action, actor }: { action: string, actor: string }) => action === 'referral-read' && actor === firm.id))
    t.ok(body.audit.some(({ action, actor, detail }: { action: string, actor: string, detail: string }) => action === 'referrals-read' && actor === firm.id && !detail.includes('s-')), 'lists too, without who else was in them')
    const pack = await api.call('POST', '/v1/breach-packs', { json: { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z', foundAt: '2026-11-20T03:00:00Z', actors: [firm.id], what: 'A password was lost.', whatId: 'Kata sandi hilang.', fields: ['name'] }, headers: by(admin) })
    t.strictSame(pack.body.people, [personId])
  })

  await t.test('seats are counted by whom they are for, in the monthly statement alone', async t => {
    const counted = async (): Promise<unknown> => (await api.call('GET', '/v1/statistics/iii-1?month=2026-11', { headers: by(officer) })).body.vacancies
    const row = (registered: number, filled: number, removed: number): object => ({ before: 0, registered, filled, removed, after: registered - filled - removed })
    t.strictSame(await counted(), { male: row(0, 0, 0), female: row(0, 0, 0), either: row(5, 1, 0), total: row(5, 1, 0) }, 'without headcounts every seat is for either')
    await publishedPosting(api, officer, employerId, { scheme: 'ojt', months: 1, allowance: 1_000_000, allowancePayer: 'city', wage: undefined })
    const second = await publishedPosting(api, officer, employerId, { seats: 3, headcounts: { male: 1, female: 2, either: 0 } })
    t.strictSame(await counted(), { male: row(1, 0, 0), female: row(2, 0, 0), either: row(5, 1, 0), total: row(8, 1, 0) }, 'training is no vacancy')
    const { id: other } = await registered(api, by(verifier), 2)
    const { body: { id: sent } } = await api.call('POST', '/v1/referrals', { json: { postingId: second, personId: other }, headers: by(officer) })
    t.equal((await api.call('POST', `/v1/referrals/${sent}/reply`, { json: { outcome: 'hired', starts: '2026-12-01' }, headers: by(officer) })).status, 200)
    t.equal((await api.call('POST', `/v1/postings/${second}/return`, { json: { reason: 'Alamat kurang' }, headers: by(officer) })).status, 200)
    t.strictSame(await counted(), { male: row(1, 0, 1), female: row(2, 1, 1), either: row(5, 1, 0), total: row(8, 2, 2) }, 'a woman took a seat for women; what is offered no more is removed')
    await api.call('POST', `/v1/postings/${second}/submission`, { headers: by(officer) })
    t.equal((await api.call('POST', `/v1/postings/${second}/publication`, { json: { decisions: [] }, headers: by(officer) })).status, 200)
    t.strictSame(await counted(), { male: row(2, 0, 1), female: row(3, 1, 1), either: row(5, 1, 0), total: row(10, 2, 2) }, 'and what is offered again comes in again')
    t.match((await api.call('GET', '/v1/statistics/iii-1?month=2026-12', { headers: by(officer) })).body.vacancies.total, { before: 6, registered: 0, after: 6 })
    t.notMatch((await api.call('GET', at('vacancies', second), { headers: by(officer) })).text, /headcount|female/)
  })

  await api.close()
  await receiver.close()
}
