import { linearSumAssignment } from 'linear-sum-assignment'
import { munkres } from 'munkres'
import { createMatcher } from '@padan/matcher'
import { demoCity } from '@padan/matcher/demo'
import { placeBest, verifyBest, type BestPlacement, type Market, type PlaceBestOptions } from '@padan/matcher/placement'
import type { Taxonomy } from '@padan/taxonomy'
import { costMatrices, type CostMatrix } from './cost-matrices.ts'
import { LIMIT, RANK_OPTIONS } from './market.ts'
import { measure, once, quantile, type Sample } from './measure.ts'
import { peakMemory } from './peak-memory.ts'
import { scipyAssignment } from './peers/scipy-assignment.ts'
import type { Row } from './row.ts'

export interface PlaceBestBenchOptions {
  /** Of the city: `CITY_YEAR` for a year of it. */
  seekers: number
  vacancies: number
  /** Of the sides of the full matrices, 0..1. */
  matrixShare: number
  rounds: number
}

const OURS = 'placeBest'
/** Stated for the full sides. */
const PEER_GOAL = 'ratio >= 1'
/** A full matrix takes milliseconds: so many rounds, or so many milliseconds of them, until everybody's code is compiled. */
const ROUNDS = 10
const BUDGET = 1000
/** Near an implementation in C: at most twice its time. */
const NATIVE_GOAL = 'ratio >= 0.5'
/** A few times what ranking everybody takes. */
const CITY_GOAL = 'ratio <= 3'

/**
 * `placeBest` beside npm's assignment libraries on full cost matrices, and on a city whose people list the vacancies they rank highest. Peers
 * must reach the same total, and the verifier must have nothing against the proof, or the run ends. Ours checks its input and makes the
 * dual prices within the time; of the peers only linear-sum-assignment makes duals. SciPy takes part where Python has it.
 */
export async function placeBestBench (taxonomy: Taxonomy, { seekers, vacancies, matrixShare, rounds }: PlaceBestBenchOptions): Promise<Row[]> {
  const rows: Row[] = []
  for (const matrix of costMatrices(matrixShare)) rows.push(...await matrixRows(matrix, rounds, matrixShare === 1))
  rows.push(...cityRows(taxonomy, seekers, vacancies))
  return rows
}

async function matrixRows (matrix: CostMatrix, rounds: number, hasGoal: boolean): Promise<Row[]> {
  const { name, size, costs } = matrix
  const bench = `assignment, ${name}`
  const market = marketOf(matrix)
  const lists = Array.from({ length: size }, (_, row) => Array.from(costs.subarray(row * size, (row + 1) * size)))
  const solve = (): number => -proven(market, { objective: 'people-first' }).total
  const peers: Record<string, () => number> = {
    munkres: () => munkres(lists).reduce((total, [row, column]) => total + lists[row][column], 0),
    'linear-sum-assignment': () => linearSumAssignment(lists, { maximaze: false }).rowAssignments.reduce((total, column, row) => total + lists[row][column], 0),
  }
  const least = solve()
  const ours = await measure([market], { rounds: ROUNDS * rounds, budget: BUDGET }, each => placeBest(each, { objective: 'people-first' }).total)
  const rows = [timeRow(bench, OURS, ours)]
  for (const [peer, work] of Object.entries(peers)) {
    const found = work()
    if (found !== least) throw new Error(`${peer} finds a total of ${found} for ${name}, and placeBest ${least}: no figure of this run is worth anything.`)
    const theirs = await measure([0], { rounds: ROUNDS * rounds, budget: BUDGET }, work)
    const ratio = quantile(theirs, 0.5) / quantile(ours, 0.5)
    rows.push({ ...timeRow(bench, peer, theirs), ratioTo: OURS, ratio, goal: hasGoal ? PEER_GOAL : null })
  }
  const scipy = scipyAssignment(size, costs, rounds)
  if (scipy === null) return rows
  if (scipy.total !== least) throw new Error(`SciPy finds a total of ${scipy.total} for ${name}, and placeBest ${least}: no figure of this run is worth anything.`)
  const value = quantile({ times: scipy.times, ofInput: scipy.times }, 0.5)
  rows.push({ bench, case: 'SciPy, C++', metric: 'median', value, unit: 'ms', ratioTo: OURS, ratio: value / quantile(ours, 0.5), goal: hasGoal ? NATIVE_GOAL : null })
  return rows
}

function cityRows (taxonomy: Taxonomy, numSeekers: number, numVacancies: number): Row[] {
  const { market, milliseconds } = rankedCity(taxonomy, numSeekers, numVacancies)
  const numPairs = market.vacancy.length
  const bench = `placement, ${numSeekers.toLocaleString('en')} people, ${numVacancies.toLocaleString('en')} vacancies, ${numPairs.toLocaleString('en')} pairs`
  const row = (name: string, metric: string, value: number, unit: string): Row => ({ bench, case: name, metric, value, unit, ratioTo: null, ratio: null, goal: null })
  const rows = [row('ranking', 'time', milliseconds, 'ms')]
  for (const objective of ['score', 'people-first'] as const) {
    const name = `${OURS}, ${objective}`
    const { bytes, placed } = proven(market, { objective })
    const time = once(() => { placeBest(market, { objective }) })
    rows.push({ ...row(name, 'time', time, 'ms'), ratioTo: 'ranking', ratio: time / milliseconds, goal: CITY_GOAL })
    rows.push(row(name, 'people placed', placed, ''), row(name, 'memory a pair, besides the market', bytes / numPairs, 'B'))
  }
  return rows
}

/** The placement, once the verifier agrees, and how many bytes it took at most. */
function proven (market: Market, options: PlaceBestOptions): BestPlacement & { bytes: number } {
  const { result, bytes } = peakMemory(onProgress => placeBest(market, { ...options, onProgress }))
  const { ok, violations } = verifyBest(market, result)
  if (!ok) throw new Error(`The verifier objects to a placement: ${JSON.stringify(violations[0])}`)
  return { ...result, bytes }
}

function timeRow (bench: string, name: string, sample: Sample): Row {
  return { bench, case: name, metric: 'median', value: quantile(sample, 0.5), unit: 'ms', ratioTo: null, ratio: null, goal: null }
}

function marketOf ({ size, costs }: CostMatrix): Market {
  const numbers = Array.from({ length: size }, (_, number) => String(number))
  return {
    seekers: numbers,
    vacancies: numbers,
    seats: new Uint32Array(size).fill(1),
    start: Uint32Array.from({ length: size + 1 }, (_, row) => row * size),
    vacancy: Uint32Array.from(costs, (_, pair) => pair % size),
    score: costs.map(cost => -cost),
    seekerRank: null,
    vacancyRank: null,
  }
}

/** The city's market, everybody's best vacancies in it, and how long it took to rank them in one thread. */
function rankedCity (taxonomy: Taxonomy, numSeekers: number, numVacancies: number): { market: Market, milliseconds: number } {
  const city = demoCity(taxonomy, { seekers: numSeekers, vacancies: numVacancies })
  const seekers = [...city.seekers]
  const vacancies = [...city.vacancies]
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put(seekers)
  matcher.vacancies.put(vacancies)
  const numberOf = new Map(vacancies.map(({ id }, number) => [id, number]))
  const start = new Uint32Array(seekers.length + 1)
  const vacancy = new Uint32Array(seekers.length * LIMIT)
  const score = new Int32Array(seekers.length * LIMIT)
  let length = 0
  const milliseconds = once(() => seekers.forEach(({ id }, seeker) => {
    const ranked = matcher.rankVacancies(id, RANK_OPTIONS).results.map(result => ({ at: numberOf.get(result.id)!, score: result.score }))
    for (const result of ranked.sort((a, b) => a.at - b.at)) {
      vacancy[length] = result.at
      score[length++] = result.score
    }
    start[seeker + 1] = length
  }))
  const market = {
    seekers: seekers.map(({ id }) => id),
    vacancies: vacancies.map(({ id }) => id),
    // A vacancy whose seats are not told has one at least.
    seats: Uint32Array.from(vacancies, ({ seats }) => seats ?? 1),
    start,
    vacancy: vacancy.slice(0, length),
    score: score.slice(0, length),
    seekerRank: null,
    vacancyRank: null,
  }
  return { market, milliseconds }
}
