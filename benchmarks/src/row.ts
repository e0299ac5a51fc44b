/** One figure. `ratio` compares with the case named by `ratioTo` on the same work in the same run: so many times as long, or as fast. */
export interface Row {
  bench: string
  case: string
  metric: string
  value: number
  unit: string
  ratioTo: string | null
  ratio: number | null
  goal: string | null
}

/** Rows as a Markdown table. */
export function toMarkdown (rows: readonly Row[]): string {
  const head = ['bench', 'case', 'metric', 'value', 'ratio']
  const cells = rows.map(row => [
    row.bench,
    row.case,
    row.metric,
    `${row.value >= 100 ? row.value.toFixed(0) : row.value.toPrecision(3)} ${row.unit}`,
    row.ratio === null ? '' : `${row.ratio >= 10 ? row.ratio.toFixed(0) : row.ratio.toFixed(1)}x ${row.ratioTo === 'index' ? 'as long as the index' : 'faster than the oracle'}`,
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map(row => row[column].length)))
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...cells.map(line)].join('\n')
}
