import type { Notice } from '../schemas/import.ts'
import type { TableRow } from '../tables/table-rows.ts'
import { mapColumns, missingColumns, plainHeader, type MappedColumn } from './column-map.ts'
import type { TableOptions } from './received-table.ts'

/** Tables as offices lay them out for paper: a title above the header, the columns numbered below it, the header again on every page. */

/** Rows at the top among which the header is looked for. */
const TOP_ROWS = 20
/** Fewer numbers in a row may be anything. */
const LEAST_NUMBERS = 3
const COLUMN_NUMBER = /^[([]?(\d{1,3})[)\].]?$/

/**
 * The rows from the header on: the first in which every needed column is, else one that is remembered, else the one with the most columns that are known by
 * their names, the first of them. Tells when rows stand above it.
 */
export async function * belowTitles (rows: AsyncIterable<TableRow>, options: Pick<TableOptions, 'kind' | 'given' | 'remember'>, notices: Notice[]): AsyncGenerator<TableRow, void> {
  let top: TableRow[] | undefined = []
  for await (const row of rows) {
    if (top === undefined) {
      yield row
      continue
    }
    top.push(row)
    if (numMissing(row.cells, options) > 0 && top.length < TOP_ROWS) continue
    yield * await fromHeader(top, options, notices)
    top = undefined
  }
  if (top !== undefined && top.length > 0) yield * await fromHeader(top, options, notices)
}

async function fromHeader (top: readonly TableRow[], options: Pick<TableOptions, 'kind' | 'given' | 'remember'>, notices: Notice[]): Promise<readonly TableRow[]> {
  const at = await headerAt(top, options)
  if (at > 0) notices.push(headerBelow(top[at].line))
  return top.slice(at)
}

async function headerAt (top: readonly TableRow[], options: Pick<TableOptions, 'kind' | 'given' | 'remember'>): Promise<number> {
  const whole = top.findIndex(({ cells }) => numMissing(cells, options) === 0)
  if (whole >= 0) return whole
  for (const [at, { cells }] of top.entries()) if (await options.remember(headerOf(cells)) !== undefined) return at
  const known = top.map(({ cells }) => numKnown(cells, options))
  return known.indexOf(Math.max(...known))
}

/** The cells of a header, without the empty ones at its end. */
export function headerOf (cells: readonly string[]): string[] {
  const header = cells.map(cell => cell.trim())
  while (header.at(-1) === '') header.pop()
  return header
}

function numMissing (cells: readonly string[], options: Pick<TableOptions, 'kind' | 'given'>): number {
  return missingColumns(options.kind.columns, mappedForCertain(cells, options)).length
}

function numKnown (cells: readonly string[], options: Pick<TableOptions, 'kind' | 'given'>): number {
  return mappedForCertain(cells, options).filter(({ column }) => column !== null).length
}

/** What a row names for certain, if it is the header. */
function mappedForCertain (cells: readonly string[], { kind, given }: Pick<TableOptions, 'kind' | 'given'>): MappedColumn[] {
  return mapColumns(headerOf(cells), kind.columns, { given, beside: kind.beside, guess: false })
}

/** True for the header once more, and for a row that numbers the columns. */
export function isNoData (cells: readonly string[], header: readonly string[]): boolean {
  if (header.length >= LEAST_NUMBERS && header.every((name, position) => name === (cells[position] ?? ''))) return true
  if (numberOf(cells.find(cell => cell !== '') ?? '') !== 1) return false
  const numbers = cells.filter(cell => cell !== '').map(numberOf)
  return numbers.length >= LEAST_NUMBERS && numbers.every((number, index) => number === index + 1)
}

function numberOf (cell: string): number {
  return Number(COLUMN_NUMBER.exec(cell)?.[1])
}

/** Columns that are not read because one before them has the same header. */
export function twins (mapped: readonly MappedColumn[]): Notice[] {
  const names = mapped.map(({ header }) => plainHeader(header))
  return mapped.flatMap(({ column, by }, position) => {
    const name = names[position]
    const first = names.indexOf(name)
    if (name === '' || column !== null || by !== null || first === position || mapped[first].column === null) return []
    return [{
      code: 'same-header',
      message: `Columns ${first + 1} and ${position + 1} have the same header. Column ${first + 1} is read as '${mapped[first].column}', column ${position + 1} is not read; give it a header of its own if it should be.`,
      messageId: `Kolom ke-${first + 1} dan ke-${position + 1} berjudul sama. Kolom ke-${first + 1} dibaca sebagai '${mapped[first].column}', kolom ke-${position + 1} tidak dibaca; beri judul sendiri bila perlu.`,
    }]
  })
}

function headerBelow (line: number): Notice {
  return {
    code: 'header-below',
    message: `Line ${line} is taken for the header; what stands above it is not read.`,
    messageId: `Baris ${line} dianggap judul kolom; yang di atasnya tidak dibaca.`,
  }
}

export function passedOver (count: number): Notice {
  return {
    code: 'no-data',
    message: `${count} rows repeat the header or number the columns; they are not read.`,
    messageId: `${count} baris mengulang judul kolom atau menomori kolom; baris itu tidak dibaca.`,
  }
}
