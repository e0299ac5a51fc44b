import { stringify } from 'csv-stringify/sync'
import type { SideTable } from '../database/tables.ts'
import type { MatchRecord } from '../store/record-rows.ts'
import { escapeFormula } from './formula.ts'
import { recordCells, recordHeader } from './record-table.ts'

const BATCH_ROWS = 500

/** Rows as CSV text: comma, CRLF only inside cells, every cell safe to open in a spreadsheet. */
export function csvText (rows: ReadonlyArray<readonly string[]>): string {
  return stringify(rows.map(row => row.map(escapeFormula)))
}

/** Records as a CSV table, some hundred rows at a time, that reads back as the same records. */
export function * tableText (side: SideTable, records: Iterable<MatchRecord>): Generator<string, void> {
  let rows: string[][] = [recordHeader(side)]
  for (const record of records) {
    rows.push(recordCells(side, record))
    if (rows.length < BATCH_ROWS) continue
    yield csvText(rows)
    rows = []
  }
  yield csvText(rows)
}
