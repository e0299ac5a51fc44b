import type { Header } from './header.ts'
import type { RawRow } from './raw-row.ts'

/** The record of a row's cells, still to be checked. An empty cell says nothing. */
export function fillRecord (cells: readonly string[], { columns, names }: Header): Required<Pick<RawRow, 'value' | 'headers'>> {
  const record: Record<string, unknown> = {}
  const headers = new Map<string, string>()
  columns.forEach((column, position) => {
    if (column === undefined) return
    headers.set(column.name, names[position])
    const text = cells[position] ?? ''
    if (text !== '') place(record, column.path, column.cell.read(text))
  })
  return { value: record, headers }
}

function place (record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, second] = path
  if (second === undefined) record[first] = value
  else record[first] = { ...record[first] as object | undefined, [second]: value }
}
