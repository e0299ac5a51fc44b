import { Api, PASSWORD } from '../api.ts'
import { BODIES, fillOffice } from '../filled-office.ts'
import { by, EMPLOYER, POSTING, publishedPosting, verifiedEmployer } from '../offices.ts'
import { PROFILE, somebody } from '../people.ts'
import type { Suite } from './suite.ts'

/** Ways around who one is: somebody else's keys, cursors and tokens, and requests that say two things. */
export const accessAttacksSuite: Suite = async (t, database) => {
  const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed', READS_PER_MINUTE: 1_000_000 })
  const { accounts: { seeker, employer, officer: [officer] }, ids, rows } = await fillOffice(api, database)
  const [owner, stranger] = seeker
  const at = `/v1/people/${ids.person}`
  const json = (BODIES.putPerson.json)

  await t.test('an Idempotency-Key of somebody else answers nothing of theirs', async t => {
    const key = { 'idempotency-key': 'guessed' }
    t.equal((await api.call('PUT', at, { json, headers: { ...by(owner), ...key } })).status, 200)
    t.match(await api.call('PUT', at, { json, headers: { ...by(stranger), ...key } }), { status: 404, headers: { 'idempotent-replayed': undefined } })
    t.match(await api.call('PUT', at, { json, headers: { ...by(owner), ...key } }), { status: 200, headers: { 'idempotent-replayed': 'true' } })
  })

  await t.test('a cursor of somebody else leads through what is one\'s own alone', async t => {
    const other = await verifiedEmployer(api, officer, { ...EMPLOYER, name: 'PT Ketiga', nib: '2222222222222' })
    await publishedPosting(api, officer, other)
    const { body: { next } } = await api.call('GET', '/v1/postings?limit=1', { headers: by(officer) })
    t.type(next, 'string')
    for (const query of [`?cursor=${next}`, `?employerId=${other}`, `?cursor=${next}&employerId=${other}`]) {
      const { body: { items } } = await api.call('GET', `/v1/postings${query}`, { headers: by(employer[1]) })
      t.same(items, [], query)
    }
  })

  await t.test('a request that says two things is refused, or means one', async t => {
    const before = await rows()
    const firm = { ...by(employer[0]), 'content-type': 'application/json' }
    const escaped = JSON.stringify(EMPLOYER).replace(/}$/, ',"\\u0065xternalId":"F-1"}')
    t.equal((await api.call('PUT', `/v1/employers/${ids.employer}`, { raw: escaped, headers: firm })).status, 403, 'a name in escapes is that name')
    for (const key of ['__proto__', 'constructor']) {
      const raw = JSON.stringify(EMPLOYER).replace(/}$/, `,"${key}":{"prototype":{"externalId":"F-1"}}}`)
      t.ok((await api.call('PUT', `/v1/employers/${ids.employer}`, { raw, headers: firm })).status >= 400, key)
    }
    t.equal((await api.call('GET', `/v1/postings?employerId=${ids.employer}&employerId=e-other`, { headers: by(officer) })).status, 422, 'a filter given twice')
    for (const header of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      const { status } = await api.call('POST', `/v1/sessions/${owner.session}`, { headers: { ...by(owner), [header]: 'DELETE' } })
      t.ok(status === 404 || status === 405, `${header}: ${status}`)
      t.equal((await api.call('GET', '/v1/account', { headers: by(owner) })).status, 200, 'the session is there')
    }
    for (const match of ['"99"', 'W/"1"', '1', '""', '"1" "2"']) t.equal((await api.call('PUT', at, { json: { person: somebody(1), profile: PROFILE }, headers: { ...by(owner), 'if-match': match } })).status, 412, match)
    t.equal((await api.call('POST', '/v1/postings', { json: { employerId: ids.employer, posting: POSTING }, headers: by(employer[1]) })).status, 404, 'in the name of another firm')
    t.strictSame(await rows(), before)
  })

  await t.test('a session is made by signing in alone, and is never the one that was sent along', async t => {
    const { body, headers } = await api.call('POST', '/v1/sessions', { json: { login: owner.login, password: PASSWORD }, headers: by(stranger) })
    t.equal(body.account, owner.id)
    t.not(`Bearer ${body.token}`, stranger.authorization)
    t.equal(headers['set-cookie'], undefined, 'no cookie that another site could ride on')
    t.match((await api.call('GET', '/v1/account', { headers: by(stranger) })).body, { id: stranger.id }, 'whose it was it stays')
    t.equal((await api.call('GET', '/v1/account', { headers: { cookie: `token=${body.token}` } })).status, 401)
  })

  await t.test('there is no second first admin, and a code is good once, for what it was made for', async t => {
    t.equal(await api.app.access.makeSetupCode(), undefined)
    const admin = await api.admin()
    const { body: { code } } = await api.call('POST', `/v1/accounts/${owner.id}/reset`, { headers: by(admin) })
    t.equal((await api.call('GET', '/v1/account', { headers: by(owner) })).status, 401, 'a reset ends the sessions')
    const setup = await api.call('POST', '/v1/setup', { json: { code, login: 'x@padan.test', password: PASSWORD } })
    t.ok(setup.status >= 400 && setup.status < 500, `not for an admin: ${setup.status}`)
    t.equal((await api.call('POST', '/v1/passwords', { json: { code, password: `${PASSWORD} baru` } })).status, 200)
    t.ok((await api.call('POST', '/v1/passwords', { json: { code, password: PASSWORD } })).status >= 400, 'once')
  })
  await api.close()
}
