import type { RecordProblem } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import type { SideTable } from '../database/tables.ts'
import type { Notice } from '../schemas/import.ts'
import type { FieldError } from '../schemas/problem.ts'
import { fieldErrors } from '../errors/problem.ts'
import { checkRecords } from '../store/check-records.ts'
import type { MatchRecord } from '../store/record-rows.ts'
import { columnAt } from './columns.ts'
import { ndjsonRows } from './ndjson-rows.ts'
import type { RawRow } from './raw-row.ts'
import { readCsv } from './read-csv.ts'
import { readSheet } from './read-sheet.ts'
import type { Source, TableFormat } from './source.ts'

const BATCH_ROWS = 500

/** Some rows of a file, checked. */
export interface CheckedBatch {
  rows: number
  records: MatchRecord[]
  /** How many rows have errors. */
  rejected: number
  errors: FieldError[]
}

export interface ReadOptions {
  side: SideTable
  format: TableFormat
  /** Name or number of the sheet of a workbook; the first that is shown when left out. */
  sheet?: string
  taxonomy: Taxonomy
  /** Where what is worth knowing about the file is added. */
  notices: Notice[]
}

/**
 * Reads and checks the records of a file, some hundred rows at a time, so that memory stays small; only the ids are kept, to find those
 * that come twice. Throws FileError when the file as a whole cannot be read.
 */
export async function * readRecords (source: Source, options: ReadOptions): AsyncGenerator<CheckedBatch, void> {
  const lineOfId = new Map<string, number>()
  let rows: RawRow[] = []
  for await (const row of rawRows(source, options)) {
    rows.push(row)
    if (rows.length < BATCH_ROWS) continue
    yield check(rows, options, lineOfId)
    rows = []
  }
  if (rows.length > 0) yield check(rows, options, lineOfId)
}

function rawRows (source: Source, { side, format, sheet, taxonomy, notices }: ReadOptions): AsyncIterable<RawRow> {
  if (format === 'xlsx') return readSheet(source, { side, sheet, taxonomy, notices })
  return format === 'csv' ? readCsv(source, side, taxonomy, notices) : ndjsonRows(source)
}

function check (rows: readonly RawRow[], { side, taxonomy }: ReadOptions, lineOfId: Map<string, number>): CheckedBatch {
  const values = rows.filter(row => row.error === undefined)
  const problemsOf = new Map<number, RecordProblem[]>()
  for (const problem of checkRecords(side, values.map(row => row.value), taxonomy)) {
    // Ids that come twice are found here over the whole file, with its line numbers.
    if (problem.code === 'duplicate-id') continue
    problemsOf.set(problem.row, [...problemsOf.get(problem.row) ?? [], problem])
  }
  const errorsOf = new Map(rows.filter(row => row.error !== undefined).map(row => [row, [row.error as FieldError]]))
  values.forEach((row, position) => {
    const errors = located(problemsOf.get(position) ?? [], side, row)
    const id = (row.value as { id?: unknown } | null)?.id
    if (typeof id === 'string') {
      const earlier = lineOfId.get(id)
      if (earlier === undefined) lineOfId.set(id, row.line)
      else if (!errors.some(error => error.pointer === '/id')) errors.push(duplicate(id, row, earlier))
    }
    if (errors.length > 0) errorsOf.set(row, errors)
  })
  return {
    rows: rows.length,
    records: values.filter(row => !errorsOf.has(row)).map(row => row.value as MatchRecord),
    rejected: errorsOf.size,
    errors: rows.flatMap(row => errorsOf.get(row) ?? []),
  }
}

function located (problems: readonly RecordProblem[], side: SideTable, { line, headers }: RawRow): FieldError[] {
  return fieldErrors(problems, '', line).map(error => {
    const column = headers === undefined ? undefined : columnAt(side, error.pointer)
    return column === undefined ? error : { ...error, column: headers?.get(column.name) ?? column.name }
  })
}

function duplicate (id: string, { line, headers }: RawRow, earlier: number): FieldError {
  const column = headers?.get('id')
  return {
    row: line,
    id,
    pointer: '/id',
    ...(column === undefined ? {} : { column }),
    code: 'duplicate-id',
    received: id.slice(0, 80),
    expected: `each id once; line ${earlier} has it too`,
    message: `Line ${line}: the id '${id}' stands in line ${earlier} already.`,
    messageId: `Baris ${line}: id '${id}' sudah ada di baris ${earlier}.`,
  }
}
