import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { createVerifier } from 'fast-jwt'
import { readConfig, SYSTEM_CLOCK, type Database } from '@padan/server'
import type { Test } from 'tap'
import { Api } from '../api.ts'
import { deskOf, erasePersonRecords, markHired, pdfText, signCardToken, sweepCards } from '../inner-cards.ts'
import { registered, registration, somebody, who } from '../people.ts'
import { ACCOUNT, isSigned, OFFICER, openSigner } from '../signer.ts'
import type { Suite } from './suite.ts'

/** A calendar that is set by hand. */
class Calendar {
  #now = new Date('2026-11-20T03:00:00Z')
  readonly clock = { ...SYSTEM_CLOCK, now: (): Date => this.#now }

  set (day: string, time: string = '10:00'): Date {
    this.#now = new Date(`${day}T${time}:00+07:00`)
    return this.#now
  }
}

async function begin (database: Database): Promise<{ api: Api, calendar: Calendar }> {
  const calendar = new Calendar()
  return { api: await Api.overEmpty(database, {}, calendar.clock), calendar }
}

const cardOf = async (api: Api, id: string) => (await api.call('GET', `/v1/people/${id}/card`, { headers: await who(api, 'verifier') })).body

export const cardsSuite: Suite = async (t, database) => {
  await t.test('request, queue with its age, return with reasons, request again, approval, print', async t => {
    const { api, calendar } = await begin(database)
    const officer = await who(api, 'officer')
    const { body: { id } } = await api.call('POST', '/v1/counter-registrations', { json: registration(1, { request: false }), headers: officer })
    const self = await who(api, 'seeker', id)
    const ask = async (kind = 'new', headers: Record<string, string> = self) => await api.call('POST', `/v1/people/${id}/card-requests`, { json: { kind }, headers })
    t.equal((await ask('renewal')).status, 409)
    t.equal((await ask('lost')).status, 409)
    t.equal((await ask('new', await who(api, 'seeker', 's-other'))).status, 404)
    const first = await ask()
    t.equal(first.status, 201)
    t.equal((await ask()).body.type, '/problems/card-request-open')
    calendar.set('2026-11-23', '11:30')
    const verifier = await who(api, 'verifier')
    const queue = await api.call('GET', '/v1/card-requests', { headers: verifier })
    // Asked on a Friday at ten: fourteen hours of Friday and half of Monday.
    t.match(queue.body, { waiting: 1, items: [{ id: first.body.id, person: id, name: 'Siti Contoh Rahmawati', hours: 25.5, overdue: true, dueAt: '2026-11-23T03:00:00.000Z', minor: false, remarks: [], revision: 1 }] })
    t.equal((await api.call('GET', '/v1/card-requests', { headers: await who(api, 'seeker', id) })).status, 403)
    const back = `/v1/card-requests/${first.body.id}/return`
    t.equal((await api.call('POST', back, { json: { reasons: [] }, headers: verifier })).status, 422)
    t.equal((await api.call('POST', back, { json: { reasons: ['photo-unusable'] }, headers: { ...verifier, 'if-match': '"7"' } })).status, 412)
    t.equal((await api.call('POST', back, { json: { reasons: ['photo-unusable'], note: 'Foto terlalu gelap.' }, headers: { ...verifier, 'if-match': '"1"' } })).status, 200)
    t.match((await cardOf(api, id)).request, { state: 'returned', reasons: ['photo-unusable'], note: 'Foto terlalu gelap.' })
    const again = await api.call('POST', `/v1/people/${id}/card-requests`, { json: {}, headers: await who(api, 'seeker', id) })
    t.equal((await api.call('POST', `/v1/card-requests/${again.body.id}/approval`, { json: {}, headers: await who(api, 'officer') })).status, 403)
    const approved = await api.call('POST', `/v1/card-requests/${again.body.id}/approval`, { json: {}, headers: verifier })
    t.match(approved.body, { id: again.body.id, number: '3671231126000001' })
    t.match((await cardOf(api, id)).card, { state: 'valid', issuedOn: '2026-11-23', expiresOn: '2028-11-23', reports: [{ dueOn: '2027-05-23' }, { dueOn: '2027-11-23' }, { dueOn: '2028-05-23' }] })

    const pdf = await api.call('GET', `/v1/people/${id}/card.pdf`, { headers: await who(api, 'seeker', id) })
    t.equal(pdf.headers['content-type'], 'application/pdf')
    const text = (await pdfText(new Uint8Array(pdf.bytes))).replaceAll(/\s+/g, ' ')
    t.match(text, 'Siti Contoh Rahmawati')
    t.match(text, [...approved.body.number].join(' '))
    t.ok((await api.call('GET', `/v1/people/${id}/card.pdf`, { headers: verifier })).bytes.equals(pdf.bytes))
    t.match(await pdfText(new Uint8Array((await api.call('GET', `/v1/people/${id}/registration.pdf`, { headers: verifier })).bytes)), 'DATA PENCARI KERJA')
    for (const headers of [await who(api, 'seeker', 's-other'), await who(api, 'teacher', 'bkk-1')]) t.ok([403, 404].includes((await api.call('GET', `/v1/people/${id}/card.pdf`, { headers })).status))
    await api.close()
  })

  await t.test('a certifier signs a card with the officer\'s own passphrase, which is kept nowhere', async t => {
    const off = await begin(database)
    const { card: unsigned } = await registered(off.api, await who(off.api, 'verifier'))
    t.match(await off.api.call('POST', `/v1/cards/${unsigned}/signature`, { json: OFFICER, headers: await who(off.api, 'verifier') }), { status: 409, body: { type: '/problems/signing-off' } }, 'off by default')
    await off.api.close()

    const signer = await openSigner()
    const api = await Api.overEmpty(database, { BSRE_URL: signer.url, ...ACCOUNT })
    const verifier = await who(api, 'verifier')
    const { id, card } = await registered(api, verifier)
    const ask = async (json: object = OFFICER, headers: Record<string, string> = verifier) => await api.call('POST', `/v1/cards/${card}/signature`, { json, headers })
    const printed = async (): Promise<Buffer> => (await api.call('GET', `/v1/people/${id}/card.pdf`, { headers: await who(api, 'seeker', id) })).bytes
    const plain = await printed()
    t.notOk(isSigned(plain))
    t.equal((await api.call('GET', `/v1/people/${id}/card`, { headers: verifier })).body.card.signature, null)
    for (const role of ['officer', 'seeker'] as const) t.equal((await ask(OFFICER, await who(api, role, role === 'seeker' ? id : undefined))).status, 403, role)
    t.match(await ask({ ...OFFICER, passphrase: 'salah' }), { status: 422, body: { type: '/problems/signature-refused', detail: /Passphrase anda salah/ } })
    for (const [status, body] of [[500, ''], [200, '{}'], [200, '%PDF-1.3 without a signature'], [302, '']] as const) {
      signer.next = { status, body }
      t.match(await ask(), { status: 503, headers: { 'retry-after': '30' }, body: { type: '/problems/signer-away' } }, `${status} ${body}`)
    }
    t.ok((await printed()).equals(plain), 'what is no signature changes nothing')

    const { status, body } = await ask()
    t.equal(status, 201)
    const sheet = await printed()
    t.same([body.signer, body.sha256], ['BSrE', createHash('sha256').update(sheet).digest('hex')])
    t.ok(isSigned(sheet), 'byte for byte as it was signed')
    t.ok(sheet.subarray(0, plain.length).equals(plain))
    t.match((await api.call('GET', `/v1/people/${id}/card`, { headers: verifier })).body.card.signature, body)
    t.same(signer.asked.at(-1), { path: '/api/sign/pdf', fields: ['file', 'nik', 'passphrase', 'tampilan'] })
    const kept = JSON.stringify([await database.db.selectFrom('signed_cards').selectAll().execute(), await database.db.selectFrom('audit').selectAll().execute(), await database.db.selectFrom('replies').selectAll().execute()])
    for (const secret of [OFFICER.passphrase, OFFICER.nik]) t.notMatch(`${kept}${api.log}`, secret)
    t.notMatch(kept, 'JVBERi', 'the document is sealed')
    t.match((await api.call('GET', `/v1/people/${id}/export`, { headers: await who(api, 'seeker', id) })).body.held.signed_cards.rows, [{ card_id: card, signer: 'BSrE' }])

    for (let tries = 0; tries < 5; tries++) await ask({ ...OFFICER, passphrase: 'salah' })
    t.match(await ask(), { status: 429 }, 'a certificate is not locked by guessing here')
    t.equal((await api.call('POST', `/v1/cards/${card}/revocation`, { json: { reason: 'false-data' }, headers: verifier })).status, 200)
    t.equal((await ask(OFFICER, await who(api, 'admin'))).status, 409, 'only a valid card is signed')
    const administrator = await who(api, 'admin')
    await api.registry.write(async transaction => {
      const apply = await erasePersonRecords(deskOf(api.registry, transaction, administrator.authorization.slice(0, 8), new Date()), id)
      return { answer: undefined, apply }
    })
    t.same(await database.db.selectFrom('signed_cards').selectAll().execute(), [], 'an erasure takes it')
    await api.close()
    await signer.close()
    const gone = await Api.overEmpty(database, { BSRE_URL: signer.url, ...ACCOUNT })
    const { card: other } = await registered(gone, await who(gone, 'verifier'))
    t.match(await gone.call('POST', `/v1/cards/${other}/signature`, { json: OFFICER, headers: await who(gone, 'verifier') }), { status: 503, body: { type: '/problems/signer-away' } })
    await gone.close()

    t.throws(() => readConfig({ BSRE_URL: 'https://esign.kota.example' }), { message: /BSRE_USERNAME and BSRE_PASSWORD must be set/ })
    t.throws(() => readConfig({ BSRE_URL: 'http://esign.kota.example', ...ACCOUNT }), { message: /BSRE_URL must begin with https/ })
  })

  await t.test('two verifiers approve the same request: one card', async t => {
    const { api } = await begin(database)
    const [one, two] = [await who(api, 'verifier'), await who(api, 'admin')]
    const { body } = await api.call('POST', '/v1/counter-registrations', { json: registration(), headers: one })
    const answers = await Promise.all([one, two, one, two].map(headers => api.call('POST', `/v1/card-requests/${body.request}/approval`, { json: {}, headers })))
    t.same(answers.map(({ status }) => status).sort(), [200, 409, 409, 409])
    t.equal(answers.find(({ status }) => status === 409)?.body.type, '/problems/card-request-decided')
    t.equal((await database.db.selectFrom('cards').select('id').execute()).length, 1)
    await api.close()
  })

  await t.test('numbers run on without gaps or twins, whatever is refused between', async t => {
    const { api } = await begin(database)
    const verifier = await who(api, 'verifier')
    const send = (number: number, more = {}) => api.call('POST', '/v1/counter-registrations', { json: registration(number, { approve: true, ...more }), headers: verifier })
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => send(index % 3 === 2 ? 1 : index + 1, index % 4 === 3 ? { profile: { sex: 'x' } } : {})))
    const numbers = answers.filter(({ status }) => status === 201).map(({ body }) => body.number).sort()
    t.ok(numbers.length >= 4)
    t.same(numbers, numbers.map((_, index) => `3671201126${String(index + 1).padStart(6, '0')}`))
    await api.close()
  })

  await t.test('a card is verified offline by another library and online by anybody; forged, revoked, expired and old keys are told', async t => {
    const { api, calendar } = await begin(database)
    const verifier = await who(api, 'verifier')
    const { id, card: cardId, number } = await registered(api, verifier)
    const { card: { token } } = await cardOf(api, id)
    const verified = async (text: string): Promise<unknown> => {
      const { body } = await api.call('GET', '/.well-known/jwks.json')
      const { kid } = JSON.parse(Buffer.from(text.split('.')[0], 'base64url').toString())
      const jwk = body.keys.find((key: { kid: string }) => key.kid === kid)
      const key = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }) as string
      return createVerifier({ key, algorithms: ['EdDSA'], clockTimestamp: Date.parse('2027-01-01') })(text)
    }
    t.match(await verified(token), { num: number, iss: '36.71', jti: cardId })
    const check = async (text: string, headers: Record<string, string> = {}) => await api.call('GET', `/v1/card-check/${text}`, { headers })
    t.same((await check(token)).body, { genuine: true, number, office: '36.71', issuedOn: '2026-11-20', expiresOn: '2028-11-20', state: 'valid', holder: 'S. C. R.' })
    const page = await check(token, { accept: 'text/html,*/*' })
    t.match(page.headers['content-type'], 'text/html')
    t.match(page.text, /lang="id"[\s\S]*diterbitkan dinas dan berlaku[\s\S]*DINAS KETENAGAKERJAAN, PEMERINTAH KOTA CONTOH \(36\.71\)[\s\S]*S\. C\. R\./)
    t.match((await check(token, { accept: 'text/html', 'accept-language': 'en' })).text, 'is valid')
    for (const text of [page.text, token, Buffer.from(token.split('.')[1], 'base64url').toString()]) {
      t.notOk(text.includes(somebody().nik))
      t.notMatch(text, /Siti|Rahmawati/)
    }
    const [head, body, signature] = token.split('.')
    const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace(number, '3671201126000999')).toString('base64url')
    t.same((await check([head, forged, signature].join('.'))).body, { genuine: false, fault: 'bad-signature' })
    t.same((await check('nonsense')).body, { genuine: false, fault: 'not-a-token' })
    const stranger = { kid: 'stranger', privateKey: generateKeyPairSync('ed25519').privateKey }
    const claims = { id: cardId, number, office: '36.71', issuedOn: '2026-11-20', expiresOn: '2030-11-20' }
    t.same((await check(await signCardToken(claims, stranger))).body, { genuine: false, fault: 'unknown-key' })
    t.match((await check('<script>', { accept: 'text/html' })).text, '✗')

    const rotated = await api.call('POST', '/v1/card-keys/rotation', { headers: await who(api, 'admin') })
    t.equal(rotated.status, 201)
    t.equal((await api.call('POST', '/v1/card-keys/rotation', { headers: verifier })).status, 403)
    const second = await registered(api, verifier, 2)
    const { card: later } = await cardOf(api, second.id)
    t.equal(JSON.parse(Buffer.from(later.token.split('.')[0], 'base64url').toString()).kid, rotated.body.kid)
    for (const text of [token, later.token]) {
      t.match((await check(text)).body, { genuine: true, state: 'valid' }, 'cards of the old key verify')
      t.ok(await verified(text))
    }
    calendar.set('2028-11-20', '23:59')
    t.match((await check(token)).body, { state: 'valid' }, 'the last day counts')
    calendar.set('2028-11-21', '00:01')
    t.match((await check(token)).body, { genuine: true, state: 'expired' })
    calendar.set('2026-11-21')
    const revoke = async (headers: Record<string, string>, reason = 'false-data') => await api.call('POST', `/v1/cards/${cardId}/revocation`, { json: { reason }, headers })
    t.equal((await revoke(await who(api, 'officer'))).status, 403)
    t.equal((await revoke(await who(api, 'verifier'), 'because')).status, 422)
    t.equal((await revoke(await who(api, 'verifier'))).status, 200)
    t.equal((await revoke(await who(api, 'verifier'))).status, 409)
    const gone = (await check(token)).body
    t.match(gone, { genuine: true, state: 'revoked' })
    t.notOk('holder' in gone)
    t.notOk(api.registry.has('seekers', id))
    const keyOf = (text: string): string => JSON.parse(Buffer.from(text.split('.')[0], 'base64url').toString()).kid
    const disown = async (kid: string, by: 'admin' | 'verifier' = 'admin') => await api.call('POST', `/v1/card-keys/${kid}/revocation`, { json: { reason: 'Kunci bocor' }, headers: await who(api, by) })
    t.equal((await disown(keyOf(later.token), 'verifier')).status, 403)
    t.equal((await disown(keyOf(later.token))).status, 409, 'not while it signs')
    t.equal((await disown('x'.repeat(43))).status, 404)
    await api.call('POST', '/v1/card-keys/rotation', { headers: await who(api, 'admin') })
    t.same((await disown(keyOf(later.token))).body, { kid: keyOf(later.token), cards: 1 })
    t.same((await check(later.token)).body, { genuine: false, fault: 'unknown-key' }, 'what a lost key signed is not genuine')
    await t.rejects(verified(later.token), 'nor offline')
    const copy = await api.call('POST', `/v1/people/${second.id}/card-requests`, { json: { kind: 'lost' }, headers: await who(api, 'verifier') })
    await api.call('POST', `/v1/card-requests/${copy.body.id}/approval`, { json: {}, headers: await who(api, 'verifier') })
    t.match((await check((await cardOf(api, second.id)).card.token)).body, { genuine: true, number: second.number, state: 'valid' }, 'a copy is')
    await api.close()
  })

  await t.test('reports, a missed one, expiry, renewal, a lost card, hiring and coming back; the statistics add up', async t => {
    const { api, calendar } = await begin(database)
    const people: Record<string, string> = {}
    const verifier = await who(api, 'verifier')
    for (const [index, name] of ['faithful', 'silent', 'hired', 'loser'].entries()) people[name] = (await registered(api, verifier, index + 1, { person: { ...somebody(index + 1), ...(index === 2 ? { sex: 'male', birthDate: '1997-06-01' } : {}) } })).id
    const as = async () => await who(api, 'verifier')
    const report = async (name: string) => await api.call('POST', `/v1/people/${people[name]}/card-reports`, { headers: await as() })
    const stateOf = async (name: string) => (await api.call('GET', `/v1/people/${people[name]}`, { headers: await as() })).body.state
    t.equal((await report('faithful')).status, 409, 'nothing is due yet')

    const hiredOn = calendar.set('2027-03-01')
    await api.registry.write(async transaction => ({ answer: undefined, apply: await markHired(deskOf(api.registry, transaction, 'a-1', hiredOn), people.hired, { on: '2027-02-25', channel: 'AKL' }) }))
    t.equal(await stateOf('hired'), 'placed')
    t.match((await cardOf(api, people.hired)).card, { state: 'deactivated', reason: 'placed' })
    t.notOk(api.registry.has('seekers', people.hired))
    await t.rejects(api.registry.write(async transaction => ({ answer: undefined, apply: await markHired(deskOf(api.registry, transaction, 'a-1', hiredOn), people.hired, { on: '2027-02-25' }) })), { code: 'wrong-state' })

    calendar.set('2027-04-21')
    t.match((await api.call('GET', '/v1/card-reports', { headers: await as() })).body.items.map(({ person, number, dueOn }: Record<string, unknown>) => [person, number, dueOn]).sort(),
      [people.faithful, people.silent, people.loser].map(person => [person, 1, '2027-05-20']).sort())
    for (const name of ['faithful', 'loser']) t.match((await report(name)).body, { number: 1 })
    t.equal((await report('faithful')).status, 409)
    t.same(await sweepCards(api.registry, calendar.set('2027-06-19'), 30), { expired: 0, missed: 0 }, 'the last day of grace')
    t.same(await sweepCards(api.registry, calendar.set('2027-06-20'), 30), { expired: 0, missed: 1 })
    t.same(await sweepCards(api.registry, calendar.set('2027-06-20'), 30), { expired: 0, missed: 0 }, 'a day may be swept again')
    t.equal(await stateOf('silent'), 'removed')
    t.notOk(api.registry.has('seekers', people.silent))

    calendar.set('2027-06-25')
    const reactivate = async (name: string, reason: string) => await api.call('POST', `/v1/people/${people[name]}/reactivation`, { json: { reason }, headers: await as() })
    t.equal((await reactivate('silent', 'reported-late')).status, 200)
    t.equal((await reactivate('silent', 'reported-late')).status, 409)
    t.equal(await stateOf('silent'), 'active')
    t.ok(api.registry.has('seekers', people.silent))
    t.match((await cardOf(api, people.silent)).card, { state: 'valid', reports: [{ missed: true }, { missed: false }, { missed: false }] })
    t.equal((await reactivate('hired', 'contract-ended')).status, 200)

    const ask = async (name: string, kind: string) => await api.call('POST', `/v1/people/${people[name]}/card-requests`, { json: { kind }, headers: await as() })
    const approve = async (request: string) => await api.call('POST', `/v1/card-requests/${request}/approval`, { json: {}, headers: await as() })
    const before = (await cardOf(api, people.loser)).card
    const copy = await approve((await ask('loser', 'lost')).body.id)
    t.equal(copy.body.number, before.number, 'a copy has the same number and days')
    t.match((await cardOf(api, people.loser)).card, { issuedOn: before.issuedOn, expiresOn: before.expiresOn, reports: [{ reportedOn: '2027-04-21' }] })
    t.match((await api.call('GET', `/v1/card-check/${before.token}`)).body, { state: 'revoked' }, 'the lost one is told')

    t.equal((await ask('faithful', 'renewal')).status, 409, 'too early')
    for (const day of ['2027-11-20', '2028-05-20']) {
      calendar.set(day)
      for (const name of ['faithful', 'silent', 'hired', 'loser']) {
        const { status } = await report(name)
        if (name !== 'hired') t.equal(status, 201, `${name} ${day}`)
      }
    }
    calendar.set('2028-11-01')
    const renewed = await approve((await ask('faithful', 'renewal')).body.id)
    t.equal(renewed.status, 200)
    t.match((await cardOf(api, people.faithful)).card, { number: renewed.body.number, issuedOn: '2028-11-01', expiresOn: '2030-11-01' })
    t.match(await sweepCards(api.registry, calendar.set('2028-11-20'), 30), { expired: 0 })
    t.match(await sweepCards(api.registry, calendar.set('2028-11-21'), 30), { expired: 2 })
    t.equal(await stateOf('silent'), 'removed')
    t.match((await cardOf(api, people.silent)).card, { state: 'expired' })
    t.equal((await reactivate('silent', 'available-again')).status, 409, 'an expired card is renewed')
    t.equal((await approve((await ask('silent', 'renewal')).body.id)).status, 200)
    t.equal(await stateOf('silent'), 'active')

    await addsUp(t, api, database, ['2026-11', '2028-11'])
    await api.close()
  })

  await t.test('a closed month does not change; what is told later is counted in the next one', async t => {
    const { api, calendar } = await begin(database)
    await registered(api, await who(api, 'verifier'))
    const stock = async (month: string) => (await api.call('GET', `/v1/statistics/iii-1?month=${month}`, { headers: await who(api, 'officer') })).body
    const close = async (month: string) => await api.call('POST', `/v1/statistics/iii-1/${month}/closing`, { headers: await who(api, 'officer') })
    t.equal((await close('2026-11')).status, 409)
    calendar.set('2026-12-01')
    t.match((await close('2026-11')).body, { closed: true, total: { registered: 1, after: 1 } })
    t.equal((await close('2026-11')).status, 409)
    t.equal((await close('2026-13')).status, 422)
    const closed = await stock('2026-11')
    // A clock that was set back.
    calendar.set('2026-11-29')
    await registered(api, await who(api, 'verifier'), 2)
    t.same(await stock('2026-11'), closed)
    t.match((await stock('2026-12')).total, { before: 1, registered: 1, after: 2 })
    await api.close()
  })
}

/** Every cell of every month: row 5 = 1 + 2 - 3 - 4, next month's row 1 is this month's row 5, and the last row 5 is who is active. */
async function addsUp (t: Test, api: Api, database: Database, [first, last]: readonly [string, string]): Promise<void> {
  const headers = await who(api, 'officer')
  let before: Array<{ after: number }> | undefined
  for (let month = first; month <= last; month = nextMonth(month)) {
    const { body } = await api.call('GET', `/v1/statistics/iii-1?month=${month}`, { headers })
    t.equal(body.cells.length, 10)
    for (const [index, cell] of body.cells.entries()) {
      t.equal(cell.after, cell.before + cell.registered - cell.placed - cell.removed, `${month} ${cell.ageGroup} ${cell.sex}`)
      t.ok(cell.after >= 0)
      if (before !== undefined) t.equal(cell.before, before[index].after)
    }
    before = body.cells
  }
  const active = await database.db.selectFrom('people').select('id').where('state', '=', 'active').execute()
  t.equal((before ?? []).reduce((sum, { after }) => sum + after, 0), active.length)
}

function nextMonth (month: string): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}
