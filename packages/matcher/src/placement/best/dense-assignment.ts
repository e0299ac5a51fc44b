import type { Assignment, AssignmentProblem } from './assignment.ts'
import { ColumnSearch, NONE, type Matrix } from './column-search.ts'

/** Bids of a row on average after which searching is faster; see bidding.ts. */
const BIDS_A_ROW = 8
const MOST_32_BITS = 2_147_483_647
/**
 * Looks at each entry of the matrix that searching may take. Even costs take 1 to 15; where all rows want the same columns in the same order it would be hundreds,
 * and the scaled auction takes the time of some.
 */
const PATIENCE = 40
/** Looks at an entry of the matrix between two reports. */
const EFFORT_A_REPORT = 20_000_000

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
 * the lowest ones. Equal offers go to the earlier column. `report` is told now and then how many rows are left. Returns 0, or
 * how many rows were left when searching became too long: then nothing is filled in.
 */
export function placeDense ({ score, most, slotStart }: AssignmentProblem, { pairOf, occupant, filled, price: finalPrice }: Assignment, report: (numLeft: number) => void): number {
  const numRows = pairOf.length
  const numColumns = slotStart.length - 1
  // A price is never further from that of a column nobody has than the columns' number times the widest gap of scores; where that fits, 32 bits are faster (1.2 to 1.6 times).
  const isNarrow = 2 * (numColumns + 4) * most < MOST_32_BITS
  const price = isNarrow ? new Int32Array(numColumns) : new Float64Array(numColumns)
  const far = isNarrow ? MOST_32_BITS : Infinity
  const matrix = { numRows, numColumns, score, price, far, columnOf: new Int32Array(numRows).fill(NONE), rowOf: new Int32Array(numColumns).fill(NONE) }
  let free = numRows === numColumns ? reduceColumns(matrix) : Int32Array.from({ length: numRows }, (_, row) => row)
  for (let pass = 0; pass < 2; pass++) free = free.subarray(0, reduceRows(matrix, free))
  const numLeft = augment(matrix, free, report)
  if (numLeft > 0) return numLeft
  let lowest = far
  for (let column = 0; column < numColumns; column++) lowest = Math.min(lowest, price[column])
  for (let column = 0; column < numColumns; column++) {
    price[column] -= lowest
    occupant[column] = matrix.rowOf[column]
    if (matrix.rowOf[column] !== NONE) filled[column] = 1
  }
  lowerPrices(matrix)
  finalPrice.set(price)
  for (let row = 0; row < numRows; row++) pairOf[row] = row * numColumns + matrix.columnOf[row]
  return 0
}

/**
 * Prices every column at the best that a row has there, and gives it to that row, or else to nobody. A row with one column can bear a price
 * higher by what its second best falls short (reduction transfer). Returns the rows without a column.
 */
function reduceColumns ({ numRows, numColumns, score, price, far, columnOf, rowOf }: Matrix): Int32Array {
  const bestRow = new Int32Array(numColumns)
  price.fill(-far)
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
    let second = -far
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
function reduceRows ({ numRows, numColumns, score, price, far, columnOf, rowOf }: Matrix, free: Int32Array): number {
  let bidsLeft = BIDS_A_ROW * numRows
  let numLeft = 0
  for (let index = 0; index < free.length;) {
    const row = free[index++]
    let best = -far
    let second = -far
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
    const isStrict = best > second && second > -far
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

/** A shortest augmenting path for each free row. Returns how many were left when patience was. */
function augment (matrix: Matrix, free: Int32Array, report: (numLeft: number) => void): number {
  const search = new ColumnSearch(matrix)
  let told = 0
  for (let index = 0; index < free.length; index++) {
    if (search.effort - told >= EFFORT_A_REPORT) {
      report(free.length - index)
      told = search.effort
    }
    if (search.effort > PATIENCE * matrix.score.length) return free.length - index
    search.add(free[index])
  }
  return 0
}

/**
 * Lowers prices, none below 0, as far as nobody who has a column would rather have another: a shortest-path problem in how much each may fall, on the
 * full matrix by walks over what is not settled. A column that nobody has costs nothing already. Ends once all that are left may fall alike, so
 * O(columns) where ties are many, at most O(rows * columns).
 */
function lowerPrices ({ numColumns, score, price, rowOf }: Matrix): void {
  const fall = price.slice()
  const lowered = price.slice()
  const rest = new Int32Array(numColumns)
  for (let column = 0; column < numColumns; column++) rest[column] = column
  let numRest = numColumns
  let nearest = 0
  for (let place = 1; place < numRest; place++) if (fall[rest[place]] < fall[rest[nearest]]) nearest = place
  while (numRest > 0) {
    const settled = rest[nearest]
    const least = fall[settled]
    rest[nearest] = rest[--numRest]
    lowered[settled] -= least
    const row = rowOf[settled]
    const start = row * numColumns
    const before = row === NONE ? 0 : least + score[start + settled] - price[settled]
    nearest = 0
    let shortest = Infinity
    let longest = -Infinity
    for (let place = 0; place < numRest; place++) {
      const column = rest[place]
      let length = fall[column]
      if (row !== NONE) {
        const by = before - score[start + column] + price[column]
        if (by < length) fall[column] = length = by
      }
      if (length < shortest) {
        shortest = length
        nearest = place
      }
      if (length > longest) longest = length
    }
    if (shortest < longest) continue
    for (let place = 0; place < numRest; place++) lowered[rest[place]] -= shortest
    break
  }
  price.set(lowered)
}
