import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { placeStable, verifyStable, whyNotOf, type CapSet, type Market, type StableOptions } from '@padan/matcher/placement'
import { marketOf } from './small-markets.ts'

const SEED = 20_261_124
const NUM_VACANCIES = 24
const LABELS = ['north', 'south', 'east', null]

/** Two to three hundred people and 24 vacancies, in firms of three within regions of three firms; every kind of rule somewhere. */
const larger = fc.record({
  numSeekers: fc.integer({ min: 200, max: 300 }),
  seed: fc.integer({ min: 1, max: 0x7fffffff }),
  rule: fc.constantFrom('id' as const, 'single-lottery' as const, 'multiple-lottery' as const),
  ranks: fc.constantFrom(2, 30, 1_000_000),
}).map(({ numSeekers, seed, rule, ranks }): { market: Market, options: StableOptions } => {
  let state = seed
  const below = (bound: number): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9 | 0
    return ((state ^ (state >>> 13)) >>> 0) % bound
  }
  const seekers = Array.from({ length: numSeekers }, (_, at) => `s${at}`)
  const vacancies = Array.from({ length: NUM_VACANCIES }, (_, at) => `v${at}`)
  const rows = seekers.flatMap((_, seeker) => vacancies.map((_, vacancy) => ({ seeker, vacancy, seekerRank: below(ranks), vacancyRank: below(ranks) })).filter(() => below(3) > 0))
  const seats = vacancies.map(() => below(14))
  const firms: CapSet[] = Array.from({ length: 8 }, (_, firm) => ({ id: `firm ${firm}`, atMost: below(20) + 3, members: [0, 1, 2].map(at => ({ vacancyId: `v${3 * firm + at}`, target: below(2) })) }))
  const regions: CapSet[] = [0, 1].map(region => ({ id: `region ${region}`, atMost: below(40) + 9, members: [0, 1, 2].map(at => ({ setId: `firm ${3 * region + at}`, target: below(4) })) }))
  return {
    market: marketOf({ seekers, vacancies, seats, rows, sides: { seekers: true, vacancies: true } }),
    options: {
      ties: rule === 'id' ? { rule } : { rule, seed },
      caps: [...firms, ...regions],
      groups: { home: seekers.map(() => LABELS[below(LABELS.length)]!) },
      typeCaps: vacancies.filter((_, at) => at % 4 === 0).flatMap(vacancyId => ['north', 'east'].map(label => ({ vacancyId, group: 'home', label, atMost: 2 }))),
      reserves: vacancies.filter((_, at) => at % 2 === 0 && seats[at]! > 2).flatMap(vacancyId => ['south', 'north'].map(label => ({ vacancyId, group: 'home', label, seats: 1 }))),
      refusals: rows.filter(() => below(40) === 0).map(({ seeker, vacancy }) => ({ seekerId: seekers[seeker]!, vacancyId: vacancies[vacancy]!, by: 'vacancy' as const })),
    },
  }
})

t.test('larger markets are placed stably, with rules and without', async () => {
  fc.assert(fc.property(larger, ({ market, options }) => {
    deepStrictEqual(verifyStable(market, placeStable(market, options)).violations, [])
    deepStrictEqual(verifyStable(market, placeStable(market, { ties: options.ties, refusals: options.refusals })).violations, [])
  }), { numRuns: 60, seed: SEED })
})

t.test('the order of people decides nothing in larger markets', async () => {
  fc.assert(fc.property(larger, ({ market, options }) => {
    const last = market.seekers.length - 1
    const start = new Uint32Array(last + 2)
    const blocks = Array.from({ length: last + 1 }, (_, at) => [market.start[last - at]!, market.start[last - at + 1]!] as const)
    blocks.forEach(([from, to], at) => { start[at + 1] = start[at]! + to - from })
    const turned = (words: Uint32Array): Uint32Array => Uint32Array.from(blocks.flatMap(([from, to]) => [...words.subarray(from, to)]))
    const other = { ...market, seekers: [...market.seekers].reverse(), start, vacancy: turned(market.vacancy), seekerRank: turned(market.seekerRank!), vacancyRank: turned(market.vacancyRank!) }
    const groups = { home: [...options.groups!['home']!].reverse() }
    deepStrictEqual([...placeStable(other, { ...options, groups }).vacancyOf].reverse(), [...placeStable(market, options).vacancyOf])
  }), { numRuns: 40, seed: SEED })
})

t.test('nothing is without a reason in larger markets', async t => {
  const { market, options } = fc.sample(larger, { numRuns: 1, seed: SEED })[0]!
  const reasons = whyNotOf(market, placeStable(market, options))
  const counts: Record<string, number> = {}
  for (const id of market.seekers) for (const { reason } of reasons(id)) counts[reason] = (counts[reason] ?? 0) + 1
  t.equal(Object.values(counts).reduce((a, b) => a + b), market.vacancy.length)
  t.notOk('blocking' in counts)
})
