import { randomUUID } from 'node:crypto'
import { readConfig } from '@padan/server'
import { Api, PASSWORD, type Answer } from '../api.ts'
import { CLIENT, openCity, type City } from '../city.ts'
import { movableClock } from '../clocks.ts'
import { quietPort } from '../ports.ts'
import type { Suite } from './suite.ts'

const CLOSED = { PADAN_ACCESS: 'closed' } as const
const MINUTE_MS = 60_000

export const cityLoginSuite: Suite = async (t, database) => {
  const city = await openCity()
  t.teardown(() => city.close())
  const settings = { ...CLOSED, ...CLIENT, OIDC_ISSUER: city.issuer } as const

  await t.test('whoever is linked signs in at the city\'s log-in, and the session is like any other', async t => {
    const api = await Api.overEmpty(database, settings)
    const officer = await api.as('officer')
    t.match(await enter(api, city, 'ani'), { status: 403, body: { type: '/problems/identity-unknown' } }, 'nobody is let in for being known to the city')
    const { body: { items } } = await api.call('GET', '/v1/accounts', { headers: { authorization: (await api.admin()).authorization } })
    t.equal(items.length, 2, 'and no account is made in silence')
    const link = async (name: string, password: string): Promise<Answer> => {
      const { ticket, response } = await visited(api, city, name)
      return await api.call('POST', '/v1/account/identities', { json: { ticket, response, password }, headers: { authorization: officer.authorization } })
    }
    t.equal((await link('ani', 'not the password')).status, 401, 'a session alone links nothing')
    t.equal((await link('ani', PASSWORD)).status, 204)
    t.equal((await link('ani', PASSWORD)).status, 204, 'again is nothing new')
    t.match(await link('budi', PASSWORD), { status: 409, body: { type: '/problems/identity-taken' } })
    const { status, body, headers } = await enter(api, city, 'ani')
    t.equal(status, 201)
    t.match(body, { account: officer.id, role: 'officer' })
    t.equal(headers['cache-control'], 'no-store')
    const authorization = `Bearer ${body.token}`
    t.match((await api.call('GET', '/v1/account', { headers: { authorization } })).body, { id: officer.id })
    t.match((await api.call('GET', '/v1/account/identities', { headers: { authorization } })).body, { items: [{ issuer: city.issuer }] })
    t.equal((await api.call('DELETE', '/v1/sessions/current', { headers: { authorization } })).status, 204)
    t.equal((await api.call('GET', '/v1/account', { headers: { authorization } })).status, 401)

    const other = await api.as('verifier')
    const taken = await visited(api, city, 'ani')
    t.equal((await api.call('POST', '/v1/account/identities', { json: { ...taken, password: PASSWORD }, headers: { authorization: other.authorization } })).status, 409, 'one identity, one account')
    t.equal((await api.call('DELETE', `/v1/accounts/${officer.id}/identities`, { headers: { authorization: other.authorization } })).status, 404)

    const admin = { authorization: (await api.admin()).authorization }
    t.equal((await api.call('PATCH', `/v1/accounts/${officer.id}`, { json: { state: 'locked' }, headers: admin })).status, 200)
    t.equal((await enter(api, city, 'ani')).status, 403, 'locked is locked, here too')
    t.equal((await api.call('PATCH', `/v1/accounts/${officer.id}`, { json: { state: 'active' }, headers: admin })).status, 200)
    const session = await enter(api, city, 'ani')
    t.equal((await api.call('DELETE', `/v1/accounts/${officer.id}/identities`, { headers: admin })).status, 204)
    t.equal((await api.call('GET', '/v1/account', { headers: { authorization: `Bearer ${session.body.token}` } })).status, 401, 'its sessions end')
    t.equal((await enter(api, city, 'ani')).status, 403)

    const trail = (await api.call('GET', '/v1/audit?limit=500', { headers: admin })).body.items as Array<{ action: string, detail: { by?: string } | null }>
    for (const action of ['identity-linked', 'identity-unlinked']) t.ok(trail.some(entry => entry.action === action), action)
    for (const action of ['signed-in', 'sign-in-failed']) t.ok(trail.some(entry => entry.action === action && entry.detail?.by === 'oidc'), action)
    t.notMatch(JSON.stringify(trail) + api.log, /\b(ani|budi)\b/, 'the subject is neither in the trail nor in the log')
    await api.close()
  })

  await t.test('an invitation is taken up with the city\'s log-in in place of a password', async t => {
    const api = await Api.overEmpty(database, settings)
    const admin = { authorization: (await api.admin()).authorization }
    const invited = (await api.call('POST', '/v1/accounts', { json: { role: 'verifier', login: `${randomUUID()}@padan.test` }, headers: admin })).body
    t.match(await enter(api, city, 'citra', 'AAAA-AAAA-AAAA-AAAA-AAAA'), { status: 422, body: { type: '/problems/code-unusable' } })
    t.match(await enter(api, city, 'citra', invited.code), { status: 201, body: { account: invited.account, role: 'verifier' } })
    t.equal((await enter(api, city, 'citra', invited.code)).status, 422, 'once')
    t.equal((await enter(api, city, 'citra')).status, 201)
    for (const state of ['locked', 'active']) t.equal((await api.call('PATCH', `/v1/accounts/${invited.account}`, { json: { state }, headers: admin })).status, 200, 'it can be unlocked though it never had a password')
    t.equal((await enter(api, city, 'citra')).status, 201)
    await api.close()
  })

  await t.test('accounts are made only where the settings say so, as what they say, once', async t => {
    const api = await Api.overEmpty(database, { ...settings, OIDC_NEW_ACCOUNTS: 'verifier' })
    const [first, second] = [await enter(api, city, 'dewi'), await enter(api, city, 'dewi')]
    t.match(first, { status: 201, body: { role: 'verifier' } })
    t.equal(second.body.account, first.body.account)
    const admin = { authorization: (await api.admin()).authorization }
    t.match((await api.call('GET', `/v1/accounts/${first.body.account}`, { headers: admin })).body, { login: null, state: 'active' })
    await api.close()
  })

  await t.test('what does not fit is refused', async t => {
    const clock = movableClock()
    const api = await Api.overEmpty(database, { ...settings, OIDC_NEW_ACCOUNTS: 'officer' }, clock)
    const changed = (name: string, value: string) => (url: string): string => {
      const address = new URL(url)
      address.searchParams.set(name, value)
      return address.href
    }
    const refused = (answer: Answer, why: string): void => { t.match(answer, { status: 401, body: { type: '/problems/oidc-refused' } }, why) }
    const send = (json: unknown): Promise<Answer> => api.call('POST', '/v1/city-logins/sessions', { json })

    const [mine, theirs] = [await visited(api, city, 'eko'), await visited(api, city, 'fitri')]
    refused(await send({ ticket: mine.ticket, response: theirs.response }), 'the answer to somebody else\'s beginning')
    refused(await send({ ticket: `${mine.ticket}x`, response: mine.response }), 'a ticket that was changed')
    refused(await send({ ticket: mine.ticket, response: mine.response.replace(/code=[^&]+/, 'code=guessed') }), 'a code that was guessed')
    const good = await visited(api, city, 'eko')
    t.equal((await send(good)).status, 201)
    refused(await send(good), 'a code that was used')
    refused(await send(await visited(api, city, 'eko', changed('nonce', 'another'))), 'another nonce')
    refused(await send(await visited(api, city, 'eko', changed('state', 'another'))), 'another state')
    refused(await send(await visited(api, city, 'eko', changed('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'))), 'another challenge')
    refused(await send({ ...good, response: good.response.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Felsewhere.example') }), 'another issuer')
    const { ticket, url } = await begun(api)
    t.match(await send({ ticket, response: await city.visit(url, 'eko', true) }), { status: 401, body: { type: '/problems/oidc-refused', detail: /access_denied/ } })
    const late = await visited(api, city, 'eko')
    clock.go(0, 11 * MINUTE_MS)
    refused(await send(late), 'after ten minutes')
    const before = await visited(api, city, 'eko')
    await api.close()
    const again = await Api.over(database, settings, clock)
    refused(await again.call('POST', '/v1/city-logins/sessions', { json: before }), 'a ticket of before the restart')
    await again.close()
  })

  await t.test('who keeps failing has to wait', async t => {
    const api = await Api.overEmpty(database, settings, movableClock())
    const statuses = new Set<number>()
    for (let n = 0; n < 52; n++) statuses.add((await api.call('POST', '/v1/city-logins/sessions', { json: { ticket: 'a', response: 'code=b' } })).status)
    t.same([...statuses], [401, 429])
    await api.close()
  })

  await t.test('a secret that is wanted in the body is sent there', async t => {
    const other = await openCity('client_secret_post')
    const api = await Api.overEmpty(database, { ...settings, OIDC_ISSUER: other.issuer, OIDC_NEW_ACCOUNTS: 'officer' })
    t.equal((await enter(api, other, 'gita')).status, 201)
    await api.close()
    await other.close()
  })

  await t.test('off, away or not knowing us: said so, and passwords go on', async t => {
    let api = await Api.overEmpty(database, CLOSED)
    t.match(await api.call('POST', '/v1/city-logins'), { status: 409, body: { type: '/problems/oidc-off' } }, 'off by default')
    await api.close()
    const gone = await openCity('client_secret_basic', await quietPort())
    api = await Api.overEmpty(database, { ...settings, OIDC_ISSUER: gone.issuer })
    const returned = await visited(api, gone, 'hana')
    await gone.close()
    t.match(await api.call('POST', '/v1/city-logins/sessions', { json: returned }), { status: 503, headers: { 'retry-after': '5' }, body: { type: '/problems/oidc-away' } })
    await api.close()
    api = await Api.over(database, { ...settings, OIDC_ISSUER: gone.issuer })
    t.match(await api.call('POST', '/v1/city-logins'), { status: 503, body: { type: '/problems/oidc-away' } })
    t.ok((await api.as('officer')).authorization)
    await api.close()
    api = await Api.overEmpty(database, { ...settings, OIDC_CLIENT_SECRET: 'another' })
    t.match(await enter(api, city, 'hana'), { status: 503, body: { type: '/problems/oidc-away' } }, 'a wrong secret is ours to mend')
    await api.close()
  })

  await t.test('settings of the city\'s log-in are whole, and over TLS', async t => {
    const wrong: Array<[Record<string, string>, RegExp]> = [
      [{ OIDC_ISSUER: 'https://masuk.kota.example' }, /OIDC_CLIENT_ID and OIDC_REDIRECT_URI must be set/],
      [{ ...CLIENT, OIDC_ISSUER: 'http://masuk.kota.example' }, /OIDC_ISSUER must begin with https/],
      [{ ...CLIENT, OIDC_ISSUER: 'https://masuk.kota.example', OIDC_NEW_ACCOUNTS: 'admin' }, /OIDC_NEW_ACCOUNTS/],
      [{ ...CLIENT, OIDC_ISSUER: 'https://masuk.kota.example', OIDC_SCOPE: 'email' }, /OIDC_SCOPE/],
    ]
    for (const [environment, message] of wrong) t.throws(() => readConfig(environment), { name: 'ConfigError', message })
    t.match(readConfig({ ...CLIENT, OIDC_ISSUER: 'https://masuk.kota.example' }), { OIDC_SCOPE: 'openid' })
  })
}

async function begun (api: Api): Promise<{ url: string, ticket: string }> {
  const { status, text, body } = await api.call('POST', '/v1/city-logins')
  if (status !== 201) throw new Error(`Not begun: ${text}`)
  return body
}

/** Somebody was at the city's log-in and is back. */
async function visited (api: Api, city: City, name: string, change: (url: string) => string = url => url): Promise<{ ticket: string, response: string }> {
  const { url, ticket } = await begun(api)
  return { ticket, response: await city.visit(change(url), name) }
}

async function enter (api: Api, city: City, name: string, code?: string): Promise<Answer> {
  return await api.call('POST', '/v1/city-logins/sessions', { json: { ...await visited(api, city, name), ...(code === undefined ? {} : { code }) } })
}
