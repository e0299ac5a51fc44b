/** One figure. `ratio` says how many times the case named by `ratioTo` took as long on the same work in the same run. */
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
    row.ratio === null ? '' : `${row.ratio >= 10 ? row.ratio.toFixed(0) : row.ratio.toFixed(1)}x faster than ${row.ratioTo}`,
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map(row => row[column].length)))
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...cells.map(line)].join('\n')
}
