import { Api } from '../api.ts'
import { movableClock } from '../clocks.ts'
import type { Suite } from './suite.ts'

const CLOSED = { PADAN_ACCESS: 'closed', SESSION_IDLE_MINUTES: 30, SESSION_HOURS: 12 } as const
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

export const accessSessionsSuite: Suite = async (t, database) => {
  await t.test('sessions are listed and ended, one\'s own by oneself, anybody\'s by an admin', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const [one, other] = [await api.as('teacher'), await api.as('verifier')]
    const second = await api.signIn(one.login)
    const call = (who: { authorization: string }, method: 'GET' | 'DELETE', url: string) => api.call(method, url, { headers: { authorization: who.authorization } })
    const { items } = (await call(one, 'GET', '/v1/sessions')).body
    t.same(items.map(({ id, current }: { id: string, current: boolean }) => [id, current]).sort(), [[one.session, true], [second.session, false]].sort())
    t.equal((await call(other, 'DELETE', `/v1/sessions/${second.session}`)).status, 404, 'somebody else\'s')
    t.equal((await call(one, 'DELETE', `/v1/sessions/${second.session}`)).status, 204)
    t.equal((await call(second, 'GET', '/v1/account')).status, 401)
    t.equal((await call(other, 'DELETE', '/v1/sessions/current')).status, 204)
    t.equal((await call(other, 'GET', '/v1/account')).status, 401)
    t.equal((await call(await api.admin(), 'DELETE', `/v1/sessions/${one.session}`)).status, 204)
    t.equal((await call(one, 'GET', '/v1/account')).status, 401)
    await api.close()
  })

  await t.test('a session ends after its silence and after its life, also over a restart', async t => {
    const clock = movableClock()
    let api = await Api.overEmpty(database, CLOSED, clock)
    const own = (who: { authorization: string }) => api.call('GET', '/v1/account', { headers: { authorization: who.authorization } })
    const silent = await api.as('officer')
    clock.go(31 * MINUTE_MS, 31 * MINUTE_MS)
    t.equal((await own(silent)).status, 401, 'silent too long')
    const busy = await api.signIn(silent.login)
    for (let n = 0; n < 35; n++) {
      clock.go(20 * MINUTE_MS, 20 * MINUTE_MS)
      t.equal((await own(busy)).status, 200)
    }
    await api.close()
    api = await Api.over(database, CLOSED, clock)
    t.equal((await own(busy)).status, 200, 'when it was seen last was written down')
    clock.go(21 * MINUTE_MS, 21 * MINUTE_MS)
    t.equal((await own(busy)).status, 401, 'twelve hours are over')
    await api.close()
  })

  await t.test('a calendar that jumps neither lengthens a session nor ends it for good', async t => {
    const clock = movableClock()
    let api = await Api.overEmpty(database, CLOSED, clock)
    const own = (who: { authorization: string }) => api.call('GET', '/v1/account', { headers: { authorization: who.authorization } })
    const who = await api.as('officer')
    clock.go(-6 * HOUR_MS, MINUTE_MS)
    t.equal((await own(who)).status, 200, 'back: it goes on')
    for (let n = 0; n < 36; n++) {
      clock.go(0, 20 * MINUTE_MS)
      await own(who)
    }
    t.equal((await own(who)).status, 401, 'and still ends after twelve hours')
    clock.go(6 * HOUR_MS, 0)
    const next = await api.signIn(who.login)
    clock.go(400 * 24 * HOUR_MS, MINUTE_MS)
    t.equal((await own(next)).status, 401, 'ahead: refused')
    const future = await api.signIn(who.login)
    clock.go(-400 * 24 * HOUR_MS, MINUTE_MS)
    t.equal((await own(next)).status, 200, 'set right: good again')
    await api.close()
    api = await Api.over(database, CLOSED, clock)
    t.equal((await own(future)).status, 401, 'one from the future is not good for four hundred days')
    t.equal((await own(await api.signIn(who.login))).status, 200, 'and nobody is locked out')
    await api.close()
  })

  await t.test('keys: their scopes, their end, the day of their last use', async t => {
    const clock = movableClock()
    const api = await Api.overEmpty(database, CLOSED, clock)
    const admin = await api.admin()
    const key = await api.key(['rank', 'vacancies:read'])
    const call = (who: { authorization: string }, method: 'GET' | 'DELETE' | 'POST', url: string, json?: object) => api.call(method, url, { json, headers: { authorization: who.authorization } })
    t.equal((await call(key, 'GET', '/v1/vacancies')).status, 200)
    const refused = await call(key, 'GET', '/v1/seekers')
    t.equal(refused.status, 403)
    t.match(refused.body.detail, /seekers:read/)
    t.equal((await call(key, 'GET', '/v1/keys')).status, 403, 'a key makes and reads no keys')
    t.equal((await call(admin, 'POST', '/v1/keys', { name: 'x', scopes: ['everything'] })).status, 422)
    clock.go(366 * 24 * HOUR_MS, 366 * 24 * HOUR_MS)
    t.equal((await call(key, 'GET', '/v1/vacancies')).status, 401, 'its year is over')
    clock.go(-2 * 24 * HOUR_MS, 0)
    t.equal((await call(key, 'GET', '/v1/vacancies')).status, 200)
    const later = await api.signIn(admin.login)
    await api.app.access.noteUse()
    t.match((await call(later, 'GET', '/v1/keys')).body.items, [{ id: key.id, usedOn: '2027-11-19', key: undefined }])
    t.equal((await call(later, 'DELETE', `/v1/keys/${key.id}`)).status, 204)
    t.equal((await call(key, 'GET', '/v1/vacancies')).status, 401, 'revoked')
    await api.close()
  })

  await t.test('an ended session is not brought back by a look-up that began before', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const who = await api.as('officer')
    await api.close()
    const fresh = await Api.over(database, CLOSED)
    const headers = { authorization: who.authorization }
    const calls = Array.from({ length: 20 }, () => fresh.call('GET', '/v1/account', { headers }))
    const ended = fresh.call('DELETE', '/v1/sessions/current', { headers })
    await Promise.all([...calls, ended])
    t.equal((await fresh.call('GET', '/v1/account', { headers })).status, 401)
    await fresh.close()
  })
}
