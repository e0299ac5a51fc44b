import { createMatcher, type GapStep, type Matcher, type Seeker, type Vacancy } from '@padan/matcher'
import { demoCountry } from '@padan/matcher/demo'
import type { Taxonomy } from '@padan/taxonomy'
import { AS_OF, isOpen } from './market.ts'
import { measure } from './measure.ts'
import type { Row } from './row.ts'
import { spread } from './spread.ts'

/** Milliseconds in which a page still loads at once. */
const GOAL = 'value <= 200'
const GOAL_FOR = 10_000
const SEEKERS = 50
/** Vacancies whose scores are summed into a seeker's best list. */
const TOP = 10
/** They are made one by one, until enough of them are open. */
const MOST_VACANCIES = 100_000_000

export interface MarketGapPlan {
  openVacancies: number
  rounds: number
  budget: number
}

/**
 * The best single step of one person over all open vacancies. People are stored, and asked about by id. The first step of every answer is taken
 * beforehand: with it on their record, the person's ranking must be what the answer says.
 */
export async function marketGapBench (taxonomy: Taxonomy, { openVacancies, rounds, budget }: MarketGapPlan): Promise<Row[]> {
  const index = createMatcher({ taxonomy })
  const seekers = [...demoCountry(taxonomy, { seekers: SEEKERS, vacancies: 0 }).seekers]
  index.seekers.put(seekers)
  index.vacancies.put(firstOpen(taxonomy, openVacancies))
  for (const seeker of seekers) checkFirstStep(index, seeker)
  const sample = await measure(seekers, { rounds, budget, isWarm: true }, ({ id }) => stepsOf(index, id).length)
  return spread(sample, { bench: `marketGap, ${openVacancies.toLocaleString('en')} open vacancies`, case: 'index', goal: openVacancies === GOAL_FOR ? GOAL : null })
}

function firstOpen (taxonomy: Taxonomy, most: number): Vacancy[] {
  const open: Vacancy[] = []
  for (const vacancy of demoCountry(taxonomy, { seekers: 0, vacancies: MOST_VACANCIES }).vacancies) {
    if (isOpen(vacancy) && open.push(vacancy) === most) break
  }
  return open
}

function stepsOf (index: Matcher, id: string): ReturnType<Matcher['marketGap']>['steps'] {
  return index.marketGap(id, { asOf: AS_OF, top: TOP }).steps
}

function checkFirstStep (index: Matcher, seeker: Seeker): void {
  const [first] = stepsOf(index, seeker.id)
  if (first === undefined) return
  const { results } = index.rankVacancies(withStep(index.taxonomy, seeker, first.step), { asOf: AS_OF, limit: TOP })
  const topScore = results.reduce((sum, { score }) => sum + score, 0)
  if (topScore !== first.topScore) {
    throw new Error(`The best step of '${seeker.id}' is said to lead to ${first.topScore} points, and leads to ${topScore}: no figure of this run is worth anything.`)
  }
}

/** The person after a step: units are certified without a last day. */
function withStep ({ units }: Taxonomy, seeker: Seeker, { kind, code, units: added }: GapStep): Seeker {
  if (kind === 'licence') return { ...seeker, licences: [...(seeker.licences ?? []).filter(({ licence }) => licence !== code), { licence: code }] }
  const numbers = added.map(unit => units.indexOf(unit))
  const kept = (seeker.units ?? []).filter(({ unit }) => !numbers.includes(units.indexOf(unit)))
  return { ...seeker, units: [...kept, ...added.map(unit => ({ unit, evidence: 'certified' as const }))] }
}
