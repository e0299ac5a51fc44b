import { goalTable } from './goal-table.ts'
import { markdownTable } from './markdown-table.ts'
import { isReached, shortNumber, type Row } from './row.ts'

const HEAD = ['case', 'metric', 'value', 'ratio', 'goal', '']

/** Rows as Markdown: goals first, then a table for each bench under its name. */
export function toMarkdown (rows: readonly Row[], pictureOf: (bench: string) => string | undefined = () => undefined): string {
  const goals = goalTable(rows)
  return `${goals === '' ? '' : `## Goals\n\n${goals}\n\n`}${benchTables(rows, pictureOf)}`
}

function benchTables (rows: readonly Row[], pictureOf: (bench: string) => string | undefined): string {
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
  return markdownTable(HEAD, cells)
}
