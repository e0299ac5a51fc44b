import { Api, PASSWORD } from '../api.ts'
import { movableClock } from '../clocks.ts'
import type { Suite } from './suite.ts'

const CLOSED = { PADAN_ACCESS: 'closed' } as const

export const accessAccountsSuite: Suite = async (t, database) => {
  await t.test('the first admin is made with a code, once, and never with a default password', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const old = await api.app.access.makeSetupCode()
    const setup = await api.app.access.makeSetupCode()
    const body = { code: String(setup?.code), login: 'Kepala@Dinas.test', password: PASSWORD }
    const post = (json: object) => api.call('POST', '/v1/setup', { json })
    for (const code of [String(old?.code), 'AAAA-AAAA-AAAA-AAAA-AAAA', 'x']) t.equal((await post({ ...body, code })).body.type, '/problems/code-unusable', 'a code from before, a guess, nonsense')
    for (const password of ['short', 'aaaaaaaaaaaa', '123456789012', 'abcdefghijklmn', 'kepala-kepala-1', 'with\u0000zero-in-it']) t.equal((await post({ ...body, password })).status, 422, password)
    t.equal((await post({ ...body, role: 'seeker' })).status, 422, 'nothing but what is asked for')
    const typed = body.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    t.equal((await post({ ...body, code: typed })).status, 201, 'as people type it')
    t.equal((await post({ ...body, login: 'two@dinas.test' })).status, 422, 'once')
    t.equal(await api.app.access.makeSetupCode(), undefined, 'there is an admin')
    t.equal((await api.signIn(' KEPALA@dinas.test ')).login.trim(), 'KEPALA@dinas.test', 'the case does not matter')
    for (const text of [api.log, JSON.stringify(await database.db.selectFrom('accounts').selectAll().execute())]) t.notMatch(text, /kepala@dinas/i, 'the name is sealed, and not logged')
    await api.close()
  })

  await t.test('invited, locked, unlocked, closed: sessions end at once', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const admin = await api.admin()
    const who = await api.as('officer')
    const own = () => api.call('GET', '/v1/account', { headers: { authorization: who.authorization } })
    const change = (id: string, json: object, headers = {}) => api.call('PATCH', `/v1/accounts/${id}`, { json, headers: { authorization: admin.authorization, ...headers } })
    t.match((await own()).body, { id: who.id, role: 'officer', of: null, state: 'active', login: who.login })
    t.equal((await change(who.id, { state: 'locked' }, { 'if-match': '"99"' })).status, 412)
    t.equal((await change(who.id, { role: 'admin' })).status, 422, 'no role by assignment')
    t.equal((await change(who.id, { state: 'active', role: 'admin' })).status, 422)
    t.match((await change(who.id, { state: 'locked' })).body, { state: 'locked', login: who.login })
    t.equal((await own()).status, 401)
    await t.rejects(api.signIn(who.login), /wrong-credentials/)
    t.equal((await change(who.id, { state: 'active' })).status, 200)
    t.equal((await own()).status, 401, 'an ended session stays ended')
    const again = await api.signIn(who.login)
    t.equal((await change(who.id, { state: 'closed' })).status, 200)
    t.equal((await api.call('GET', '/v1/account', { headers: { authorization: again.authorization } })).status, 401)
    t.equal((await change(who.id, { state: 'active' })).status, 422, 'closed for good')
    t.equal((await change(admin.id, { state: 'closed' })).body.type, '/problems/last-admin')
    t.equal((await api.call('POST', '/v1/accounts', { json: { role: 'officer', login: who.login.toUpperCase() }, headers: { authorization: admin.authorization } })).body.type, '/problems/login-taken')
    for (const json of [{ role: 'teacher', login: 'guru@x.test' }, { role: 'officer', login: 'o@x.test', of: 'b-1' }, { role: 'officer', login: 'a b' }]) {
      t.equal((await api.call('POST', '/v1/accounts', { json, headers: { authorization: admin.authorization } })).status, 422)
    }
    await api.close()
  })

  await t.test('officers give accounts to seekers, and to nobody else', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const { authorization } = await api.as('officer')
    const teacher = await api.as('teacher')
    const post = (url: string, json?: object) => api.call('POST', url, { json, headers: { authorization } })
    t.equal((await post('/v1/accounts', { role: 'admin', login: 'boss@x.test' })).status, 403)
    const invited = await post('/v1/accounts', { role: 'seeker', of: 's-7', login: 'budi@x.test' })
    t.equal(invited.status, 201)
    t.equal((await post(`/v1/accounts/${teacher.id}/reset`)).status, 404)
    const renewed = await post(`/v1/accounts/${invited.body.account}/reset`)
    t.equal((await api.call('POST', '/v1/passwords', { json: { code: invited.body.code, password: PASSWORD } })).status, 422, 'the code before is good no more')
    t.equal((await api.call('POST', '/v1/passwords', { json: { code: renewed.body.code, password: PASSWORD } })).status, 200)
    t.match((await api.call('GET', '/v1/account', { headers: { authorization: (await api.signIn('budi@x.test')).authorization } })).body, { role: 'seeker', of: 's-7' })
    await api.close()
  })

  await t.test('a secret is in the first answer only, and nowhere in the database', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const { authorization } = await api.admin()
    const send = () => api.call('POST', '/v1/keys', { json: { name: 'super-app', scopes: ['rank'] }, headers: { authorization, 'idempotency-key': 'k-1' } })
    const [first, again] = [await send(), await send()]
    t.match(first.body.key, /^pdn_[0-9A-Za-z]{38}$/)
    t.equal(again.headers['idempotent-replayed'], 'true')
    const { key: _key, ...withoutKey } = first.body
    t.same(again.body, withoutKey)
    const invited = await api.call('POST', '/v1/accounts', { json: { role: 'verifier', login: 'v@x.test' }, headers: { authorization, 'idempotency-key': 'k-2' } })
    const tables = ['replies', 'accounts', 'sessions', 'access_keys', 'access_codes', 'audit'] as const
    const all = JSON.stringify(await Promise.all(tables.map(table => database.db.selectFrom(table as never).selectAll().execute())))
    for (const secret of [first.body.key, invited.body.code, authorization.slice(7), PASSWORD, 'v@x.test']) t.notOk(all.includes(secret))
    t.notMatch(api.log, first.body.key)
    await api.close()
  })

  await t.test('a password in another spelling of Unicode is the same password', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const who = await api.as('officer')
    const put = (authorization: string, current: string, password: string) => api.call('PUT', '/v1/account/password', { json: { current, password }, headers: { authorization } })
    const other = await api.signIn(who.login)
    t.equal((await put(who.authorization, 'not this one, no', 'x'.repeat(20))).status, 401)
    t.equal((await put(who.authorization, PASSWORD, 'caf\u00e9 \u2460 di\u00a0rumah saya')).status, 204)
    t.equal((await api.call('GET', '/v1/account', { headers: { authorization: who.authorization } })).status, 200, 'the session it was changed with goes on')
    t.equal((await api.call('GET', '/v1/account', { headers: { authorization: other.authorization } })).status, 401, 'every other one ends')
    await api.signIn(who.login, 'cafe\u0301 1 di rumah saya')
    await t.rejects(api.signIn(who.login), /wrong-credentials/)
    t.equal((await api.call('POST', '/v1/sessions', { json: { login: who.login, password: 'x'.repeat(1025) } })).status, 422, 'too long to be looked at')
    await api.close()
  })

  await t.test('hashes are made anew when the cost changes', async t => {
    let api = await Api.overEmpty(database, CLOSED)
    const { login, id } = await api.as('verifier')
    const hash = async () => (await database.db.selectFrom('accounts').select('password').where('id', '=', id).executeTakeFirstOrThrow()).password
    t.match(await hash(), /^\$scrypt\$ln=14,r=8,p=1\$/)
    await api.close()
    api = await Api.over(database, { ...CLOSED, PASSWORD_COST: 15 })
    await api.signIn(login)
    t.match(await hash(), /^\$scrypt\$ln=15,r=8,p=1\$/)
    await api.signIn(login)
    await api.close()
  })

  await t.test('guessing is slowed, for known and unknown names alike, and past a restart', async t => {
    const clock = movableClock()
    let api = await Api.overEmpty(database, CLOSED, clock)
    const { login } = await api.as('officer')
    const guess = (name: string, password = 'a wrong guess, again') => api.call('POST', '/v1/sessions', { json: { login: name, password } })
    const answers = async (name: string) => {
      const found = []
      for (let n = 0; n < 6; n++) {
        const { status, headers, body } = await guess(name)
        found.push([status, headers['retry-after'], body.type, body.detail])
      }
      return found
    }
    const known = await answers(login)
    t.same(known.map(([status]) => status), [401, 401, 401, 401, 401, 429])
    t.equal(known[5][1], '15')
    t.same(await answers('nobody@padan.test'), known, 'no difference')
    t.equal((await guess(login, PASSWORD)).status, 429, 'the right one waits too')
    await api.close()
    api = await Api.over(database, CLOSED, clock)
    t.equal((await guess(login, PASSWORD)).status, 429, 'a restart forgives nothing')
    clock.go(-86_400_000 * 30, 0)
    t.equal((await guess(login, PASSWORD)).status, 429)
    clock.go(0, 15_000)
    t.equal((await guess(login, PASSWORD)).status, 201, 'a calendar that went back locks nobody out')
    t.equal((await guess(login, 'a wrong guess, again')).status, 401, 'the count began anew')
    const { rows } = { rows: await database.db.selectFrom('audit' as never).selectAll().execute() as Array<{ action: string }> }
    t.ok(rows.filter(({ action }) => action === 'sign-in-failed').length >= 11, 'all of it is in the trail')
    t.notMatch(api.log, /padan\.test/)
    await api.close()
  })

  await t.test('tries side by side count too', async t => {
    const api = await Api.overEmpty(database, CLOSED, movableClock())
    const { login } = await api.as('officer')
    const statuses = (await Promise.all(Array.from({ length: 30 }, () => api.call('POST', '/v1/sessions', { json: { login, password: 'guess guess guess' } })))).map(({ status }) => status)
    t.equal(statuses.filter(status => status === 401).length, 5)
    t.equal(statuses.filter(status => status === 429).length, 25)
    await api.close()
  })

  await t.test('one-time codes are not guessed', async t => {
    const api = await Api.overEmpty(database, CLOSED, movableClock())
    let last = 0
    for (let n = 0; n < 51; n++) last = (await api.call('POST', '/v1/passwords', { json: { code: 'AAAA-AAAA-AAAA-AAAA-AAAA', password: PASSWORD } })).status
    t.equal(last, 429)
    await api.close()
  })
}
