import { createMatcher, type Seeker, type Vacancy } from '@padan/matcher'
import { Api, taxonomy, TODAY } from '../api.ts'
import { at, demoRecords, ndjson, SEEKER, UNIT, VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

export const rankingSuite: Suite = async (t, database) => {
  const { seekers, vacancies } = demoRecords(300, 60)

  const filled = async (): Promise<Api> => {
    const api = await Api.overEmpty(database)
    const headers = { 'content-type': 'application/x-ndjson' }
    await api.call('POST', '/v1/seekers/import', { raw: ndjson(seekers), headers })
    await api.call('POST', '/v1/vacancies/import', { raw: ndjson(vacancies), headers })
    return api
  }

  await t.test('answers what the library answers, for stored and for inline records', async t => {
    const api = await filled()
    const matcher = createMatcher({ taxonomy })
    matcher.seekers.put(seekers)
    matcher.vacancies.put(vacancies)
    const day = { asOf: TODAY }
    for (const vacancy of vacancies.slice(0, 10)) {
      const expected = matcher.rankSeekers(vacancy.id, { ...day, limit: 7, explain: true })
      t.strictSame((await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: vacancy.id, limit: 7, explain: true } })).body, expected)
      t.strictSame((await api.call('POST', '/v1/rank/seekers', { json: { vacancy, limit: 7, explain: true } })).body, expected)
    }
    for (const seeker of seekers.slice(0, 10)) {
      const expected = matcher.rankVacancies(seeker.id, { asOf: '2026-12-24', profile: 'ojt' })
      t.strictSame((await api.call('POST', '/v1/rank/vacancies', { json: { seekerId: seeker.id, asOf: '2026-12-24', profile: 'ojt' } })).body, expected)
      t.strictSame((await api.call('POST', '/v1/rank/vacancies', { json: { seeker, asOf: '2026-12-24', profile: 'ojt' } })).body, expected)
    }
    t.equal(api.registry.matcher.seekers.size, 300, 'inline records are not stored')
    await api.close()
  })

  await t.test('gives ledgers that add up and read the same from both sides', async t => {
    const api = await filled()
    for (const { id: vacancyId } of vacancies.slice(0, 5)) {
      const { body } = await api.call('POST', '/v1/rank/seekers', { json: { vacancyId, limit: 3, explain: true } })
      for (const { id: seekerId, score, ledger } of body.results) {
        t.equal(ledger.rows.reduce((sum: number, row: { points: number }) => sum + row.points, 0), score)
        const { prose, ...pair } = (await api.call('GET', `/v1/pairs/${seekerId}/${vacancyId}`)).body
        t.strictSame(pair, ledger)
        t.ok(prose.length > ledger.rows.length)
        const other = (await api.call('POST', '/v1/rank/vacancies', { json: { seekerId, limit: 1000, explain: true } })).body
        t.strictSame(other.results.find((result: { id: string }) => result.id === vacancyId).ledger, ledger)
        const inline = await api.call('POST', '/v1/pairs', { json: { seeker: seekers.find(({ id }) => id === seekerId), vacancyId } })
        t.strictSame(inline.body, { ...ledger, prose })
      }
    }
    await api.close()
  })

  await t.test('shows a write in the very next ranking', async t => {
    const api = await Api.overEmpty(database)
    const ranked = async () => (await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1' } })).body.results
    await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY })
    t.same(await ranked(), [])
    await api.call('PUT', at('seekers', 's-1'), { json: SEEKER })
    const [first] = await ranked()
    t.equal(first.id, 's-1')
    await api.call('PUT', at('seekers', 's-1'), { json: { ...SEEKER, wish: { ...SEEKER.wish, wage: 100_000_000 } } })
    t.ok((await ranked())[0].score < first.score)
    await api.call('DELETE', at('seekers', 's-1'))
    t.same(await ranked(), [])
    await api.close()
  })

  await t.test('takes a profile of the caller, and speaks both languages', async t => {
    const api = await filled()
    const seekerId = seekers[0].id
    const profile = { name: 'only near', shares: { distance: 10_000 } }
    const own = await api.call('POST', '/v1/rank/vacancies', { json: { seekerId, profile } })
    t.match(own.body, { profile: 'only near', shares: { distance: 10_000, unit: 0 }, asOf: TODAY })
    const url = `/v1/pairs/${seekerId}/${vacancies[0].id}`
    const english = (await api.call('GET', url)).body.prose
    const indonesian = (await api.call('GET', url, { headers: { 'accept-language': 'id-ID,id;q=0.9,en;q=0.5' } })).body.prose
    t.notSame(english, indonesian)
    t.same((await api.call('GET', `${url}?language=id`)).body.prose, indonesian)
    t.same((await api.call('GET', url, { headers: { 'accept-language': 'de,en;q=0.9,id;q=0.1' } })).body.prose, english)
    const { items } = (await api.call('GET', '/v1/profiles')).body
    t.ok(items.length >= 4)
    await api.close()
  })

  await t.test('finds the steps that raise a pair', async t => {
    const api = await Api.overEmpty(database)
    await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY })
    const seeker: Seeker = { id: 's-9', units: [], education: [{ level: 'SMK' }], region: '36.71.01' }
    const { body } = await api.call('POST', '/v1/gaps', { json: { seeker, vacancyId: 'v-1', offers: [{ id: 'blk-1', units: [UNIT] }] } })
    t.equal(body.eligible, false)
    t.ok(body.steps.some((step: { step: { code: string }, unlocks: boolean }) => step.step.code === 'blk-1' && step.unlocks))
    t.equal((await api.call('POST', '/v1/gaps', { json: { seeker, vacancyId: 'v-1', offers: [{ id: 'x', units: ['NO.1'] }] } })).body.errors[0].pointer, '/offers/0/units/0')
    await api.close()
  })

  await t.test('refuses what cannot be judged', async t => {
    const api = await filled()
    const vacancy: Vacancy = { id: 'x', seats: -1 }
    const [seekerId, vacancyId] = [seekers[0].id, vacancies[0].id]
    const cases: ReadonlyArray<readonly [string, object, number, string?]> = [
      ['/v1/rank/seekers', {}, 422, '/vacancyId'],
      ['/v1/rank/seekers', { vacancyId, vacancy: {} }, 422, '/vacancyId'],
      ['/v1/rank/seekers', { vacancyId: 'nobody' }, 404],
      ['/v1/rank/seekers', { vacancy }, 422, '/vacancy/seats'],
      ['/v1/rank/seekers', { vacancy: null }, 422, '/vacancy/id'],
      ['/v1/rank/seekers', { vacancyId, limit: 1001 }, 422, '/limit'],
      ['/v1/rank/seekers', { vacancyId, limit: '5' }, 422, '/limit'],
      ['/v1/rank/seekers', { vacancyId, asOf: '2026-02-30' }, 422, '/asOf'],
      ['/v1/rank/seekers', { vacancyId, asOf: '1066-01-01' }, 422, '/asOf'],
      ['/v1/rank/seekers', { vacancyId, profile: 'best' }, 422, '/profile'],
      ['/v1/rank/seekers', { vacancyId, profile: '__proto__' }, 422, '/profile'],
      ['/v1/rank/seekers', { vacancyId, profile: { name: 'x', shares: { unit: 1 } } }, 422, '/profile/shares'],
      ['/v1/rank/seekers', { vacancyId, more: 1 }, 422, '/more'],
      ['/v1/rank/vacancies', { seekerId: 'nobody' }, 404],
      ['/v1/rank/vacancies', { seeker: { id: '3671014101900001' } }, 422, '/seeker/id'],
      ['/v1/pairs', { seekerId, vacancy }, 422, '/vacancy/seats'],
      ['/v1/pairs', { seekerId, vacancyId: 'nobody' }, 404],
      ['/v1/gaps', { seekerId: 'nobody', vacancyId }, 404],
      ['/v1/gaps', { seekerId, vacancyId, limit: -1 }, 422, '/limit'],
    ]
    for (const [url, json, status, pointer] of cases) {
      const answer = await api.call('POST', url, { json })
      t.equal(answer.status, status, JSON.stringify(json))
      if (pointer !== undefined) t.equal(answer.body.errors[0].pointer, pointer)
    }
    t.notMatch((await api.call('POST', '/v1/rank/vacancies', { json: { seeker: { id: '3671014101900001' } } })).text, '3671014101900001')
    t.equal((await api.call('GET', `/v1/pairs/${seekerId}/${vacancyId}?asOf=x`)).status, 422)
    t.equal((await api.call('GET', `/v1/pairs/${seekerId}/nobody`)).status, 404)
    await api.close()
  })

  await t.test('shows the reference data', async t => {
    const api = await Api.overEmpty(database)
    const { body } = await api.call('GET', '/v1/taxonomy')
    t.equal(body.version, taxonomy.version)
    for (const [register, size] of Object.entries(body.counts)) {
      t.ok(Number(size) > 0)
      const { items } = (await api.call('GET', `/v1/taxonomy/${register}?limit=100`)).body
      for (const item of items.slice(0, 20)) t.strictSame((await api.call('GET', `/v1/taxonomy/${register}/${encodeURIComponent(item.code)}`)).body, item)
    }
    t.ok((await api.call('GET', '/v1/taxonomy/regions?q=cipondoh&limit=3')).body.items.some((item: { title: string }) => /Cipondoh/i.test(item.title)))
    t.equal((await api.call('GET', '/v1/taxonomy/units/NO.1')).status, 404)
    t.equal((await api.call('GET', '/v1/taxonomy/people')).status, 404)
    t.equal((await api.call('GET', '/v1/taxonomy/people/x')).status, 404)
    t.equal((await api.call('GET', '/v1/taxonomy/units?limit=0')).status, 422)
    await api.close()
  })

  await t.test('answers the same after a restart', async t => {
    let api = await filled()
    const rankings = async () => await Promise.all(vacancies.map(async ({ id }) => (await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: id, explain: true } })).text))
    const before = await rankings()
    await api.close()
    api = await Api.over(database)
    t.strictSame(await rankings(), before)
    await api.close()
  })
}
