import { createMatcher } from '@padan/matcher'
import { demoCity } from '@padan/matcher/demo'
import { marketFromLedgers, marketReport, placeStable, recommendAll, type Market } from '@padan/matcher/placement'
import type { Taxonomy } from '@padan/taxonomy'
import { AS_OF } from './market.ts'
import { once } from './measure.ts'
import type { Row } from './row.ts'

export interface RecommendBenchOptions {
  /** Default 10,000, 1,000 and 50. */
  seekers?: number
  vacancies?: number
  perSeeker?: number
  /** Runs of each case; the median is told. Default 5. */
  rounds?: number
}

/** Lists of so many for everybody. */
const LIMIT = 10

/**
 * A city's market out of ledgers: how long its lists and its report take, beside the rankings that made it. The lists are checked before the
 * clock starts: balance 0 must be the plain ranking. Medians of the rounds, in milliseconds; the market's making is timed once.
 */
export function recommendBench (taxonomy: Taxonomy, { seekers = 10_000, vacancies = 1000, perSeeker = 50, rounds = 5 }: RecommendBenchOptions = {}): Row[] {
  const matcher = createMatcher({ taxonomy })
  const city = demoCity(taxonomy, { seekers, vacancies })
  matcher.seekers.put([...city.seekers])
  matcher.vacancies.put([...city.vacancies])
  let market!: Market
  const making = once(() => { market = marketFromLedgers(matcher, { asOf: AS_OF, perSeeker }) })
  checkPlain(market)
  const bench = `recommendAll, ${seekers.toLocaleString('en')} seekers x ${vacancies.toLocaleString('en')} vacancies, ${market.vacancy.length.toLocaleString('en')} pairs`
  const row = (name: string, time: number): Row => ({ bench, case: name, metric: 'time', value: time, unit: 'ms', ratioTo: 'marketFromLedgers', ratio: time / making, goal: null })
  const median = (work: () => void): number => Array.from({ length: rounds }, () => once(work)).sort((a, b) => a - b)[rounds >> 1]
  const lists = recommendAll(market, { limit: LIMIT })
  const placement = placeStable(market)
  return [
    { ...row('marketFromLedgers', making), ratioTo: null, ratio: null },
    row(`recommendAll, lists of ${LIMIT}, 40 rounds`, median(() => { recommendAll(market, { limit: LIMIT }) })),
    row(`recommendAll, lists of ${LIMIT}, 10 rounds`, median(() => { recommendAll(market, { limit: LIMIT, rounds: 10 }) })),
    row('marketReport of the lists', median(() => { marketReport(market, lists) })),
    row('marketReport of a placement', median(() => { marketReport(market, placement) })),
  ]
}

function checkPlain (market: Market): void {
  const { start, pair } = recommendAll(market, { limit: LIMIT, balance: 0 })
  const { score, seekers } = market
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    const all = score!.slice(market.start[seeker], market.start[seeker + 1]).sort().reverse()
    for (let entry = start[seeker]; entry < start[seeker + 1]; entry++) {
      if (score![pair[entry]] !== all[entry - start[seeker]]) throw new Error(`The list of seeker '${seekers[seeker]}' at balance 0 is not the plain ranking: no figure of this run is worth anything.`)
    }
  }
}
