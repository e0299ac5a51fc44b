import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { FieldError } from '../schemas/problem.ts'
import type { Notice } from '../schemas/import.ts'
import type { Language } from '../errors/problem.ts'
import type { Source, TableFormat } from '../tables/source.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { count } from './progress.ts'

const MOST_SHOWN = 50

export interface TableFile {
  path: string
  format: TableFormat
  bytes: number
  source: Source
}

/** A table file by its extension: `.csv`, `.tsv` and `.txt` are CSV, `.ndjson` and `.jsonl` NDJSON, `.xlsx` a workbook. Throws CommandError. */
export async function tableFile (path: string): Promise<TableFile> {
  const format = formatOf(path)
  const stats = await stat(path).catch(error => {
    throw new CommandError(EXIT.failed, `${path} cannot be read: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message}.`)
  })
  if (!stats.isFile()) throw new CommandError(EXIT.failed, `${path} is not a file.`)
  return { path, format, bytes: stats.size, source: () => createReadStream(path, { highWaterMark: 262_144 }) }
}

function formatOf (path: string): TableFormat {
  const extension = extname(path).toLowerCase()
  if (extension === '.csv' || extension === '.tsv' || extension === '.txt') return 'csv'
  if (extension === '.ndjson' || extension === '.jsonl') return 'ndjson'
  if (extension === '.xlsx') return 'xlsx'
  throw usageError(`${path} is neither a CSV file (.csv, .tsv, .txt) nor a workbook (.xlsx) nor NDJSON (.ndjson, .jsonl).`)
}

/** Tells on stderr what is wrong with a file, row by row. */
export function tellErrors (path: string, errors: readonly FieldError[], language: Language): void {
  for (const error of errors.slice(0, MOST_SHOWN)) {
    const column = error.column === undefined ? '' : ` [${error.column}]`
    process.stderr.write(`${path}${column}: ${language === 'id' ? error.messageId : error.message}\n`)
  }
  if (errors.length > MOST_SHOWN) process.stderr.write(`${path}: … ${count(errors.length - MOST_SHOWN)} more\n`)
}

export function tellNotices (path: string, notices: readonly Notice[], language: Language): void {
  for (const notice of notices) process.stderr.write(`${path}: ${language === 'id' ? notice.messageId : notice.message}\n`)
}
