import { checkLists } from '../check-arguments.ts'
import { normaliseName } from '../normalise.ts'
import type { Catalogue, CatalogueCluster, CatalogueUnit } from './catalogue.ts'

/** One code that two catalogues use for different things. */
export interface MergeConflict {
  kind: 'unit' | 'cluster'
  code: string
  decree: string | null
  /** How either side has it: a title, or the units of a scheme. */
  known: string
  came: string
}

export interface Merged {
  /** Everything known and everything that came and fits. In a conflict the known side stays. */
  catalogue: Catalogue
  conflicts: MergeConflict[]
}

/**
 * Adds one catalogue to another. Units are the same by code and decree; the same code under another decree is another unit, and both stay. A unit
 * that came with the known title takes its place: it is the later reading. Linear in both.
 */
export function mergeCatalogues (known: Catalogue, came: Catalogue): Merged {
  for (const catalogue of [known, came]) checkLists(catalogue, 'mergeCatalogues', ['units', 'clusters', 'relations'], 'parseCatalogue')
  const conflicts: MergeConflict[] = []
  const units = new Map(known.units.map(unit => [unitKey(unit), unit]))
  for (const unit of came.units) {
    const there = units.get(unitKey(unit))
    if (there === undefined || normaliseName(there.title) === normaliseName(unit.title)) units.set(unitKey(unit), joined(there, unit))
    else conflicts.push({ kind: 'unit', code: unit.code, decree: unit.decree, known: there.title, came: unit.title })
  }
  const clusters = new Map(known.clusters.map(cluster => [cluster.code, cluster]))
  for (const cluster of came.clusters) {
    const there = clusters.get(cluster.code)
    if (there === undefined || clusterText(there) === clusterText(cluster)) clusters.set(cluster.code, cluster)
    else conflicts.push({ kind: 'cluster', code: cluster.code, decree: null, known: clusterText(there), came: clusterText(cluster) })
  }
  return { catalogue: { units: [...units.values()], clusters: [...clusters.values()], relations: [...known.relations, ...came.relations] }, conflicts }
}

/** The later reading, with the other titles of both. */
function joined (there: CatalogueUnit | undefined, unit: CatalogueUnit): CatalogueUnit {
  if (there === undefined) return unit
  return { ...there, ...unit, otherTitles: [...new Set([...there.otherTitles, ...unit.otherTitles])] }
}

function unitKey ({ code, decree }: CatalogueUnit): string {
  return `${code}@${decree ?? '-'}`
}

function clusterText ({ title, units }: CatalogueCluster): string {
  return `${title}: ${units.join(', ')}`
}
