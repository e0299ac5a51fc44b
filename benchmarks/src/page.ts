import { isReached, shortNumber, type Row } from './row.ts'

const HEAD = ['case', 'metric', 'value', 'ratio', 'goal', '']

/** Rows as Markdown, a table for each bench under its name. */
export function toMarkdown (rows: readonly Row[], pictureOf: (bench: string) => string | undefined = () => undefined): string {
  return benchesOf(rows).map(bench => {
    const picture = pictureOf(bench)
    return `## ${bench}\n\n${picture === undefined ? '' : `![${bench}](${picture})\n\n`}${table(rows.filter(row => row.bench === bench))}`
  }).join('\n\n')
}

export function benchesOf (rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ bench }) => bench))]
}

function table (rows: readonly Row[]): string {
  const cells = rows.map(row => {
    const reached = isReached(row)
    return [
      row.case,
      row.metric,
      `${shortNumber(row.value)} ${row.unit}`,
      row.ratio === null ? '' : `${shortNumber(row.ratio)} x ${row.ratioTo}`,
      row.goal ?? '',
      reached === undefined ? '' : reached ? 'reached' : '**not reached**',
    ]
  })
  const widths = HEAD.map((title, column) => Math.max(title.length, ...cells.map(row => row[column].length)))
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  return [line(HEAD), line(widths.map(width => '-'.repeat(Math.max(1, width)))), ...cells.map(line)].join('\n')
}
