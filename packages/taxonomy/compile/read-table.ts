import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { readCsv } from '../dist/catalogue/csv.js'

/** One row of a CSV file, by column. */
export type Row = Readonly<Record<string, string>>

/** Reads tables by file name. Asking a row for a column that its file does not have is an error. */
export type TableReader = (fileName: string) => Row[]

/** Where the tables lie that were made by hand for this package, and those that it is measured with. */
const OWN_SOURCES = fileURLToPath(new URL('../sources/', import.meta.url))
const EVALUATION = fileURLToPath(new URL('../compile/evaluation/', import.meta.url))

/** A reader of the collected tables in one folder. */
export function tableReader (folder: string): TableReader {
  return fileName => readTable(join(folder, fileName))
}

/** Reads a table that was made by hand for this package. */
export const readOwnTable: TableReader = tableReader(OWN_SOURCES)

/** Reads a table that was made by hand to measure with. */
export const readEvaluationTable: TableReader = tableReader(EVALUATION)

/** The parts of a cell that holds a list. */
export function cellList (cell: string): string[] {
  return cell.split(';').map(part => part.trim()).filter(part => part !== '')
}

function readTable (path: string): Row[] {
  const { header, rows } = readCsv(readFileSync(path, 'utf8'))
  return rows.map(({ line, cells }) => {
    if (cells.length !== header.length) {
      throw new Error(`${path} line ${line} has ${cells.length} cells: expected ${header.length}, as many as its header.`)
    }
    const row = Object.fromEntries(header.map((column, place) => [column, cells[place]!.trim()]))
    return new Proxy(row, {
      get (cellsByColumn, column) {
        if (typeof column === 'string' && !Object.hasOwn(cellsByColumn, column)) {
          throw new Error(`${path} has no column ${column}: its columns are ${header.join(', ')}.`)
        }
        return Reflect.get(cellsByColumn, column) as unknown
      },
    })
  })
}
