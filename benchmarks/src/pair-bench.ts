import type { Matcher } from '@padan/matcher'
import { AS_OF, type Market } from './market.ts'
import { measure } from './measure.ts'
import type { Row } from './row.ts'
import { spread } from './spread.ts'

const PAIRS = 2000
const GAPS = 100

/** One pair at a time: its ledger, and what would raise its score. Pairs are of the market's first seekers with the vacancies asked. */
export async function pairBench (index: Matcher, market: Market, vacancies: readonly string[], rounds: number): Promise<Row[]> {
  const size = `${market.numSeekers.toLocaleString('en')} seekers`
  const seekers = index.seekers.ids()
  const pairs = Array.from({ length: Math.min(PAIRS, market.numSeekers) }, (_, n) => ({ seeker: seekers.next().value as string, vacancy: vacancies[n % vacancies.length] }))
  const explain = await measure(pairs, { rounds }, ({ seeker, vacancy }) => index.explain(seeker, vacancy, { asOf: AS_OF }).score)
  const gap = await measure(pairs.slice(0, GAPS), { rounds }, ({ seeker, vacancy }) => index.gap(seeker, vacancy, { asOf: AS_OF }).score)
  return [
    ...spread(explain, { bench: `explain, ${size}`, case: 'index', unit: 'µs', goal: 'value <= 20' }),
    ...spread(gap, { bench: `gap, ${size}`, case: 'index' }),
  ]
}
