import { writeFile } from 'node:fs/promises'
import { CatalogueError, loadTaxonomy, type Catalogue } from '@padan/taxonomy'
import { decreeCatalogue, findingWords, mergeCatalogues, numLinesToReport, readDecree, type DecreeReading } from '@padan/taxonomy/decree'
import { decreeText } from '../decrees/decree-file.ts'
import { PdfError } from '../decrees/pdf-text.ts'
import { conflictWords, reportTable } from '../decrees/report-table.ts'
import type { Language } from '../errors/problem.ts'
import { FileError } from '../tables/file-error.ts'
import { catalogueFile } from './catalogue-file.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { languageOption } from './language.ts'
import { readOptions, textOption, type Options } from './options.ts'
import { count } from './progress.ts'
import { writeCatalogue } from './write-catalogue.ts'

const MOST_SHOWN = 20

const EMPTY: Catalogue = { units: [], clusters: [], relations: [] }

/** Reads a decree into a catalogue. Throws CommandError. */
export async function importDecreeCommand (path: string, args: readonly string[]): Promise<void> {
  const options = readOptions(args, {
    out: { type: 'string' },
    merge: { type: 'string' },
    'leave-out': { type: 'boolean' },
    decree: { type: 'string' },
    report: { type: 'string' },
    language: { type: 'string' },
  })
  const language = languageOption(options)
  const decree = decreeOption(options)
  const merge = textOption(options, 'merge')
  const known = merge === undefined ? EMPTY : await catalogueFile(merge)
  const reading = readDecree(await textOf(path, language))
  const came = decreeCatalogue(reading, decree ?? reading.decree)
  const { catalogue, conflicts } = mergeCatalogues(known, came)
  const laid = await fitting(catalogue, came)
  const told = [...conflicts.map(conflict => conflictWords(conflict, language)), ...laid.problems]

  tell(path, reading, came, language)
  for (const conflict of told) process.stderr.write(`${path}: ${conflict}\n`)
  const report = textOption(options, 'report')
  if (report !== undefined) await writeFile(report, reportTable(reading, told, language))
  if (came.units.length === 0) throw new CommandError(EXIT.data, language === 'id' ? `${path}: tidak ada unit yang terbaca; tidak ada yang ditulis.` : `${path}: no unit was read; nothing was written.`)
  if (told.length > 0 && options['leave-out'] !== true) {
    throw new CommandError(EXIT.data, language === 'id'
      ? `${path}: ${count(told.length)} bertentangan dengan yang sudah dikenal; tidak ada yang ditulis. Dengan --leave-out yang lain ditulis.`
      : `${path}: ${count(told.length)} in conflict with what is known; nothing was written. With --leave-out the others are.`)
  }
  await writeCatalogue(laid.catalogue, textOption(options, 'out'))
}

function decreeOption (options: Options): string | undefined {
  const text = textOption(options, 'decree')
  if (text === undefined) return undefined
  if (!/^\d{1,4}\/\d{4}$/.test(text)) throw usageError(`--decree takes number and year, such as 299/2020, got '${text}'.`)
  return `${Number(text.slice(0, -5))}${text.slice(-5)}`
}

async function textOf (path: string, language: Language): Promise<string> {
  try {
    return await decreeText(path)
  } catch (error) {
    if (error instanceof PdfError) throw new CommandError(EXIT.data, `${path} ${language === 'id' ? error.messageId : error.message}.`)
    if (error instanceof FileError) throw new CommandError(EXIT.data, `${path}: ${language === 'id' ? error.error.messageId : error.message}`)
    throw error
  }
}

/** The catalogue without those of the new units that the shipped ones contradict, and what is said about them. Throws CatalogueError for anything else. */
async function fitting (catalogue: Catalogue, came: Catalogue): Promise<{ catalogue: Catalogue, problems: string[] }> {
  const error = await refusal(catalogue)
  if (error === undefined) return { catalogue, problems: [] }
  const names = new Set(error.problems.map(({ where }) => where))
  const keys = new Set(came.units.flatMap(({ code, decree }) => names.has(`unit ${code}`) ? [`${code}@${decree ?? '-'}`] : []))
  const rest = { ...catalogue, units: catalogue.units.filter(({ code, decree }) => !keys.has(`${code}@${decree ?? '-'}`)) }
  const left = await refusal(rest)
  if (left !== undefined) throw new CommandError(EXIT.data, left.message)
  return { catalogue: rest, problems: error.problems.map(({ where, message }) => `${where}: ${message}`) }
}

async function refusal (catalogue: Catalogue): Promise<CatalogueError | undefined> {
  try {
    await loadTaxonomy({ catalogues: [catalogue] })
    return undefined
  } catch (error) {
    if (error instanceof CatalogueError) return error
    throw error
  }
}

function tell (path: string, reading: DecreeReading, { units }: Catalogue, language: Language): void {
  const elements = units.flatMap(unit => unit.elements ?? [])
  const numbers = [units.length, elements.length, elements.flatMap(({ criteria }) => criteria).length, reading.findings.length, numLinesToReport(reading), reading.lines.length].map(count)
  const [numUnits, numElements, numCriteria, numFindings, numUnread, numLines] = numbers
  for (const finding of reading.findings.slice(0, MOST_SHOWN)) {
    process.stderr.write(`${path}${finding.line === 0 ? '' : `:${finding.line}`}: ${findingWords(finding, language)}\n`)
  }
  if (reading.findings.length > MOST_SHOWN) process.stderr.write(`${path}: … ${count(reading.findings.length - MOST_SHOWN)} ${language === 'id' ? 'lagi' : 'more'}\n`)
  process.stderr.write(language === 'id'
    ? `${path}: keputusan ${reading.decree ?? '?'}, ${numUnits} unit, ${numElements} elemen, ${numCriteria} kriteria; ${numFindings} temuan, ${numUnread} dari ${numLines} baris tidak dipahami dengan pasti\n`
    : `${path}: decree ${reading.decree ?? '?'}, ${numUnits} units, ${numElements} elements, ${numCriteria} criteria; ${numFindings} findings, ${numUnread} of ${numLines} lines not understood with certainty\n`)
}
