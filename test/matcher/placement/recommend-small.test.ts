import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import { demoCity } from '@padan/matcher/demo'
import { explainRecommendations, marketFromLedgers, recommendAll, verifyLists, type Market, type Recommendations } from '@padan/matcher/placement'
import { loadTaxonomy } from '@padan/taxonomy'
import { scoredMarket, scoredTables } from './scored-markets.ts'

const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20_261_128 })
const markets = scoredTables(5, 4).map(scoredMarket)
const crowded = scoredTables(5, 3, fc.integer({ min: 0, max: 40 })).filter(({ pairs, seats }) => pairs.length > 6 && seats.some(some => some > 0)).map(scoredMarket)
const limits = fc.integer({ min: 1, max: 3 })

/** Every list that somebody could be given: all sets of as many pairs with a seat as the limit allows. */
function everyList ({ start, vacancy, seats }: Market, seeker: number, limit: number): number[][] {
  const own = Array.from({ length: start[seeker + 1]! - start[seeker]! }, (_, offset) => start[seeker]! + offset).filter(pair => seats[vacancy[pair]!]! > 0)
  const sets = (from: number, left: number): number[][] => left === 0 ? [[]] : own.slice(from).flatMap((pair, at) => sets(from + at + 1, left - 1).map(rest => [pair, ...rest]))
  return sets(0, Math.min(limit, own.length))
}

/** Every way to give everybody a list. */
function * everyChoice (market: Market, limit: number, seeker: number = market.seekers.length - 1): Generator<number[]> {
  if (seeker < 0) {
    yield []
    return
  }
  for (const others of everyChoice(market, limit, seeker - 1)) for (const list of everyList(market, seeker, limit)) yield [...others, ...list]
}

function sum (pairs: readonly number[], numbers: ArrayLike<number>): number {
  return pairs.reduce((total, pair) => total + numbers[pair]!, 0)
}

function referredBy ({ vacancies, vacancy }: Market, pairs: readonly number[]): number[] {
  return vacancies.map((_, to) => pairs.filter(pair => vacancy[pair] === to).length)
}

function excess (referred: readonly number[], { fairShare }: Recommendations): number {
  return referred.reduce((total, count, to) => total + Math.max(0, count - fairShare[to]!), 0)
}

t.test('of all lists that can be given, everybody has the best: by score at 0, by score less charge at 1,000, by both between', async () => {
  fc.assert(fc.property(markets, limits, fc.constantFrom(0, 1, 250, 500, 999, 1000), (market, limit, balance) => {
    const { start, pair, charge } = recommendAll(market, { limit, balance })
    const key = Float64Array.from(market.score!, (score, each) => 1_000_000 * score - balance * charge[each]!)
    market.seekers.forEach((_, seeker) => {
      const all = everyList(market, seeker, limit)
      const list = [...pair.subarray(start[seeker], start[seeker + 1])]
      ok(all.some(other => other.join() === [...list].sort((a, b) => a - b).join()))
      deepStrictEqual(sum(list, key), Math.max(...all.map(other => sum(other, key))))
      if (balance === 0) deepStrictEqual(sum(list, market.score!), Math.max(...all.map(other => sum(other, market.score!))))
    })
  }), runs(1500))
})

t.test('no choice of lists at all fits into one referral a seat less than the fair load', async t => {
  let numTried = 0
  fc.assert(fc.property(crowded, fc.constantFrom(1, 2), (market, limit) => {
    const { fairLoad, fairShare, pair } = recommendAll(market, { limit })
    deepStrictEqual([...fairShare], market.vacancies.map((_, to) => Math.min(fairLoad * market.seats[to]!, market.vacancy.filter(each => each === to).length)))
    ok(fairShare.reduce((total, share) => total + share, 0) >= pair.length, 'all lists find room')
    if (fairLoad === 1) return
    for (const choice of everyChoice(market, limit)) {
      numTried++
      ok(referredBy(market, choice).some((count, to) => count > (fairLoad - 1) * market.seats[to]!))
    }
  }), runs(2000))
  t.ok(numTried > 5000, `${numTried} choices were tried`)
})

t.test('at 1,000 lists are never spread worse than in plain ranking, and mostly as evenly as any choice of lists', async t => {
  const sums = { plain: 0, found: 0, least: 0, isLeast: 0, isCrowded: 0 }
  fc.assert(fc.property(crowded, market => {
    const lists = recommendAll(market, { limit: 1, balance: 1000, rounds: 200 })
    let least = Infinity
    for (const choice of everyChoice(market, 1)) least = Math.min(least, excess(referredBy(market, choice), lists))
    const [plain, found] = [excess([...lists.plainReferred], lists), excess([...lists.referred], lists)]
    ok(least <= found && found <= plain)
    if (plain === least) return
    sums.isCrowded++
    sums.isLeast += Number(found === least)
    sums.plain += plain - least
    sums.found += found - least
  }), runs(800))
  t.ok(sums.isCrowded > 200, JSON.stringify(sums))
  t.ok(sums.isLeast > 0.7 * sums.isCrowded && sums.found < 0.25 * sums.plain, JSON.stringify(sums))
})

t.test('ledgers stay as they are: every score in a list, and in what is left out, is that of the pair\'s ledger, whatever the balance', async t => {
  const taxonomy = await loadTaxonomy()
  const city = demoCity(taxonomy, { seekers: 60, vacancies: 12 })
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put([...city.seekers])
  matcher.vacancies.put([...city.vacancies])
  const market = marketFromLedgers(matcher, { asOf: '2026-11-20', perSeeker: 8 })
  const score = market.score!.slice()
  let numLeftOut = 0
  for (const balance of [0, 500, 1000]) {
    const lists = recommendAll(market, { limit: 2, balance })
    t.ok(verifyLists(market, lists).ok)
    market.seekers.forEach((_, seeker) => {
      const { seekerId, list, leftOut } = explainRecommendations(market, lists, seeker)
      numLeftOut += leftOut.length
      for (const one of [...list, ...leftOut]) if (matcher.explain(seekerId, one.vacancyId, { asOf: '2026-11-20' }).score !== one.score) t.fail(`${seekerId} ${one.vacancyId} at ${balance}`)
    })
  }
  t.same(market.score, score)
  t.ok(numLeftOut > 10)
})
