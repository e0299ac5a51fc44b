import { checkSeekers, checkVacancies, type RecordProblem } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import type { SideTable } from '../database/tables.ts'

/** The NUL character and halves of surrogate pairs standing alone: PostgreSQL has no place for them. */
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Everything wrong with records of one side: what the matcher refuses, and text that the database could not give back as it came. */
export function checkRecords (side: SideTable, records: readonly unknown[], taxonomy: Taxonomy): RecordProblem[] {
  const problems = side === 'seekers' ? checkSeekers(records, taxonomy) : checkVacancies(records, taxonomy)
  const bad = new Set(problems.map(problem => problem.row))
  records.forEach((record, row) => {
    // A record without problems is shallow and small, so walking it is safe.
    if (!bad.has(row)) findUnstorable(record, '', path => problems.push(unstorable(row, (record as { id: string }).id, path)))
  })
  return problems
}

function findUnstorable (value: unknown, path: string, report: (path: string) => void): void {
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value)) report(path)
  } else if (value !== null && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) findUnstorable(child, `${path}/${key}`, report)
  }
}

function unstorable (row: number, id: string, path: string): RecordProblem {
  const expected = 'text without NUL characters and without broken characters'
  const expectedId = 'teks tanpa karakter NUL dan tanpa karakter rusak'
  return {
    row,
    id,
    path,
    code: 'wrong-type',
    expected,
    message: `Record ${row} ('${id}'), ${path}: expected ${expected}.`,
    messageId: `Data ${row} ('${id}'), ${path}: seharusnya ${expectedId}.`,
  }
}
