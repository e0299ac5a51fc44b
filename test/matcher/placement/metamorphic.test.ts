import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { NOWHERE, placeBest, placeStable, verifyBest, verifyStable, type Market, type Refusal, type StableOptions } from '@padan/matcher/placement'
import { marketOf as scored, smallMarkets } from './best-markets.ts'
import { cappedMarkets } from './capped-markets.ts'
import { isStable } from './naive-stable.ts'
import { fullTables, marketOf, tables, type Table } from './small-markets.ts'

const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20_261_128 })
const markets = fc.oneof(tables({ seekers: 5, vacancies: 3, seats: 3 }), fullTables(5, 3))

/** Some of a table's pairs, each refused by one side. */
function refusalsOf ({ rows, seekers, vacancies }: Table): fc.Arbitrary<Refusal[]> {
  return fc.subarray(rows.map(({ seeker, vacancy }) => ({ seekerId: seekers[seeker]!, vacancyId: vacancies[vacancy]! }))).chain(pairs =>
    fc.tuple(...pairs.map(pair => fc.constantFrom('seeker' as const, 'vacancy' as const).map(by => ({ ...pair, by })))))
}

t.test('a refusal never hurts the other refusers\' stability', async () => {
  fc.assert(fc.property(markets.chain(table => fc.record({ table: fc.constant(table), refusals: refusalsOf(table) })), ({ table, refusals }) => {
    const market = marketOf(table)
    const isRefused = (seeker: number, to: number, among: readonly Refusal[]): boolean => among.some(({ seekerId, vacancyId }) => seekerId === market.seekers[seeker] && vacancyId === market.vacancies[to])
    // One refusal after another, as they come in on a day.
    for (let known = 0; known <= refusals.length; known++) {
      const placed = placeStable(market, { refusals: refusals.slice(0, known) })
      ok(isStable(market, placed.options, [...placed.vacancyOf]), 'stable for all who refused before, by looking at every pair')
      ok(verifyStable(market, placed).ok)
      placed.vacancyOf.forEach((to, seeker) => ok(to === NOWHERE || !isRefused(seeker, to, refusals.slice(0, known)), 'nobody is where a refusal stands'))
    }
    const atOnce = placeStable(market, { refusals })
    deepStrictEqual(placeStable(market, { refusals: [...refusals].reverse() }).vacancyOf, atOnce.vacancyOf, 'in whatever order')
  }), runs(2000))
})

t.test('adding a seat never unplaces anybody, with type caps and reserves too', async () => {
  const isPlaced = (market: Market, options: StableOptions): boolean[] => [...placeStable(market, options).vacancyOf].map(to => to !== NOWHERE)
  fc.assert(fc.property(cappedMarkets, fc.nat(), ({ market, options }, pick) => {
    if (market.vacancies.length === 0) return
    // A seat within a cap set may be taken from a neighbour: see `placeStable`.
    const own = { ...options, caps: [] }
    const seats = market.seats.slice()
    seats[pick % seats.length]!++
    const after = isPlaced({ ...market, seats }, own)
    isPlaced(market, own).forEach((was, seeker) => ok(!was || after[seeker], market.seekers[seeker]))
  }), runs(2500))
})

t.test('adding a seat never places fewer where people come first, and a refusal elsewhere never costs more than the pair was worth', async () => {
  fc.assert(fc.property(smallMarkets(), fc.nat(), ({ matrix, seats, objective }, pick) => {
    const market = scored(matrix, seats)
    const before = placeBest(market, { objective })
    if (seats.length === 0) return
    const wider = scored(matrix, seats.map((some, at) => some + Number(at === pick % seats.length)))
    const after = placeBest(wider, { objective })
    ok(verifyBest(wider, after).ok)
    ok(objective === 'people-first' ? after.placed >= before.placed : after.total >= before.total)
    const seeker = [...before.vacancyOf].findIndex(to => to !== NOWHERE)
    if (seeker === -1) return
    const to = before.vacancyOf[seeker]!
    const without = placeBest(market, { objective, refusals: [{ seekerId: market.seekers[seeker]!, vacancyId: market.vacancies[to]! }] })
    ok(objective === 'people-first' ? without.placed >= before.placed - 1 : without.total >= before.total - matrix[seeker]![to]!)
  }), runs(3000))
})
