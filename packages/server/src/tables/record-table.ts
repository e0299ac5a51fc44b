import type { SideTable } from '../database/tables.ts'
import type { MatchRecord } from '../store/record-rows.ts'
import { COLUMNS, type Column } from './columns.ts'

/** The header of a side's table. */
export function recordHeader (side: SideTable): string[] {
  return COLUMNS[side].map(column => column.name)
}

/** A record as a row that reads back as the same record. */
export function recordCells (side: SideTable, record: MatchRecord): string[] {
  return COLUMNS[side].map(column => cellOf(column, record))
}

function cellOf ({ path, cell }: Column, record: MatchRecord): string {
  let value: unknown = record
  for (const step of path) value = (value as Record<string, unknown> | undefined)?.[step]
  return value === undefined ? '' : cell.write(value as never)
}
