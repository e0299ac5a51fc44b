import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { Api, PASSWORD } from '../api.ts'
import { deskOf, erasePersonRecords } from '../inner-cards.ts'
import { PROFILE, registered, registration, somebody, who } from '../people.ts'
import { VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

export const peopleSuite: Suite = async (t, database) => {
  await t.test('registers at the counter in one request, up to the card', async t => {
    const api = await Api.overEmpty(database)
    const officer = await who(api, 'officer')
    const verifier = await who(api, 'verifier')
    const json = registration()
    t.equal((await api.call('POST', '/v1/counter-registrations', { json: { ...json, approve: true }, headers: officer })).status, 403, 'an officer does not approve')
    t.equal((await api.call('POST', '/v1/people/find', { json: { nik: somebody().nik }, headers: officer })).status, 404, 'nothing was kept')
    const headers = { ...verifier, 'idempotency-key': 'counter-1' }
    const { status, body } = await api.call('POST', '/v1/counter-registrations', { json: { ...json, approve: true }, headers })
    t.equal(status, 201)
    t.match(body, { id: /^s-[a-z2-7]{26}$/, request: /^r-/, card: /^k-/, number: '3671201126000001' })
    const again = await api.call('POST', '/v1/counter-registrations', { json: { ...json, approve: true }, headers })
    t.equal(again.headers['idempotent-replayed'], 'true')
    t.same(again.body, body, 'a request that is sent twice is carried out once')
    t.match((await api.call('POST', '/v1/people/find', { json: { nik: '3671 0155 0503 0001' }, headers: officer })).body, { id: body.id })
    t.match((await api.call('POST', '/v1/people/find', { json: { number: body.number }, headers: officer })).body, { id: body.id })
    t.equal((await api.call('POST', '/v1/people/find', { json: {}, headers: officer })).status, 422)
    t.match((await api.call('GET', `/v1/people/${body.id}/events`, { headers: officer })).body.items.map(({ kind }: { kind: string }) => kind), ['applied', 'card-requested', 'card-issued', 'registered'])
    await api.close()
  })

  await t.test('people register themselves, sign in, and find what is missing', async t => {
    const api = await Api.overEmpty(database)
    const json = { login: 'siti@padan.test', password: PASSWORD, ...registration(1, { person: { ...somebody(1), education: [] } }) }
    const headers = { 'idempotency-key': 'self-1' }
    const first = await api.call('POST', '/v1/registrations', { json, headers })
    t.equal(first.status, 201)
    const again = await api.call('POST', '/v1/registrations', { json, headers })
    t.same([again.headers['idempotent-replayed'], again.body], ['true', first.body])
    t.equal((await api.call('POST', '/v1/registrations', { json: { ...json, password: `${PASSWORD}!` }, headers })).body.type, '/problems/key-reused')
    const { id } = first.body
    const { authorization } = await api.signIn('siti@padan.test')
    const self = { authorization }
    t.match((await api.call('GET', `/v1/people/${id}`, { headers: self })).body, { state: 'applying', missing: [{ part: 'education', required: true }, { part: 'photo', required: false }] })
    const asked = await api.call('POST', `/v1/people/${id}/card-requests`, { json: {}, headers: self })
    t.match(asked.body, { type: '/problems/profile-incomplete', errors: [{ pointer: '/person/education' }] })
    t.same((await database.db.selectFrom('consents').select(['purpose', 'evidence']).where('person_id', '=', id).orderBy('purpose').execute()),
      [{ purpose: 'matching', evidence: { way: 'online' } }, { purpose: 'sharing-with-employers', evidence: { way: 'online' } }])
    for (const [other, code] of [[{ login: 'siti@padan.test', ...registration(2) }, 'login-taken'], [{ login: 'other@padan.test', ...registration(1) }, 'nik-registered'], [{ login: 'x', ...registration(2) }, 'bad-request-field']] as const) {
      const answer = await api.call('POST', '/v1/registrations', { json: { password: PASSWORD, ...other } })
      t.equal(answer.body.type, `/problems/${code}`)
    }
    t.equal((await api.call('POST', '/v1/registrations', { json: { ...json, password: 'short' } })).status, 422)
    t.equal((await database.db.selectFrom('accounts').select('id').where('role', '=', 'seeker').execute()).length, 1, 'no account without its person')
    await api.close()
  })

  await t.test('every refusal names the place, and never the NIK', async t => {
    const api = await Api.overEmpty(database)
    const officer = await who(api, 'officer')
    const send = async (json: unknown) => await api.call('POST', '/v1/counter-registrations', { json, headers: officer })
    await send(registration())
    const pupil = { ...somebody(2), birthDate: '2009-05-15' }
    const cases = [
      [registration(1), 409, 'nik-registered'],
      [registration(2, { person: { ...somebody(2), nik: '123' } }), 422, '/person/nik'],
      [registration(2, { person: { ...somebody(2), nik: '3671017205030001' } }), 422, '/person/nik'],
      [registration(2, { person: { ...somebody(2), birthDate: '2003-02-30' } }), 422, '/person/birthDate'],
      [registration(2, { person: { ...somebody(2), birthDate: '2027-01-01' } }), 422, '/person/birthDate'],
      [registration(2, { person: { ...somebody(2), name: '王 Contoh' } }), 422, '/person/name'],
      [registration(2, { person: { ...somebody(2), education: [{ level: 'TK' }] } }), 422, '/person/education/0/level'],
      [registration(2, { person: { ...somebody(2), tribe: 'x' } }), 422, '/person/tribe'],
      [registration(2, { person: { ...somebody(2), birthDate: '2012-05-15' } }), 422, 'too-young'],
      [registration(2, { person: pupil }), 422, 'guardian-needed'],
      [registration(2, { profile: { units: [{ unit: 'X', evidence: 'claimed' }] } }), 422, '/profile/units/0/unit'],
      [registration(2, { profile: { sex: 'female' } }), 422, '/profile/sex'],
      [registration(2, { person: { ...somebody(2), nik: undefined } }), 409, '/person/nik'],
      [registration(2, { consents: ['everything'] }), 422, '/consents/0'],
    ] as const
    for (const [json, status, told] of cases) {
      const answer = await send(json)
      t.equal(answer.status, status, told)
      t.match(answer.text, told)
      t.notMatch(answer.text, somebody(2).nik)
    }
    t.same(await database.db.selectFrom('people').select(({ fn }) => fn.countAll<string>().as('count')).execute(), [{ count: '1' }], 'nothing of a refused registration is kept')
    t.equal((await send(registration(2, { person: pupil, guardian: { name: 'Ibu Contoh', relation: 'parent' }, request: false }))).status, 201)
    await api.close()
  })

  await t.test('is in the rankings from the approval, with consent, and as what the matcher may know', async t => {
    const api = await Api.overEmpty(database)
    const verifier = await who(api, 'verifier')
    const { body: waiting } = await api.call('POST', '/v1/counter-registrations', { json: registration(1), headers: verifier })
    const silent = await registered(api, verifier, 2, { consents: [] })
    t.equal(api.registry.matcher.seekers.size, 0, 'neither who waits nor who did not agree')
    const { id } = await registered(api, verifier, 3)
    const { body } = await api.call('POST', '/v1/rank/seekers', { json: { vacancy: VACANCY } })
    t.same(body.results.map((result: { id: string }) => result.id), [id])
    const stored = await api.call('GET', `/v1/seekers/${id}`)
    t.notMatch(stored.text, /Siti|Melati|3671015505/)
    const young = await registered(api, verifier, 4, { person: { ...somebody(4), birthDate: '2009-05-15' }, guardian: { name: 'Ibu Contoh', relation: 'parent' }, guardianVerified: true })
    t.equal((await api.call('GET', `/v1/seekers/${young.id}`)).body.adultFrom, '2027-05-15', 'the day of majority comes from the birth date')
    for (const { id: other } of [waiting, silent]) t.equal((await api.call('GET', `/v1/seekers/${other}`)).status, 404)
    t.equal((await api.call('POST', `/v1/people/${id}/removal`, { json: { reason: 'moved' }, headers: verifier })).status, 200)
    t.notOk(api.registry.has('seekers', id), 'who leaves the register leaves the rankings at once')
    await api.close()
    const restarted = await Api.over(database)
    t.same([...[id, young.id].map(one => restarted.registry.has('seekers', one))], [false, true])
    await restarted.close()
  })

  await t.test('each role sees its fields, others see nobody, and every look is on record', async t => {
    const api = await Api.overEmpty(database)
    const verifier = await who(api, 'verifier')
    const { id } = await registered(api, verifier, 1, { school: 'bkk-1', person: { ...somebody(1), notes: 'Tekun.', religion: 'hindu' } })
    const at = `/v1/people/${id}`
    const seen = async (headers?: Record<string, string>) => await api.call('GET', at, { headers })
    const staff = await seen(await who(api, 'officer'))
    t.match(staff.body, { name: 'Siti Contoh Rahmawati', nik: '••••••••••••0001', religion: 'hindu', notes: 'Tekun.', state: 'active', school: 'bkk-1', remarks: [] })
    t.equal(staff.headers.etag, `"${staff.body.revision}"`)
    const self = await seen(await who(api, 'seeker', id))
    t.match(self.body, { name: 'Siti Contoh Rahmawati', nik: '••••••••••••0001', religion: 'hindu' })
    t.notOk('notes' in self.body || 'remarks' in self.body)
    const teacher = await seen(await who(api, 'teacher', 'bkk-1'))
    t.match(teacher.body, { id, name: 'Siti Contoh Rahmawati', state: 'active' })
    t.notOk('nik' in teacher.body || 'religion' in teacher.body || 'birthDate' in teacher.body)
    for (const [role, of] of [['seeker', 's-other'], ['teacher', 'bkk-2']] as const) t.equal((await seen(await who(api, role, of))).status, 404, role)
    for (const [role, of] of [['employer', 'e-1'], ['organiser', undefined]] as const) t.equal((await seen(await who(api, role, of))).status, 403, role)
    t.equal((await seen()).status, 401, 'not even on this machine')
    for (const odd of ['s-1', 's-%00', 'x'.repeat(200)]) t.equal((await api.call('GET', `/v1/people/${odd}`, { headers: verifier })).status, 404)

    const reveal = async (reason: string) => await api.call('POST', `${at}/nik`, { json: { reason }, headers: verifier })
    t.equal((await reveal('')).status, 422)
    t.same((await reveal('cek KTP')).body, { nik: somebody(1).nik })
    const trail = await database.db.selectFrom('audit').select(['action', 'subject', 'reason', 'detail']).orderBy('number').execute()
    t.equal(trail.filter(({ action }) => action === 'person-read').length, 3)
    t.match(trail.at(-1), { action: 'nik-revealed', subject: id, reason: /^sealed:/ }, 'the reason is sealed with the rest')
    t.ok((await api.registry.audit.verify(database.db)).valid ?? true)
    await api.close()
  })

  await t.test('changes with If-Match, and keeps what was not told', async t => {
    const api = await Api.overEmpty(database)
    const verifier = await who(api, 'verifier')
    const { id } = await registered(api, verifier)
    const at = `/v1/people/${id}`
    const self = await who(api, 'seeker', id)
    const { headers: { etag } } = await api.call('GET', at, { headers: self })
    const { nik: _nik, ...person } = somebody()
    const change = async (headers: Record<string, string>, more: object = {}) => await api.call('PUT', at, { json: { person: { ...person, ...more }, profile: { region: '36.71.02' } }, headers })
    t.equal((await change({ ...self, 'if-match': '"99"' })).status, 412)
    const changed = await change({ ...self, 'if-match': String(etag) }, { phone: '0813 1111 1111' })
    t.equal(changed.status, 200)
    t.equal((await change({ ...self, 'if-match': String(etag) })).status, 412, 'the second of two edits of the same page')
    t.match((await api.call('GET', at, { headers: verifier })).body, { nik: '••••••••••••0001', phone: '0813 1111 1111', profile: { region: '36.71.02' } })
    t.same((await api.call('GET', `/v1/seekers/${id}`)).body, { id, region: '36.71.02' }, 'the ranking knows at once')
    t.equal((await change(await who(api, 'seeker', 's-other'))).status, 404)
    t.match((await api.call('GET', at, { headers: self })).body.missing.map(({ part }: { part: string }) => part), ['photo', 'profile/units'])
    await api.close()
  })

  await t.test('what a verifier looks at is changed by the office alone, from the request on', async t => {
    const api = await Api.overEmpty(database)
    const verifier = await who(api, 'verifier')
    const { body: { id } } = await api.call('POST', '/v1/counter-registrations', { json: registration(1, { request: false }), headers: verifier })
    const at = `/v1/people/${id}`
    const self = await who(api, 'seeker', id)
    const png = readFileSync(new URL('../../../../docs/card-ak1.png', import.meta.url))
    const change = async (more: object, headers: Record<string, string> = self, rest: object = {}) => await api.call('PUT', at, { json: { person: { ...somebody(1), ...more }, profile: PROFILE, ...rest }, headers })
    const photo = async (headers: Record<string, string> = self) => await api.call('PUT', `${at}/photo`, { raw: png, headers: { ...headers, 'content-type': 'image/png', 'idempotency-key': 'photo-1' } })
    t.equal((await api.call('GET', `${at}/photo`, { headers: self })).status, 404, 'there is none yet')
    t.equal((await change({ name: 'Siti Contoh' })).status, 200, 'before, a slip of the pen is mended by oneself')
    t.equal((await photo()).status, 200)
    const shown = await api.call('GET', `${at}/photo`, { headers: verifier })
    t.same([shown.headers['content-type'], shown.headers['cache-control'], shown.bytes.equals(png)], ['image/png', 'no-store', true], 'a verifier sees whose card it is to be')
    for (const [role, of, status] of [['seeker', 's-other', 404], ['teacher', 'bkk-1', 403], ['employer', 'e-1', 403]] as const) t.equal((await api.call('GET', `${at}/photo`, { headers: await who(api, role, of) })).status, status, role)

    const { body: request } = await api.call('POST', `${at}/card-requests`, { json: {}, headers: self })
    for (const state of ['waiting', 'approved']) {
      for (const [part, value] of [['name', 'Orang Lain'], ['nik', '3671015505030009'], ['birthDate', '2001-05-15'], ['sex', 'male'], ['education', [{ level: 'S1' }]]] as const) {
        t.match(await change({ name: 'Siti Contoh', [part]: value }), { status: 409, body: { type: '/problems/checked-already', errors: [{ pointer: `/person/${part}` }] } }, `${state}: ${part}`)
      }
      t.match(await change({ name: 'Siti Contoh' }, self, { guardian: { name: 'Wali', relation: 'parent' } }), { status: 409, body: { errors: [{ pointer: '/guardian' }] } }, state)
      t.match(await api.call('PUT', `${at}/photo`, { raw: png, headers: { ...self, 'content-type': 'image/png' } }), { status: 409, body: { type: '/problems/checked-already' } }, state)
      t.equal((await change({ name: 'Siti Contoh', nik: '3671 0155 0503 0001', phone: '0813 2222 2222', skills: [{ name: 'Las TIG' }] })).status, 200, `${state}: the rest is one's own to tell`)
      if (state === 'waiting') t.equal((await api.call('POST', `/v1/card-requests/${request.id}/approval`, { json: {}, headers: verifier })).status, 200)
    }
    t.equal((await change({ name: 'Siti Contoh Rahmawati' }, await who(api, 'officer'))).status, 200, 'the office corrects')
    t.equal((await photo(await who(api, 'officer'))).status, 200)
    await api.close()
  })

  await t.test('the NIK is in no log, answer, address or column of the database', async t => {
    const api = await Api.overEmpty(database)
    const verifier = await who(api, 'verifier')
    const { id } = await registered(api, { ...verifier, 'idempotency-key': 'n-1' })
    const { nik } = somebody()
    const texts: string[] = []
    for (const url of [`/v1/people/${id}`, `/v1/people/${id}/card`, `/v1/people/${id}/events`, `/v1/seekers/${id}`, '/v1/card-requests', '/v1/card-reports?until=2030-01-01']) {
      texts.push((await api.call('GET', url, { headers: verifier })).text)
    }
    texts.push(api.log)
    const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(database.db)
    for (const { name } of rows) {
      const { rows: [{ all }] } = await sql<{ all: string | null }>`select string_agg(t::text, ' ') as all from ${sql.table(name)} t`.execute(database.db)
      texts.push(all ?? '')
    }
    t.ok(rows.length > 15)
    for (const text of texts) {
      t.notOk(text.includes(nik))
      t.notOk(text.includes(Buffer.from(nik).toString('base64').slice(0, 20)))
    }
    t.notMatch(texts.slice(6).join(' '), /Siti Contoh|Melati/, 'nor is the name in the database or the log')
    await api.close()
  })

  await t.test('events are never overwritten; erasure takes the name off and leaves the counts', async t => {
    const api = await Api.overEmpty(database)
    const verifier = await who(api, 'verifier')
    const { id, card } = await registered(api, verifier)
    await t.rejects(sql`update person_events set kind = 'placed' where person_id = ${id}`.execute(database.db), /append-only/)
    await t.rejects(sql`delete from person_events`.execute(database.db), /append-only/)
    await t.rejects(sql`update person_events set person_id = 'erased-x', detail = '{}', booked_on = '2020-01-01'`.execute(database.db), /append-only/)
    const stock = async () => (await api.call('GET', '/v1/statistics/iii-1?month=2026-11', { headers: await who(api, 'officer') })).body.total
    t.match(await stock(), { before: 0, registered: 1, placed: 0, removed: 0, after: 1 })
    const now = new Date('2026-11-20T03:00:00Z')
    await api.registry.write(async transaction => ({ answer: undefined, apply: await erasePersonRecords(deskOf(api.registry, transaction, 'service', now), id) }))
    t.match(await stock(), { before: 0, registered: 1, placed: 0, removed: 1, after: 0 })
    t.notOk(api.registry.has('seekers', id))
    t.equal((await api.call('GET', `/v1/people/${id}`, { headers: verifier })).status, 404)
    t.match(await database.db.selectFrom('cards').select(['person_id', 'state']).where('id', '=', card).execute(), [{ person_id: /^erased-/, state: 'revoked' }])
    t.same(await database.db.selectFrom('person_events').select('number').where('person_id', '=', id).execute(), [])
    await api.close()
  })
}
