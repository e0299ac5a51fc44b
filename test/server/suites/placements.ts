import fc from 'fast-check'
import { createMatcher } from '@padan/matcher'
import { marketFromLedgers, placeBest, placeStable, recommendAll, NOWHERE, type Market } from '@padan/matcher/placement'
import { Api, taxonomy, TODAY } from '../api.ts'
import { unzip, XLSX } from '../books.ts'
import { COSTS, PREFERENCES, runJob, storeCity } from '../markets.ts'
import { demoRecords } from '../records.ts'
import type { Suite } from './suite.ts'

const LIMITS = { perSeeker: 10 }

export const placementsSuite: Suite = async (t, database) => {
  await t.test('places stored records as the engine does, for every method', async t => {
    const api = await Api.overEmpty(database)
    await storeCity(api, 120, 20)
    const market = marketOfCity(120, 20)
    const stable = placeStable(market)
    const best = placeBest(market)
    for (const [method, expected] of [['stable', stable], ['best', best]] as const) {
      const { job, address } = await runJob(api, '/v1/placements', { method, from: 'ledgers', ledgers: LIMITS })
      t.match(job, { kind: 'placement', state: 'done', result: `${address}/result`, problem: null, progress: { done: 1000, total: 1000 } })
      const { body: result } = await api.call('GET', job.result)
      t.match(result, { method, from: 'ledgers', profile: 'job-fair', asOf: TODAY, taxonomy: taxonomy.version, seekers: 120, vacancies: 20, pairs: market.vacancy.length, verdict: { ok: true } })
      const seekers = await allItems(api, `${job.result}/seekers`)
      t.same(seekers.map(({ id, vacancyId }) => [id, vacancyId]), market.seekers.map((id, seeker) => [id, expected.vacancyOf[seeker] === NOWHERE ? null : market.vacancies[expected.vacancyOf[seeker]!]]))
      const vacancies = await allItems(api, `${job.result}/vacancies`)
      t.same(vacancies.flatMap(({ id, placed }) => placed.map((seeker: string) => [seeker, id])).sort(), seekers.filter(({ vacancyId }) => vacancyId !== null).map(({ id, vacancyId }) => [id, vacancyId]).sort())
      t.equal(result.report.filled, seekers.filter(({ vacancyId }) => vacancyId !== null).length)
      if (method !== 'best') continue
      t.equal(result.certificate.total, best.total)
      t.equal(seekers.reduce((sum, { surplus }) => sum + surplus, 0) + vacancies.reduce((sum, { price, seats }) => sum + price * seats, 0), best.total, 'the duals prove the total')
    }
    const { job } = await runJob(api, '/v1/placements', { method: 'recommend', from: 'ledgers', ledgers: LIMITS, options: { limit: 3, balance: 800 } })
    const lists = recommendAll(market, { limit: 3, balance: 800 })
    const advised = await allItems(api, `${job.result}/seekers`)
    t.same(advised.map(({ list }) => list.map(({ vacancyId }: { vacancyId: string }) => vacancyId)), market.seekers.map((_, seeker) => Array.from(lists.vacancy.subarray(lists.start[seeker], lists.start[seeker + 1]), vacancy => market.vacancies[vacancy])))
    t.match((await api.call('GET', job.result)).body, { certificate: { limit: 3, balance: 800 }, verdict: { kind: 'lists', ok: true }, report: { kind: 'lists' } })
    await api.close()
  })

  await t.test('places by preference lists and by costs, with options and labels', async t => {
    const api = await Api.overEmpty(database)
    const { address } = await runJob(api, '/v1/placements', PREFERENCES)
    t.same((await api.call('GET', `${address}/result/seekers`)).body, {
      items: [{ id: 's-1', vacancyId: 'v-2', score: null, rank: 2 }, { id: 's-2', vacancyId: 'v-1', score: null, rank: 1 }, { id: '=s+3', vacancyId: 'v-2', score: null, rank: 2 }],
      next: null,
    })
    const again = await runJob(api, '/v1/placements', {
      ...PREFERENCES,
      options: {
        ties: { rule: 'single-lottery', seed: 7 },
        refusals: [{ seekerId: 's-2', vacancyId: 'v-1', by: 'seeker' }],
        caps: [{ id: 'firm', atMost: 2, members: [{ vacancyId: 'v-1' }, { vacancyId: 'v-2', target: 1 }] }],
        groups: { home: [{ id: 's-1', label: 'here' }] },
        reserves: [{ vacancyId: 'v-2', group: 'home', label: 'here', seats: 1 }],
        typeCaps: [{ vacancyId: 'v-1', group: 'home', label: 'here', atMost: 1 }],
      },
      labels: [{ id: 's-1', label: 'a' }, { id: 's-2', label: 'b' }],
    })
    const { body } = await api.call('GET', `${again.address}/result`)
    t.match(body, { certificate: { ties: { rule: 'single-lottery', seed: 7 } }, report: { reached: 2, groups: { unlabelled: 1, rates: [{ label: 'a', selected: 1 }, { label: 'b', selected: 0 }] } } })
    const items = async (json: object): Promise<any[]> => (await api.call('GET', `${(await runJob(api, '/v1/placements', json)).address}/result/seekers`)).body.items
    const crowded = { ...PREFERENCES, preferences: { ...PREFERENCES.preferences, vacancies: PREFERENCES.preferences.vacancies.map(vacancy => ({ ...vacancy, seats: 1 })) } }
    const [first, second, third] = await items(crowded)
    t.match(first, { vacancyId: null, whyNot: [{ vacancyId: 'v-1', reason: 'behind' }, { vacancyId: 'v-2', reason: 'behind', changes: [{ change: 'more-seats', by: 1 }] }] }, 'best liked first')
    t.same([second.whyNot, third.whyNot], [undefined, undefined], 'who is placed is not explained unless named')
    t.match((await items({ ...crowded, whyNot: { first: 0, seekers: ['s-2'] } })).map(({ whyNot }) => whyNot), [undefined, [{ vacancyId: 'v-1', reason: 'placed-here' }], undefined])
    const costs = await runJob(api, '/v1/placements', COSTS)
    t.match((await api.call('GET', `${costs.address}/result`)).body, { certificate: { placed: 3, total: -5 } })
    await api.close()
  })

  await t.test('gives the lists in pages, by id and as tables that no spreadsheet runs', async t => {
    const api = await Api.overEmpty(database)
    const { address } = await runJob(api, '/v1/placements', PREFERENCES)
    const first = await api.call('GET', `${address}/result/seekers?limit=2`)
    t.equal(first.body.items.length, 2)
    const second = await api.call('GET', `${address}/result/seekers?limit=2&cursor=${first.body.next}`)
    t.same([second.body.items.map(({ id }: { id: string }) => id), second.body.next], [['=s+3'], null])
    t.same((await api.call('GET', `${address}/result/seekers?id=${encodeURIComponent('=s+3')}`)).body.items.length, 1)
    t.same((await api.call('GET', `${address}/result/seekers?id=nobody%00`)).body.items, [])
    const csv = await api.call('GET', `${address}/result/seekers`, { headers: { accept: 'text/csv' } })
    t.match(csv.headers['content-type'], 'text/csv')
    t.equal(csv.text, "seekerId,vacancyId,score,rank,whyNot\ns-1,v-2,,2,\ns-2,v-1,,1,\n'=s+3,v-2,,2,\n")
    t.equal((await api.call('GET', `${address}/result/vacancies?format=csv`)).text, "vacancyId,seats,place,seekerId\nv-1,1,1,s-2\nv-2,2,1,s-1\nv-2,2,2,'=s+3\n")
    t.equal((await api.call('GET', `${address}/result/booths`)).status, 404, 'a placement has no booths')
    const book = unzip((await api.call('GET', `${address}/result/vacancies`, { headers: { accept: XLSX } })).bytes)
    t.match(book.get('xl/worksheets/sheet1.xml'), '<c r="D4" s="1" t="inlineStr"><is><t xml:space="preserve">=s+3</t></is></c>')
    t.match(book.get('xl/worksheets/sheet1.xml'), '<c r="B2" s="0"><v>1</v></c>')
    for (const query of ['cursor=garbage', 'limit=0', 'offset=1', 'format=pdf']) t.equal((await api.call('GET', `${address}/result/seekers?${query}`)).status, 422, query)
    await api.close()
  })

  await t.test('refuses at once what does not fit together, and tells in the job what shows later', async t => {
    const api = await Api.overEmpty(database)
    const atOnce: ReadonlyArray<readonly [string, number, unknown, string?]> = [
      ['an unknown property', 422, { ...PREFERENCES, speed: 1 }, '/speed'],
      ['an unknown method', 422, { ...PREFERENCES, method: 'fair' }],
      ['an unknown source', 422, { method: 'stable', from: 'thin air' }],
      ['no market', 422, { method: 'stable', from: 'preferences' }, '/preferences'],
      ['two markets', 422, { ...PREFERENCES, costs: COSTS.costs }, '/costs'],
      ['a method without scores', 422, { ...PREFERENCES, method: 'best' }, '/from'],
      ['an option of another method', 422, { ...COSTS, options: { ties: { rule: 'id' } } }, '/options/ties'],
      ['an explanation of lists that explain themselves', 422, { ...COSTS, method: 'recommend', options: {}, whyNot: {} }, '/whyNot'],
      ['an unknown option', 422, { ...COSTS, options: { fast: true } }, '/options/fast'],
      ['a NIK as an id', 422, { ...PREFERENCES, preferences: { seekers: [{ id: '3671014101900001' }], vacancies: [] } }],
      ['an id with a NUL', 422, { ...PREFERENCES, preferences: { seekers: [{ id: 'a\0b' }], vacancies: [] } }],
      ['half a sign as an id', 422, { ...PREFERENCES, preferences: { seekers: [{ id: '\ud800' }], vacancies: [] } }],
      ['a fraction as a cost', 422, { ...COSTS, costs: { matrix: [[1.5]] } }],
      ['a huge cost', 422, { ...COSTS, costs: { matrix: [[1e300]] } }],
      ['negative seats', 422, { ...COSTS, costs: { matrix: [[1]], seats: -1 } }],
      ['an impossible day', 422, { method: 'best', from: 'ledgers', ledgers: { asOf: '2026-02-30' } }, '/asOf'],
      ['an unknown profile', 422, { method: 'best', from: 'ledgers', ledgers: { profile: 'mine' } }, '/profile'],
      ['a seeker who is not stored', 404, { method: 'best', from: 'ledgers', ledgers: { seekers: ['nobody'] } }],
    ]
    for (const [name, status, json, pointer] of atOnce) {
      const answer = await api.call('POST', '/v1/placements', { json, headers: { 'idempotency-key': 'k' } })
      t.equal(answer.status, status, name)
      if (pointer !== undefined) t.equal(answer.body.errors[0].pointer, pointer, name)
    }
    t.equal((await api.call('POST', '/v1/placements', { raw: '{"method":"best","from":"costs","costs":{"matrix":[[NaN]]}}', headers: { 'content-type': 'application/json' } })).status, 400)
    t.same(await database.db.selectFrom('jobs').select('id').execute(), [], 'nothing was taken on')
    const inTheJob: ReadonlyArray<readonly [string, unknown, RegExp]> = [
      ['rows of different lengths', { ...COSTS, costs: { matrix: [[1, 2], [1]] } }, /Row 1 has/],
      ['an unknown id on a list', { ...PREFERENCES, preferences: { seekers: [{ id: 's', prefers: ['nobody'] }], vacancies: [] } }, /errors/],
      ['a cap below who is fixed', {
        ...PREFERENCES,
        options: { fixed: [{ seekerId: 's-1', vacancyId: 'v-1' }], caps: [{ id: 'c', atMost: 0, members: [{ vacancyId: 'v-1' }] }] },
      }, /fixed/],
      ['more fixed than seats', { ...PREFERENCES, options: { fixed: ['s-1', 's-2'].map(seekerId => ({ seekerId, vacancyId: 'v-1' })) } }, /seats/],
      ['a lottery without a seed', { ...PREFERENCES, options: { ties: { rule: 'single-lottery' } } }, /seed/],
      ['an explanation for nobody', { ...PREFERENCES, whyNot: { seekers: ['nobody'] } }, /nobody/],
      ['a label for nobody', { ...PREFERENCES, labels: [{ id: 'nobody', label: 'x' }] }, /nobody/],
    ]
    for (const [name, json, words] of inTheJob) {
      const { job, address } = await runJob(api, '/v1/placements', json)
      t.match(job, { state: 'failed', result: null, problem: { type: '/problems/bad-market', status: 422 } }, name)
      t.match(JSON.stringify(job.problem), words, name)
      t.match((await api.call('GET', `${address}/result`)).body, { type: '/problems/job-without-result' })
    }
    await api.close()
  })

  await t.test('answers any body with a declared status', async t => {
    const api = await Api.overEmpty(database, { JOBS_WAITING: 1 })
    const body = fc.record({
      method: fc.constantFrom('stable', 'best', 'recommend'), from: fc.constantFrom('ledgers', 'preferences', 'costs'), preferences: TREE, costs: TREE, ledgers: TREE, options: TREE, fair: TREE, labels: TREE,
    }, { requiredKeys: ['from'] })
    await fc.assert(fc.asyncProperty(fc.constantFrom('/v1/placements', '/v1/fair-plans'), fc.oneof(body, TREE), async (url, json) => (await api.call('POST', url, { json })).status < 500), { numRuns: 300, seed: 1 })
    t.equal((await api.call('GET', '/health/ready')).status, 200)
    await api.close()
  })
}

/** Parts that a request may have, in places where they may not be. */
const TREE = fc.letrec(tie => ({
  tree: fc.oneof({ maxDepth: 4 },
    fc.oneof(fc.constantFrom('stable', 'best', 'recommend', 'ledgers', 'preferences', 'costs', 's-1', 'v-1', '', '\u0000', '\ud800', 'id', 'score'), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('id', 'seats', 'prefers', 'seekers', 'vacancies', 'matrix', 'rows', 'columns', 'ties', 'rule', 'seed', 'caps', 'groups', 'label', 'slots', 'booths', 'tables', 'x'), tie('tree'), { maxKeys: 5 })),
})).tree

function marketOfCity (seekers: number, vacancies: number): Market {
  const matcher = createMatcher({ taxonomy })
  const city = demoRecords(seekers, vacancies)
  matcher.seekers.put(city.seekers)
  matcher.vacancies.put(city.vacancies)
  return marketFromLedgers(matcher, { ...LIMITS, asOf: TODAY })
}

async function allItems (api: Api, url: string): Promise<any[]> {
  const items: any[] = []
  let next: string | null = null
  do {
    const { body } = await api.call('GET', `${url}?limit=50${next === null ? '' : `&cursor=${next}`}`)
    items.push(...body.items)
    next = body.next
  } while (next !== null)
  return items
}
