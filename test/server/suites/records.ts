import { Api } from '../api.ts'
import { at, ODD_IDS, SEEKER, VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

export const recordsSuite: Suite = async (t, database) => {
  await t.test('stores, replaces, reads and deletes a record', async t => {
    const api = await Api.overEmpty(database)
    for (const [side, record] of [['seekers', SEEKER], ['vacancies', VACANCY]] as const) {
      const created = await api.call('PUT', at(side, record.id), { json: record })
      t.equal(created.status, 201)
      t.equal(created.headers.etag, `"${created.body.revision}"`)
      const { id, ...withoutId } = record
      const replaced = await api.call('PUT', at(side, id), { json: withoutId })
      t.equal(replaced.status, 200)
      t.ok(Number(replaced.body.revision) > Number(created.body.revision), 'revisions grow')
      const read = await api.call('GET', at(side, id))
      t.equal(read.status, 200)
      t.equal(read.headers.etag, replaced.headers.etag)
      t.same(read.body, record, 'the record comes back as it was put')
      t.equal((await api.call('HEAD', at(side, id))).status, 200)
      t.equal((await api.call('DELETE', at(side, id))).status, 204)
      t.equal((await api.call('DELETE', at(side, id))).status, 404)
      t.equal((await api.call('GET', at(side, id))).status, 404)
    }
    await api.close()
  })

  await t.test('takes ids with spaces, slashes, emoji and signs', async t => {
    const api = await Api.overEmpty(database)
    for (const id of ODD_IDS) {
      t.equal((await api.call('PUT', at('seekers', id), { json: { ...SEEKER, id } })).status, 201, id)
      t.equal((await api.call('GET', at('seekers', id))).body.id, id)
    }
    const listed: string[] = []
    let cursor: string | null = null
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`
      const { body } = await api.call('GET', `/v1/seekers?limit=5${query}`)
      listed.push(...body.items.map((item: { id: string }) => item.id))
      cursor = body.next
    } while (cursor !== null)
    t.same(listed, [...ODD_IDS].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))), 'pages hold each id once, in the order of their bytes')
    await api.close()
  })

  await t.test('honours If-Match', async t => {
    const api = await Api.overEmpty(database)
    t.equal((await api.call('PUT', at('seekers', 's-1'), { json: SEEKER, headers: { 'if-match': '*' } })).status, 412, 'nothing there yet')
    const { headers } = await api.call('PUT', at('seekers', 's-1'), { json: SEEKER })
    const etag = String(headers.etag)
    t.equal((await api.call('PUT', at('seekers', 's-1'), { json: SEEKER, headers: { 'if-match': '"0"' } })).status, 412)
    const next = await api.call('PUT', at('seekers', 's-1'), { json: SEEKER, headers: { 'if-match': `"7", ${etag}` } })
    t.equal(next.status, 200)
    t.equal((await api.call('DELETE', at('seekers', 's-1'), { headers: { 'if-match': etag } })).status, 412, 'an old tag deletes nothing')
    t.equal((await api.call('DELETE', at('seekers', 's-1'), { headers: { 'if-match': String(next.headers.etag) } })).status, 204)
    await api.close()
  })

  await t.test('refuses what it cannot use, and says which part', async t => {
    const api = await Api.overEmpty(database)
    const cases = [
      { json: { ...SEEKER, nama: 'Budi' }, pointer: '/nama', code: 'protected-attribute' },
      { json: { ...SEEKER, hobby: 'x' }, pointer: '/hobby', code: 'unknown-field' },
      { json: { ...SEEKER, reachKm: -1 }, pointer: '/reachKm', code: 'out-of-range' },
      { json: { ...SEEKER, reachKm: '25' }, pointer: '/reachKm', code: 'wrong-type' },
      { json: { ...SEEKER, units: [{ unit: 'X.1', evidence: 'claimed' }] }, pointer: '/units/0/unit', code: 'unknown-code' },
      { json: { ...SEEKER, adultFrom: '2025-02-30' }, pointer: '/adultFrom', code: 'bad-date' },
      { json: { ...SEEKER, id: 'other' }, pointer: '/id', code: 'bad-value' },
      { json: [SEEKER], pointer: '', code: 'not-a-record' },
      { json: null, pointer: '', code: 'not-a-record' },
    ]
    for (const { json, pointer, code } of cases) {
      const { status, body } = await api.call('PUT', at('seekers', 's-1'), { json })
      t.equal(status, 422, pointer)
      t.match(body.errors.find((error: { pointer: string }) => error.pointer === pointer), { code, message: String, messageId: String })
    }
    t.notMatch((await api.call('PUT', at('seekers', 's-1'), { json: { ...SEEKER, nama: 'Budi' } })).text, 'Budi')
    const dots = await api.call('POST', '/v1/seekers/import', { raw: '{"id":".."}\n', headers: { 'content-type': 'application/x-ndjson' } })
    t.match(dots.body.errors, [{ code: 'bad-id' }], 'an id that no address can hold')
    t.equal((await api.call('PUT', at('vacancies', 'v-1'), { json: { ...VACANCY, title: 'broken \ud800' } })).body.errors[0].pointer, '/title')
    t.equal((await api.call('PUT', at('vacancies', 'v-1'), { json: { ...VACANCY, title: 'zero \u0000' } })).body.errors[0].pointer, '/title')
    for (const cursor of ['x', 'MQ', Buffer.from('1:\0').toString('base64url')]) {
      t.equal((await api.call('GET', `/v1/seekers?cursor=${cursor}`)).status, 422)
    }
    for (const limit of ['0', '501', 'x', '1.5']) t.equal((await api.call('GET', `/v1/vacancies?limit=${limit}`)).status, 422)
    t.same((await api.call('GET', '/v1/seekers')).body, { items: [], next: null }, 'nothing was stored')
    await api.close()
  })

  await t.test('notes deletions in the order of revisions', async t => {
    const api = await Api.overEmpty(database)
    await api.call('PUT', at('seekers', 's-1'), { json: SEEKER })
    await api.call('DELETE', at('seekers', 's-1'))
    const { body } = await api.call('PUT', at('seekers', 's-1'), { json: SEEKER })
    const [deletion] = await database.db.selectFrom('deletions').selectAll().execute()
    t.match(deletion, { side: 'seekers', id: 's-1', revision: '2' })
    t.equal(body.revision, '3')
    await api.close()
  })
}
