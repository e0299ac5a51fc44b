import type { Cell } from '../tables/cells.ts'
import type { Column } from '../tables/columns.ts'
import type { ColumnHelp } from '../tables/column-help.ts'

/** A column of a table that people exchange with the office. */
export interface ExchangeColumn extends Column, ColumnHelp {
  isRequired: boolean
}

/** A column in few words: `name` with `!` for one that must be there, where its value stands, its help and its other headers. */
export function exchangeColumn (name: string, path: string, cell: Cell, [example, en, id]: readonly [string, string, string], ...aliases: string[]): ExchangeColumn {
  const isRequired = name.endsWith('!')
  return { name: name.replace('!', ''), path: path.split('/'), cell, isRequired, example, en, id, aliases }
}

/** A record as a row that reads back as the same record. */
export function cellsOf (columns: readonly Column[], record: object): string[] {
  return columns.map(({ path, cell }) => {
    let value: unknown = record
    for (const step of path) value = (value as Record<string, unknown> | undefined)?.[step]
    return value === undefined ? '' : cell.write(value as never)
  })
}
