import type { ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { Api } from '../api.ts'
import { movableClock } from '../clocks.ts'
import { by, verifiedEmployer } from '../offices.ts'
import { Receiver, until } from '../receiver.ts'
import { at, SEEKER, VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

/** It stands still: nothing is sent again but when a test says that its time has come. Receivers refuse signatures of another day. */
const clockOfToday = () => movableClock(Date.now())

export const webhooksSuite: Suite = async (t, database) => {
  await t.test('tells of what was committed, signed, with ids alone, and of what failed again', async t => {
    const clock = clockOfToday()
    const receiver = new Receiver()
    const origin = await receiver.open()
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed', WEBHOOK_ALLOW: origin }, clock)
    const admin = await api.as('admin')
    const added = await api.call('POST', '/v1/webhooks', { json: { url: `${origin}/hook`, kinds: ['employer.registered', 'employer.verified'] }, headers: { ...by(admin), 'idempotency-key': 'k' } })
    const { id, secret } = added.body
    t.match(secret, /^whsec_/)
    t.same((await api.call('POST', '/v1/webhooks', { json: { url: `${origin}/hook`, kinds: ['employer.registered', 'employer.verified'] }, headers: { ...by(admin), 'idempotency-key': 'k' } })).body, { id }, 'told once')
    t.notMatch(JSON.stringify(await database.db.selectFrom('webhooks').selectAll().execute()), secret, 'kept sealed')

    receiver.answer = reply => { reply.writeHead(500).end() }
    const employerId = await verifiedEmployer(api, admin)
    t.equal((await api.call('POST', '/v1/employers', { json: { name: 'x' }, headers: by(admin) })).status, 422, 'this one is not committed')
    t.ok(await until(() => receiver.got.length >= 2))
    t.ok(await until(async () => (await api.call('GET', `/v1/webhooks/${id}/deliveries?state=waiting`, { headers: by(admin) })).body.items.every((item: { attempts: number }) => item.attempts === 1)))
    t.match((await api.call('GET', `/v1/webhooks/${id}/deliveries?state=waiting`, { headers: by(admin) })).body.items, [{ lastStatus: 500, attempts: 1 }, { lastStatus: 500, attempts: 1 }])

    receiver.answer = reply => { reply.writeHead(204).end() }
    clock.go(10_000, 10_000)
    await api.call('POST', `/v1/webhooks/${id}/replay`, { headers: by(admin) })
    t.ok(await until(() => receiver.got.length === 4))
    t.strictSame(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size, 2, 'the same ids again')
    for (const { headers, body } of receiver.got) new Webhook(secret).verify(body, headers)
    t.throws(() => new Webhook(secret).verify(receiver.got[0].body.replace('employer', 'Employer'), receiver.got[0].headers))
    t.strictSame(receiver.got.slice(2).map(({ body }) => JSON.parse(body).type).sort(), ['employer.registered', 'employer.verified'])
    t.strictSame(Object.keys(JSON.parse(receiver.got[0].body).data).sort(), ['id', 'revision'])
    t.equal(JSON.parse(receiver.got[0].body).data.id, employerId)
    t.notMatch(receiver.got[0].body, /Maju/)

    const rotated = (await api.call('POST', `/v1/webhooks/${id}/secret`, { headers: by(admin) })).body.secret
    await api.call('POST', '/v1/employers', { json: { name: 'CV Baru', kind: 'private', region: '36.71', address: 'Jl. 1' }, headers: by(admin) })
    t.ok(await until(() => receiver.got.length === 5))
    for (const known of [secret, rotated]) new Webhook(known).verify(receiver.got[4].body, receiver.got[4].headers)
    t.equal((await api.call('DELETE', `/v1/webhooks/${id}`, { headers: by(admin) })).status, 204)
    t.equal((await api.call('DELETE', `/v1/webhooks/${id}`, { headers: by(admin) })).status, 404)
    await api.close()
    await receiver.close()
  })

  await t.test('what was not delivered when the service stopped is delivered after its next start', async t => {
    const receiver = new Receiver()
    const origin = await receiver.open()
    receiver.answer = reply => { reply.destroy() }
    const settings = { PADAN_ACCESS: 'closed', WEBHOOK_ALLOW: origin } as const
    const clock = clockOfToday()
    const before = await Api.overEmpty(database, settings, clock)
    const admin = await before.as('admin')
    const { secret } = (await before.call('POST', '/v1/webhooks', { json: { url: origin, kinds: ['employer.verified'] }, headers: by(admin) })).body
    const employerId = await verifiedEmployer(before, admin)
    t.ok(await until(() => receiver.got.length > 0))
    await before.close()
    const [missed] = receiver.got
    receiver.answer = reply => { reply.writeHead(204).end() }
    clock.go(60_000, 60_000)
    const after = await Api.over(database, settings, clock)
    t.ok(await until(() => receiver.got.length > 1))
    const told = receiver.got[receiver.got.length - 1]
    t.match(new Webhook(secret).verify(told.body, told.headers), { type: 'employer.verified', data: { id: employerId } })
    t.equal(told.headers['webhook-id'], missed.headers['webhook-id'], 'the same message')
    await after.close()
    await receiver.close()
  })

  await t.test('follows no redirect, waits for no endless answer, gives up at last, and tries again when told', async t => {
    const clock = clockOfToday()
    const [receiver, other] = [new Receiver(), new Receiver()]
    const [origin, elsewhere] = [await receiver.open(), await other.open()]
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed', WEBHOOK_ALLOW: `${origin},${elsewhere}` }, clock)
    const admin = await api.as('admin')
    const { id } = (await api.call('POST', '/v1/webhooks', { json: { url: origin, kinds: ['employer.registered'] }, headers: by(admin) })).body
    const answers: Array<(reply: ServerResponse) => void> = [
      reply => { reply.writeHead(302, { location: elsewhere }).end() },
      reply => { reply.writeHead(200); const pour = (): void => { if (!reply.destroyed && reply.write('x'.repeat(65_536))) setImmediate(pour) }; reply.on('drain', pour); pour() },
      reply => { reply.destroy() },
    ]
    let attempt = 0
    receiver.answer = reply => { answers[Math.min(attempt++, 2)](reply) }
    await api.call('POST', '/v1/employers', { json: { name: 'CV Baru', kind: 'private', region: '36.71', address: 'Jl. 1' }, headers: by(admin) })
    const items = async (state: string): Promise<Array<{ attempts: number, lastStatus: number | null, lastError: string }>> => (await api.call('GET', `/v1/webhooks/${id}/deliveries?state=${state}`, { headers: by(admin) })).body.items
    t.ok(await until(async () => (await items('waiting'))[0]?.attempts === 1))
    t.match((await items('waiting'))[0], { lastStatus: 302 })
    for (let round = 2; round <= 12; round++) {
      clock.go(90_000_000, 90_000_000)
      // Sessions of this clock are over by now.
      Object.assign(admin, await api.signIn(admin.login))
      await api.call('POST', `/v1/webhooks/${id}/replay`, { headers: by(admin) })
      t.ok(await until(async () => (await items(round === 12 ? 'dead' : 'waiting'))[0]?.attempts === round), `attempt ${round}`)
      if (round === 2) t.match((await items('waiting'))[0].lastError, /longer than 65536 bytes/)
    }
    t.equal(other.got.length, 0, 'nobody was sent on')
    receiver.answer = reply => { reply.writeHead(200).end('ok') }
    t.same((await api.call('POST', `/v1/webhooks/${id}/replay`, { headers: by(admin) })).body, { replayed: 1 })
    t.ok(await until(async () => (await items('delivered')).length === 1))
    await api.close()
    await receiver.close()
    await other.close()
  })

  await t.test('a receiver that does not answer holds up nobody else', async t => {
    const [slow, quick] = [new Receiver(), new Receiver()]
    const [stuck, open] = [await slow.open(), await quick.open()]
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed', WEBHOOK_ALLOW: `${stuck},${open}` }, clockOfToday())
    const admin = await api.as('admin')
    const held: ServerResponse[] = []
    slow.answer = reply => { held.push(reply) }
    const add = async (url: string): Promise<string> => (await api.call('POST', '/v1/webhooks', { json: { url, kinds: ['employer.registered'] }, headers: by(admin) })).body.id
    const [slowId] = [await add(stuck), await add(open)]
    const firm = async (number: number): Promise<unknown> => await api.call('POST', '/v1/employers', { json: { name: `CV Baru ${number}`, kind: 'private', region: '36.71', address: 'Jl. 1' }, headers: by(admin) })
    // More than are sent to one webhook at once.
    for (let number = 0; number < 25; number++) await firm(number)
    t.ok(await until(() => quick.got.length === 25), `${quick.got.length} of 25 while the other waits`)
    t.ok(slow.got.length > 0)
    const { body } = await api.call('GET', `/v1/webhooks/${slowId}/deliveries?state=waiting`, { headers: by(admin) })
    t.match(body.items, { length: 25 }, 'nothing of the slow one is done')
    slow.answer = reply => { reply.writeHead(204).end() }
    for (const reply of held) reply.writeHead(204).end()
    t.ok(await until(() => slow.got.length === 25))
    await api.close()
    await slow.close()
    await quick.close()
  })

  await t.test('is sent nowhere but to https on the public internet', async t => {
    const api = await Api.overEmpty(database, { PADAN_ACCESS: 'closed' })
    const admin = await api.as('admin')
    for (const url of ['http://example.com/', 'https://127.0.0.1/', 'https://[::1]/', 'https://10.0.0.1/', 'https://169.254.169.254/latest', 'https://[::ffff:192.168.0.1]/', 'https://100.64.0.1/', 'https://user:secret@example.com/', 'https://2130706433/', 'https://0x7f.1/', 'file:///etc/passwd', 'ftp://example.com', 'nonsense']) {
      t.match(await api.call('POST', '/v1/webhooks', { json: { url }, headers: by(admin) }), { status: 422, body: { type: '/problems/forbidden-target' } }, url)
    }
    t.equal((await api.call('POST', '/v1/webhooks', { json: { url: 'https://example.com/' }, headers: by(await api.as('officer')) })).status, 403)
    await api.close()
  })

  await t.test('the feed has every change once, in the order of commits, deletions among them', async t => {
    const api = await Api.overEmpty(database)
    const seen: Array<{ revision: string, type: string, id: string, deleted: boolean }> = []
    let after = '0'
    let isWriting = true
    const reader = (async () => {
      while (true) {
        // The embedded database answers within this thread: without a turn of the event loop the writers' requests would never be read.
        await new Promise(resolve => { setImmediate(resolve) })
        const last = !isWriting
        const { items, next } = (await api.call('GET', `/v1/changes?after=${after}&limit=3`)).body
        seen.push(...items)
        after = next
        if (last && items.length === 0) return
      }
    })()
    await Promise.all(Array.from({ length: 30 }, async (_, number) => {
      await api.call('PUT', at('seekers', `s-${number}`), { json: { ...SEEKER, id: `s-${number}` } })
      if (number % 3 === 0) await api.call('DELETE', at('seekers', `s-${number}`))
    }))
    await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY })
    isWriting = false
    await reader
    const revisions = seen.map(({ revision }) => BigInt(revision))
    t.ok(revisions.every((revision, position) => position === 0 || revision > revisions[position - 1]), 'strictly growing')
    const state = new Map<string, boolean>()
    for (const { type, id, deleted } of seen) state.set(`${type} ${id}`, !deleted)
    for (let number = 0; number < 30; number++) t.equal(state.get(`seeker s-${number}`), number % 3 !== 0, `s-${number}`)
    t.equal(state.get('vacancy v-1'), true)
    await database.db.insertInto('markers').values({ name: 'deletions-swept', value: '5' }).execute()
    t.equal((await api.call('GET', '/v1/changes?after=4')).status, 410)
    t.equal((await api.call('GET', '/v1/changes?after=5')).status, 200)
    t.equal((await api.call('GET', '/v1/changes?after=0')).status, 200)
    t.equal((await api.call('GET', '/v1/changes?after=x')).status, 422)
    await api.close()
  })
}
