import { findUnstorable } from '../store/check-records.ts'
import type { TableRow } from '../tables/table-rows.ts'
import type { MappedColumn } from './column-map.ts'
import type { ImportColumn } from './kinds/kind.ts'
import { RowReader } from './row-reader.ts'

/** A row as it waits to be stored. */
export interface WaitingRow {
  line: number
  cells: string[]
  /** Positions of cells that are not text, with what they are. */
  odd?: Array<[position: number, kind: 'number' | 'error' | 'no-value']>
}

/** Spaces of no width, marks of direction, soft hyphens; and the space that does not break. */
const UNSEEN = /[\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/
const UNSEEN_ALL = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
/** Digits that a spreadsheet's number keeps. */
const EXACT_DIGITS = 15

export function waitingRow ({ line, cells, kinds }: TableRow, width: number): WaitingRow {
  const odd = [...kinds].filter((entry): entry is [number, 'number' | 'error' | 'no-value'] => entry[0] < width && entry[1] !== 'text')
  return { line, cells, ...(odd.length === 0 ? {} : { odd }) }
}

/** The cells of a row by the names of the columns. Throws RowRefused for a row that no column can be read of. */
export function readRow ({ cells, odd = [] }: WaitingRow, mapped: readonly MappedColumn[], columns: ReadonlyMap<string, ImportColumn>): RowReader {
  const byName = new Map<string, string>()
  mapped.forEach(({ column }, position) => { if (column !== null) byName.set(column, bareText(cells[position] ?? '', columns.get(column)?.exact === true)) })
  const row = new RowReader(byName)
  if (cells.length > mapped.length && cells.slice(mapped.length).some(cell => cell !== '')) {
    row.refuse(undefined, 'wrong-cell-count', `${mapped.length} cells, as in the header; a delimiter may be unquoted`, `${mapped.length} sel, seperti baris judul; mungkin ada pemisah yang tidak dikutip`)
    row.done()
  }
  for (const [position, kind] of odd) {
    const { column } = mapped[position]
    if (column !== null && kind !== 'number') {
      row.refuse(column, kind === 'error' ? 'cell-error' : 'formula-without-value', 'a value; the cell shows an error or a formula that was never computed', 'nilai; sel menampilkan kesalahan atau rumus yang belum dihitung')
    }
  }
  for (const [name, text] of byName) {
    findUnstorable(text, '', () => { row.refuse(name, 'bad-value', 'text without NUL characters and without broken characters', 'teks tanpa karakter NUL dan tanpa karakter rusak') })
    if (columns.get(name)?.exact === true && hasLostDigits(text, odd.some(([position, kind]) => kind === 'number' && mapped[position].column === name))) {
      row.refuse(name, 'digits-lost', 'a number as text; a spreadsheet made it a number and its last digits are lost. Give the column the format "Text" and type the number again', 'angka sebagai teks; aplikasi lembar sebar mengubahnya menjadi bilangan sehingga angka terakhirnya hilang. Beri kolom ini format "Teks" lalu ketik ulang')
    }
  }
  row.done()
  return row
}

/** What a cell shows: without marks that have no shape and come along from messengers and web pages, and without the sign that keeps digits a text. */
function bareText (text: string, isExact: boolean): string {
  const bare = UNSEEN.test(text) ? text.replace(UNSEEN_ALL, '').replaceAll('\u00a0', ' ').trim() : text
  return isExact && bare.startsWith("'") ? bare.slice(1).trim() : bare
}

function hasLostDigits (text: string, isNumber: boolean): boolean {
  return /^[+-]?\d+([.,]\d+)?e\+?\d+$/i.test(text) || (isNumber && text.replace(/\D/g, '').length > EXACT_DIGITS)
}
