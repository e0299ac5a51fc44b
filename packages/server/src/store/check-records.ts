import { checkSeekers, checkVacancies, type RecordProblem } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import type { SideTable } from '../database/tables.ts'

/** Halves of surrogate pairs standing alone. Like the NUL character, PostgreSQL has no place for them. */
const BROKEN = /\p{Surrogate}/u

/** What every address parser takes away, encoded or not. */
const UNADDRESSABLE = new Set(['.', '..'])

/**
 * Everything wrong with records of one side: what the matcher refuses, text that the database could not give back as it came, and ids that
 * no address can hold.
 */
export function checkRecords (side: SideTable, records: readonly unknown[], taxonomy: Taxonomy): RecordProblem[] {
  const problems = side === 'seekers' ? checkSeekers(records, taxonomy) : checkVacancies(records, taxonomy)
  const bad = new Set(problems.map(problem => problem.row))
  records.forEach((record, row) => {
    // A record without problems is shallow and small, so walking it is safe.
    if (bad.has(row)) return
    const { id } = record as { id: string }
    if (UNADDRESSABLE.has(id)) problems.push(problem(row, id, '/id', 'bad-id', 'an id other than . and .., which no address can hold', 'id selain . dan .., yang tidak dapat dimuat alamat'))
    findUnstorable(record, '', path => {
      problems.push(problem(row, id, path, 'wrong-type', 'text without NUL characters and without broken characters', 'teks tanpa karakter NUL dan tanpa karakter rusak'))
    })
  })
  return problems
}

/** Reports every text of a shallow value that the database could not give back as it came. */
export function findUnstorable (value: unknown, path: string, report: (path: string) => void): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || BROKEN.test(value)) report(path)
  } else if (value !== null && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) findUnstorable(child, `${path}/${key}`, report)
  }
}

function problem (row: number, id: string, path: string, code: RecordProblem['code'], expected: string, expectedId: string): RecordProblem {
  return {
    row,
    id,
    path,
    code,
    expected,
    message: `Record ${row} ('${id}'), ${path}: expected ${expected}.`,
    messageId: `Catatan ${row} ('${id}'), ${path}: seharusnya ${expectedId}.`,
  }
}
