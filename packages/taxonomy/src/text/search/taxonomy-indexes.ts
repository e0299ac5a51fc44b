import { checkTaxonomy, checkText } from '../../check-arguments.ts'
import type { Taxonomy } from '../../types.ts'
import { SYNONYMS } from '../synonym-table.ts'
import { formalTitle } from '../words/title-forms.ts'
import { createTextIndex, type IndexedThing, type TextHit, type TextIndex } from './text-index.ts'

/** What an index can be made of, by the name of the register. */
export type IndexedKind = 'unit' | 'occupation' | 'concept' | 'field' | 'sector' | 'region' | 'licence'

export const INDEXED_KINDS: readonly IndexedKind[] = Object.freeze(['unit', 'occupation', 'concept', 'field', 'sector', 'region', 'licence'] as const)

const indexesOf = new WeakMap<Taxonomy, Map<IndexedKind, TextIndex>>()

/** The text index of a register of a taxonomy, made at the first question and kept with it. */
export function textIndexOf (taxonomy: Taxonomy, kind: IndexedKind): TextIndex {
  checkTaxonomy(taxonomy, 'textIndexOf')
  if (!INDEXED_KINDS.includes(kind)) throw new RangeError(`There is no kind '${String(kind)}'; the kinds are ${INDEXED_KINDS.join(', ')}.`)
  let indexes = indexesOf.get(taxonomy)
  if (indexes === undefined) indexesOf.set(taxonomy, indexes = new Map())
  let index = indexes.get(kind)
  if (index === undefined) indexes.set(kind, index = createTextIndex(thingsOf(taxonomy, kind)))
  return index
}

/** A register of a taxonomy as things of an index, in its own order. */
export function thingsOf (taxonomy: Taxonomy, kind: IndexedKind): IndexedThing[] {
  return THINGS[kind](taxonomy)
}

/** Occupations (KBJI) that a title or a sentence is likest, best first, with scores: an answer to every title, where `classifyOccupation` keeps silent unless it is sure. */
export function rankOccupations (title: string, taxonomy: Taxonomy, limit = 10): TextHit[] {
  checkText(title, 'rankOccupations')
  checkTaxonomy(taxonomy, 'rankOccupations')
  return textIndexOf(taxonomy, 'occupation').search(formalTitle(title), { limit })
}

type Things = (taxonomy: Taxonomy) => IndexedThing[]

const THINGS: Readonly<Record<IndexedKind, Things>> = {
  unit: ({ units }) => listOf(units, ({ code, title, otherTitles }) => ({ code, label: title, synonyms: otherTitles })),
  occupation: ({ occupations }) => {
    const titles = new Map<string, string[]>()
    for (const [title, code] of SYNONYMS.jobs) titles.set(code, [...titles.get(code) ?? [], title])
    return listOf(occupations, ({ code, title }) => ({ code, label: title, synonyms: titles.get(code) ?? [] }))
  },
  concept: ({ concepts }) => listOf(concepts, ({ code, title, titleEn, synonyms, abbreviations, misspellings }) => ({
    code, label: title, synonyms: [titleEn, ...synonyms, ...abbreviations, ...misspellings],
  })),
  field: ({ fields }) => listOf(fields, ({ code, title }) => ({ code, label: title })),
  sector: ({ sectors }) => listOf(sectors, ({ code, title }) => ({ code, label: title })),
  region: ({ regions }) => listOf(regions, ({ code, name }) => ({ code, label: name })),
  licence: ({ licences }) => listOf(licences, ({ code, title, titleEn }) => ({ code, label: title, synonyms: [titleEn, code] })),
}

function listOf<Item> (register: { size: number, at (index: number): Item }, thing: (item: Item) => IndexedThing): IndexedThing[] {
  return Array.from({ length: register.size }, (_, index) => thing(register.at(index)))
}
