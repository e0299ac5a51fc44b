import { extname } from 'node:path'
import { CatalogueError, loadTaxonomy, parseCatalogue, type Catalogue, type Taxonomy } from '@padan/taxonomy'
import { CommandError, EXIT } from './exit.ts'
import { textFile } from './json-file.ts'
import { textOption, type Options, type OptionTypes } from './options.ts'

/** For every command that reads records: units and schemes of one's own beside the shipped ones. */
export const CATALOGUE_OPTION: OptionTypes = { catalogue: { type: 'string' } }

export const CATALOGUE_HELP = '  --catalogue FILE    units and schemes of your own on top of the shipped ones: JSON (.json) or CSV, as padan taxonomy writes it'

/** A user's catalogue, CSV by its extension, else JSON. Throws CommandError. */
export async function catalogueFile (path: string): Promise<Catalogue> {
  const text = await textFile(path)
  return named(path, () => parseCatalogue(text, /^\.(?:csv|tsv|txt)$/i.test(extname(path)) ? 'csv' : 'json'))
}

/** The taxonomy with the catalogue of `--catalogue` on it, and that catalogue. Throws CommandError. */
export async function knownTaxonomy (options: Options): Promise<{ taxonomy: Taxonomy, catalogues: Catalogue[] }> {
  const path = textOption(options, 'catalogue')
  const catalogues = path === undefined ? [] : [await catalogueFile(path)]
  const taxonomy = await loadTaxonomy({ catalogues }).catch((error: unknown) => { throw told(String(path), error) })
  return { taxonomy, catalogues }
}

function named<T> (path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw told(path, error)
  }
}

function told (path: string, error: unknown): unknown {
  return error instanceof CatalogueError ? new CommandError(EXIT.data, `${path}: ${error.message}`) : error
}
