import { checkNames } from '../engine/options.ts'
import type { Market } from './market.ts'
import { checkOutOf, checkWhole } from './whole.ts'

export interface CostMarketOptions {
  /** Whether a lower number is better (`costs`, the default; the pair's score is the negative of it) or a higher one (`scores`). */
  numbers?: 'costs' | 'scores'
  /** Columns of a flat matrix, row after row; needed for a typed array, refused otherwise. */
  width?: number
  /** Seats of each column, or of every column. Default 1. */
  seats?: number | ArrayLike<number>
  /** Ids of rows (seekers) and columns (vacancies), each once; the numbers from 1 when left out. */
  rows?: readonly string[]
  columns?: readonly string[]
}

/** Rows of whole numbers, null or undefined where the pair may not be placed; or all rows end to end in a typed array, which has no gaps. */
export type CostMatrix = ReadonlyArray<ReadonlyArray<number | null | undefined>> | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array

const OPTIONS = ['numbers', 'width', 'seats', 'rows', 'columns']
/** Scores are signed numbers of 32 bits; the lowest has no negative. */
const MOST_NUMBER = 2_147_483_647

/**
 * A market out of a matrix of costs or scores: rows are seekers, columns are vacancies. There are no preferences, only what pairs are worth.
 * Time and memory O(rows x columns). Throws RangeError, with row and column from 0, for a number that is not whole or not within
 * +-2,147,483,647, and for rows of different lengths.
 */
export function marketFromCosts (matrix: CostMatrix, options: CostMarketOptions = {}): Market {
  checkNames(options, OPTIONS)
  checkOutOf('numbers', options.numbers ?? 'costs', ['costs', 'scores'])
  const { numRows, numColumns, at } = shapeOf(matrix, options.width)
  const sign = options.numbers === 'scores' ? 1 : -1
  const start = new Uint32Array(numRows + 1)
  const vacancy = new Uint32Array(numRows * numColumns)
  const score = new Int32Array(numRows * numColumns)
  let length = 0
  for (let row = 0; row < numRows; row++) {
    for (let column = 0; column < numColumns; column++) {
      const number = at(row, column)
      if (number === null || number === undefined) continue
      checkNumber(number, row, column)
      vacancy[length] = column
      score[length++] = sign * number
    }
    start[row + 1] = length
  }
  return {
    seekers: idsOf('rows', options.rows, numRows),
    vacancies: idsOf('columns', options.columns, numColumns),
    seats: seatsOf(options.seats ?? 1, numColumns),
    start,
    vacancy: vacancy.slice(0, length),
    score: score.slice(0, length),
    seekerRank: null,
    vacancyRank: null,
  }
}

interface Shape {
  numRows: number
  numColumns: number
  at: (row: number, column: number) => number | null | undefined
}

function shapeOf (matrix: CostMatrix, width: number | undefined): Shape {
  if (!Array.isArray(matrix)) return flatShape(matrix as Int32Array, width)
  if (width !== undefined) throw new RangeError('width goes with a typed array; a list of rows has its own.')
  const rows = matrix as ReadonlyArray<ReadonlyArray<number | null | undefined>>
  const numColumns = rows.length === 0 ? 0 : lengthOf(rows[0], 0)
  for (let row = 0; row < rows.length; row++) {
    const length = lengthOf(rows[row], row)
    if (length !== numColumns) throw new RangeError(`Row ${row} has ${length} columns and row 0 has ${numColumns}; put null where a pair may not be placed.`)
  }
  return { numRows: rows.length, numColumns, at: (row, column) => rows[row][column] }
}

function flatShape (matrix: Int32Array, width: number | undefined): Shape {
  if (!ArrayBuffer.isView(matrix) || matrix instanceof DataView) throw new RangeError(`The matrix must be a list of rows or a typed array, got ${matrix === null ? 'null' : typeof matrix}.`)
  const numColumns = checkWhole('width', width, 1)
  if (matrix.length % numColumns !== 0) throw new RangeError(`The matrix has ${matrix.length} numbers, which is no multiple of the width ${numColumns}.`)
  return { numRows: matrix.length / numColumns, numColumns, at: (row, column) => matrix[row * numColumns + column] }
}

function lengthOf (row: unknown, number: number): number {
  if (Array.isArray(row) || (ArrayBuffer.isView(row) && !(row instanceof DataView))) return (row as ArrayLike<number>).length
  throw new RangeError(`Row ${number} must be a list of numbers, got ${row === null ? 'null' : typeof row}.`)
}

function checkNumber (number: unknown, row: number, column: number): void {
  if (typeof number === 'number' && Number.isInteger(number) && Math.abs(number) <= MOST_NUMBER) return
  throw new RangeError(`Row ${row}, column ${column}: expected a whole number from -${MOST_NUMBER} to ${MOST_NUMBER}, or null, got ${String(number)}.`)
}

function seatsOf (seats: number | ArrayLike<number>, numColumns: number): Uint32Array {
  if (typeof seats === 'number') return new Uint32Array(numColumns).fill(checkWhole('seats', seats))
  if (seats === null || typeof seats !== 'object' || seats.length !== numColumns) throw new RangeError(`seats must be one whole number, or one for each of the ${numColumns} columns.`)
  return Uint32Array.from({ length: numColumns }, (_, column) => checkWhole(`seats of column ${column}`, seats[column]))
}

function idsOf (name: string, ids: readonly string[] | undefined, count: number): string[] {
  if (ids === undefined) return Array.from({ length: count }, (_, number) => String(number + 1))
  if (!Array.isArray(ids) || ids.length !== count) throw new RangeError(`${name} must be a list of ${count} ids, got ${Array.isArray(ids) ? ids.length : typeof ids}.`)
  const seen = new Set<unknown>()
  ids.forEach((id: unknown, position) => {
    if (typeof id !== 'string' || id === '') throw new RangeError(`${name} must hold ids that are text, got ${String(id)} at ${position}.`)
    if (seen.has(id)) throw new RangeError(`${name} must name each id once, got '${id}' again at ${position}.`)
    seen.add(id)
  })
  return [...ids]
}
