import { checkTaxonomy } from '../check-arguments.ts'
import type { Concept, Taxonomy, Unit } from '../types.ts'
import { likelyDuplicates, type LikelyDuplicate, type NamedThing } from './likely-duplicates.ts'

export interface TaxonomyInspection {
  /** Units, then concepts, that may be one. Editions of one unit are none. */
  duplicates: Array<LikelyDuplicate & { kind: 'unit' | 'concept' }>
  /**
   * Units that stand in no scheme, are asked for by no concept and have no relative; concepts of no unit and no occupation that have neither a wider nor a narrower one. Attitudes belong to no trade
   * and are left out.
   */
  orphans: Array<{ kind: 'unit' | 'concept', code: string, title: string }>
  /** Concepts that no text of the sources names, no page is cited for and that ask for no unit. */
  unsourced: Array<{ code: string, title: string }>
}

/** What a person should look at in a loaded taxonomy, ours or one with catalogues laid on it: likely duplicates, and what nothing is related to. O(names and relations). */
export function inspectTaxonomy (taxonomy: Taxonomy): TaxonomyInspection {
  checkTaxonomy(taxonomy, 'inspectTaxonomy')
  const units = allOf(taxonomy.units)
  const concepts = allOf(taxonomy.concepts)
  return {
    duplicates: [
      ...likelyDuplicates(editions(units, taxonomy)).map(found => ({ kind: 'unit' as const, ...found })),
      ...likelyDuplicates(concepts.map(({ code, title, titleEn, synonyms }) => ({ code, names: [title, titleEn, ...synonyms] }))).map(found => ({ kind: 'concept' as const, ...found })),
    ],
    orphans: [...lonelyUnits(units, taxonomy), ...lonelyConcepts(concepts)],
    unsourced: concepts.filter(({ units: asked, evidence }) => asked.length === 0 && Object.values(evidence).every(count => count === 0)).map(({ code, title }) => ({ code, title })),
  }
}

/** Editions of one unit count as the newest of them. */
function editions (units: readonly Unit[], { units: register }: Taxonomy): NamedThing[] {
  return units.map(({ index, title, otherTitles }) => ({ code: register.codeAt(Math.max(...register.editionsOf(index))), names: [title, ...otherTitles] }))
}

function lonelyUnits (units: readonly Unit[], { units: register, clusters, concepts }: Taxonomy): TaxonomyInspection['orphans'] {
  const inSchemes = new Set(allOf(clusters).flatMap(cluster => cluster.units))
  return units.filter(({ index }) => !inSchemes.has(index) && register.relatives(index).length === 0 && concepts.ofUnit(index).length === 0)
    .map(({ code, title }) => ({ kind: 'unit', code, title }))
}

function lonelyConcepts (concepts: readonly Concept[]): TaxonomyInspection['orphans'] {
  const wider = new Set(concepts.map(({ broader }) => broader))
  return concepts.filter(({ index, kind, units, occupations, broader }) => kind !== 'attitude' && units.length === 0 && occupations.length === 0 && broader === null && !wider.has(index))
    .map(({ code, title }) => ({ kind: 'concept', code, title }))
}

function allOf<Item> (register: { size: number, at (index: number): Item }): Item[] {
  return Array.from({ length: register.size }, (_, index) => register.at(index))
}
