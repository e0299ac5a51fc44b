export interface TextColumn {
  title: string
  /** Numbers stand at the right. */
  right?: boolean
}

/** A table for people: columns as wide as they need, a rule under the titles. */
export function textTable (columns: readonly TextColumn[], rows: ReadonlyArray<readonly string[]>): string {
  const widths = columns.map(({ title }, position) => Math.max(title.length, ...rows.map(row => row[position].length)))
  const line = (cells: readonly string[]): string =>
    cells.map((cell, position) => columns[position].right === true ? cell.padStart(widths[position]) : cell.padEnd(widths[position])).join('  ').trimEnd()
  return [
    line(columns.map(column => column.title)),
    widths.map(width => '-'.repeat(width)).join('  '),
    ...rows.map(line),
  ].join('\n')
}
