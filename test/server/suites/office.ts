import { Api } from '../api.ts'
import { by, EMPLOYER, POSTING, publishedPosting, verifiedEmployer } from '../offices.ts'
import { pdfText } from '../inner-cards.ts'
import { registered } from '../people.ts'
import { until } from '../receiver.ts'
import { at } from '../records.ts'
import type { Suite } from './suite.ts'

const CLOSED = { PADAN_ACCESS: 'closed' } as const

export const officeSuite: Suite = async (t, database) => {
  await t.test('an employer registers itself once, and only an officer vouches for it', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const [officer, firm, other] = [await api.as('officer'), await api.as('employer', null), await api.as('employer', null)]
    const { status, body: { id } } = await api.call('POST', '/v1/employers', { json: EMPLOYER, headers: by(firm) })
    t.equal(status, 201)
    t.match(id, /^e-[a-z2-7]{26}$/)
    t.equal((await api.call('POST', '/v1/employers', { json: EMPLOYER, headers: by(firm) })).status, 403, 'one account, one firm')
    t.match((await api.call('GET', `/v1/employers/${id}`, { headers: by(firm) })).body, { state: 'registered', employer: EMPLOYER })
    t.equal((await api.call('GET', `/v1/employers/${id}`, { headers: by(other) })).status, 404, "another's is as if it were not there")
    t.equal((await api.call('POST', `/v1/employers/${id}/verification`, { headers: by(firm) })).status, 403)
    t.equal((await api.call('POST', `/v1/employers/${id}/return`, { json: { reason: 'NIB tidak terbaca' }, headers: by(officer) })).status, 200)
    t.match((await api.call('GET', `/v1/employers/${id}`, { headers: by(firm) })).body, { state: 'returned', reason: 'NIB tidak terbaca' })
    t.equal((await api.call('PUT', `/v1/employers/${id}`, { json: EMPLOYER, headers: by(firm) })).status, 200)
    const verified = await api.call('POST', `/v1/employers/${id}/verification`, { headers: by(officer) })
    t.equal(verified.status, 200)
    t.equal((await api.call('PUT', `/v1/employers/${id}`, { json: EMPLOYER, headers: { ...by(firm), 'if-match': '"1"' } })).status, 412)
    t.equal((await api.call('PUT', `/v1/employers/${id}`, { json: { ...EMPLOYER, phone: '021 99' }, headers: { ...by(firm), 'if-match': String(verified.headers.etag) } })).status, 200)
    t.match((await api.call('GET', `/v1/employers/${id}`, { headers: by(officer) })).body, { state: 'verified' }, 'another telephone changes nothing')
    await api.call('PUT', `/v1/employers/${id}`, { json: { ...EMPLOYER, name: 'PT Lain' }, headers: by(firm) })
    t.match((await api.call('GET', `/v1/employers/${id}`, { headers: by(officer) })).body, { state: 'registered' }, 'another name is another firm to vouch for')
    for (const bad of [{ ...EMPLOYER, nib: '91200-01234-567-8' }, { ...EMPLOYER, region: '99' }, { ...EMPLOYER, sector: 'nope' }, { ...EMPLOYER, name: 'a\u0000b' }]) {
      t.match(await api.call('PUT', `/v1/employers/${id}`, { json: bad, headers: by(officer) }), { status: 422, body: { errors: [{}] } })
    }
    await api.close()
  })

  await t.test('what a firm offers leaves the rankings when nobody vouches for the firm any more', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const officer = await api.as('officer')
    const employerId = await verifiedEmployer(api, officer)
    const firm = await api.as('employer', employerId)
    const id = await publishedPosting(api, officer, employerId)
    const isOffered = async (): Promise<boolean[]> => [(await api.call('GET', `/v1/open-postings/${id}`)).status === 200, api.registry.has('vacancies', id)]
    t.same(await isOffered(), [true, true])
    const total = async (): Promise<unknown> => (await api.call('GET', '/v1/statistics/iii-1?month=2026-11', { headers: by(officer) })).body.vacancies.total
    await api.call('PUT', `/v1/employers/${employerId}`, { json: { ...EMPLOYER, name: 'PT Nama Lain' }, headers: by(firm) })
    t.same(await isOffered(), [false, false], 'a verified firm does not go on under a name that nobody has seen')
    t.match((await api.call('GET', `/v1/postings/${id}`, { headers: by(firm) })).body, { state: 'submitted' })
    const publish = async (): Promise<number> => (await api.call('POST', `/v1/postings/${id}/publication`, { json: { decisions: [] }, headers: by(officer) })).status
    t.equal(await publish(), 409)
    await api.call('POST', `/v1/employers/${employerId}/verification`, { headers: by(officer) })
    t.equal(await publish(), 200)
    t.same(await isOffered(), [true, true])
    t.equal((await api.call('POST', `/v1/employers/${employerId}/return`, { json: { reason: 'Alamat tidak ditemukan' }, headers: by(firm) })).status, 403)
    t.equal((await api.call('POST', `/v1/employers/${employerId}/return`, { json: { reason: 'Alamat tidak ditemukan' }, headers: by(officer) })).status, 200, 'an officer takes back what an officer gave')
    t.same(await isOffered(), [false, false])
    t.match((await api.call('GET', `/v1/postings/${id}`, { headers: by(firm) })).body, { state: 'returned', reason: 'Alamat tidak ditemukan' })
    t.same(await total(), { before: 0, registered: 2, filled: 0, removed: 2, after: 0 }, 'the statistics saw it come and go twice')
    await api.close()
    const restarted = await Api.over(database, CLOSED)
    t.notOk(restarted.registry.has('vacancies', id))
    await restarted.close()
  })

  await t.test('a posting is told in words, and printed as the sheet AK/III', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const officer = await api.as('officer')
    const employerId = await verifiedEmployer(api, officer)
    const demands = [{ kind: 'age', max: 40, reasonCode: 'legal-ban', reason: 'Penyelaman laut dalam menurut ketentuan K3' }, { kind: 'sex', sex: 'female', reasonCode: 'occupational-need', reason: 'Terapis di ruang ganti khusus perempuan' }]
    const { body: { id } } = await api.call('POST', '/v1/postings', { json: { employerId, posting: { ...POSTING, demands, education: { min: 'SMK', must: true }, provides: ['placement-test-aid'] } }, headers: by(officer) })
    await api.call('POST', `/v1/postings/${id}/submission`, { headers: by(officer) })
    await api.call('POST', `/v1/postings/${id}/publication`, { json: { decisions: [{ kind: 'age', approve: true, reason: 'Wajar' }, { kind: 'sex', approve: false, reason: 'Tidak wajar' }] }, headers: by(officer) })
    t.match((await api.call('GET', `/v1/open-postings/${id}`)).body, { kindOfWork: 'Pekerja Pengelasan (7212)', place: 'Tangerang, Kota Tangerang, Banten', posting: { wage: { min: 6_000_000 }, hours: 40, conditions: POSTING.conditions } })
    const sheet = await api.call('GET', `/v1/postings/${id}/vacancy.pdf`, { headers: by(await api.as('employer', employerId)) })
    t.equal(sheet.headers['content-type'], 'application/pdf')
    const text = (await pdfText(new Uint8Array(sheet.bytes))).replaceAll(/\s+/g, ' ')
    for (const part of ['Formulir AK/III', 'PT Maju Jaya Tbk', 'Pekerja Pengelasan (7212)', 'Kota Tangerang, Banten', 'AKL (antarkerja lokal)', 'Upah minimum setempat Rp5.399.406', 'Rp6.000.000', '40 jam seminggu', 'disediakan APD', 'SMK (wajib)', 'usia paling tinggi 40 tahun', 'Tes minat bakat']) t.match(text, part)
    t.notMatch(text, /ruang ganti|Syarat disetujui: perempuan/, 'what was refused is not on it')
    t.equal((await api.call('GET', `/v1/postings/${id}/vacancy.pdf`, { headers: by(await api.as('employer')) })).status, 404, "another firm's is as if it were not there")
    await api.close()
  })

  await t.test('entries that may be one firm are shown with reasons, and stay two', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const officer = await api.as('officer')
    const add = async (employer: object): Promise<string> => (await api.call('POST', '/v1/employers', { json: { ...EMPLOYER, ...employer }, headers: by(officer) })).body.id
    const [first, same, otherNib, unrelated] = [await add({}), await add({ name: 'maju jaya, pt.', nib: undefined }), await add({ nib: '1111111111111' }), await add({ name: 'CV Jaya Abadi Sentosa', nib: undefined, phone: '0811 222 333' })]
    const { body } = await api.call('GET', `/v1/employers/${first}/duplicates`, { headers: by(officer) })
    t.match(body.items[0], { id: same, score: 1000, reasons: [{ code: 'same-name', points: 700 }, { code: 'same-phone', points: 250 }, { code: 'same-place', points: 50 }] })
    t.match(body.items[1], { id: otherNib, score: 600, reasons: [{ code: 'other-nib', points: -400 }, {}, {}, {}] })
    t.equal(body.items.length, 2)
    t.equal((await api.call('GET', `/v1/employers/${first}`, { headers: by(officer) })).body.duplicates, 2, 'whoever is to vouch for it is told')
    t.notOk('duplicates' in (await api.call('GET', `/v1/employers/${first}`, { headers: by(await api.as('employer', first)) })).body)
    t.notOk(body.items.some(({ id }: { id: string }) => id === unrelated))
    t.equal((await api.call('GET', '/v1/employers', { headers: by(officer) })).body.items.length, 4)
    await api.close()
  })

  await t.test('a posting is ranked from its publication to its end, and at no other time', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const officer = await api.as('officer')
    const employerId = (await api.call('POST', '/v1/employers', { json: EMPLOYER, headers: by(officer) })).body.id
    const firm = await api.as('employer', employerId)
    const { matcher } = api.registry
    const { status, body: { id } } = await api.call('POST', '/v1/postings', { json: { employerId, posting: POSTING }, headers: by(firm) })
    t.equal(status, 201)
    t.equal((await api.call('POST', `/v1/postings/${id}/publication`, { json: { decisions: [] }, headers: by(firm) })).status, 403)
    t.equal((await api.call('POST', `/v1/postings/${id}/submission`, { headers: by(firm) })).status, 200)
    t.match(await api.call('POST', `/v1/postings/${id}/publication`, { json: { decisions: [] }, headers: by(officer) }), { status: 409, body: { detail: /registered.*verified/ } }, 'nobody vouched for the firm yet')
    await api.call('POST', `/v1/employers/${employerId}/verification`, { headers: by(officer) })
    t.equal(matcher.vacancies.size, 0)
    t.equal((await api.call('POST', `/v1/postings/${id}/publication`, { json: { decisions: [] }, headers: by(officer) })).status, 200)
    t.ok(matcher.vacancies.has(id))
    t.match((await api.call('GET', `/v1/open-postings/${id}`)).body, { employer: EMPLOYER.name, seatsLeft: 1, minimumWage: { rupiah: Number }, posting: { title: 'Juru las' } })
    t.match((await api.call('GET', '/v1/open-postings?format=csv')).text, /Juru las/)
    t.equal((await api.call('POST', `/v1/postings/${id}/return`, { json: { reason: 'Alamat kurang' }, headers: by(officer) })).status, 200)
    t.notOk(matcher.vacancies.has(id))
    t.equal((await api.call('GET', `/v1/open-postings/${id}`)).status, 404)
    await api.call('POST', `/v1/postings/${id}/submission`, { headers: by(firm) })
    await api.call('POST', `/v1/postings/${id}/publication`, { json: { decisions: [] }, headers: by(officer) })
    t.equal((await api.call('PUT', `/v1/postings/${id}`, { json: { ...POSTING, seats: 2, headcounts: undefined }, headers: by(firm) })).status, 200)
    t.notOk(matcher.vacancies.has(id), 'what an officer has not seen is not ranked')
    await api.call('POST', `/v1/postings/${id}/closure`, { json: { reason: 'Selesai' }, headers: by(firm) })
    t.equal((await api.call('POST', `/v1/postings/${id}/submission`, { headers: by(firm) })).status, 409)
    await api.close()
  })

  await t.test('nothing is submitted that does not tell what people must know, or demands what it may not', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const officer = await api.as('officer')
    const employerId = await verifiedEmployer(api, officer)
    const refusal = async (posting: object): Promise<Array<[string, string]>> => {
      const { body: { id } } = await api.call('POST', '/v1/postings', { json: { employerId, posting: { ...POSTING, ...posting } }, headers: by(officer) })
      const { status, body } = await api.call('POST', `/v1/postings/${id}/submission`, { headers: by(officer) })
      if (body.errors?.[0].code === 'below-minimum-wage') t.match(body.errors[0].messageId, /paling sedikit Rp\d\.\d{3}\.\d{3}, upah minimum Kota Tangerang, Banten tahun 202\d/)
      return status === 200 ? [] : body.errors.map(({ pointer, code }: { pointer: string, code: string }) => [pointer, code])
    }
    const cases: Array<[object, Array<[string, string]>]> = [
      [{}, []],
      [{ occupation: undefined, region: undefined, hours: undefined, conditions: undefined, provides: undefined, wage: undefined }, [['/occupation', 'missing'], ['/region', 'missing'], ['/hours', 'missing'], ['/conditions', 'missing'], ['/provides', 'missing'], ['/wage/min', 'missing']]],
      [{ wage: { min: 1_000_000 } }, [['/wage/min', 'below-minimum-wage']]],
      [{ wage: { min: 1_000_000 }, wageExemption: 'micro-small' }, []],
      [{ wage: { min: 1_000_000 }, hours: 20 }, []],
      [{ closes: '2026-11-19' }, [['/closes', 'bad-value']]],
      [{ description: 'Wanita, usia maksimal 25 tahun, berpenampilan menarik' }, [['/description', 'protected-demand-sex'], ['/description', 'protected-demand-age'], ['/description', 'protected-demand-appearance']]],
      [{ scheme: 'pemagangan', months: 13 }, [['/months', 'bad-value'], ['/allowance', 'missing'], ['/allowancePayer', 'missing'], ['/endorsement', 'missing']]],
      [{ scheme: 'pemagangan', months: 6, allowance: 1, allowancePayer: 'employer', endorsement: '1', seats: 11, headcounts: undefined }, [['/seats', 'too-many-apprentices']]],
      [{ scheme: 'maganghub', months: 6, allowance: 1, allowancePayer: 'city' }, [['/allowancePayer', 'bad-value']]],
      [{ scheme: 'pkl', months: 3, wage: undefined }, []],
    ]
    for (const [posting, expected] of cases) t.strictSame(await refusal(posting), expected, JSON.stringify(posting))
    for (const bad of [{ headcounts: { male: 1, female: 1, either: 1 } }, { closes: '2026-02-30' }, { occupation: '0000' }, { demands: [{ kind: 'age', max: 25, reasonCode: 'legal-ban', reason: 'too short' }] }, { gender: 'male' }]) {
      t.equal((await api.call('POST', '/v1/postings', { json: { employerId, posting: { ...POSTING, ...bad } }, headers: by(officer) })).status, 422, JSON.stringify(bad))
    }
    await api.close()
  })

  await t.test('a demand of age needs an officer, never reaches the matcher, and is listed when refused', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const officer = await api.as('officer')
    const employerId = await verifiedEmployer(api, officer)
    const demands = [{ kind: 'age', max: 40, reasonCode: 'legal-ban', reason: 'Penyelaman laut dalam menurut ketentuan K3' }, { kind: 'sex', sex: 'female', reasonCode: 'occupational-need', reason: 'Terapis di ruang ganti khusus perempuan' }]
    const { body: { id } } = await api.call('POST', '/v1/postings', { json: { employerId, posting: { ...POSTING, demands } }, headers: by(officer) })
    await api.call('POST', `/v1/postings/${id}/submission`, { headers: by(officer) })
    t.match((await api.call('POST', `/v1/postings/${id}/publication`, { json: { decisions: [] }, headers: by(officer) })).body.errors, [{ code: 'demand-undecided', received: 'age' }, { code: 'demand-undecided', received: 'sex' }])
    const decisions = [{ kind: 'age', approve: false, reason: 'Tidak ada dasar hukum' }, { kind: 'sex', approve: true, reason: 'Wajar' }]
    t.equal((await api.call('POST', `/v1/postings/${id}/publication`, { json: { decisions }, headers: by(officer) })).status, 200)
    t.strictSame((await api.call('GET', `/v1/open-postings/${id}`)).body.demands, [demands[1]])
    t.match((await api.call('GET', '/v1/demands', { headers: by(officer) })).body.items, [{ postingId: id, state: 'refused', demand: demands[0], decision: 'Tidak ada dasar hukum' }])
    const [age, sex] = demands
    const softer = { ...age, max: 45 }
    await api.call('PUT', `/v1/postings/${id}`, { json: { ...POSTING, demands: [softer] }, headers: by(officer) })
    t.match((await api.call('GET', `/v1/postings/${id}`, { headers: by(officer) })).body.demands, [{ demand: age, state: 'refused' }, { demand: softer, state: 'asked' }], 'what was refused stays listed, what is no longer asked for goes')
    await api.call('PUT', `/v1/postings/${id}`, { json: { ...POSTING, demands: [age, sex] }, headers: by(officer) })
    t.match((await api.call('GET', `/v1/postings/${id}`, { headers: by(officer) })).body.demands, [{ demand: age, state: 'refused' }, { demand: sex, state: 'asked' }], 'asking the same again changes nothing')
    await api.call('POST', `/v1/postings/${id}/submission`, { headers: by(officer) })
    t.equal((await api.call('POST', `/v1/postings/${id}/publication`, { json: { decisions: [{ kind: 'sex', approve: true, reason: 'Wajar' }] }, headers: by(officer) })).status, 200)
    const listed = (await api.call('GET', '/v1/demands', { headers: by(officer) })).body.items
    t.strictSame((await api.call('GET', `/v1/demands?after=${listed[0].number}`, { headers: by(officer) })).body.items, [], 'page by page')
    const record = await api.call('GET', at('vacancies', id), { headers: by(officer) })
    t.notMatch(record.text, /demand|headcount|female|legal-ban/)
    await api.close()
  })

  await t.test('two hires for one seat: one is taken, however close they come', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const officer = await api.as('officer')
    const employerId = await verifiedEmployer(api, officer)
    const firm = await api.as('employer', employerId)
    const stranger = await api.as('employer', 'e-other')
    const postingId = await publishedPosting(api, officer, employerId)
    const verifier = await api.as('verifier')
    const people: string[] = []
    for (const number of [1, 2, 3]) people.push((await registered(api, by(verifier), number)).id)
    const referrals: string[] = []
    for (const personId of people) {
      const { status, body } = await api.call('POST', '/v1/referrals', { json: { postingId, personId, ...(personId === people[2] ? { call: { at: '2026-11-24T09:00', place: 'Loket 3' } } : {}) }, headers: by(officer) })
      t.equal(status, 201)
      referrals.push(body.id)
    }
    t.match(await api.call('POST', '/v1/referrals', { json: { postingId, personId: people[0] }, headers: by(officer) }), { status: 409, body: { type: '/problems/already-referred' } })
    t.match(await api.call('POST', '/v1/referrals', { json: { postingId, personId: 's-9' }, headers: by(officer) }), { status: 409, body: { type: '/problems/not-referable' } })
    t.equal((await api.call('GET', `/v1/referrals/${referrals[0]}`, { headers: by(stranger) })).status, 404)
    t.equal((await api.call('POST', `/v1/referrals/${referrals[0]}/reply`, { json: { outcome: 'accepted' }, headers: by(stranger) })).status, 404)
    t.equal((await api.call('GET', '/v1/referrals', { headers: by(stranger) })).body.items.length, 0)
    t.equal((await api.call('GET', '/v1/referrals', { headers: by(firm) })).body.items.length, 2, 'who was called to the office was not sent on yet')
    t.equal((await api.call('POST', `/v1/referrals/${referrals[2]}/introduction`, { headers: by(officer) })).status, 200)
    t.equal((await api.call('POST', `/v1/referrals/${referrals[2]}/reply`, { json: { outcome: 'not-accepted', reason: 'experience' }, headers: by(firm) })).status, 200)
    const hires = await Promise.all(referrals.slice(0, 2).map(async id => await api.call('POST', `/v1/referrals/${id}/reply`, { json: { outcome: 'hired', starts: '2026-12-01' }, headers: by(firm) })))
    t.strictSame(hires.map(({ status }) => status).sort(), [200, 409])
    t.match(hires.find(({ status }) => status === 409)?.body, { type: '/problems/no-seat-left' })
    const taken = hires[0].status === 200 ? 0 : 1
    t.notOk(api.registry.matcher.seekers.has(people[taken]), 'who was hired is in no ranking')
    t.ok(api.registry.matcher.seekers.has(people[1 - taken]), 'who was not is')
    t.notOk(api.registry.matcher.vacancies.has(postingId), 'nor is a posting without seats')
    t.match((await api.call('GET', `/v1/referrals/${referrals[taken]}`, { headers: by(firm) })).body, { state: 'hired', starts: '2026-12-01' })
    t.match((await api.call('GET', `/v1/postings/${postingId}`, { headers: by(firm) })).body, { filled: 1 })
    await t.rejects(api.registry.db.updateTable('postings').set({ filled: 2 }).where('id', '=', postingId).execute(), 'the database says so too')
    await api.close()
  })

  await t.test('training and practice are no placement: the person stays on the register', async t => {
    const api = await Api.overEmpty(database, CLOSED)
    const officer = await api.as('officer')
    const employerId = await verifiedEmployer(api, officer)
    const postingId = await publishedPosting(api, officer, employerId, { scheme: 'ojt', months: 1, allowance: 1_000_000, allowancePayer: 'city', wage: undefined })
    const { id: personId } = await registered(api, by(await api.as('verifier')), 1)
    const { body: { id } } = await api.call('POST', '/v1/referrals', { json: { postingId, personId }, headers: by(officer) })
    t.equal((await api.call('POST', `/v1/referrals/${id}/reply`, { json: { outcome: 'hired', starts: '2026-12-01' }, headers: by(officer) })).status, 200)
    t.ok(api.registry.matcher.seekers.has(personId))
    t.match((await api.call('GET', '/v1/changes?limit=1000', { headers: by(officer) })).text, /referral.answered/)
    t.notMatch((await api.call('GET', '/v1/changes?limit=1000', { headers: by(officer) })).text, /person.hired/, 'nobody was hired')
    await api.close()
  })

  await t.test('a posting leaves the rankings after its last day, also after a stop', async t => {
    let day = '2026-12-31T16:59:00Z'
    const clock = { now: () => new Date(day), elapsed: () => performance.now() }
    const before = await Api.overEmpty(database, CLOSED, clock)
    const officer = await before.as('officer')
    const employerId = await verifiedEmployer(before, officer)
    const id = await publishedPosting(before, officer, employerId)
    await before.close()
    const same = await Api.over(database, CLOSED, clock)
    t.ok(same.registry.matcher.vacancies.has(id), 'one minute to midnight in Jakarta')
    await same.close()
    day = '2026-12-31T17:00:00Z'
    const after = await Api.over(database, CLOSED, clock)
    t.ok(await until(() => !after.registry.matcher.vacancies.has(id)))
    const again = await after.signIn(officer.login)
    t.match((await after.call('GET', `/v1/postings/${id}`, { headers: by(again) })).body, { state: 'expired' })
    await after.close()
  })
}
