import { CatalogueError, loadTaxonomy, type Catalogue } from '@padan/taxonomy'
import { mergeCatalogues, readSchemes } from '@padan/taxonomy/decree'
import { conflictWords } from '../decrees/report-table.ts'
import { catalogueFile } from './catalogue-file.ts'
import { CommandError, EXIT } from './exit.ts'
import { textFile } from './json-file.ts'
import { languageOption } from './language.ts'
import { readOptions, textOption } from './options.ts'
import { count } from './progress.ts'
import { writeCatalogue } from './write-catalogue.ts'

/** Reads schemes into a catalogue. Every row is good, or nothing is written. Throws CommandError. */
export async function importSchemesCommand (path: string, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { out: { type: 'string' }, merge: { type: 'string' }, language: { type: 'string' } })
  const language = languageOption(options)
  const merge = textOption(options, 'merge')
  const known: Catalogue = merge === undefined ? { units: [], clusters: [], relations: [] } : await catalogueFile(merge)
  const { clusters, problems } = readSchemes(await textFile(path))
  const { catalogue, conflicts } = mergeCatalogues(known, { units: [], clusters, relations: [] })
  const told = [...problems.map(({ where, message }) => `${where}: ${message}`), ...conflicts.map(conflict => conflictWords(conflict, language)), ...await unfit(catalogue)]
  for (const problem of told) process.stderr.write(`${path}: ${problem}\n`)
  if (told.length > 0) {
    throw new CommandError(EXIT.data, language === 'id' ? `${path} memiliki ${count(told.length)} kesalahan; tidak ada yang ditulis.` : `${path} has ${count(told.length)} ${told.length === 1 ? 'error' : 'errors'}; nothing was written.`)
  }
  process.stderr.write(language === 'id' ? `${path}: ${count(clusters.length)} skema\n` : `${path}: ${count(clusters.length)} schemes\n`)
  await writeCatalogue(catalogue, textOption(options, 'out'))
}

/** What the shipped taxonomy has against a catalogue, such as schemes of unknown units. */
async function unfit (catalogue: Catalogue): Promise<string[]> {
  try {
    await loadTaxonomy({ catalogues: [catalogue] })
    return []
  } catch (error) {
    if (error instanceof CatalogueError) return error.problems.map(({ where, message }) => `${where}: ${message}`)
    throw error
  }
}
