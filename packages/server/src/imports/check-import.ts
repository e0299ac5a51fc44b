import type { Taxonomy } from '@padan/taxonomy'
import type { SideTable } from '../database/tables.ts'
import type { ImportMode, ImportReport, Notice } from '../schemas/import.ts'
import type { FieldError } from '../schemas/problem.ts'
import { ndjsonRows } from '../tables/ndjson-rows.ts'
import { readRecords } from '../tables/read-records.ts'
import type { Source, TableFormat } from '../tables/source.ts'
import type { MatchRecord } from '../store/record-rows.ts'
import { Spool } from './spool.ts'

const MOST_ERRORS = 1000
const BATCH_ROWS = 500

export interface ImportOptions {
  side: SideTable
  format: TableFormat
  mode: ImportMode
  dryRun: boolean
  taxonomy: Taxonomy
  /** Name or number of the sheet of a workbook. */
  sheet?: string
  /** Told every error, while the report names the first thousand. */
  onErrors?: (errors: readonly FieldError[]) => Promise<void>
  /** Told how many rows have been checked so far. */
  onProgress?: (rows: number) => void
}

/** A file that has been read to its end and checked; its good records wait in a temporary file. */
export interface CheckedImport {
  report: ImportReport
  /** The good records, some hundred at a time; may be gone through more than once. */
  batches: () => AsyncIterable<MatchRecord[]>
  close: () => Promise<void>
}

/**
 * Reads and checks a file without touching the database: a slow sender or a bad row holds nobody up. Memory is bounded by the batch and
 * the ids. Throws FileError when the file as a whole cannot be read.
 */
export async function checkImport (source: Source, options: ImportOptions): Promise<CheckedImport> {
  const { side, format, sheet, mode, dryRun, taxonomy, onErrors, onProgress } = options
  const notices: Notice[] = []
  const errors: FieldError[] = []
  const report: ImportReport = { dryRun, mode, rows: 0, stored: 0, created: 0, replaced: 0, rejected: 0, errors, errorsTruncated: false, notices }
  const spool = await Spool.create()
  try {
    for await (const batch of readRecords(source, { side, format, sheet, taxonomy, notices })) {
      report.rows += batch.rows
      report.rejected += batch.rejected
      const room = MOST_ERRORS - errors.length
      errors.push(...batch.errors.slice(0, room))
      if (batch.errors.length > room) report.errorsTruncated = true
      if (batch.errors.length > 0) await onErrors?.(batch.errors)
      await spool.append(batch.records.map(record => `${JSON.stringify(record)}\n`).join(''))
      onProgress?.(report.rows)
    }
  } catch (error) {
    await spool.close()
    throw error
  }
  return { report, batches: () => batchesOf(spool.source), close: () => spool.close() }
}

async function * batchesOf (source: Source): AsyncGenerator<MatchRecord[], void> {
  let batch: MatchRecord[] = []
  for await (const { value } of ndjsonRows(source)) {
    batch.push(value as MatchRecord)
    if (batch.length < BATCH_ROWS) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
