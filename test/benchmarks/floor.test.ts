import t from 'tap'
import { createMatcher, type Criterion, type Ledger, type Vacancy } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { AS_OF, FloorKernel, LIMIT, makeMarket, questionOf, RANK_OPTIONS, seekerColumns } from './built.ts'
import { lessUsual } from './less-usual.ts'

t.setTimeout(1_800_000)

const taxonomy = await loadTaxonomy()
const country = makeMarket(taxonomy, 400, 60)
const market = { ...country, vacancies: [...country.vacancies, ...country.vacancies.slice(0, 30).map(lessUsual)] }
const seekers = [...market.seekers()]
const matcher = createMatcher({ taxonomy })
matcher.seekers.put(seekers)
const columns = seekerColumns(market)
const kernel = new FloorKernel(columns)
const REST: readonly Criterion[] = ['education', 'field', 'experience', 'wage', 'wish', 'job-type']

t.test('whom units and distance do not rule out is counted as ledgers tell it', async t => {
  let ruledOut = 0
  for (const vacancy of market.vacancies) {
    const ledgers = seekers.map(seeker => matcher.explain(seeker, vacancy, { asOf: AS_OF }))
    const { results } = matcher.rankSeekers(vacancy, RANK_OPTIONS)
    for (const lastScore of [0, results.length < LIMIT ? 3_000_000 : results[LIMIT - 1].score, 8_000_000]) {
      const wanted = naive(vacancy, ledgers, lastScore)
      t.same(kernel.count(questionOf(taxonomy, columns, vacancy), lastScore), wanted, `${vacancy.id} at ${lastScore}`)
      ruledOut += seekers.length - wanted.holders - wanted.others
    }
  }
  t.ok(ruledOut > 10_000, `${ruledOut}`)
})

/** The same from every pair's ledger. */
function naive (vacancy: Vacancy, ledgers: readonly Ledger[], lastScore: number): ReturnType<typeof kernel.count> {
  const reached = { holdersNear: 0, holders: 0, others: 0 }
  for (const { rows } of ledgers) {
    const sum = (criteria: readonly Criterion[], points: (row: Ledger['rows'][number]) => number): number =>
      rows.filter(({ criterion }) => criteria.includes(criterion)).reduce((total, row) => total + points(row), 0)
    const silent = REST.filter(criterion => isSilent(vacancy, criterion))
    const rest = sum(REST.filter(criterion => !silent.includes(criterion)), ({ weight }) => 1000 * weight)
    const distance = sum(['distance'], ({ points }) => points ?? 0)
    const units = sum(['unit'], ({ points }) => points ?? 0)
    const unitMost = vacancy.units === undefined ? 0 : sum(['unit'], ({ weight }) => 1000 * weight)
    if (units > 0 && Array.isArray(vacancy.units)) {
      if (distance + rest + unitMost >= lastScore) reached.holdersNear++
      if (distance + rest + units >= lastScore) reached.holders++
    } else if (distance + rest + (vacancy.units === 'any' ? unitMost : 0) >= lastScore) reached.others++
  }
  return reached
}

/** Nobody can earn points for what the advert does not tell. */
function isSilent ({ education, fields, experience, occupation }: Vacancy, criterion: Criterion): boolean {
  if (criterion === 'education') return education === undefined
  if (criterion === 'field') return fields === undefined
  return criterion === 'experience' && (experience === undefined || (typeof experience === 'object' && experience.months > 0 && occupation === undefined))
}
