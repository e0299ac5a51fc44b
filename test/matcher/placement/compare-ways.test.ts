import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import { demoFair } from '@padan/matcher/demo'
import { compareWays, hireFromLists, marketFromLedgers, marketReport, NOWHERE, placeBest, placeStable, recommendAll, type CompareOptions, type Market } from '@padan/matcher/placement'
import { loadTaxonomy } from '@padan/taxonomy'
import { scoredMarket, scoredTables } from './scored-markets.ts'

const taxonomy = await loadTaxonomy()

function fairMarket (): Market {
  const { day, seekers, vacancies } = demoFair(taxonomy)
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put(seekers)
  matcher.vacancies.put(vacancies)
  return marketFromLedgers(matcher, { asOf: day, perSeeker: vacancies.length })
}

t.test('a fair has the people and the seats that were asked for, the same each time', async t => {
  for (const [seekers, seats] of [[500, 60], [3, 1], [0, 0], [10, 7]] as const) {
    const fair = demoFair(taxonomy, { seekers, seats })
    t.equal(fair.seekers.length, seekers)
    t.equal(fair.vacancies.reduce((sum, { seats = 0 }) => sum + seats, 0), seats)
    t.ok(fair.vacancies.every(one => one.seats! >= 1 && one.seats! <= 4 && (one.opens ?? '') <= fair.day && (one.closes ?? '9') >= fair.day))
    t.same(demoFair(taxonomy, { seekers, seats }), fair)
  }
  t.not(demoFair(taxonomy, { seed: 1, seekers: 5 }).seekers[0]?.region, undefined)
  for (const options of [{ seekers: -1 }, { seats: 0.5 }, { seats: 1_000_001 }, { seed: -1 }]) t.throws(() => demoFair(taxonomy, options), RangeError)
})

t.test('at the fair, ranking alone leaves seats empty that every other way fills', async t => {
  const market = fairMarket()
  const [plain, recommended, stable, best] = compareWays(market)
  t.same([plain?.way, recommended?.way, stable?.way, best?.way], ['plain', 'recommended', 'stable', 'best'])
  t.ok(plain!.placed < recommended!.placed, `${plain!.placed} and ${recommended!.placed} people get work`)
  t.same([stable!.placed, best!.placed], [60, 60])
  t.same([stable!.justifiedEnvy, stable!.blockingPairs], [0, 0])
  t.ok(best!.meanScore! >= stable!.meanScore! && best!.meanScore! >= recommended!.meanScore!)
  t.ok(recommended!.most!.referrals * plain!.most!.seats * 5 < plain!.most!.referrals * recommended!.most!.seats, 'the longest queue is less than a fifth')
  t.ok(recommended!.gini! < plain!.gini!)
})

t.test('rows say what the reports of the four ways say', async t => {
  fc.assert(fc.property(scoredTables(7, 4, fc.nat(6)).map(scoredMarket), fc.integer({ min: 1, max: 3 }), fc.nat(1000), (market, applications, balance) => {
    const rows = compareWays(market, { applications, balance })
    const lists = [0, balance].map(balance => recommendAll(market, { limit: applications, balance }))
    const placements = [...lists.map(one => hireFromLists(market, one)), placeStable(market), placeBest(market)]
    rows.forEach((row, way) => {
      const report = marketReport(market, placements[way]!)
      const exposure = way < 2 ? marketReport(market, lists[way]!) : report
      t.same(row, {
        way: row.way,
        placed: placements[way]!.vacancyOf.filter(to => to !== NOWHERE).length,
        fillRate: report.fillRate,
        meanScore: report.meanScore,
        meanRank: report.meanRank,
        gini: exposure.gini.vacancies,
        most: exposure.congestion.most,
        justifiedEnvy: report.envy!.justified,
        blockingPairs: report.envy!.blockingPairs,
      })
    })
    t.equal(rows[2]!.blockingPairs, 0, 'what is stable has no blocking pair by another count, either')
    t.ok(rows.every(row => row.placed * (row.meanScore ?? 0) <= rows[3]!.placed * (rows[3]!.meanScore ?? 0) + row.placed + rows[3]!.placed), 'no way has a higher total than the best')
  }), { seed: 20_261_121, numRuns: 200 })
})

t.test('refuses what it cannot use, tells how far it is, and can be stopped', async t => {
  const market = scoredMarket({ seekers: ['s'], vacancies: ['v'], seats: [1], pairs: [], ranked: { seekers: true, vacancies: true } })
  const cases: [unknown, RegExp][] = [[{ applications: 0 }, /applications must be a whole number from 1/], [{ balance: 2000 }, /balance must be/], [{ ways: 4 }, /There is no option 'ways'/]]
  for (const [options, message] of cases) t.throws(() => compareWays(market, options as CompareOptions), message)
  const seen: number[][] = []
  compareWays(market, { onProgress: (done, total) => { seen.push([done, total]) } })
  t.same(seen, [[1, 4], [2, 4], [3, 4], [4, 4]])
  const reason = new Error('enough')
  t.throws(() => compareWays(market, { signal: { throwIfAborted: () => { throw reason } } }), reason)
})
