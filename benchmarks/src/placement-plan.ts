import { CITY_YEAR } from '@padan/matcher/demo'
import type { Taxonomy } from '@padan/taxonomy'
import { placeBestBench } from './place-best-bench.ts'
import { placeStableBench } from './place-stable-bench.ts'
import { planFairBench } from './plan-fair-bench.ts'
import { recommendBench } from './recommend-bench.ts'
import type { Row } from './row.ts'

/** How much of placing is measured. */
export interface PlacementPlan {
  /** Of the markets' full size, 0..1. */
  share: number
  rounds: number
}

/** The fair day that ended badly: more than 25,000 people came. */
const FAIR_PEOPLE = 25_000

/** Placements, lists and fair days, each proven before it is timed. */
export async function runPlacementPlan (taxonomy: Taxonomy, { share, rounds }: PlacementPlan, report: (line: string) => void): Promise<Row[]> {
  const part = (number: number): number => Math.round(share * number)
  report('Stable placements')
  const stable = await placeStableBench(share, rounds)
  report('Placements of the greatest total')
  const best = await placeBestBench(taxonomy, { seekers: part(CITY_YEAR.seekers), vacancies: part(CITY_YEAR.vacancies), matrixShare: share, rounds })
  report('Lists that spread over the seats')
  const recommended = recommendBench(taxonomy, { seekers: part(10_000), vacancies: part(1000), rounds })
  report('A fair day')
  return [...stable, ...best, ...recommended, ...planFairBench(part(FAIR_PEOPLE), rounds)]
}
