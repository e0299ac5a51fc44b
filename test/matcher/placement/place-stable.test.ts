import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { NOWHERE, placeStable, verifyStable, type Market, type StableOptions } from '@padan/matcher/placement'
import { acceptable, everyPlacement, isStable, strictOrders } from './naive-stable.ts'
import { fullTables, marketOf, tables, type Table } from './small-markets.ts'

const SEED = 20_261_121
const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: SEED })

const ties: fc.Arbitrary<StableOptions['ties']> = fc.oneof(
  fc.constant({ rule: 'id' as const }),
  fc.record({ rule: fc.constantFrom('single-lottery' as const, 'multiple-lottery' as const), seed: fc.nat() })
)

/** A market and what may be asked of it: a tie rule, refusals, people and firms who left. */
const cases = fc.oneof(tables({ seekers: 5, vacancies: 3, seats: 3 }), fullTables(4, 3), fullTables(3, 3)).chain(table => fc.record({
  table: fc.constant(table),
  options: fc.record({
    ties,
    refusals: fc.subarray(table.rows.map(({ seeker, vacancy }) => ({ seekerId: table.seekers[seeker]!, vacancyId: table.vacancies[vacancy]! }))).chain(pairs =>
      fc.tuple(...pairs.slice(0, 3).map(pair => fc.constantFrom('seeker' as const, 'vacancy' as const).map(by => ({ ...pair, by }))))),
    withdrawn: fc.record({ seekers: atMostOne(table.seekers), vacancies: atMostOne(table.vacancies) }),
  }, { requiredKeys: [] }),
}))

t.test('the placement is stable, and nobody is placed better in any other stable one', async () => {
  let numStable = 0
  fc.assert(fc.property(cases, ({ table, options }) => {
    const market = marketOf(table)
    const placed = placeStable(market, options)
    const { ofSeeker } = strictOrders(market, placed.options.ties)
    const stable = [...everyPlacement(acceptable(market, placed.options))].filter(where => isStable(market, placed.options, where))
    const own = [...placed.vacancyOf]
    ok(stable.some(where => String(where) === String(own)))
    for (const where of stable) {
      where.forEach((to, seeker) => {
        // Rural hospitals: the same people placed, the same number at every vacancy.
        deepStrictEqual(to === NOWHERE, own[seeker] === NOWHERE)
        ok(to === own[seeker] || ofSeeker(seeker, own[seeker]!, to) < 0)
      })
      deepStrictEqual([...where].sort(), [...own].sort())
    }
    numStable += stable.length
    deepStrictEqual(verifyStable(market, placed).violations, [])
    // Whoever offers first, the same offers are made: to every acceptable vacancy down to one's own.
    deepStrictEqual(placed.proposals, acceptable(market, placed.options).flatMap((options, seeker) => options.filter(to => market.seats[to]! > 0).filter(to => own[seeker] === NOWHERE || ofSeeker(seeker, to, own[seeker]!) <= 0)).length)
  }), runs(2500))
  t.ok(numStable > 2600, `${numStable}: some markets have several stable placements`)
})

t.test('the verifier accepts exactly the stable placements', async () => {
  fc.assert(fc.property(cases, fc.nat(), ({ table, options }, pick) => {
    const market = marketOf(table)
    const placed = placeStable(market, options)
    const all = [...everyPlacement(acceptable(market, placed.options))]
    for (const where of [all[pick % all.length]!, all[(7 * pick) % all.length]!]) {
      deepStrictEqual(verifyStable(market, { ...placed, vacancyOf: Int32Array.from(where) }).ok, isStable(market, placed.options, where))
    }
  }), runs(2500))
})

t.test('the order in which people and vacancies are given decides nothing', async () => {
  const shuffled = cases.chain(({ table, options }) => fc.record({
    table: fc.constant(table),
    options: fc.constant(options),
    seekers: fc.shuffledSubarray([...table.seekers.keys()], { minLength: table.seekers.length }),
    vacancies: fc.shuffledSubarray([...table.vacancies.keys()], { minLength: table.vacancies.length }),
  }))
  fc.assert(fc.property(shuffled, ({ table, options, seekers, vacancies }) => {
    const other: Table = {
      ...table,
      seekers: seekers.map(at => table.seekers[at]!),
      vacancies: vacancies.map(at => table.vacancies[at]!),
      seats: vacancies.map(at => table.seats[at]!),
      rows: table.rows.map(row => ({ ...row, seeker: seekers.indexOf(row.seeker), vacancy: vacancies.indexOf(row.vacancy) })),
    }
    deepStrictEqual(byId(marketOf(other), options), byId(marketOf(table), options))
  }), runs(1000))
})

t.test('gaps in ranks mean nothing', async () => {
  fc.assert(fc.property(cases, fc.constantFrom(1, 7, 100_000, 1_000_000_000), ({ table, options }, scale) => {
    const stretched = { ...table, rows: table.rows.map(row => ({ ...row, seekerRank: row.seekerRank * scale, vacancyRank: row.vacancyRank * scale })) }
    deepStrictEqual(byId(marketOf(stretched), options), byId(marketOf(table), options))
  }), runs(1000))
})

t.test('one more seat leaves nobody worse off', async () => {
  fc.assert(fc.property(cases, fc.nat(), ({ table, options }, pick) => {
    const market = marketOf(table)
    if (table.vacancies.length === 0) return
    const seats = market.seats.slice()
    seats[pick % seats.length]!++
    noWorse(market, options, placeStable(market, options).vacancyOf, placeStable({ ...market, seats }, options).vacancyOf)
  }), runs(2000))
})

t.test('nobody is worse off when another seeker leaves', async () => {
  fc.assert(fc.property(cases, fc.nat(), ({ table, options }, pick) => {
    const market = marketOf(table)
    if (table.seekers.length === 0) return
    const leaver = pick % table.seekers.length
    const withdrawn = { ...options.withdrawn, seekers: [...options.withdrawn?.seekers ?? [], table.seekers[leaver]!] }
    const after = placeStable(market, { ...options, withdrawn }).vacancyOf
    noWorse(market, options, placeStable(market, options).vacancyOf, after, leaver)
    deepStrictEqual(after[leaver], NOWHERE)
  }), runs(2000))
})

t.test('a refusal of a place one does not have leaves everybody at least as well off, and oneself where one was', async () => {
  fc.assert(fc.property(cases, fc.nat(), fc.constantFrom('seeker' as const, 'vacancy' as const), ({ table, options }, pick, by) => {
    const market = marketOf(table)
    if (table.rows.length === 0) return
    const { seeker, vacancy } = table.rows[pick % table.rows.length]!
    const before = placeStable(market, options).vacancyOf
    const refusals = [...options.refusals ?? [], { seekerId: table.seekers[seeker]!, vacancyId: table.vacancies[vacancy]!, by }]
    const after = placeStable(market, { ...options, refusals })
    ok(verifyStable(market, after).ok)
    if (before[seeker] === vacancy) {
      const { ofSeeker } = strictOrders(market, after.options.ties)
      ok(after.vacancyOf[seeker] === NOWHERE || ofSeeker(seeker, vacancy, after.vacancyOf[seeker]!) < 0)
    } else {
      noWorse(market, options, before, after.vacancyOf)
      deepStrictEqual(after.vacancyOf[seeker], before[seeker])
    }
  }), runs(3000))
})

t.test('nobody gains by a false list', async () => {
  fc.assert(fc.property(cases, fc.nat(), fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }), fc.nat({ max: 7 }), ({ table, options }, pick, ranks, kept) => {
    if (table.seekers.length === 0) return
    const liar = pick % table.seekers.length
    const market = marketOf(table)
    const told = marketOf({
      ...table,
      sides: { ...table.sides, seekers: true },
      rows: table.rows.filter(row => row.seeker !== liar || (kept >> row.vacancy) % 2 === 1).map(row => ({ ...row, seekerRank: row.seeker === liar ? ranks[row.vacancy]! : table.sides.seekers ? row.seekerRank : 0 })),
    })
    const honest = placeStable(market, options)
    const lied = placeStable(told, options).vacancyOf[liar]!
    const { ofSeeker } = strictOrders(market, honest.options.ties)
    ok(lied === NOWHERE || (honest.vacancyOf[liar] !== NOWHERE && ofSeeker(liar, honest.vacancyOf[liar]!, lied) <= 0))
  }), runs(3000))
})

function atMostOne (ids: readonly string[]): fc.Arbitrary<string[]> {
  return fc.subarray([...ids], { maxLength: Math.min(1, ids.length) })
}

function byId (market: Market, options: StableOptions): Record<string, string | null> {
  const { vacancyOf } = placeStable(market, options)
  return Object.fromEntries(market.seekers.map((id, at): [string, string | null] => [id, market.vacancies[vacancyOf[at]!] ?? null]).sort())
}

/** Everybody but one is at least as well off after as before. */
function noWorse (market: Market, { ties }: StableOptions, before: Int32Array, after: Int32Array, but = NOWHERE): void {
  const { ofSeeker } = strictOrders(market, placeStable(market, { ties }).options.ties)
  before.forEach((to, seeker) => {
    if (seeker === but || to === NOWHERE) return
    ok(after[seeker] !== NOWHERE && ofSeeker(seeker, after[seeker]!, to) <= 0, `${market.seekers[seeker]}`)
  })
}
