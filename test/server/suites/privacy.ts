import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { KeyFolder, SYSTEM_CLOCK } from '@padan/server'
import { sql } from 'kysely'
import { Api, TODAY } from '../api.ts'
import { registered, somebody } from '../people.ts'
import { at, VACANCY } from '../records.ts'
import { tracesOf } from '../traces.ts'
import type { Suite } from './suite.ts'

export const privacySuite: Suite = async (t, database) => {
  await t.test('a withdrawal takes the person out of every ranking before it is answered, and a new consent puts them back', async t => {
    const { api, officer, ids: [id] } = await office()
    const own = await signed(api, 'seeker', id)
    t.equal(api.registry.matcher.seekers.has(id), true)
    t.equal((await api.call('POST', `/v1/people/${id}/withdrawals`, { json: { purpose: 'matching' }, headers: own })).status, 200)
    t.equal(api.registry.matcher.seekers.has(id), false)
    t.equal((await api.call('GET', at('seekers', id))).status, 404)
    const { body } = await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1' }, headers: officer })
    t.notOk(body.results.some((result: { id: string }) => result.id === id))
    t.equal((await api.call('POST', `/v1/people/${id}/withdrawals`, { json: { purpose: 'matching' }, headers: own })).status, 409)
    t.equal((await api.call('POST', `/v1/people/${id}/consents`, { json: { purpose: 'matching', way: 'counter', accessible: 'sign-language' }, headers: officer })).status, 200)
    t.equal(api.registry.matcher.seekers.has(id), true)
    const { body: { items } } = await api.call('GET', `/v1/people/${id}/consents`, { headers: own })
    const matching = items.filter((item: { purpose: string }) => item.purpose === 'matching')
    t.match(matching, [{ withdrawnAt: /^2026/ }, { withdrawnAt: null, evidence: { way: 'counter', accessible: 'sign-language', notice: 1 } }])
    await api.close()
  })

  await t.test('a pupil agrees through a guardian whom the office has seen', async t => {
    const { api, officer, ids: [adult] } = await office()
    const verifier = await signed(api, 'verifier')
    const { id } = await registered(api, verifier, 77, {
      person: { ...somebody(77), nik: '3671015505090077', birthDate: '2009-05-15' },
      guardian: { name: 'Wali Contoh', relation: 'parent' },
      guardianVerified: true,
    })
    const give = async (who: { authorization: string }, json: object, of = id) => await api.call('POST', `/v1/people/${of}/consents`, { json: { purpose: 'statistics', ...json }, headers: who })
    const own = await signed(api, 'seeker', id)
    for (const [who, json] of [[officer, { way: 'counter' }], [officer, { way: 'guardian' }], [officer, { way: 'guardian', guardianVerifiedOn: '2099-01-01' }], [own, { way: 'guardian' }]] as const) {
      t.match(await give(who, json), { body: { type: '/problems/guardian-needed' } }, JSON.stringify(json))
    }
    t.match(await give(own, { way: 'guardian', guardianVerifiedOn: '2026-11-19' }), { status: 403, body: { detail: /guardianVerifiedOn/ } }, 'that somebody saw the guardian is the office\'s word')
    t.equal((await give(officer, { way: 'guardian', guardianVerifiedOn: '2026-11-19' })).status, 200)
    t.equal((await give(officer, { way: 'counter' }, adult)).status, 200, 'who is of age agrees alone')
    const { text } = await api.call('GET', '/metrics', { headers: await signed(api, 'admin') })
    t.match(text, /padan_refusals_total\{code="guardian-needed"\} 4/, 'every refusal is counted under its code')
    await api.close()
  })

  await t.test('nobody reaches somebody else\'s rights', async t => {
    const { api, ids: [id, other] } = await office()
    const own = await signed(api, 'seeker', id)
    for (const [method, path, json] of [
      ['GET', `/v1/people/${other}/consents`, undefined],
      ['POST', `/v1/people/${other}/withdrawals`, { purpose: 'matching' }],
      ['POST', `/v1/people/${other}/requests`, { kind: 'erasure' }],
      ['GET', `/v1/people/${other}/requests`, undefined],
      ['GET', `/v1/people/${other}/export`, undefined],
    ] as const) t.equal((await api.call(method, path, { json, headers: own })).status, 404, `${method} ${path}`)
    for (const role of ['employer', 'teacher', 'organiser'] as const) {
      t.equal((await api.call('GET', `/v1/people/${id}/export`, { headers: await signed(api, role) })).status, 403)
    }
    t.equal((await api.call('GET', '/v1/audit', { headers: await signed(api, 'officer') })).status, 403)
    t.equal((await api.call('GET', '/v1/data-requests')).status, 401, 'the open service has no people')
    t.equal(api.registry.matcher.seekers.has(other), true)
    await api.close()
  })

  await t.test('requests run on a clock of 3 x 24 hours, and are decided once, by a person', async t => {
    const { api, ids: [id], officer } = await office()
    const own = await signed(api, 'seeker', id)
    const asked = await api.call('POST', `/v1/people/${id}/requests`, { json: { kind: 'restriction', words: 'Tolong bekukan data saya.' }, headers: own })
    t.match(asked, { status: 201, body: { dueAt: '2026-11-23T03:00:00.000Z' } })
    await sql`update data_requests set due_at = ${new Date(`${TODAY}T04:00:01Z`)}`.execute(database.db)
    const queue = async () => (await api.call('GET', '/v1/data-requests', { headers: await signed(api, 'officer') })).body.items
    t.match(await queue(), [{ id: asked.body.id, overdue: false, hoursLeft: 1, words: 'Tolong bekukan data saya.' }])
    await sql`update data_requests set due_at = ${new Date(`${TODAY}T02:59:59Z`)}`.execute(database.db)
    t.match(await queue(), [{ overdue: true }])
    const late = await signed(api, 'officer')
    const decide = async () => await api.call('POST', `/v1/data-requests/${asked.body.id}/decision`, { json: { granted: true, answer: 'Data Anda dibekukan.' }, headers: late })
    t.equal((await decide()).status, 200)
    t.equal((await decide()).status, 409)
    t.equal(api.registry.matcher.seekers.has(id), false, 'frozen data is in no ranking')
    t.same(await queue(), [])
    t.match((await api.call('GET', `/v1/people/${id}/requests`, { headers: await signed(api, 'seeker', id) })).body.items, [{ state: 'granted', answer: 'Data Anda dibekukan.', decidedBy: late.id }])
    const stored = await sql`select words_sealed, answer_sealed from data_requests`.execute(database.db)
    t.notMatch(JSON.stringify(stored.rows), /bekukan/)
    const lifted = await api.call('POST', `/v1/people/${id}/requests`, { json: { kind: 'lifting' }, headers: late })
    await api.call('POST', `/v1/data-requests/${lifted.body.id}/decision`, { json: { granted: true, answer: 'Dibuka kembali.' }, headers: late })
    t.equal(api.registry.matcher.seekers.has(id), true)
    t.ok(officer)
    await api.close()
  })

  await t.test('the export holds everything, with the rankings that showed the person and who looked', async t => {
    const { api, ids: [id, other], officer } = await office()
    const shown = await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1' }, headers: officer })
    const receipt = shown.headers['x-ranking-id']
    const place = shown.body.results.findIndex((result: { id: string }) => result.id === id) + 1
    const own = await signed(api, 'seeker', id)
    await api.call('POST', `/v1/people/${id}/requests`, { json: { kind: 'objection', words: 'Mengapa saya di bawah?', vacancyId: 'v-1', rankingId: receipt }, headers: own })
    const { status, body, text } = await api.call('GET', `/v1/people/${id}/export`, { headers: own })
    t.equal(status, 200)
    t.match(body, {
      person: { id, details: { name: somebody(1).name, nik: somebody(1).nik }, state: 'active' },
      requests: [{ kind: 'objection', words: 'Mengapa saya di bawah?', about: { vacancyId: 'v-1', rankingId: receipt } }],
      rankings: [{ id: receipt, vacancy: 'v-1', caller: officer.id, place, of: 2, engine: /\d/, vacancyHash: /^[0-9a-f]{64}$/, seekersHash: /^[0-9a-f]{64}$/ }],
    })
    t.ok(body.held.consents.rows.length > 0 && body.held.person_events.rows.length > 0 && body.held.seekers.rows.length === 1 && body.held.cards.rows.length === 1)
    t.ok(body.audit.length > 0)
    t.notMatch(text, other, 'nothing of anybody else')
    t.notMatch(text, /"wrapped"|nik_hash|login_hash/)
    const page = await api.call('GET', `/v1/people/${id}/export?format=html`, { headers: officer })
    t.match(page.text, somebody(1).name)
    t.match(page.text, /Peringkat yang memuat Anda/)
    t.match((await api.call('GET', `/v1/people/${id}/export`, { headers: own })).body.audit, [...body.audit, { action: 'person-exported', actor: own.id }, { action: 'person-exported', actor: officer.id }].map(({ action }) => ({ action })), 'the exports themselves are in the trail')
    await api.close()
  })

  await t.test('an erasure reaches every table but the trail, the index, the saved index and kept answers', async t => {
    const { api, ids: [id, other], officer } = await office()
    api.registry.vault.folder = new KeyFolder(join(t.testdir(), 'keys'))
    const own = await signed(api, 'seeker', id)
    await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1' }, headers: officer })
    const asked = await api.call('POST', `/v1/people/${id}/requests`, { json: { kind: 'erasure', words: 'Hapus data saya' }, headers: { ...own, 'idempotency-key': 'erase-1' } })
    await api.call('POST', `/v1/people/${id}/consents`, { json: { purpose: 'contact', way: 'online' }, headers: { ...own, 'idempotency-key': 'c-1' } })
    await api.registry.saveSnapshot()
    const before = await statistics(api)
    const sealed = (await database.db.selectFrom('people').select('sealed').where('id', '=', id).executeTakeFirstOrThrow()).sealed
    t.equal((await api.call('POST', `/v1/data-requests/${asked.body.id}/decision`, { json: { granted: true, answer: 'Data Anda dihapus.' }, headers: officer })).status, 200)
    t.equal(api.registry.matcher.seekers.has(id), false)
    t.equal(api.registry.matcher.seekers.has(other), true)
    t.throws(() => api.registry.vault.open(id, sealed), { name: 'SealError' })
    await api.registry.saveSnapshot()
    t.same(await statistics(api), before, 'counts stay')
    t.same(await tracesOf(database, [id, sealed]), [])
    t.equal((await api.call('GET', `/v1/people/${id}`, { headers: officer })).status, 404)
    t.equal((await api.call('GET', `/v1/people/${id}/export`, { headers: officer })).status, 404)
    t.equal((await api.call('GET', `/v1/people/${id}/consents`, { headers: own })).status, 401, 'the account is gone')
    t.notMatch(api.log, somebody(1).name)
    t.notMatch(api.log, somebody(1).nik)
    t.match(await api.registry.audit.verify(database.db), { valid: true })
    await api.close()
  })

  await t.test('an admin sees the trail, the record of processing, who was exposed, and what is past its time', async t => {
    let now = new Date(`${TODAY}T03:00:00Z`)
    const { api, ids: [id, other], officer } = await office({ ...SYSTEM_CLOCK, now: () => now })
    now = new Date(`${TODAY}T03:05:00Z`)
    await api.call('GET', `/v1/people/${id}`, { headers: officer })
    now = new Date(`${TODAY}T03:10:00Z`)
    const admin = await signed(api, 'admin')
    const first = (await api.call('GET', '/v1/audit?limit=1', { headers: admin })).body
    t.equal(first.items.length, 1, JSON.stringify(first))
    const second = (await api.call('GET', `/v1/audit?limit=1&cursor=${first.next}`, { headers: admin })).body
    t.ok(second.items, JSON.stringify(second))
    t.equal(second.items[0].number, first.items[0].number - 1)
    t.match((await api.call('GET', `/v1/audit?subject=${id}&action=person-read`, { headers: admin })).body.items, [{ actor: officer.id, subject: id }])
    t.equal((await api.call('GET', '/v1/audit?cursor=x', { headers: admin })).status, 422)
    t.match((await api.call('GET', '/v1/audit/verification', { headers: admin })).body, { valid: true, problem: null })
    const { items } = (await api.call('GET', '/v1/audit?limit=500', { headers: admin })).body
    t.ok(items.length > 5)
    // As docs/personal-data.md says it, with nothing of ours.
    t.same(items.map((entry: { hash: string }) => entry.hash), items.map(({ previous, number, at, actor, action, subject, reason, detail }: Record<string, unknown>) =>
      createHash('sha256').update(JSON.stringify([previous, String(number), at, actor, action, subject, reason, detail === null ? null : JSON.stringify(detail)])).digest('hex')), 'the chain by hand')
    const record = (await api.call('GET', '/v1/processing-record', { headers: admin })).body
    t.match(record.tables.find((row: { table: string }) => row.table === 'people'), { rows: 2, personal: true, whatId: /NIK/ })
    const pack = (await api.call('POST', '/v1/breach-packs', {
      json: { from: `${TODAY}T03:04:00Z`, to: `${TODAY}T03:06:00Z`, foundAt: `${TODAY}T03:08:00Z`, actors: [officer.id], what: 'A laptop was lost.', whatId: 'Sebuah laptop hilang.', fields: ['nama', 'NIK'] }, headers: admin,
    })).body
    t.same(pack.people, [id])
    t.match(pack, { dueAt: '2026-11-23T03:08:00.000Z', overdue: false, letters: { agencyId: /Diketahui: 20 November 2026 pukul 10\.08 WIB[\s\S]*Jumlah subjek data: 1\. Data: nama, NIK/, agency: /Found: 2026-11-20 10:08 \(UTC\+7\)/ } })
    t.ok(other)
    const sweep = async (dryRun: boolean) => (await api.call('POST', '/v1/retention-sweeps', { json: { dryRun }, headers: await signed(api, 'admin') })).body.swept.find((row: { table: string }) => row.table === 'ranking_receipts')
    await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1' }, headers: officer })
    await sql`update ranking_receipts set at = '2024-11-21T12:00:00Z'`.execute(database.db)
    t.match(await sweep(true), { rows: 0 })
    await sql`update ranking_receipts set at = '2024-11-19T12:00:00Z'`.execute(database.db)
    t.match(await sweep(true), { rows: 1 })
    t.match(await sweep(false), { rows: 1 })
    t.match(await sweep(false), { rows: 0 })
    t.equal((await api.call('POST', '/v1/backups', { headers: await signed(api, 'admin') })).status, 409, 'a service in memory keeps none')
    await api.close()
  })

  async function office (clock?: typeof SYSTEM_CLOCK): Promise<{ api: Api, officer: Signed, ids: string[] }> {
    const api = await Api.overEmpty(database, {}, clock)
    const verifier = await signed(api, 'verifier')
    const ids = [(await registered(api, verifier, 1)).id, (await registered(api, verifier, 2)).id]
    await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY })
    return { api, officer: await signed(api, 'officer'), ids }
  }

  async function statistics (api: Api): Promise<unknown> {
    const { body } = await api.call('GET', '/v1/statistics/iii-1?month=2026-11', { headers: await signed(api, 'officer') })
    // The erased person has left the stock, on the record; who came in stays counted.
    return body.total?.registered
  }
}

type Signed = { authorization: string, id: string }

async function signed (api: Api, ...who: Parameters<Api['as']>): Promise<Signed> {
  const { authorization, id } = await api.as(...who)
  return { authorization, id }
}
