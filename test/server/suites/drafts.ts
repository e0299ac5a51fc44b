import { createDrafter } from '@padan/matcher/drafts'
import { ADVERT, CV, ONE_LINE } from '../../matcher/draft-texts.ts'
import { Api, taxonomy, TODAY } from '../api.ts'
import { at } from '../records.ts'
import type { Suite } from './suite.ts'

const VACANCY = '/v1/drafts/vacancy'
const SEEKER = '/v1/drafts/seeker'
const WAITING = 100
const LONGEST = 200_000

/** Texts that break careless readers, as long as a draft may be; each is answered with a draft. */
const HOSTILE: ReadonlyArray<readonly [name: string, text: string]> = [
  ['nothing', ''], ['binary', String.fromCharCode(...Array.from({ length: 4096 }, (_, code) => code))], ['half a character', '\ud800 SIM A'], ['right to left', 'مطلوب مشغل رافعة \u202e1B MIS\u202c'],
  ['emoji', '👨‍👩‍👧‍👦'.repeat(10_000)], ['zero width', 'S\u200bI\u200bM\u200b A '.repeat(10_000)], ['look-alikes', 'ореrаtоr fоrklіft '.repeat(10_000)], ['HTML', '<script>alert(1)</script>SIM A'.repeat(6_000)],
  ['one word', 'pengalaman '.repeat(18_000)], ['one letter', 'a'.repeat(LONGEST)], ['ats', 'a@'.repeat(LONGEST / 2)], ['brackets', '('.repeat(LONGEST)], ['licences', 'SIM A\n'.repeat(33_000)],
]

export const draftsSuite: Suite = async (t, database) => {
  const api = await Api.overEmpty(database)
  const drafter = createDrafter(taxonomy)

  await t.test('an advert comes back as the draft that the library makes', async t => {
    for (const text of [ONE_LINE, ADVERT]) {
      const { status, body } = await api.call('POST', VACANCY, { json: { text } })
      t.equal(status, 200)
      t.same(body, JSON.parse(JSON.stringify(drafter.draftVacancy(text))))
    }
  })

  await t.test('a CV likewise; "until now" is today unless told', async t => {
    const expected = (asOf: string): unknown => JSON.parse(JSON.stringify(drafter.draftSeeker(CV, { asOf })))
    t.same((await api.call('POST', SEEKER, { json: { text: CV } })).body, expected(TODAY))
    t.same((await api.call('POST', SEEKER, { json: { text: CV, asOf: '2025-01-31' } })).body, expected('2025-01-31'))
    t.match((await api.call('POST', SEEKER, { json: { text: CV, asOf: '2025-02-30' } })), { status: 422, body: { errors: [{ pointer: '/asOf' }] } })
  })

  await t.test('a confirmed draft can be put and is ranked', async t => {
    const vacancy = (await api.call('POST', VACANCY, { json: { text: ONE_LINE } })).body.record
    const seeker = (await api.call('POST', SEEKER, { json: { text: CV } })).body.record
    t.equal((await api.call('PUT', at('vacancies', 'd-1'), { json: { id: 'd-1', ...vacancy } })).status, 201)
    t.equal((await api.call('PUT', at('seekers', 'd-2'), { json: { id: 'd-2', ...seeker } })).status, 201)
    t.equal((await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'd-1' } })).body.results[0].id, 'd-2')
  })

  await t.test('nothing is stored, and no word gets into the log', async t => {
    const before = [(await api.call('GET', '/v1/vacancies')).text, (await api.call('GET', '/v1/seekers')).text]
    const lines = api.log.length
    const { text } = await api.call('POST', SEEKER, { json: { text: CV } })
    await api.call('POST', VACANCY, { json: { text: ADVERT } })
    await api.call('POST', VACANCY, { json: { text: CV.repeat(LONGEST / 100) } })
    await api.call('GET', '/v1/taxonomy/suggest?q=Santoso')
    t.same([(await api.call('GET', '/v1/vacancies')).text, (await api.call('GET', '/v1/seekers')).text], before)
    t.notMatch(text, /Budi|Santoso|1999|3671|0812|budi@/)
    t.notMatch(api.log.slice(lines), /Budi|Santoso|Kemasan|forklift|3671|0812|Cikupa|Accounting/i)
  })

  await t.test('hostile texts are read or refused, and the service goes on', async t => {
    for (const [name, text] of HOSTILE) {
      for (const url of [VACANCY, SEEKER]) t.equal((await api.call('POST', url, { json: { text } })).status, 200, `${name}: ${url}`)
    }
    const json = { 'content-type': 'application/json' }
    for (const url of [VACANCY, SEEKER]) {
      for (const [name, status, options] of [
        ['more than is read', 422, { json: { text: 'a'.repeat(LONGEST + 1) } }], ['ten megabytes', 413, { json: { text: 'a'.repeat(10_485_760) } }], ['no text', 422, { json: {} }], ['a number', 422, { json: { text: 5 } }],
        ['null', 422, { json: { text: null } }], ['something else beside it', 422, { json: { text: '', nik: '1' } }], ['bytes', 400, { raw: Buffer.from([0x7b, 0xff, 0xfe]), headers: json }],
        ['plain text', 415, { raw: ADVERT, headers: { 'content-type': 'text/plain' } }], ['no body', 422, {}], ['a prototype key', 400, { raw: '{"__proto__":{"text":""}}', headers: json }],
      ] as const) t.equal((await api.call('POST', url, options)).status, status, `${name}: ${url}`)
    }
    t.equal((await api.call('GET', '/health/ready')).status, 200)
  })

  await t.test('suggestions: what is typed, misspelt or unfinished', async t => {
    const suggest = async (query: string): Promise<any> => (await api.call('GET', `/v1/taxonomy/suggest?${query}`)).body
    t.match((await suggest('q=operatr%20forkl')).items[0], { kind: 'concept', code: 'padan:forklift-operation', name: 'operator forklift', within: null })
    t.match((await suggest('q=tngerang&kind=region')).items.find(({ code }: { code: string }) => code === '36.03'), { kind: 'region', code: '36.03', title: 'Kabupaten Tangerang', within: 'Banten' })
    t.equal((await suggest('q=cikup&kind=region')).items[0].code, '36.03.18')
    t.match((await suggest('q=sim%20b&kind=licence&limit=1')).items, [{ code: 'sim-b1' }])
    t.same(await suggest('q='), { items: [] })
    const { items } = await suggest('q=las&limit=50')
    t.equal(items.length, 50)
    t.ok(items.every(({ score }: { score: number }, place: number) => place === 0 || items[place - 1].score >= score))
    t.ok(new Set(items.map(({ kind }: { kind: string }) => kind)).size > 1)
    for (const query of ['', 'q=a&kind=person', 'q=a&limit=0', 'q=a&limit=51', `q=${'a'.repeat(101)}`, 'q=a&q=b']) t.equal((await api.call('GET', `/v1/taxonomy/suggest?${query}`)).status, 422, query)
    for (const q of ['%00', '%F0%9F%98%80', '%E2%80%AE', '((((((((((', 'a'.repeat(100), '🦺'.repeat(20)]) t.equal((await api.call('GET', `/v1/taxonomy/suggest?q=${encodeURIComponent(decodeURIComponent(q))}`)).status, 200, q)
    t.equal((await api.call('GET', '/v1/taxonomy/units?q=las')).status, 200, 'the register of that name is not hidden')
  })

  await t.test('only so many texts wait; the others are told to come again', async t => {
    // The first ones take the thread far longer than the others take to arrive.
    const long = ADVERT.repeat(LONGEST / ADVERT.length)
    const answers = await Promise.all(Array.from({ length: WAITING + 20 }, (_, place) => api.call('POST', VACANCY, { json: { text: place < 8 ? long : ADVERT } })))
    const refused = answers.filter(({ status }) => status === 503)
    t.ok(refused.length > 0 && refused.length <= 20, `${refused.length} refused`)
    t.match(refused[0], { body: { type: '/problems/words-busy' }, headers: { 'retry-after': '2' } })
    t.ok(answers.every(({ status }) => status === 200 || status === 503))
    t.equal((await api.call('POST', VACANCY, { json: { text: ADVERT } })).status, 200)
  })

  await api.close()
  await t.test('after the end nothing is read', async t => {
    const closed = await Api.overEmpty(database)
    const asked = closed.call('POST', VACANCY, { json: { text: ADVERT } })
    await new Promise(resolve => setTimeout(resolve, 50))
    await closed.close()
    t.ok([200, 503].includes((await asked).status))
  })
}
