import { markdownTable } from './markdown-table.ts'
import { isReached, readGoal, shortNumber, type Row } from './row.ts'

const HEAD = ['figure', 'goal', 'measured', 'reached']

/** Every row that has a goal, in a sentence's words: the summary of a run. '' where no row has one. */
export function goalTable (rows: readonly Row[]): string {
  const cells = rows.filter(({ goal }) => goal !== null).map(row => [figureOf(row), goalOf(row), measuredOf(row), isReached(row) === true ? 'yes' : '**no**'])
  return cells.length === 0 ? '' : markdownTable(HEAD, cells)
}

function figureOf ({ bench, case: name, metric }: Row): string {
  return `${bench}: ${name}, ${metric}`
}

function goalOf (row: Row): string {
  const { of, direction, figure } = readGoal(row.goal!)
  const bound = `at ${direction === '<=' ? 'most' : 'least'} ${figure.toLocaleString('en')}`
  return of === 'ratio' ? `${bound} x ${row.ratioTo}` : `${bound} ${row.unit}`
}

/** Beside a ratio stands what it was made of. */
function measuredOf (row: Row): string {
  const value = `${shortNumber(row.value)} ${row.unit}`
  return readGoal(row.goal!).of === 'ratio' ? `${shortNumber(row.ratio!)} x (${value})` : value
}
