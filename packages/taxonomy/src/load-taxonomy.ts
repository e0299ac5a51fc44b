import type { Catalogue } from './catalogue/catalogue.ts'
import { layCatalogues, withoutUnits } from './catalogue/lay-catalogues.ts'
import { recheckCatalogue } from './catalogue/parse-catalogue.ts'
import { checkList, isObject, told } from './check-arguments.ts'
import { createTaxonomy } from './create-taxonomy.ts'
import { loadTables } from './load-tables.ts'
import type { Taxonomy } from './types.ts'

export interface LoadOptions {
  /** Users' own catalogues, laid one after the other. Default: none. */
  catalogues?: readonly Catalogue[]
  /** Whether the shipped units, clusters and relations stay underneath. The other registers always do. Default: true. */
  base?: boolean
  /** Whether a catalogue's unit or cluster may replace another one with the same code. Default: false, which is an error. */
  replace?: boolean
}

/** What is used where nothing was asked for. */
const DEFAULT_OPTIONS: Readonly<Required<LoadOptions>> = Object.freeze({ catalogues: [], base: true, replace: false })

/**
 * The taxonomy that ships with this package, with any catalogues laid on it. Rejects with a CatalogueError that lists every
 * record that cannot be taken.
 */
export async function loadTaxonomy (options: LoadOptions = {}): Promise<Taxonomy> {
  if (!isObject(options) || Array.isArray(options)) throw new TypeError(`loadTaxonomy takes an object with catalogues, base or replace, got ${told(options)}.`)
  const { catalogues, base, replace } = { ...DEFAULT_OPTIONS, ...options }
  checkList(catalogues, 'loadTaxonomy', 'catalogues')
  const shipped = await loadTables()
  const underneath = base ? shipped : withoutUnits(shipped)
  return createTaxonomy(catalogues.length === 0 ? underneath : layCatalogues(underneath, catalogues.map(recheckCatalogue), replace))
}
