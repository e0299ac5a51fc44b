import { createDrafter, type Drafter, type SeekerDraft, type VacancyDraft } from '@padan/matcher/drafts'
import type { Catalogue, Taxonomy } from '@padan/taxonomy'
import { INDEXED_KINDS, textIndexOf, type IndexedKind } from '@padan/taxonomy/text'

/** What a thread of words starts with. */
export interface WordStart {
  catalogues: readonly Catalogue[]
}

/** One thing to do. */
export type WordTask =
  | { readonly kind: 'draft-vacancy', readonly text: string }
  | { readonly kind: 'draft-seeker', readonly text: string, readonly asOf: string }
  | { readonly kind: 'suggest', readonly words: string, readonly register?: IndexedKind, readonly limit: number }

/** What comes out of each. */
export interface WordResults {
  'draft-vacancy': VacancyDraft
  'draft-seeker': SeekerDraft
  suggest: Suggestion[]
}

export interface Suggestion {
  kind: IndexedKind
  code: string
  /** As the register has it. */
  title: string
  /** The name by which it was found: the title, a synonym, an abbreviation. */
  name: string
  /** The title of what it lies in, where a register is a tree. */
  within: string | null
  /** Likeness, per mille. */
  score: number
}

/** Does the tasks of one taxonomy. What a task needs is made at the first one that needs it, and kept. */
export class WordWork {
  readonly #taxonomy: Taxonomy
  #drafter: Drafter | undefined

  constructor (taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
  }

  do (task: WordTask): WordResults[WordTask['kind']] {
    if (task.kind === 'suggest') return this.#suggest(task)
    this.#drafter ??= createDrafter(this.#taxonomy)
    return task.kind === 'draft-vacancy' ? this.#drafter.draftVacancy(task.text) : this.#drafter.draftSeeker(task.text, { asOf: task.asOf })
  }

  /** Of several registers the likest first; equal scores keep the order of the registers, then that of their index. */
  #suggest ({ words, register, limit }: Extract<WordTask, { kind: 'suggest' }>): Suggestion[] {
    const kinds = register === undefined ? INDEXED_KINDS : [register]
    const found = kinds.flatMap(kind => textIndexOf(this.#taxonomy, kind).search(words, { typing: true, limit }).map(({ code, name, score }) => ({ kind, code, name, score, ...this.#titleOf(kind, code) })))
    return found.sort((a, b) => b.score - a.score).slice(0, limit)
  }

  #titleOf (kind: IndexedKind, code: string): { title: string, within: string | null } {
    const { units, occupations, concepts, fields, sectors, regions, licences } = this.#taxonomy
    const register = { unit: units, occupation: occupations, concept: concepts, field: fields, sector: sectors, region: regions, licence: licences }[kind]
    const item = register.get(code) as { title?: string, name?: string, parent?: number | null } | undefined
    const parent = typeof item?.parent === 'number' ? register.at(item.parent) as { title?: string, name?: string } : undefined
    return { title: nameOf(item) ?? code, within: nameOf(parent) ?? null }
  }
}

/** Regions are named, everything else is titled. */
function nameOf (item: { title?: string, name?: string } | undefined): string | undefined {
  return item?.title ?? item?.name
}
