import { rankAll, type MarketLists, type TopLists } from '@padan/matcher/threads'
import type { Taxonomy } from '@padan/taxonomy'
import type { BenchResult } from './bench-result.ts'
import { cityIndex, makeCity } from './city-market.ts'
import { AS_OF, LIMIT } from './market.ts'
import { timeOracle } from './oracle-lists.ts'
import type { Row } from './row.ts'
import { timeLibraries, timeTopLists, UNIT_PRODUCT_LEAVES_OUT, unitMatrices } from './unit-product.ts'

const ORACLE_GOAL = 'ratio >= 200'
const THREADS_GOAL = 'ratio >= 1.8'

export interface RankAllPlan {
  /** Of the city's year. */
  share: number
  /** Numbers of worker threads, ascending, 1 and 2 among them; 0 does the work in the calling thread. The first is what others stand beside. */
  workers: readonly number[]
  /** Milliseconds for the oracle's lists of each side. */
  budget: number
}

/**
 * Top lists both ways of a city's year: `rankAll` with several numbers of threads, whose bytes must be the same; the oracle in one thread, timed on
 * lists evenly spread, which must be the same too, and scaled to all; and products of matrices, which tell of units alone.
 */
export async function rankAllBench (taxonomy: Taxonomy, { share, workers, budget }: RankAllPlan): Promise<BenchResult> {
  const city = makeCity(taxonomy, share)
  const index = cityIndex(city)
  const bench = `rankAll, ${city.seekers.length.toLocaleString('en')} seekers x ${city.vacancies.length.toLocaleString('en')} vacancies`
  const row = (name: string, value: number): Row => ({ bench, case: name, metric: 'time', value, unit: 'ms', ratioTo: null, ratio: null, goal: null })
  const times = new Map<number, number>()
  let lists: MarketLists | undefined
  for (const number of workers) {
    const begin = performance.now()
    const made = await rankAll(index, { limit: LIMIT, asOf: AS_OF, workers: number })
    times.set(number, performance.now() - begin)
    lists ??= made
    if (!sameLists(lists, made)) throw new Error(`${number} threads make other lists than ${workers[0]}: no figure of this run is worth anything.`)
  }
  const beside = (name: string, value: number, other: number, goal: string | null): Row => ({ ...row(name, value), ratioTo: nameOf(other), ratio: value / times.get(other)!, goal: share === 1 ? goal : null })
  const besideIndex = (name: string, value: number, goal: string | null): Row => beside(name, value, workers[0], goal)
  const oracle = timeOracle(city, lists!, budget)
  const matrices = unitMatrices(city)
  return {
    rows: [
      ...workers.map(number => number === 1 ? beside(nameOf(1), times.get(1)!, 2, THREADS_GOAL) : row(nameOf(number), times.get(number)!)),
      besideIndex('oracle', oracle.time, ORACLE_GOAL),
      besideIndex('sparse product', timeTopLists(matrices), null),
      ...timeLibraries(matrices).map(({ name, time }) => besideIndex(name, time, null)),
    ],
    notes: [
      `${bench}: the oracle made ${oracle.vacancies} lists of vacancies and ${oracle.seekers} of seekers, evenly spread and the same as the index's; its time is scaled to all lists. ml-matrix and ml-sparse-matrix multiplied one block, scaled to all pairs, and made no lists.`,
      `The sparse product, ml-matrix and ml-sparse-matrix leave out: ${UNIT_PRODUCT_LEAVES_OUT}`,
    ],
  }
}

function nameOf (workers: number): string {
  return workers === 0 ? 'index' : `index, ${workers} ${workers === 1 ? 'thread' : 'threads'}`
}

function sameLists (one: MarketLists, other: MarketLists): boolean {
  return (['seekers', 'vacancies'] as const).every(side => bytesOf(one[side].lists).equals(bytesOf(other[side].lists)))
}

function bytesOf ({ start, of, score, potential, fit }: TopLists): Buffer {
  return Buffer.concat([start, of, score, potential, fit].map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)))
}
