import { loadTaxonomy, type Taxonomy } from '@padan/taxonomy'
import type { BenchResult } from './bench-result.ts'
import { filledIndex } from './filled-index.ts'
import { floorBench } from './floor-bench.ts'
import { growthRows } from './growth.ts'
import { chooseQuestions, makeMarket } from './market.ts'
import { indexAlone } from './index-alone.ts'
import { marketGapBench } from './market-gap-bench.ts'
import { memoryBench } from './memory-bench.ts'
import { pairBench } from './pair-bench.ts'
import { runPlacementPlan, type PlacementPlan } from './placement-plan.ts'
import { serviceBench, type ServicePlan } from './service-bench.ts'
import { ALL_PEERS } from './peers/all-peers.ts'
import { putBench } from './put-bench.ts'
import { rankAllBench, type RankAllPlan } from './rank-all-bench.ts'
import { rankSeekersBench } from './rank-seekers-bench.ts'
import { rankVacanciesBench } from './rank-vacancies-bench.ts'
import { snapshotBench } from './snapshot-bench.ts'
import { textBench, type TextPlan } from './text-bench.ts'
import { updatesBench } from './updates-bench.ts'
import { makeVacancyMarket } from './vacancy-market.ts'

/** What can be measured apart: ranking and what belongs to it, placing, the service, whose clients take ten minutes of a full run, and reading text. */
export const GROUPS = ['core', 'placement', 'service', 'text'] as const
export type Group = typeof GROUPS[number]

/** How much of everything is measured. */
export interface Plan {
  /** Populations beside the peers. A tenth as many vacancies stand beside them, at least a thousand. */
  sizes: readonly number[]
  /** Populations for the index alone, each in a process of its own. */
  alone: readonly number[]
  /** Adverts of each kind that are asked. */
  questions: number
  rounds: number
  /** Milliseconds for each peer to be compared, and as many to be timed. */
  budget: number
  records: number
  openVacancies: number
  /** Whole markets: shares of the city's year, and numbers of threads. */
  cities: readonly Omit<RankAllPlan, 'budget'>[]
  placement: PlacementPlan
  service: ServicePlan
  text: TextPlan
}

export const QUICK: Plan = { sizes: [10_000], alone: [], questions: 100, rounds: 2, budget: 1000, records: 10_000, openVacancies: 2000, cities: [{ share: 0.03, workers: [0, 1, 2] }], placement: { share: 0.1, rounds: 1 }, service: { seekers: 2000, questions: 50, rounds: 2, clientSeconds: 4 }, text: { adverts: 300, words: 2000, questions: 100, rounds: 3, loads: 1 } }
export const USUAL: Plan = { sizes: [100_000], alone: [], questions: 250, rounds: 3, budget: 4000, records: 100_000, openVacancies: 10_000, cities: [{ share: 0.1, workers: [0, 1, 2] }], placement: { share: 1, rounds: 3 }, service: { seekers: 60_000, questions: 200, rounds: 3, clientSeconds: 30 }, text: { adverts: 2000, words: 5000, questions: 300, rounds: 7, loads: 5 } }
export const FULL: Plan = { ...USUAL, service: { ...USUAL.service, clientSeconds: 600 }, sizes: [1_000_000], alone: [100_000], budget: 5000, cities: [{ share: 0.1, workers: [0, 1, 2] }, { share: 1, workers: [1, 2] }] }

export const COUNTRY: Plan = { ...FULL, alone: [100_000, 10_000_000] }

const LEAST_VACANCIES = 1000
/** Each of the things that are weighed is filled anew. */
const MOST_FOR_MEMORY = 100_000
/** Milliseconds: an oracle's list of a city takes less than one. */
const MOST_FOR_ORACLE = 3000

/** Measures some groups, in their order, or all. */
export async function runPlan (plan: Plan, report: (line: string) => void, groups: readonly Group[] = GROUPS): Promise<BenchResult> {
  const taxonomy = await loadTaxonomy()
  const result: BenchResult = { rows: [], notes: [] }
  const add = ({ rows, notes }: BenchResult): void => {
    result.rows.push(...rows)
    result.notes.push(...notes.filter(note => !result.notes.includes(note)))
  }
  if (groups.includes('core')) await runCore(taxonomy, plan, report, add)
  if (groups.includes('placement')) add({ rows: await runPlacementPlan(taxonomy, plan.placement, report), notes: [] })
  if (groups.includes('service')) {
    report('The service on PostgreSQL')
    add(await serviceBench(taxonomy, plan.service))
  }
  if (groups.includes('text')) {
    report('Adverts, roots, search')
    add(await textBench(taxonomy, plan.text))
  }
  // Last, so that the table of goals ends with it.
  const sizes = [...plan.sizes, ...plan.alone].sort((a, b) => a - b)
  add({ rows: growthRows(result.rows, sizes), notes: [] })
  return result
}

async function runCore (taxonomy: Taxonomy, plan: Plan, report: (line: string) => void, add: (result: BenchResult) => void): Promise<void> {
  const { questions, rounds, budget } = plan
  // First, while there is most memory.
  for (const numSeekers of plan.alone) {
    report(`${numSeekers.toLocaleString('en')} seekers: the index alone`)
    add(await indexAlone(numSeekers, LEAST_VACANCIES, questions, rounds))
  }
  // Before the large populations, whose garbage would be charged to whoever comes after.
  report('Records a second, snapshots')
  add({ rows: putBench(taxonomy, plan.records, rounds), notes: [] })
  add({ rows: snapshotBench(taxonomy, plan.records, rounds), notes: [] })
  report('The best step over a market')
  add({ rows: await marketGapBench(taxonomy, { openVacancies: plan.openVacancies, rounds, budget }), notes: [] })
  for (const numSeekers of plan.sizes) {
    report(`${numSeekers.toLocaleString('en')} seekers: filling the index`)
    const market = makeMarket(taxonomy, numSeekers, Math.max(LEAST_VACANCIES, numSeekers / 10))
    const index = filledIndex(market)
    const asked = chooseQuestions(market, questions)
    add(await rankSeekersBench(index, market, asked, { peers: ALL_PEERS, rounds, budget, report }))
    report(`${numSeekers.toLocaleString('en')} seekers: floor, single pairs, memory`)
    add({ rows: await floorBench(index, market, asked.headline, rounds), notes: [] })
    add({ rows: await pairBench(index, market, asked.headline, rounds), notes: [] })
    add({ rows: await memoryBench(Math.min(numSeekers, MOST_FOR_MEMORY)), notes: [] })
    report(`${numSeekers.toLocaleString('en')} seekers: questions while records come`)
    add({ rows: await updatesBench(index, market, asked.headline, budget), notes: [] })
    report(`${numSeekers.toLocaleString('en')} vacancies: filling the index`)
    add(await rankVacanciesBench(makeVacancyMarket(taxonomy, numSeekers, questions), { rounds, budget, report }))
  }
  for (const city of plan.cities) {
    report(`Whole market, ${Math.round(100 * city.share)} % of a city's year`)
    add(await rankAllBench(taxonomy, { ...city, budget: Math.min(budget, MOST_FOR_ORACLE) }))
  }
}
