import { csvRows } from './csv-rows.ts'
import { encodingOf, textOf } from './encoding.ts'
import { FileError } from './file-error.ts'
import { unescapeFormula } from './formula.ts'
import type { Source } from './source.ts'

export interface Matrix {
  matrix: Array<Array<number | null>>
  rows?: string[]
  columns?: string[]
}

const WHOLE = /^[+-]?\d{1,15}$/

/**
 * A matrix out of a CSV table. Where the first cell is no number, the first line has the ids of the columns and each line begins with the
 * id of its row; otherwise all cells are numbers. An empty cell is a pair that may not be placed. Throws FileError with line and column.
 */
export async function readMatrix (source: Source): Promise<Matrix> {
  const matrix: Array<Array<number | null>> = []
  const rows: string[] = []
  let columns: string[] | undefined
  let width = 0
  for await (const { line, cells } of csvRows(textOf(source, await encodingOf(source)))) {
    const trimmed = cells.map(cell => unescapeFormula(cell.trim()))
    if (width === 0) {
      width = trimmed.length
      if (!WHOLE.test(trimmed[0])) {
        columns = trimmed.slice(1)
        continue
      }
    }
    if (trimmed.length !== width) throw wrongCount(line, trimmed.length, width)
    if (columns !== undefined) rows.push(trimmed[0])
    matrix.push(trimmed.slice(columns === undefined ? 0 : 1).map((cell, position) => readNumber(cell, line, position + (columns === undefined ? 1 : 2))))
  }
  return columns === undefined ? { matrix } : { matrix, rows, columns }
}

function readNumber (cell: string, line: number, column: number): number | null {
  if (cell === '') return null
  if (WHOLE.test(cell)) return Number(cell)
  throw new FileError({
    row: line,
    code: 'not-a-number',
    received: cell.slice(0, 80),
    expected: 'a whole number, or an empty cell',
    message: `Line ${line}, column ${column}: expected a whole number, or an empty cell where the pair may not be placed, got '${cell.slice(0, 80)}'.`,
    messageId: `Baris ${line}, kolom ${column}: seharusnya bilangan bulat, atau sel kosong bila pasangan tidak boleh ditempatkan; diterima '${cell.slice(0, 80)}'.`,
  })
}

function wrongCount (line: number, cells: number, width: number): FileError {
  return new FileError({
    row: line,
    code: 'wrong-cell-count',
    received: String(cells),
    expected: `${width} cells, as in the first line`,
    message: `Line ${line}: the row has ${cells} cells, the first line ${width}.`,
    messageId: `Baris ${line}: baris ini berisi ${cells} sel, baris pertama ${width}.`,
  })
}
