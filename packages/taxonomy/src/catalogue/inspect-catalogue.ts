import { normaliseName } from '../normalise.ts'
import type { Taxonomy } from '../types.ts'
import { UnitCodeIndex } from '../unit-code-index.ts'
import { formatOfCode } from '../unit-code.ts'
import type { Catalogue } from './catalogue.ts'

export interface CatalogueInspection {
  /** Codes, with their decrees, that have the same normalised title; those of one title in one group. */
  duplicates: Array<{ title: string, codes: string[] }>
  /** Codes in clusters and relations that neither the catalogue nor the taxonomy holds, or that may be several units. */
  orphans: Array<{ where: string, code: string, candidates: string[] }>
}

/** What is likely wrong with a catalogue that is to be laid on a taxonomy: units that may be one, and codes that lead nowhere. */
export function inspectCatalogue (catalogue: Catalogue, taxonomy: Taxonomy): CatalogueInspection {
  return { duplicates: duplicatesOf(catalogue, taxonomy), orphans: orphansOf(catalogue, taxonomy) }
}

function duplicatesOf (catalogue: Catalogue, taxonomy: Taxonomy): CatalogueInspection['duplicates'] {
  const groups = new Map<string, { title: string, codes: Set<string> }>()
  for (const { code, decree, title } of catalogue.units) {
    const name = normaliseName(title)
    const group = groups.get(name) ?? { title, codes: new Set() }
    groups.set(name, group)
    group.codes.add(decree === null ? code : `${code}@${decree}`)
  }
  const own = new Set(catalogue.units.map(({ code }) => code))
  for (let index = 0; index < taxonomy.units.size; index++) {
    const { code, title, decree } = taxonomy.units.at(index)!
    const plain = code.replace(/@.*$/, '')
    if (!own.has(plain)) groups.get(normaliseName(title))?.codes.add(decree === null ? plain : `${plain}@${decree}`)
  }
  return [...groups.values()].filter(({ codes }) => codes.size > 1).map(({ title, codes }) => ({ title, codes: [...codes].sort() }))
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
