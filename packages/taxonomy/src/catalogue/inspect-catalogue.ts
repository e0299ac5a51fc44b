import { checkLists, checkTaxonomy } from '../check-arguments.ts'
import type { Taxonomy } from '../types.ts'
import { UnitCodeIndex } from '../unit-code-index.ts'
import { formatOfCode } from '../unit-code.ts'
import type { Catalogue } from './catalogue.ts'
import { likelyDuplicates, type LikelyDuplicate } from './likely-duplicates.ts'

export interface CatalogueInspection {
  /** Units of the catalogue, their codes with their decrees, that may be one, or may be a unit of the taxonomy. */
  duplicates: LikelyDuplicate[]
  /** Codes in clusters and relations that neither the catalogue nor the taxonomy holds, or that may be several units. */
  orphans: Array<{ where: string, code: string, candidates: string[] }>
}

/** What is likely wrong with a catalogue that is to be laid on a taxonomy: units that may be one, and codes that lead nowhere. */
export function inspectCatalogue (catalogue: Catalogue, taxonomy: Taxonomy): CatalogueInspection {
  checkLists(catalogue, 'inspectCatalogue', ['units', 'clusters', 'relations'], 'parseCatalogue')
  checkTaxonomy(taxonomy, 'inspectCatalogue')
  return { duplicates: duplicatesOf(catalogue, taxonomy), orphans: orphansOf(catalogue, taxonomy) }
}

function duplicatesOf (catalogue: Catalogue, taxonomy: Taxonomy): LikelyDuplicate[] {
  const keyOf = (code: string, decree: string | null): string => decree === null ? code : `${code}@${decree}`
  const own = catalogue.units.map(({ code, decree, title, otherTitles }) => ({ code: keyOf(code, decree), names: [title, ...otherTitles] }))
  const ownCodes = new Set(catalogue.units.map(({ code }) => code))
  const shipped = Array.from({ length: taxonomy.units.size }, (_, index) => taxonomy.units.at(index))
    .filter(({ plainCode }) => !ownCodes.has(plainCode))
    .map(({ plainCode, decree, title, otherTitles }) => ({ code: keyOf(plainCode, decree), names: [title, ...otherTitles] }))
  const ownKeys = new Set(own.map(({ code }) => code))
  return likelyDuplicates([...own, ...shipped]).filter(({ codes }) => codes.some(code => ownKeys.has(code)))
}

function orphansOf (catalogue: Catalogue, taxonomy: Taxonomy): CatalogueInspection['orphans'] {
  const { units } = catalogue
  const index = new UnitCodeIndex(units.map(({ code }) => code), units.map(({ decree }) => decree), row => formatOfCode(units[row]!.code))
  const named = [
    ...catalogue.clusters.flatMap(cluster => cluster.units.map(code => ({ where: `cluster ${cluster.code}`, code }))),
    ...catalogue.relations.flatMap(({ wanted, held }) => [wanted, held].map(code => ({ where: `relation ${wanted} <- ${held}`, code }))),
  ]
  return named.flatMap(({ where, code }) => {
    const own = index.rowsOf(code).map(row => `${units[row]!.code}@${units[row]!.decree ?? '-'}`)
    const candidates = own.length > 0 ? own : [...taxonomy.units.candidates(code)]
    return candidates.length === 1 ? [] : { where, code, candidates }
  })
}
