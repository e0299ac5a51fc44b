import type { Assignment, AssignmentProblem } from './assignment.ts'

/** Bids of a row on average after which searching is faster; see bidding.ts. */
const BIDS_A_ROW = 8
const NONE = -1

/**
 * Whether everybody lists everything, nobody has to stay out, and each vacancy has a single seat, so that rows and columns of a matrix say it
 * all. Pairs of negative score are used only where people come first.
 */
export function isDense ({ start, vacancy, score, base, slotStart }: AssignmentProblem): boolean {
  const numRows = start.length - 1
  const numColumns = slotStart.length - 1
  if (numRows === 0 || numRows > numColumns || vacancy.length !== numRows * numColumns) return false
  for (let column = 0; column < numColumns; column++) if (slotStart[column + 1] - slotStart[column] !== 1) return false
  if (base > 0) return true
  for (let pair = 0; pair < score.length; pair++) if (score[pair] < 0) return false
  return true
}

/**
 * Places everybody for the greatest total: the algorithm of Jonker and Volgenant (Computing 38, 1987) for a matrix, whose rows are seekers and
 * whose columns are vacancies, no fewer than rows. O(rows^2 * columns), and far less as a rule. Fills an empty assignment; the prices are
 * not the lowest ones yet. Equal offers go to the earlier column.
 */
export function placeDense ({ score, slotStart }: AssignmentProblem, { pairOf, occupant, filled, price }: Assignment): void {
  const numRows = pairOf.length
  const numColumns = slotStart.length - 1
  const matrix = { numRows, numColumns, score, price, columnOf: new Int32Array(numRows).fill(NONE), rowOf: new Int32Array(numColumns).fill(NONE) }
  let free = numRows === numColumns ? reduceColumns(matrix) : Int32Array.from({ length: numRows }, (_, row) => row)
  for (let pass = 0; pass < 2; pass++) free = free.subarray(0, reduceRows(matrix, free))
  augment(matrix, free)
  const lowest = price.reduce((least, each) => Math.min(least, each), Infinity)
  for (let column = 0; column < numColumns; column++) {
    price[column] -= lowest
    occupant[column] = matrix.rowOf[column]
    if (matrix.rowOf[column] !== NONE) filled[column] = 1
  }
  for (let row = 0; row < numRows; row++) pairOf[row] = row * numColumns + matrix.columnOf[row]
}

interface Matrix {
  numRows: number
  numColumns: number
  /** Row after row. */
  score: Int32Array
  price: Float64Array
  columnOf: Int32Array
  rowOf: Int32Array
}

/**
 * Prices every column at the best that a row has there, and gives it to that row, or else to nobody. A row with one column can bear a price
 * higher by what its second best falls short (reduction transfer). Returns the rows without a column.
 */
function reduceColumns ({ numRows, numColumns, score, price, columnOf, rowOf }: Matrix): Int32Array {
  const bestRow = new Int32Array(numColumns)
  price.fill(-Infinity)
  for (let row = 0, pair = 0; row < numRows; row++) {
    for (let column = 0; column < numColumns; column++, pair++) {
      if (score[pair] <= price[column]) continue
      price[column] = score[pair]
      bestRow[column] = row
    }
  }
  const numColumnsOf = new Int32Array(numRows)
  for (let column = numColumns - 1; column >= 0; column--) {
    const row = bestRow[column]
    if (++numColumnsOf[row] > 1) continue
    columnOf[row] = column
    rowOf[column] = row
  }
  const free: number[] = []
  for (let row = 0; row < numRows; row++) {
    if (numColumnsOf[row] === 0) free.push(row)
    if (numColumnsOf[row] !== 1 || numColumns === 1) continue
    const own = columnOf[row]
    let second = -Infinity
    for (let column = 0, pair = row * numColumns; column < numColumns; column++, pair++) {
      const net = score[pair] - price[column]
      if (net > second && column !== own) second = net
    }
    price[own] -= second
  }
  return Int32Array.from(free)
}

/**
 * Augmenting row reduction: each free row takes its best column at the price where the second best is as good; whoever had it is free then,
 * and goes on at once if the price rose. Writes the rows left over to the beginning of `free` and returns how many there are.
 */
function reduceRows ({ numRows, numColumns, score, price, columnOf, rowOf }: Matrix, free: Int32Array): number {
  let bidsLeft = BIDS_A_ROW * numRows
  let numLeft = 0
  for (let index = 0; index < free.length;) {
    const row = free[index++]
    let best = -Infinity
    let second = -Infinity
    let bestColumn = NONE
    let secondColumn = NONE
    for (let column = 0, pair = row * numColumns; column < numColumns; column++, pair++) {
      const net = score[pair] - price[column]
      if (net <= second) continue
      if (net > best) {
        second = best
        secondColumn = bestColumn
        best = net
        bestColumn = column
      } else {
        second = net
        secondColumn = column
      }
    }
    const isStrict = best > second && second > -Infinity
    if (isStrict) price[bestColumn] += best - second
    const taken = isStrict || rowOf[bestColumn] === NONE || secondColumn === NONE ? bestColumn : secondColumn
    const leaving = rowOf[taken]
    columnOf[row] = taken
    rowOf[taken] = row
    if (leaving === NONE) continue
    columnOf[leaving] = NONE
    if (isStrict && --bidsLeft > 0) free[--index] = leaving
    else free[numLeft++] = leaving
  }
  return numLeft
}

/**
 * A shortest augmenting path for each free row. Columns stand in `order`: those passed, those to be passed next (all equally near), the rest.
 *
 *     | passed | near: the same distance | further |
 *     0      numPassed                 numNear   numColumns
 */
function augment ({ numColumns, score, price, columnOf, rowOf }: Matrix, free: Int32Array): void {
  const distance = new Float64Array(numColumns)
  const from = new Int32Array(numColumns)
  const order = new Int32Array(numColumns)
  for (let index = 0; index < free.length; index++) {
    const first = free[index]
    for (let column = 0, pair = first * numColumns; column < numColumns; column++, pair++) {
      distance[column] = price[column] - score[pair]
      from[column] = first
      order[column] = column
    }
    let numPassed = 0
    let numNear = 0
    let numCloser = 0
    let near = 0
    let end = NONE
    while (end === NONE) {
      if (numPassed === numNear) {
        numCloser = numPassed
        near = distance[order[numNear++]]
        for (let place = numNear; place < numColumns; place++) {
          const column = order[place]
          if (distance[column] > near) continue
          if (distance[column] < near) {
            near = distance[column]
            numNear = numPassed
          }
          order[place] = order[numNear]
          order[numNear++] = column
        }
        for (let place = numPassed; place < numNear && end === NONE; place++) if (rowOf[order[place]] === NONE) end = order[place]
        if (end !== NONE) break
      }
      const passed = order[numPassed++]
      const row = rowOf[passed]
      const start = row * numColumns
      const before = near - price[passed] + score[start + passed]
      for (let place = numNear; place < numColumns; place++) {
        const column = order[place]
        const length = before + price[column] - score[start + column]
        if (length >= distance[column]) continue
        distance[column] = length
        from[column] = row
        if (length > near) continue
        if (rowOf[column] === NONE) {
          end = column
          break
        }
        order[place] = order[numNear]
        order[numNear++] = column
      }
    }
    for (let place = 0; place < numCloser; place++) price[order[place]] += near - distance[order[place]]
    for (let row = NONE; row !== first;) {
      row = from[end]
      rowOf[end] = row
      const next = columnOf[row]
      columnOf[row] = end
      end = next
    }
  }
}
