import t from 'tap'
import { NOWHERE, placeStable, verifyStable, type Market, type StableOptions } from '@padan/matcher/placement'

/** Six people, in the order of their ids in every line and wanting X, Y, Z in this order; three seats each. */
const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f']
const MARKET: Market = {
  seekers: PEOPLE,
  vacancies: ['X', 'Y', 'Z'],
  seats: Uint32Array.of(3, 2, 2),
  start: Uint32Array.of(0, 3, 6, 9, 12, 15, 17),
  vacancy: Uint32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1),
  score: null,
  seekerRank: Uint32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1),
  vacancyRank: null,
}
const OPTIONS: StableOptions = {
  refusals: [{ seekerId: 'b', vacancyId: 'X', by: 'vacancy' }],
  withdrawn: { seekers: ['c'] },
  fixed: [{ seekerId: 'f', vacancyId: 'Z' }],
  caps: [{ id: 'firm', atMost: 3, members: [{ vacancyId: 'X', target: 2 }, { vacancyId: 'Y', target: 1 }] }],
  groups: { school: ['s', 's', 's', 't', 't', 't'] },
  typeCaps: [{ vacancyId: 'Z', group: 'school', label: 't', atMost: 2 }],
  reserves: [{ vacancyId: 'X', group: 'school', label: 't', seats: 1 }],
}
const X = 0
const Y = 1
const Z = 2

function codes (market: Market, options: StableOptions, vacancyOf: readonly number[], limit?: number): string[] {
  return verifyStable(market, { ...placeStable(market, options), vacancyOf: Int32Array.from(vacancyOf) }, limit === undefined ? {} : { limit }).violations.map(({ code, seekerId, vacancyId }) => [code, seekerId, vacancyId].join(' '))
}

t.test('the placement itself passes, and each kind of wrong is named', async t => {
  const placed = placeStable(MARKET, OPTIONS)
  t.same([...placed.vacancyOf], [X, Y, NOWHERE, X, Z, Z])
  t.same(verifyStable(MARKET, placed), { kind: 'stable', ok: true, violations: [], numViolations: 0, counts: {} })
  const wrong: [number[], string[]][] = [
    [[X, Y, NOWHERE, X, Z, Y], ['not-fixed f Z', 'over-cap  ']],
    [[X, Y, NOWHERE, X, Z, NOWHERE], ['not-fixed f Z']],
    [[X, Y, NOWHERE, X, 3, Z], ['no-such-vacancy e ']],
    [[X, Y, NOWHERE, X, -2, Z], ['no-such-vacancy e ']],
    [[X, Y, Z, X, NOWHERE, Z], ['withdrawn-seeker c Z']],
    [[Y, X, NOWHERE, X, Z, Z], ['refused b X']],
    [[X, Y, NOWHERE, X, X, Z], ['over-cap  ']],
    [[X, Y, NOWHERE, Z, Z, Z], ['over-seats  Z', 'over-type-cap  Z']],
    [[X, Y, NOWHERE, X, NOWHERE, Z], ['blocking-pair e Z']],
    [[NOWHERE, Y, NOWHERE, X, Z, Z], ['blocking-pair a X', 'blocking-pair e X', 'blocking-pair a Y', 'blocking-pair e Y', 'blocking-pair a Z']],
    [[X, Y, NOWHERE, Z, X, Z], ['blocking-pair d X']],
  ]
  for (const [vacancyOf, expected] of wrong) t.same(codes(MARKET, OPTIONS, vacancyOf), expected, vacancyOf.join())
})

t.test('a pair that is not listed, and a vacancy that left', async t => {
  t.same(codes(MARKET, {}, [X, X, X, Y, Y, Z]), ['not-listed f Z'])
  t.same(codes(MARKET, { withdrawn: { vacancies: ['X'] } }, [X, Y, Y, Z, Z, NOWHERE]), ['withdrawn-vacancy a X'])
})

t.test('a reserved seat that somebody else has is a blocking pair, which says who would go', async t => {
  const options = { groups: OPTIONS.groups!, reserves: OPTIONS.reserves! }
  t.same([...placeStable(MARKET, options).vacancyOf], [X, X, Y, X, Y, NOWHERE])
  const { violations } = verifyStable(MARKET, { ...placeStable(MARKET, options), vacancyOf: Int32Array.of(X, X, X, Y, Y, NOWHERE) })
  t.same(violations[0], { code: 'blocking-pair', seekerId: 'd', vacancyId: 'X', insteadOf: 'c' })
})

t.test('a limit bounds the list and not the counts', async t => {
  const nobody = { ...placeStable(MARKET), vacancyOf: new Int32Array(6).fill(NOWHERE) }
  const verdict = verifyStable(MARKET, nobody, { limit: 2 })
  t.same([verdict.ok, verdict.violations.length, verdict.numViolations, verdict.counts], [false, 2, 17, { 'blocking-pair': 17 }])
  t.same(verifyStable(MARKET, nobody, { limit: 0 }).violations, [])
})

t.test('terms that name somebody who is not in the market are refused', async t => {
  const placed = placeStable(MARKET)
  t.throws(() => verifyStable(MARKET, { ...placed, options: { ...placed.options, refusals: [{ seekerId: 'z', vacancyId: 'X', by: 'seeker' }] } }), /names 'z', which is not in the market/)
})

t.test('somebody fixed fills one reserve only, the first they belong to', async t => {
  const options: StableOptions = {
    groups: { home: ['n', 'n', 'n', 'n', 'r', 'r'], school: ['n', 'n', 'n', 'n', 't', 't'] },
    fixed: [{ seekerId: 'f', vacancyId: 'X' }],
    reserves: [{ vacancyId: 'X', group: 'home', label: 'r', seats: 1 }, { vacancyId: 'X', group: 'school', label: 't', seats: 1 }],
  }
  const placed = placeStable(MARKET, options)
  t.same([...placed.vacancyOf], [X, Y, Y, Z, X, X])
  t.ok(verifyStable(MARKET, placed).ok)
})

t.test('which of the fixed fill which reserve goes by id, whatever the order of the market', async t => {
  // By id, a fills the first reserve and f, who is in both groups, the second: nothing is left to reserve, and b and c come first.
  const groups = { home: ['r', 'n', 'n', 'n', 'n', 'r'], school: ['n', 'n', 'n', 'n', 't', 't'] }
  const options = (turn: boolean): StableOptions => ({
    groups: turn ? { home: [...groups.home].reverse(), school: [...groups.school].reverse() } : groups,
    fixed: [{ seekerId: 'f', vacancyId: 'X' }, { seekerId: 'a', vacancyId: 'X' }],
    reserves: [{ vacancyId: 'X', group: 'home', label: 'r', seats: 1 }, { vacancyId: 'X', group: 'school', label: 't', seats: 1 }],
  })
  const start = Uint32Array.of(0, 2, 5, 8, 11, 14, 17)
  const turned = { ...MARKET, seekers: [...PEOPLE].reverse(), start, vacancy: Uint32Array.of(0, 1, ...MARKET.vacancy.slice(0, 15)), seekerRank: Uint32Array.of(0, 1, ...MARKET.seekerRank!.slice(0, 15)) }
  for (const turn of [false, true]) {
    const market = turn ? turned : MARKET
    const placed = placeStable(market, options(turn))
    t.same(Object.fromEntries(market.seekers.map((id, at) => [id, placed.vacancyOf[at]])), { a: X, b: X, c: Y, d: Y, e: Z, f: X })
    t.ok(verifyStable(market, placed).ok)
  }
})
