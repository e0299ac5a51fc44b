import { sql } from 'kysely'
import { Api } from '../api.ts'
import { at, ndjson, SEEKER, VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

export const idempotencySuite: Suite = async (t, database) => {
  await t.test('replays the first answer of a key, even after a restart', async t => {
    let api = await Api.overEmpty(database)
    const first = await api.call('PUT', at('seekers', 's-1'), { json: SEEKER, headers: { 'idempotency-key': 'k-1' } })
    t.equal(first.headers['idempotent-replayed'], undefined)
    await api.close()
    api = await Api.over(database)
    const again = await api.call('PUT', at('seekers', 's-1'), { json: SEEKER, headers: { 'idempotency-key': 'k-1' } })
    t.equal(again.status, 201)
    t.equal(again.headers['idempotent-replayed'], 'true')
    t.equal(again.headers.etag, first.headers.etag)
    t.equal(again.text, first.text)
    t.equal((await api.call('GET', at('seekers', 's-1'))).headers.etag, first.headers.etag, 'it was written once')
    await api.close()
  })

  await t.test('keeps no key as it came, and knows what was kept before that', async t => {
    const api = await Api.overEmpty(database)
    const key = '3671015505030001'
    const put = () => api.call('PUT', at('seekers', 's-1'), { json: SEEKER, headers: { 'idempotency-key': key } })
    t.equal((await put()).status, 201)
    const { rows } = await sql`select replies::text from replies`.execute(database.db)
    t.equal(rows.length, 1)
    t.notMatch(JSON.stringify(rows), key)
    await sql`update replies set key = ${key}`.execute(database.db)
    t.match(await put(), { status: 201, headers: { 'idempotent-replayed': 'true' } })
    await api.close()
  })

  await t.test('refuses a key with another request, and forgets keys of refused ones', async t => {
    const api = await Api.overEmpty(database)
    const headers = { 'idempotency-key': 'k-2' }
    t.equal((await api.call('PUT', at('seekers', 's-1'), { json: { ...SEEKER, reachKm: -1 }, headers })).status, 422)
    t.equal((await api.call('PUT', at('seekers', 's-1'), { json: SEEKER, headers })).status, 201, 'a refused request does not use up its key')
    for (const [method, url, json] of [['PUT', at('seekers', 's-1'), { ...SEEKER, reachKm: 1 }], ['PUT', at('seekers', 's-2'), { ...SEEKER, id: 's-2' }], ['DELETE', at('seekers', 's-1'), undefined]] as const) {
      const { status, body } = await api.call(method, url, { json, headers })
      t.equal(status, 422)
      t.equal(body.type, '/problems/key-reused')
    }
    t.equal((await api.call('PUT', at('seekers', 's-1'), { json: SEEKER, headers: { 'idempotency-key': 'a b' } })).status, 422, 'a key is visible characters')
    await api.close()
  })

  await t.test('carries out a key once when its requests come together', async t => {
    const api = await Api.overEmpty(database)
    const headers = { 'idempotency-key': 'k-3' }
    let open = (): void => {}
    const gate = new Promise<void>(resolve => { open = resolve })
    // Another write is in the way, so that the first request waits while the others come.
    const before = api.registry.write(async () => ({ answer: await gate, apply: () => {} }))
    const answers = Array.from({ length: 2 }, () => api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY, headers }))
    t.equal((await Promise.race(answers)).status, 409)
    open()
    await before
    t.same((await Promise.all(answers)).map(({ status }) => status).sort(), [201, 409])
    t.equal((await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY, headers })).headers['idempotent-replayed'], 'true')
    t.equal((await api.call('GET', at('vacancies', 'v-1'))).headers.etag, '"1"')
    await api.close()
  })

  await t.test('keeps keys of deletions and imports, for a day', async t => {
    const api = await Api.overEmpty(database)
    const body = ndjson([SEEKER, { ...SEEKER, id: 's-2' }])
    const send = (raw: string) => api.call('POST', '/v1/seekers/import', { raw, headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': 'k-4' } })
    const first = await send(body)
    t.match(first.body, { stored: 2, created: 2 })
    const again = await send(body)
    t.equal(again.headers['idempotent-replayed'], 'true')
    t.equal(again.text, first.text)
    t.equal((await send(`${body}\n`)).body.type, '/problems/key-reused', 'the fingerprint is of the whole body')
    const gone = { headers: { 'idempotency-key': 'k-5' } }
    t.equal((await api.call('DELETE', at('seekers', 's-2'), gone)).status, 204)
    t.equal((await api.call('DELETE', at('seekers', 's-2'), gone)).status, 204)
    await sql`update replies set created_at = now() - interval '25 hours'`.execute(database.db)
    t.equal((await api.call('DELETE', at('seekers', 's-2'), gone)).status, 404, 'an old key is a new one')
    await api.close()
    const { registry } = await Api.over(database)
    t.same(await registry.db.selectFrom('replies').select('key').execute(), [], 'old answers are swept away at the start')
  })
}
