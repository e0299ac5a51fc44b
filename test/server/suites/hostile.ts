import fc from 'fast-check'
import { Api, type CallOptions, type Method } from '../api.ts'
import { at, demoRecords, ndjson, SEEKER, VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const raw = (text: string | Buffer, type = 'application/json'): CallOptions => ({ raw: text, headers: { 'content-type': type } })
const record = (text: string): CallOptions => raw(`{"id":"s-1",${text}}`)

/** What people and programs send that they should not. Each must be refused with its status; none may change anything. */
const CASES: ReadonlyArray<readonly [string, number, Method, string, CallOptions?]> = [
  ['a prototype key', 400, 'PUT', '/v1/seekers/s-1', raw('{"__proto__":{"admin":true}}')],
  ['an escaped prototype key', 400, 'PUT', '/v1/seekers/s-1', raw('{"\\u005f_proto__":{"admin":true}}')],
  ['a prototype key inside', 400, 'POST', '/v1/rank/seekers', raw('{"vacancy":{"id":"x","wage":{"__proto__":{"min":1}}}}')],
  ['a constructor key', 400, 'PUT', '/v1/seekers/s-1', raw('{"constructor":{"prototype":{"admin":true}}}')],
  ['a plain constructor key', 422, 'PUT', '/v1/seekers/s-1', record('"constructor":1')],
  ['toString as a field', 422, 'PUT', '/v1/seekers/s-1', record('"toString":"x","hasOwnProperty":1')],
  ['a prototype key in a line', 422, 'POST', '/v1/seekers/import', raw('{"id":"a","__proto__":{"units":[]}}\n', 'application/x-ndjson')],
  ['NaN', 400, 'PUT', '/v1/seekers/s-1', record('"reachKm":NaN')],
  ['Infinity by size', 422, 'PUT', '/v1/seekers/s-1', record('"reachKm":1e999')],
  ['a huge number', 422, 'PUT', '/v1/seekers/s-1', record('"reachKm":123456789012345678901234567890')],
  ['a fraction', 422, 'PUT', '/v1/seekers/s-1', record('"reachKm":1.5')],
  ['a negative wage', 422, 'PUT', '/v1/seekers/s-1', record('"wish":{"wage":-1}')],
  ['a place off the globe', 422, 'PUT', '/v1/seekers/s-1', record('"point":{"lat":91,"lng":181}')],
  ['half a place', 422, 'PUT', '/v1/seekers/s-1', record('"point":{"lat":1}')],
  ['a number as text', 422, 'PUT', '/v1/seekers/s-1', record('"reachKm":"5"')],
  ['a list as an object', 422, 'PUT', '/v1/seekers/s-1', record('"units":{"0":{}}')],
  ['null fields', 422, 'PUT', '/v1/seekers/s-1', record('"units":null')],
  ['deep JSON', 422, 'PUT', '/v1/seekers/s-1', record(`"units":${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
  ['deep JSON to rank', 422, 'POST', '/v1/rank/seekers', raw(`{"vacancy":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`)],
  ['deep JSON in a line', 422, 'POST', '/v1/seekers/import', raw(`{"id":"a","units":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'application/x-ndjson')],
  ['unclosed deep JSON', 400, 'PUT', '/v1/seekers/s-1', raw('['.repeat(500_000))],
  ['ten thousand units', 422, 'PUT', '/v1/seekers/s-1', record(`"units":[${'{},'.repeat(9999)}{}]`)],
  ['bad UTF-8', 400, 'PUT', '/v1/seekers/s-1', raw(Buffer.from('{"id":"s-\xff"}', 'latin1'))],
  ['UTF-16', 400, 'PUT', '/v1/seekers/s-1', raw(Buffer.from('{"id":"s-1"}', 'utf16le'))],
  ['an empty body', 400, 'PUT', '/v1/seekers/s-1', raw('')],
  ['a body cut off', 400, 'PUT', '/v1/seekers/s-1', raw('{"id":"s-1"')],
  ['a body over the limit', 413, 'PUT', '/v1/seekers/s-1', raw(`{"id":"${'x'.repeat(1_100_000)}"}`)],
  ['no body', 422, 'PUT', '/v1/seekers/s-1'],
  ['no body to rank', 422, 'POST', '/v1/rank/seekers'],
  ['a form', 415, 'PUT', '/v1/seekers/s-1', raw('id=s-1', 'application/x-www-form-urlencoded')],
  ['text', 415, 'POST', '/v1/rank/seekers', raw('{}', 'text/plain')],
  ['an unreadable type', 415, 'POST', '/v1/rank/seekers', raw('{}', '???')],
  ['lines where a record belongs', 415, 'PUT', '/v1/seekers/s-1', raw('{}', 'application/x-ndjson')],
  ['a compressed body', 415, 'PUT', '/v1/seekers/s-1', { raw: '{}', headers: { ...JSON_TYPE, 'content-encoding': 'br' } }],
  ['a NUL in an address', 404, 'GET', '/v1/seekers/%00'],
  ['a NUL in an id', 422, 'PUT', '/v1/seekers/a%00b', { json: {} }],
  ['a newline in an id', 422, 'PUT', '/v1/seekers/a%0Ab', { json: {} }],
  ['outer spaces in an id', 422, 'PUT', '/v1/seekers/%20a', { json: {} }],
  ['a NIK as an id', 422, 'PUT', '/v1/seekers/3671014101900001', { json: {} }],
  ['a broken address', 400, 'GET', '/v1/seekers/%E0%A4%A'],
  ['a broken sign in an address', 400, 'GET', '/v1/seekers/%zz'],
  ['an endless id', 404, 'GET', `/v1/seekers/${'x'.repeat(5000)}`],
  ['an id of 129', 422, 'PUT', `/v1/seekers/${'x'.repeat(129)}`, { json: {} }],
  ['a path that climbs', 404, 'GET', '/v1/seekers/..%2f..%2fetc%2fpasswd'],
  ['an unknown path', 404, 'GET', '/v2/seekers'],
  ['an unknown path with a body', 404, 'POST', '/v2/seekers', raw('{', 'application/json')],
  ['a wrong method', 405, 'PATCH', '/v1/seekers/s-1'],
  ['a wrong method on a list', 405, 'DELETE', '/v1/seekers'],
  ['a wrong method on a ranking', 405, 'GET', '/v1/rank/seekers'],
  ['an unknown query', 422, 'GET', '/v1/seekers?offset=1'],
  ['a query twice', 422, 'GET', '/v1/seekers?limit=1&limit=2'],
  ['a prototype query', 422, 'GET', '/v1/seekers?__proto__=1&constructor=2'],
  ['SQL in a cursor', 422, 'GET', "/v1/seekers?cursor=1'%20or%201=1--"],
  ['a bad If-Match', 412, 'PUT', '/v1/seekers/s-1', { json: SEEKER, headers: { 'if-match': 'W/"1", garbage' } }],
  ['an unknown problem', 404, 'GET', '/problems/__proto__'],
  ['an unknown register', 404, 'GET', '/v1/taxonomy/constructor'],
]

export const hostileSuite: Suite = async (t, database) => {
  await t.test('refuses hostile input with its status, and nothing changes', async t => {
    const api = await Api.overEmpty(database)
    await api.call('PUT', at('seekers', 'kept'), { json: { ...SEEKER, id: 'kept' } })
    await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY })
    const state = async () => [(await api.call('GET', '/v1/seekers')).text, (await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1', explain: true } })).text]
    const before = await state()
    for (const [name, status, method, url, options] of CASES) {
      const answer = await api.call(method, url, options)
      t.equal(answer.status, status, name)
      t.match(answer.headers['content-type'], 'application/problem+json', name)
      t.equal(answer.headers['x-request-id'], answer.body.instance, name)
      if (status === 405) t.ok(answer.headers.allow, 'allowed methods are named')
    }
    t.same(await state(), before)
    t.equal(({} as Record<string, unknown>).admin, undefined, 'no prototype was reached')
    t.match((await api.call('PATCH', '/v1/seekers/s-1')).headers.allow, 'DELETE, GET, HEAD, PUT')
    t.match(await api.call('OPTIONS', '/v1/seekers/s-1'), { status: 204, headers: { allow: 'DELETE, GET, HEAD, OPTIONS, PUT' } })
    t.equal((await api.call('OPTIONS', '/v2/nowhere')).status, 404)
    await api.close()
  })

  await t.test('answers any body with a declared status', async t => {
    const api = await Api.overEmpty(database)
    const { seekers, vacancies } = demoRecords(20, 5)
    await api.call('POST', '/v1/seekers/import', { raw: ndjson(seekers), headers: { 'content-type': 'application/x-ndjson' } })
    await api.call('POST', '/v1/vacancies/import', { raw: ndjson(vacancies), headers: { 'content-type': 'application/x-ndjson' } })
    const name = fc.constantFrom('id', 'units', 'unit', 'evidence', 'wish', 'wage', 'vacancyId', 'vacancy', 'seekerId', 'seeker', 'limit', 'profile', 'shares', 'asOf', 'explain', 'offers', 'point', 'lat', 'education', 'x')
    const leaf = fc.oneof(fc.constantFrom(seekers[0].id, vacancies[0].id, 'any', '2026-11-20', 'ojt', 'SMK', '', '\u0000', '\ud800', '😀'), fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(seekers[0]), fc.constant(vacancies[0]))
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(name, tie('tree'), { maxKeys: 6 })),
    }))
    const target = fc.constantFrom<readonly [Method, string]>(['PUT', '/v1/seekers/s-1'], ['PUT', '/v1/vacancies/v-1'], ['POST', '/v1/rank/seekers'], ['POST', '/v1/rank/vacancies'], ['POST', '/v1/pairs'], ['POST', '/v1/gaps'])
    await fc.assert(fc.asyncProperty(target, fc.oneof(tree, fc.dictionary(name, tree)), async ([method, url], json) => {
      const { status } = await api.call(method, url, { json })
      return status < 500
    }), { numRuns: 500, seed: 1 })
    const file = fc.constantFrom('/v1/seekers/import', '/v1/vacancies/import?mode=valid', '/v1/vacancies/import?dryRun=true')
    const cell = fc.oneof(fc.constantFrom('id', 'units', 'v-9', '-', 'any', '"', '""', 'SMK!', 'X:3!*', "'=1", 'Rp 5.000'), fc.string({ maxLength: 8 }))
    const table = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }).map(rows => `id;title\n${rows.map(row => row.join(';')).join('\n')}`)
    const bytes = fc.oneof(table.map(text => Buffer.from(text)), fc.uint8Array({ maxLength: 200 }).map(array => Buffer.from(array)))
    await fc.assert(fc.asyncProperty(file, fc.constantFrom('text/csv', 'application/x-ndjson'), bytes, async (url, type, raw) => {
      const { status } = await api.call('POST', url, { raw, headers: { 'content-type': type } })
      return status < 500
    }), { numRuns: 300, seed: 1 })
    t.equal((await api.call('GET', '/health/ready')).status, 200)
    await api.close()
  })

  await t.test('writes no ids and no bodies into the log', async t => {
    const api = await Api.overEmpty(database)
    const secret = 'S3cret-Id'
    await api.call('PUT', at('seekers', secret), { json: { ...SEEKER, id: secret } })
    await api.call('GET', at('seekers', secret))
    await api.call('PUT', at('seekers', secret), { json: { ...SEEKER, id: secret, nama: 'Budi Rahasia' } })
    await api.call('POST', '/v1/seekers/import', { raw: `id;nama\n${secret};Budi Rahasia\n`, headers: { 'content-type': 'text/csv' } })
    await api.call('POST', '/v1/rank/vacancies', { json: { seekerId: secret } })
    await api.call('GET', `/v1/seekers/${secret}/nothing?name=Budi`)
    await api.call('DELETE', at('seekers', secret), { headers: { 'idempotency-key': secret, authorization: 'Bearer Rahasia' } })
    api.app.log.error({ err: new Error(`could not read ${secret}`), body: secret, req: { headers: { authorization: secret } } }, 'unexpected error')
    t.notMatch(api.log, /S3cret|Budi|Rahasia|36\.71\.01/)
    const lines = api.log.trim().split('\n').map(line => JSON.parse(line))
    t.equal(lines.filter(line => line.msg === 'request').length, 8)
    t.match(lines[1], { reqId: String, method: 'PUT', route: '/v1/seekers/:id', status: 201, ms: Number })
    await api.close()
  })

  await t.test('takes and returns request ids', async t => {
    const api = await Api.overEmpty(database)
    const idOf = async (id: string) => (await api.call('GET', '/nowhere', { headers: { 'x-request-id': id } })).headers['x-request-id']
    t.equal(await idOf('run_7-B'), 'run_7-B')
    t.equal(await idOf('4bf92f3577b34da6a3ce929d0e0e4736'), '4bf92f3577b34da6a3ce929d0e0e4736')
    for (const bad of ['3671015505030001', 'siti-3671015505030001_1', 'a b', 'x'.repeat(65), 'a/b', 'é']) t.not(await idOf(bad), bad)
    await api.close()
  })
}
