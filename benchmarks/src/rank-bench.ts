import { createMatcher, type Matcher, type RankOptions, type Seeker, type Vacancy } from '@padan/matcher'
import { demoCountry } from '@padan/matcher/demo'
import { createOracle } from '@padan/matcher/oracle'
import type { Taxonomy } from '@padan/taxonomy'
import { measure, once, quantile, type Sample } from './measure.ts'
import type { Row } from './row.ts'

const OPTIONS: RankOptions = { limit: 50, asOf: '2026-11-20' }
/** The oracle takes long, so it answers fewer questions; medians are compared. */
const ORACLE_QUESTIONS = 10

export interface RankBenchOptions {
  seekers: number
  vacancies: number
  rounds: number
}

/**
 * Ranking both ways over one market: the index against the oracle, on the same records in the same process. The market is spread over
 * the country's kecamatan as `demoCountry` makes it, thin adverts and all. Every answer that the oracle gives is compared before anything is timed.
 */
export function rankBench (taxonomy: Taxonomy, { seekers, vacancies, rounds }: RankBenchOptions, report: (line: string) => void): Row[] {
  const market = demoCountry(taxonomy, { seekers, vacancies })
  const people = [...market.seekers]
  const adverts = [...market.vacancies]
  const bench = `${seekers.toLocaleString('en')} seekers, ${vacancies.toLocaleString('en')} vacancies`
  report(`${bench}: putting`)
  const index = createMatcher({ taxonomy })
  const oracle = createOracle({ taxonomy })
  const build = once(() => {
    fill(index, people, adverts)
    // The first question freezes what waits.
    index.rankSeekers(adverts[0], OPTIONS)
    index.rankVacancies(people[0], OPTIONS)
  })
  fill(oracle, people, adverts)
  const askedVacancies = adverts.slice(0, 200).map(({ id }) => id)
  const askedSeekers = people.slice(0, 200).map(({ id }) => id)
  report(`${bench}: comparing`)
  compare(index, oracle, askedVacancies.slice(0, ORACLE_QUESTIONS), askedSeekers.slice(0, ORACLE_QUESTIONS))
  report(`${bench}: timing`)
  const seekersFirst = (matcher: Matcher) => (id: string) => matcher.rankSeekers(id, OPTIONS).results.length
  const vacanciesFirst = (matcher: Matcher) => (id: string) => matcher.rankVacancies(id, OPTIONS).results.length
  return [
    ...rows(bench, 'rankSeekers', measure(askedVacancies, rounds, seekersFirst(index)), measure(askedVacancies.slice(0, ORACLE_QUESTIONS), 1, seekersFirst(oracle))),
    ...rows(bench, 'rankVacancies', measure(askedSeekers, rounds, vacanciesFirst(index)), measure(askedSeekers.slice(0, ORACLE_QUESTIONS), 1, vacanciesFirst(oracle))),
    { bench, case: 'put', metric: 'records a second', value: (seekers + vacancies) / build * 1000, unit: '/s', ratioTo: null, ratio: null, goal: null },
  ]
}

function fill (matcher: Matcher, seekers: readonly Seeker[], vacancies: readonly Vacancy[]): void {
  matcher.seekers.put(seekers)
  matcher.vacancies.put(vacancies)
}

function compare (index: Matcher, oracle: Matcher, vacancies: readonly string[], seekers: readonly string[]): void {
  for (const id of vacancies) same(index.rankSeekers(id, OPTIONS), oracle.rankSeekers(id, OPTIONS), id)
  for (const id of seekers) same(index.rankVacancies(id, OPTIONS), oracle.rankVacancies(id, OPTIONS), id)
}

function same (found: unknown, wanted: unknown, id: string): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`The index and the oracle disagree about '${id}': no figure of this run is worth anything.`)
}

function rows (bench: string, name: string, index: Sample, oracle: Sample): Row[] {
  const median = quantile(index, 0.5)
  const slow = quantile(oracle, 0.5)
  const row = (label: string, metric: string, value: number, ratio: number | null): Row =>
    ({ bench, case: `${name}, ${label}`, metric, value, unit: 'ms', ratioTo: ratio === null ? null : 'oracle', ratio, goal: null })
  return [
    row('index', 'median', median, slow / median),
    row('index', 'p10', quantile(index, 0.1), null),
    row('index', 'p90', quantile(index, 0.9), null),
    row('index', 'p99', quantile(index, 0.99), null),
    row('oracle', 'median', slow, null),
  ]
}
