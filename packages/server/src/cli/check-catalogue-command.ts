import { loadTaxonomy, type Taxonomy } from '@padan/taxonomy'
import { inspectCatalogue, inspectTaxonomy, type LikelyDuplicate } from '@padan/taxonomy/decree'
import { catalogueFile } from './catalogue-file.ts'
import { CommandError, EXIT } from './exit.ts'
import { languageOption } from './language.ts'
import { readOptions } from './options.ts'
import { count } from './progress.ts'

const WORDS = {
  id: { name: 'mungkin kembar', wording: 'mirip kata-katanya', unknown: 'tidak dikenal', several: 'lebih dari satu arti', alone: 'berdiri sendiri', unsourced: 'tanpa sumber', unit: 'unit', concept: 'konsep' },
  en: { name: 'likely duplicate', wording: 'alike in wording', unknown: 'unknown', several: 'several meanings', alone: 'stands alone', unsourced: 'no source', unit: 'unit', concept: 'concept' },
} as const

type Words = typeof WORDS[keyof typeof WORDS]

/**
 * Tells likely duplicates and what stands alone, which may be right, and codes that lead nowhere, which cannot. Without a file it looks at the shipped units and concepts.
 * Throws CommandError for codes that lead nowhere.
 */
export async function checkCatalogueCommand (path: string | undefined, args: readonly string[]): Promise<void> {
  const options = readOptions(args, { language: { type: 'string' } })
  const language = languageOption(options)
  await (path === undefined ? checkShipped : checkFile)(path ?? '', WORDS[language], language)
}

async function checkFile (path: string, words: Words, language: 'id' | 'en'): Promise<void> {
  const catalogue = await catalogueFile(path)
  const { duplicates, orphans } = inspectCatalogue(catalogue, await loadTaxonomy())
  for (const duplicate of duplicates) tellDuplicate(duplicate, words)
  for (const { where, code, candidates } of orphans) process.stdout.write(`${candidates.length === 0 ? words.unknown : words.several}: ${code} (${where})${candidates.length === 0 ? '' : `: ${candidates.join(', ')}`}\n`)
  // A catalogue whose codes lead nowhere cannot be laid, and only laid units have relatives.
  const alone = orphans.length > 0 ? [] : aloneAmong(await loadTaxonomy({ catalogues: [catalogue] }), new Set(catalogue.units.map(({ code }) => code)))
  for (const { code, title } of alone) process.stdout.write(`${words.alone}: ${code}: ${title}\n`)
  process.stderr.write(language === 'id'
    ? `${path}: ${count(catalogue.units.length)} unit, ${count(catalogue.clusters.length)} skema; ${count(duplicates.length)} mungkin kembar, ${count(orphans.length)} kode tanpa unit, ${count(alone.length)} berdiri sendiri\n`
    : `${path}: ${count(catalogue.units.length)} units, ${count(catalogue.clusters.length)} schemes; ${count(duplicates.length)} likely duplicates, ${count(orphans.length)} codes without a unit, ${count(alone.length)} standing alone\n`)
  if (orphans.length > 0) throw new CommandError(EXIT.data, language === 'id' ? `${path}: ada kode yang tidak menunjuk satu unit.` : `${path}: some codes do not lead to one unit.`)
}

async function checkShipped (_path: string, words: Words, language: 'id' | 'en'): Promise<void> {
  const taxonomy = await loadTaxonomy()
  const { duplicates, orphans, unsourced } = inspectTaxonomy(taxonomy)
  for (const duplicate of duplicates) tellDuplicate(duplicate, words, words[duplicate.kind])
  for (const { kind, code, title } of orphans) process.stdout.write(`${words.alone}, ${words[kind]}: ${code}: ${title}\n`)
  for (const { code, title } of unsourced) process.stdout.write(`${words.unsourced}, ${words.concept}: ${code}: ${title}\n`)
  const sizes = [taxonomy.units.size, taxonomy.concepts.size, duplicates.length, orphans.length, unsourced.length].map(size => count(size))
  process.stderr.write(language === 'id'
    ? `${sizes[0]} unit, ${sizes[1]} konsep; ${sizes[2]} mungkin kembar, ${sizes[3]} berdiri sendiri, ${sizes[4]} konsep tanpa sumber\n`
    : `${sizes[0]} units, ${sizes[1]} concepts; ${sizes[2]} likely duplicates, ${sizes[3]} standing alone, ${sizes[4]} concepts without a source\n`)
}

function tellDuplicate ({ why, codes, name }: LikelyDuplicate, words: Words, kind?: string): void {
  process.stdout.write(`${words[why]}${kind === undefined ? '' : `, ${kind}`}: ${codes.join(', ')}: ${name}\n`)
}

function aloneAmong (taxonomy: Taxonomy, codes: ReadonlySet<string>): Array<{ code: string, title: string }> {
  return inspectTaxonomy(taxonomy).orphans.filter(({ kind, code }) => kind === 'unit' && codes.has(taxonomy.units.get(code)!.plainCode))
}
