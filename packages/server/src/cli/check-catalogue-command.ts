import { loadTaxonomy } from '@padan/taxonomy'
import { inspectCatalogue } from '@padan/taxonomy/decree'
import { catalogueFile } from './catalogue-file.ts'
import { CommandError, EXIT } from './exit.ts'
import { languageOption } from './language.ts'
import { readOptions } from './options.ts'
import { count } from './progress.ts'

/** Tells likely duplicates of a catalogue, which may be right, and codes that lead nowhere, which cannot. Throws CommandError for the latter. */
export async function checkCatalogueCommand (path: string, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { language: { type: 'string' } })
  const language = languageOption(options)
  const catalogue = await catalogueFile(path)
  const { duplicates, orphans } = inspectCatalogue(catalogue, await loadTaxonomy())
  const words = language === 'id' ? { twin: 'mungkin kembar', orphan: 'tidak dikenal', several: 'lebih dari satu arti' } : { twin: 'likely duplicate', orphan: 'unknown', several: 'several meanings' }
  for (const { title, codes } of duplicates) process.stdout.write(`${words.twin}: ${codes.join(', ')}: ${title}\n`)
  for (const { where, code, candidates } of orphans) process.stdout.write(`${candidates.length === 0 ? words.orphan : words.several}: ${code} (${where})${candidates.length === 0 ? '' : `: ${candidates.join(', ')}`}\n`)
  process.stderr.write(language === 'id'
    ? `${path}: ${count(catalogue.units.length)} unit, ${count(catalogue.clusters.length)} skema; ${count(duplicates.length)} mungkin kembar, ${count(orphans.length)} kode tanpa unit\n`
    : `${path}: ${count(catalogue.units.length)} units, ${count(catalogue.clusters.length)} schemes; ${count(duplicates.length)} likely duplicates, ${count(orphans.length)} codes without a unit\n`)
  if (orphans.length > 0) throw new CommandError(EXIT.data, language === 'id' ? `${path}: ada kode yang tidak menunjuk satu unit.` : `${path}: some codes do not lead to one unit.`)
}
