import t from 'tap'
import { NOWHERE, placeStable, verifyStable, type Market, type StableOptions } from '@padan/matcher/placement'

/** Lists in order of preference, as people write them; a pair is listed where both sides name each other. */
function marketFrom (seekers: Record<string, string>, vacancies: Record<string, readonly [number, string]>): Market {
  const seekerIds = Object.keys(seekers)
  const vacancyIds = Object.keys(vacancies)
  const lists = seekerIds.map(seeker => vacancyIds.map((vacancy, at) => ({ at, own: [...seekers[seeker]!].indexOf(vacancy), theirs: [...vacancies[vacancy]![1]].indexOf(seeker) }))
    .filter(({ own, theirs }) => own !== -1 && theirs !== -1))
  const start = new Uint32Array(seekerIds.length + 1)
  lists.forEach((list, at) => { start[at + 1] = start[at]! + list.length })
  return {
    seekers: seekerIds,
    vacancies: vacancyIds,
    seats: Uint32Array.from(vacancyIds, id => vacancies[id]![0]),
    start,
    vacancy: Uint32Array.from(lists.flat(), ({ at }) => at),
    score: null,
    seekerRank: Uint32Array.from(lists.flat(), ({ own }) => own),
    vacancyRank: Uint32Array.from(lists.flat(), ({ theirs }) => theirs),
  }
}

function places (market: Market, options?: StableOptions): Record<string, string | null> {
  const placed = placeStable(market, options)
  t.same(verifyStable(market, placed).violations, [])
  return Object.fromEntries(market.seekers.map((id, at) => [id, market.vacancies[placed.vacancyOf[at]!] ?? null]))
}

t.test('the example of Gale and Shapley with three of each: everybody who offers gets the first choice', async t => {
  const market = marketFrom({ α: 'ABC', β: 'BCA', γ: 'CAB' }, { A: [1, 'βγα'], B: [1, 'γαβ'], C: [1, 'αβγ'] })
  t.same(places(market), { α: 'A', β: 'B', γ: 'C' })
})

t.test('the example of Gale and Shapley with four of each has one stable placement', async t => {
  const market = marketFrom({ α: 'ABCD', β: 'ADCB', γ: 'BACD', δ: 'DBCA' }, { A: [1, 'δγαβ'], B: [1, 'βδαγ'], C: [1, 'δαβγ'], D: [1, 'γβαδ'] })
  t.same(places(market), { α: 'C', β: 'D', γ: 'A', δ: 'B' })
})

t.test('nobody acceptable, and nobody at all', async t => {
  t.same(places(marketFrom({ a: 'X', b: 'Y' }, { X: [1, 'b'], Y: [1, 'a'] })), { a: null, b: null })
  t.same(places(marketFrom({}, {})), {})
  t.same(places(marketFrom({ a: 'X' }, {})), { a: null })
  t.same(places(marketFrom({}, { X: [3, ''] })), {})
})

t.test('zero seats', async t => {
  t.same(places(marketFrom({ a: 'XY', b: 'X' }, { X: [0, 'ab'], Y: [1, 'a'] })), { a: 'Y', b: null })
})

t.test('fewer seats than people, and everybody with the same list', async t => {
  const market = marketFrom({ a: 'XYZ', b: 'XYZ', c: 'XYZ', d: 'XYZ', e: 'XYZ' }, { X: [1, 'edcba'], Y: [2, 'edcba'], Z: [1, 'edcba'] })
  t.same(places(market), { a: null, b: 'Z', c: 'Y', d: 'Y', e: 'X' })
})

t.test('one firm wants all and has seats for all', async t => {
  t.same(places(marketFrom({ a: 'XY', b: 'XY', c: 'XY' }, { X: [1_000_000, 'abc'], Y: [1, 'abc'] })), { a: 'X', b: 'X', c: 'X' })
})

t.test('ties everywhere: the rule decides, by id or by lottery', async t => {
  const market = { ...marketFrom({ c: 'XY', a: 'XY', b: 'XY' }, { Y: [1, 'abc'], X: [1, 'abc'] }), seekerRank: null, vacancyRank: null }
  t.same(places(market), { c: null, a: 'X', b: 'Y' })
  const winners = new Map<string, number>()
  for (let seed = 0; seed < 300; seed++) {
    for (const rule of ['single-lottery', 'multiple-lottery'] as const) {
      const out = Object.entries(places(market, { ties: { rule, seed } })).find(([, to]) => to === null)![0]
      winners.set(`${rule} ${out}`, (winners.get(`${rule} ${out}`) ?? 0) + 1)
    }
  }
  t.equal(winners.size, 6)
  for (const [name, times] of winners) t.ok(times > 60 && times < 140, `${name} is left out ${times} times in 300`)
})

t.test('ids are ordered by UTF-16 code units, not by alphabet', async t => {
  const market = { ...marketFrom({ é: 'X', z: 'X', Z: 'X' }, { X: [1, 'ézZ'] }), vacancyRank: null }
  t.same(places(market), { é: null, z: null, Z: 'X' })
})

t.test('refusals by either side, a firm that leaves, a seeker who leaves', async t => {
  const market = marketFrom({ a: 'XY', b: 'XY' }, { X: [1, 'ab'], Y: [1, 'ab'] })
  t.same(places(market), { a: 'X', b: 'Y' })
  t.same(places(market, { refusals: [{ seekerId: 'a', vacancyId: 'X', by: 'seeker' }] }), { a: 'Y', b: 'X' })
  t.same(places(market, { refusals: [{ seekerId: 'a', vacancyId: 'X', by: 'vacancy' }, { seekerId: 'a', vacancyId: 'Y', by: 'seeker' }] }), { a: null, b: 'X' })
  t.same(places(market, { withdrawn: { vacancies: ['X'] } }), { a: 'Y', b: null })
  t.same(places(market, { withdrawn: { seekers: ['a'] } }), { a: null, b: 'X' })
})

t.test('whoever is fixed stays, listed or not, and takes a seat', async t => {
  const market = marketFrom({ a: 'XY', b: 'XY', c: '' }, { X: [1, 'ab'], Y: [1, 'ab'] })
  t.same(places(market, { fixed: [{ seekerId: 'b', vacancyId: 'X' }] }), { a: 'Y', b: 'X', c: null })
  t.same(places(market, { fixed: [{ seekerId: 'c', vacancyId: 'X' }] }), { a: 'Y', b: null, c: 'X' })
})

t.test('the terms in a placement are frozen and can be asked for again', async t => {
  const market = marketFrom({ a: 'XY', b: 'XY' }, { X: [1, 'ab'], Y: [1, 'ab'] })
  const placed = placeStable(market, { ties: { rule: 'single-lottery', seed: 7 }, refusals: [{ seekerId: 'a', vacancyId: 'X', by: 'seeker' }] })
  t.ok(Object.isFrozen(placed.options) && Object.isFrozen(placed.options.refusals) && Object.isFrozen(placed.options.refusals[0]))
  t.same(placeStable(market, placed.options), placed)
  t.equal(placed.kind, 'stable')
  t.same([placed.proposals, placed.pairsLookedAt], [2, 3])
  t.same([...placed.vacancyOf], [1, 0])
  t.equal(NOWHERE, -1)
})

t.test('progress rises to the number of pairs, and a stopped signal stops', async t => {
  const market = marketFrom({ a: 'XY', b: 'XY' }, { X: [1, 'ab'], Y: [1, 'ab'] })
  const seen: number[][] = []
  placeStable(market, { onProgress: (done, total) => { seen.push([done, total]) } })
  t.same([seen[0], seen.at(-1)], [[0, 4], [4, 4]])
  const controller = new AbortController()
  const reason = new Error('enough')
  controller.abort(reason)
  t.throws(() => placeStable(market, { signal: controller.signal }), reason)
})

/** Four people in the order of the alphabet on both lines: two would rather be at X, two at Y. */
const FIRM = marketFrom({ a: 'XY', b: 'XY', c: 'YX', d: 'YX' }, { X: [4, 'abcd'], Y: [4, 'abcd'] })

t.test('a cap over two vacancies goes round: first up to the targets, then least over target, the earlier member first', async t => {
  const cap = (atMost: number, x: number, y: number): StableOptions => ({ caps: [{ id: 'firm', atMost, members: [{ vacancyId: 'X', target: x }, { vacancyId: 'Y', target: y }] }] })
  t.same(places(FIRM, cap(4, 0, 0)), { a: 'X', b: 'X', c: 'Y', d: 'Y' })
  t.same(places(FIRM, cap(3, 0, 0)), { a: 'X', b: 'X', c: 'Y', d: null })
  t.same(places(FIRM, cap(3, 0, 2)), { a: 'X', b: 'Y', c: 'Y', d: null })
  t.same(places(FIRM, cap(2, 2, 0)), { a: 'X', b: 'X', c: null, d: null })
  t.same(places(FIRM, cap(0, 0, 0)), { a: null, b: null, c: null, d: null })
})

t.test('reserved seats go to the group first, and are open to all when it runs out', async t => {
  const market = marketFrom({ a: 'X', b: 'X', c: 'X', d: 'X' }, { X: [2, 'abcd'] })
  const options = (label: string, seats: number): StableOptions => ({ groups: { of: ['n', 'n', 'n', 'disabled'] }, reserves: [{ vacancyId: 'X', group: 'of', label, seats }] })
  t.same(places(market, options('disabled', 1)), { a: 'X', b: null, c: null, d: 'X' })
  t.same(places(market, options('disabled', 2)), { a: 'X', b: null, c: null, d: 'X' })
  t.same(places(market, options('nobody has it', 2)), { a: 'X', b: 'X', c: null, d: null })
  t.same(places(market, { ...options('disabled', 0), typeCaps: [{ vacancyId: 'X', group: 'of', label: 'n', atMost: 1 }] }), { a: 'X', b: null, c: null, d: 'X' })
})

t.test('a higher cap of a set within a set may leave somebody worse off: its place is taken from a neighbour', async t => {
  const market = marketFrom({ a: 'X', b: 'XY', c: 'Y' }, { X: [3, 'ab'], Y: [3, 'bc'] })
  const caps = (inner: number): StableOptions => ({ caps: [{ id: 'outer', atMost: 2, members: [{ vacancyId: 'X' }, { setId: 'inner' }] }, { id: 'inner', atMost: inner, members: [{ vacancyId: 'Y' }] }] })
  t.same(places(market, caps(0)), { a: 'X', b: 'X', c: null })
  t.same(places(market, caps(1)), { a: 'X', b: 'Y', c: null })
})
