import type { Matcher } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import type { SideTable } from '../database/tables.ts'
import type { Language } from '../errors/problem.ts'
import type { Notice } from '../schemas/import.ts'
import type { FieldError } from '../schemas/problem.ts'
import type { MatchRecord } from '../store/record-rows.ts'
import { FileError } from '../tables/file-error.ts'
import { readRecords } from '../tables/read-records.ts'
import { CommandError, EXIT } from './exit.ts'
import { count, Progress } from './progress.ts'
import { tellErrors, tellNotices, type TableFile } from './table-file.ts'

/** Puts the records of a file into a matcher. Every row is good, or nothing is done: a person left out in silence would be wronged. Throws CommandError. */
export async function readInto (matcher: Matcher, side: SideTable, { path, source, format }: TableFile, taxonomy: Taxonomy, language: Language): Promise<void> {
  const notices: Notice[] = []
  const errors: FieldError[] = []
  const progress = new Progress(`reading ${path}`, 0)
  let rows = 0
  try {
    for await (const batch of readRecords(source, { side, format, taxonomy, notices })) {
      rows += batch.rows
      errors.push(...batch.errors)
      if (errors.length === 0) matcher[side].put(batch.records as MatchRecord[] & never[])
      progress.at(rows)
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    errors.push(error.error)
  }
  progress.end(rows)
  tellNotices(path, notices, language)
  if (errors.length === 0) return
  tellErrors(path, errors, language)
  throw new CommandError(EXIT.data, `${path} has ${count(errors.length)} ${errors.length === 1 ? 'error' : 'errors'}; nothing was done.`)
}
