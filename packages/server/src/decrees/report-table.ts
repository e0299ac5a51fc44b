import { findingWords, linesToReport, troubleWords, type DecreeReading, type MergeConflict } from '@padan/taxonomy/decree'
import type { Language } from '../errors/problem.ts'
import { csvText } from '../tables/write-table.ts'

const ROWS_AT_ONCE = 1000

/** The report of an import as CSV: what does not add up, what was in conflict, and every line that was not understood. */
export function * reportTable (reading: DecreeReading, conflicts: readonly string[], language: Language): Generator<string, void> {
  let rows: string[][] = [['line', 'kind', 'code', 'why', 'text']]
  for (const row of reportRows(reading, conflicts, language)) {
    rows.push(row)
    if (rows.length < ROWS_AT_ONCE) continue
    yield csvText(rows)
    rows = []
  }
  yield csvText(rows)
}

function * reportRows (reading: DecreeReading, conflicts: readonly string[], language: Language): Generator<string[], void> {
  for (const conflict of conflicts) yield ['', 'conflict', '', conflict, '']
  for (const finding of reading.findings) yield [finding.line === 0 ? '' : String(finding.line), finding.kind, finding.code ?? '', findingWords(finding, language), finding.detail]
  for (const { line, trouble, text } of linesToReport(reading)) yield [String(line), trouble, '', troubleWords(trouble, language), text]
}

/** A clash of two catalogues as a sentence. */
export function conflictWords ({ kind, code, decree, known, came }: MergeConflict, language: Language): string {
  const name = decree === null ? code : `${code}@${decree}`
  return language === 'id'
    ? `${kind === 'unit' ? 'unit' : 'skema'} ${name}: sudah ada sebagai "${known}", di sini "${came}"`
    : `${kind === 'unit' ? 'unit' : 'scheme'} ${name}: is known as "${known}", here it is "${came}"`
}
