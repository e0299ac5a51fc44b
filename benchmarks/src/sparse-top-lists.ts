import { BestRows } from './peers/best-rows.ts'
import type { SparseRows } from './sparse-rows.ts'

/**
 * The best `limit` entries of every row of a product of sparse matrices, without ever holding the product: Gustavson's row by row, into one dense
 * row that is cleared where it was touched. Entries must be whole and positive. O(multiplications + rows log limit).
 */
export function sparseTopLists (left: SparseRows, right: SparseRows, limit: number, take: (row: number, best: { row: number, score: number }[]) => void): void {
  const numRows = left.start.length - 1
  const sums = new Float64Array(right.numColumns)
  const touched = new Uint32Array(right.numColumns)
  const { start, column, value } = left
  const { start: rightStart, column: rightColumn, value: rightValue } = right
  for (let row = 0; row < numRows; row++) {
    let numTouched = 0
    for (let at = start[row]; at < start[row + 1]; at++) {
      const factor = value[at]
      const end = rightStart[column[at] + 1]
      for (let other = rightStart[column[at]]; other < end; other++) {
        const to = rightColumn[other]
        if (sums[to] === 0) touched[numTouched++] = to
        sums[to] += factor * rightValue[other]
      }
    }
    const best = new BestRows(limit)
    for (let at = 0; at < numTouched; at++) {
      const to = touched[at]
      if (sums[to] >= best.threshold) best.offer(sums[to], 0, to)
      sums[to] = 0
    }
    take(row, best.sorted())
  }
}
