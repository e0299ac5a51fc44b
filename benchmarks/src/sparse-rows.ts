/** A sparse matrix, row by row: the entries of row n stand from `start[n]` up to `start[n + 1]`. */
export interface SparseRows {
  readonly numColumns: number
  readonly start: Uint32Array
  readonly column: Uint32Array
  readonly value: Float64Array
}

export interface Entry {
  column: number
  value: number
}

export function sparseRows (numColumns: number, rows: readonly (readonly Entry[])[]): SparseRows {
  const start = new Uint32Array(rows.length + 1)
  rows.forEach((row, at) => { start[at + 1] = start[at] + row.length })
  const entries = rows.flat()
  return { numColumns, start, column: Uint32Array.from(entries, ({ column }) => column), value: Float64Array.from(entries, ({ value }) => value) }
}

/** Rows as columns. O(entries + columns). */
export function transposed ({ numColumns, start, column, value }: SparseRows): SparseRows {
  const numRows = start.length - 1
  const starts = new Uint32Array(numColumns + 1)
  for (const one of column) starts[one + 1]++
  for (let at = 0; at < numColumns; at++) starts[at + 1] += starts[at]
  const next = starts.slice(0, numColumns)
  const turned = { numColumns: numRows, start: starts, column: new Uint32Array(column.length), value: new Float64Array(value.length) }
  for (let row = 0; row < numRows; row++) {
    for (let at = start[row]; at < start[row + 1]; at++) {
      const to = next[column[at]]++
      turned.column[to] = row
      turned.value[to] = value[at]
    }
  }
  return turned
}
