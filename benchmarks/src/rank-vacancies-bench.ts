import type { Matcher } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { indexRows } from './index-rows.ts'
import { firstSeekers, RANK_OPTIONS, type Market } from './market.ts'
import { measure } from './measure.ts'
import type { Row } from './row.ts'
import { spread } from './spread.ts'

/** The oracle takes long, so it answers fewer questions; the index is timed with the very same ones for the ratio. */
const ORACLE_QUESTIONS = 10
const QUESTIONS = 200

/** `rankVacancies` of the index beside the oracle; every answer of the oracle is compared before it is timed. */
export async function rankVacanciesBench (index: Matcher, market: Market, rounds: number): Promise<Row[]> {
  const bench = `rankVacancies, ${market.vacancies.length.toLocaleString('en')} vacancies`
  const asked = firstSeekers(market, QUESTIONS)
  const some = asked.slice(0, ORACLE_QUESTIONS)
  const oracle = createOracle({ taxonomy: market.taxonomy })
  oracle.vacancies.put(market.vacancies)
  for (const seeker of some) {
    if (JSON.stringify(index.rankVacancies(seeker, RANK_OPTIONS)) !== JSON.stringify(oracle.rankVacancies(seeker, RANK_OPTIONS))) {
      throw new Error(`The index and the oracle disagree about '${seeker.id}': no figure of this run is worth anything.`)
    }
  }
  const sample = await measure(asked.map(({ id }) => id), { rounds }, id => index.rankVacancies(id, RANK_OPTIONS).results.length)
  const beside = await measure(some, { rounds }, seeker => index.rankVacancies(seeker, RANK_OPTIONS).results.length)
  const slow = await measure(some, { rounds: 1 }, seeker => oracle.rankVacancies(seeker, RANK_OPTIONS).results.length)
  return [
    ...indexRows(bench, sample),
    ...spread(slow, { bench, case: 'oracle', index: beside }),
  ]
}
