import { Matrix } from 'ml-matrix'
import { SparseMatrix } from 'ml-sparse-matrix'
import type { CityMarket } from './city-market.ts'
import { LIMIT } from './market.ts'
import { once } from './measure.ts'
import { EVIDENCE, EVIDENCE_PER_MILLE } from './peers/codings.ts'
import { sparseRows, transposed, type Entry, type SparseRows } from './sparse-rows.ts'
import { sparseTopLists } from './sparse-top-lists.ts'

/** What no product of matrices says. */
export const UNIT_PRODUCT_LEAVES_OUT = 'Everything but units: it is seekers by units times units by vacancies, evidence times importance, without relatives, dates, hard rules, ties or any other criterion.'

/** The libraries multiply so many seekers by so many vacancies; their time is scaled to the whole by pairs. */
const BLOCK = 256

/** Evidence by seeker and unit, importance by vacancy and unit; units are numbered as they come. */
export interface UnitMatrices {
  seekers: SparseRows
  vacancies: SparseRows
}

export function unitMatrices ({ seekers, vacancies }: CityMarket): UnitMatrices {
  const numbers = new Map<string, number>()
  const numberOf = (unit: string): number => {
    if (!numbers.has(unit)) numbers.set(unit, numbers.size)
    return numbers.get(unit)!
  }
  const held = seekers.map(({ units = [] }) => units.map(({ unit, evidence }): Entry => ({ column: numberOf(unit), value: EVIDENCE_PER_MILLE[EVIDENCE.indexOf(evidence)] })))
  const asked = vacancies.map(({ units }) => (Array.isArray(units) ? units : []).map(({ unit, importance = 1 }): Entry => ({ column: numberOf(unit), value: importance })))
  return { seekers: sparseRows(numbers.size, held), vacancies: sparseRows(numbers.size, asked) }
}

/** Milliseconds for the top lists of both sides. */
export function timeTopLists ({ seekers, vacancies }: UnitMatrices): number {
  let listed = 0
  const take = (_: number, list: unknown[]): void => { listed += list.length }
  const time = best(() => {
    sparseTopLists(vacancies, transposed(seekers), LIMIT, take)
    sparseTopLists(seekers, transposed(vacancies), LIMIT, take)
  })
  if (listed === 0) throw new Error('The sparse product lists nobody: the benchmark measured nothing.')
  return time
}

/** Milliseconds in which a library would multiply the whole, by what a block takes; no lists are made. */
export function timeLibraries ({ seekers, vacancies }: UnitMatrices): { name: string, time: number }[] {
  const numSeekers = Math.min(BLOCK, seekers.start.length - 1)
  const numVacancies = Math.min(BLOCK, vacancies.start.length - 1)
  const scale = (seekers.start.length - 1) / numSeekers * ((vacancies.start.length - 1) / numVacancies)
  const denseSeekers = Matrix.zeros(numSeekers, seekers.numColumns)
  const denseVacancies = Matrix.zeros(vacancies.numColumns, numVacancies)
  const sparseSeekers = new SparseMatrix(numSeekers, seekers.numColumns)
  const sparseVacancies = new SparseMatrix(vacancies.numColumns, numVacancies)
  eachEntry(seekers, numSeekers, (row, column, value) => {
    denseSeekers.set(row, column, value)
    sparseSeekers.set(row, column, value)
  })
  eachEntry(vacancies, numVacancies, (row, column, value) => {
    denseVacancies.set(column, row, value)
    sparseVacancies.set(column, row, value)
  })
  return [
    { name: 'ml-matrix', time: scale * best(() => denseSeekers.mmul(denseVacancies)) },
    { name: 'ml-sparse-matrix', time: scale * best(() => sparseSeekers.mmul(sparseVacancies)) },
  ]
}

function eachEntry ({ start, column, value }: SparseRows, numRows: number, use: (row: number, column: number, value: number) => void): void {
  for (let row = 0; row < numRows; row++) {
    for (let at = start[row]; at < start[row + 1]; at++) use(row, column[at], value[at])
  }
}

/** Of two runs, the first of which warms up. */
function best (work: () => void): number {
  return Math.min(once(work), once(work))
}
