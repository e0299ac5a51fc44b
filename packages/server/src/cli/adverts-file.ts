import type { Taxonomy } from '@padan/taxonomy'
import { advertRows } from '../adverts/advert-rows.ts'
import { readAdverts } from '../adverts/read-adverts.ts'
import { AdvertTally } from '../adverts/tally.ts'
import type { Language } from '../errors/problem.ts'
import { FileError } from '../tables/file-error.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { tableFile, type TableFile } from './table-file.ts'

/**
 * A CSV file of adverts as an NDJSON file of vacancies, made in memory, so that whatever takes vacancies takes adverts. What was refused
 * is told on stderr. Throws CommandError.
 */
export async function advertsFile (path: string, taxonomy: Taxonomy, language: Language): Promise<TableFile> {
  const { source, format } = await tableFile(path)
  if (format !== 'csv') throw usageError(`--adverts takes a CSV file, got '${path}'.`)
  const tally = new AdvertTally()
  const lines: string[] = []
  try {
    for await (const reading of readAdverts(advertRows(source), taxonomy)) {
      tally.add(reading)
      lines.push(`${JSON.stringify(reading.vacancy)}\n`)
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw new CommandError(EXIT.data, `${path}: ${language === 'id' ? error.error.messageId : error.message}`)
  }
  process.stderr.write(`${path}: ${tally.tell(language)}\n${path}: ${tally.tellFields(language)}\n`)
  const bytes = new TextEncoder().encode(lines.join(''))
  return { path, format: 'ndjson', bytes: bytes.length, source: async function * () { yield bytes } }
}
