import { RULES } from '@padan/server'
import { Api } from '../api.ts'
import { at, SEEKER, VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

const CLOSED = { PADAN_ACCESS: 'closed' } as const
const rank = { vacancyId: VACANCY.id }

export const accessGuardSuite: Suite = async (t, database) => {
  await t.test('closed: nobody gets in without signing in, but to what is public', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    for (const [method, url] of [['GET', '/v1/seekers'], ['PUT', at('seekers', 's-1')], ['POST', '/v1/rank/seekers'], ['POST', '/v1/seekers/import'], ['HEAD', '/v1/vacancies']] as const) {
      const { status, headers } = await api.call(method, url, { raw: '{', headers: { 'content-type': 'application/json' } })
      t.equal(status, 401, `${method} ${url}, before the body is read`)
      t.match(headers['www-authenticate'], /^Bearer/)
    }
    for (const url of ['/health/live', '/health/ready', '/docs', '/problems/not-allowed', '/openapi.json', '/v1/taxonomy', '/v1/profiles']) {
      t.equal((await api.call('GET', url)).status, 200, url)
    }
    t.equal((await api.call('GET', '/v1/nowhere')).status, 404)
    await api.close()
  })

  await t.test('open: this machine alone, by its own name, and match data alone', async t => {
    const api = await Api.overEmpty(database)
    t.equal((await api.call('GET', '/v1/seekers')).status, 200)
    const foreign: Array<Record<string, string>> = [{ host: 'evil.example' }, { 'x-forwarded-for': '10.0.0.1' }, { forwarded: 'for=10.0.0.1' }, { origin: 'https://evil.example' }, { origin: 'null' }]
    for (const headers of foreign) {
      t.equal((await api.call('GET', '/v1/seekers', { headers })).status, 401, JSON.stringify(headers))
    }
    const own: Array<Record<string, string>> = [{ host: '[::1]:3000' }, { host: 'LOCALHOST' }, { origin: 'http://127.0.0.1:3000' }]
    for (const headers of own) {
      t.equal((await api.call('GET', '/v1/seekers', { headers })).status, 200, JSON.stringify(headers))
    }
    await api.close()
  })

  await t.test('a role reaches what the table says, and of the rest its own', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const officer = await api.as('officer')
    const seeker = await api.as('seeker', 's-1')
    const employer = await api.as('employer', 'e-1')
    const call = (who: { authorization: string }, method: 'GET' | 'PUT' | 'POST', url: string, json?: unknown) => api.call(method, url, { json, headers: { authorization: who.authorization } })
    for (const id of ['s-1', 's-2']) t.equal((await call(officer, 'PUT', at('seekers', id), { ...SEEKER, id })).status, 201)
    t.equal((await call(officer, 'PUT', at('vacancies', VACANCY.id), VACANCY)).status, 201)
    t.equal((await call(seeker, 'PUT', at('seekers', 's-1'), SEEKER)).status, 403)
    t.equal((await call(employer, 'POST', '/v1/rank/seekers', rank)).status, 403)
    t.equal((await call(seeker, 'POST', '/v1/rank/vacancies', { seekerId: 's-1' })).status, 200)
    const [foreign, missing] = [await call(seeker, 'POST', '/v1/rank/vacancies', { seekerId: 's-2' }), await call(seeker, 'POST', '/v1/rank/vacancies', { seekerId: 's-9' })]
    t.equal(foreign.status, 404)
    t.same({ ...foreign.body, instance: '' }, { ...missing.body, instance: '' }, 'somebody else is as nobody at all')
    t.equal((await call(seeker, 'GET', `/v1/pairs/s-1/${VACANCY.id}`)).status, 200)
    t.equal((await call(seeker, 'GET', `/v1/pairs/s-2/${VACANCY.id}`)).status, 404)
    t.equal((await call(seeker, 'GET', at('seekers', 's-2'))).status, 404)
    await api.close()
  })

  await t.test('idempotency keys are their caller\'s', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const [one, two] = [await api.as('officer'), await api.as('officer')]
    const put = (who: { authorization: string }, id: string) => api.call('PUT', at('seekers', id), { json: { ...SEEKER, id }, headers: { authorization: who.authorization, 'idempotency-key': 'k' } })
    t.equal((await put(one, 's-1')).status, 201)
    t.equal((await put(two, 's-2')).status, 201, 'the same key of somebody else is another key')
    t.equal((await put(two, 's-2')).headers['idempotent-replayed'], 'true')
    t.equal((await put(one, 's-2')).body.type, '/problems/key-reused')
    await api.close()
  })

  await t.test('tokens in the wrong place or form are refused, and told apart', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const { authorization } = await api.admin()
    const token = authorization.slice('Bearer '.length)
    const get = (url: string, value?: string) => api.call('GET', url, value === undefined ? {} : { headers: { authorization: value } })
    t.equal((await get('/v1/seekers', `bearer  ${token}`)).status, 200, 'the scheme has no case')
    for (const url of [`/v1/seekers?access_token=${token}`, `/v1/seekers?x=${token}`, `/v1/seekers/${token}`, '/health/live?access_token=x']) t.equal((await get(url)).status, 400, url)
    for (const value of [token, `Basic ${token}`, 'Bearer', `Bearer ${token}, Bearer ${token}`, `Bearer ${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`, 'Bearer pds_x']) {
      t.equal((await get('/v1/seekers', value)).status, 401, value.slice(0, 9))
    }
    t.match((await get('/v1/seekers', `Bearer ${token.toLowerCase()}`)).body.detail, /mistyped/)
    t.notMatch(api.log, token)
    await api.close()
  })

  await t.test('every route has its rule in the document, and every rule its route', async t => {
    const api = await Api.overEmpty(database)
    const { body } = await api.call('GET', '/openapi.json')
    const operations = Object.values<Record<string, { operationId: string, security: object[], responses: object }>>(body.paths).flatMap(path => Object.values(path))
    t.same(operations.map(({ operationId }) => operationId).sort(), Object.keys(RULES).sort())
    for (const { operationId, security, responses } of operations) {
      t.equal(security.length === 0, RULES[operationId].public === true, operationId)
      if (security.length > 0) t.ok('401' in responses && '403' in responses, operationId)
    }
    await api.close()
  })
}
