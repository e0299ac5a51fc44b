import { createMatcher } from '@padan/matcher'
import { makeMarket, RANK_OPTIONS } from './market.ts'
import { once } from './measure.ts'
import type { Row } from './row.ts'
import type { Taxonomy } from '@padan/taxonomy'

const GOAL = 'value >= 100000'
const MILLISECONDS = 1000

/**
 * Records a second in bulk: checked, stored, and frozen into the index, because the clock stops when a first question has been answered
 * from them. The median of the rounds.
 */
export function putBench (taxonomy: Taxonomy, numSeekers: number, rounds: number): Row[] {
  const market = makeMarket(taxonomy, numSeekers, numSeekers)
  const seekers = [...market.seekers()]
  const bench = `put in bulk, ${numSeekers.toLocaleString('en')} records`
  const row = (name: string, put: () => void): Row => {
    const times = Array.from({ length: rounds }, () => once(put)).sort((a, b) => a - b)
    return { bench, case: name, metric: 'records a second', value: numSeekers / times[rounds >> 1] * MILLISECONDS, unit: '/s', ratioTo: null, ratio: null, goal: GOAL }
  }
  return [
    row('seekers', () => {
      const matcher = createMatcher({ taxonomy })
      matcher.seekers.put(seekers)
      matcher.rankSeekers(market.vacancies[0], RANK_OPTIONS)
    }),
    row('vacancies', () => {
      const matcher = createMatcher({ taxonomy })
      matcher.vacancies.put(market.vacancies)
      matcher.rankVacancies(seekers[0], RANK_OPTIONS)
    }),
  ]
}
