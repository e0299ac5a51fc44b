import { checkTaxonomy, checkText } from '../check-arguments.ts'
import { normaliseName } from '../normalise.ts'
import type { Confidence, Taxonomy, Unit } from '../types.ts'
import { findCodes } from './codes-in-text.ts'
import { PhraseTrie } from './phrase-trie.ts'
import { SYNONYMS } from './synonym-table.ts'
import { tokensOf, type Token } from './tokens.ts'
import type { UnitMention } from './unit-mention.ts'

export interface UnitFinder {
  /** Every mention in the order of the text. A unit may be mentioned often, and one term may mean two units. O(length). */
  find (text: string): UnitMention[]
  /** The same for a text whose words are there already. */
  findIn (text: string, tokens: readonly Token[], reader?: number): UnitMention[]
  /** True when a title, a name or a code may begin with a word, given also as written. */
  begins (word: string, surface: string): boolean
}

/** Shorter titles (`Membuat Laporan`, `Mengelola Tim`) say too little to be taken for one unit; they count only as names of concepts. */
const FEWEST_TITLE_WORDS = 3

/** Which of several units with one title is meant: the surest, then the lower index. Titles that are the same are related anyway. */
const SURENESS: Readonly<Record<Confidence, number>> = Object.freeze({ official: 0, multi: 1, single: 2 })

/** What is in round brackets at the end of a title or inside it; left out, the title reads as people write it. */
const BRACKETS = /\([^()]*\)/g

/** Every code holds one. */
const HAS_DIGIT = /\d/

interface Meaning {
  units: readonly number[]
  by: 'title' | 'synonym'
}

/**
 * Prepares the search for units by their codes, their titles and the names of concepts. Of overlapping mentions the first and longest
 * counts; where a concept's name is written like a title, the concept decides. Units of a user's catalogue are found by code and title.
 */
export function createUnitFinder (taxonomy: Taxonomy): UnitFinder {
  checkTaxonomy(taxonomy, 'createUnitFinder')
  const trie = new PhraseTrie()
  const meanings: Meaning[] = []
  const add = (phrase: string, meaning: Meaning): void => trie.add(phrase, meanings.push(meaning) - 1)

  for (const term of SYNONYMS.noUnits) add(term, { units: [], by: 'synonym' })
  for (const [name, units] of conceptNames(taxonomy)) add(name, { units, by: 'synonym' })
  for (const unit of surestFirst(taxonomy)) {
    for (const title of [unit.title, ...unit.otherTitles]) {
      for (const phrase of [title, title.replace(BRACKETS, ' ')]) {
        if (normaliseName(phrase).split(' ').length >= FEWEST_TITLE_WORDS) add(phrase, { units: [unit.index], by: 'title' })
      }
    }
  }

  return {
    find (text) {
      checkText(text, 'find')
      return this.findIn(text, tokensOf(text))
    },
    begins: (word, surface) => trie.begins(word) || HAS_DIGIT.test(surface),
    findIn (text, tokens, reader) {
      const mentions: UnitMention[] = findCodes(text, taxonomy)
      for (const { value, first, last } of trie.scan(tokens, reader)) {
        const start = tokens[first]!.start
        const end = tokens[last]!.end
        const { units, by } = meanings[value]!
        for (const unit of units) mentions.push({ unit, start, end, surface: text.slice(start, end), by })
      }
      return mentions.length < 2 ? mentions : mentions.sort((a, b) => a.start - b.start || a.end - b.end || a.unit - b.unit)
    },
  }
}

/** The names of all concepts that ask for units, with the units. A name of several concepts says nothing: `AP` may be many things. */
function conceptNames ({ concepts, units: { size } }: Taxonomy): Array<[name: string, units: readonly number[]]> {
  const asking = new Set(Array.from({ length: size }, (_, unit) => concepts.ofUnit(unit)).flat())
  return [...asking].sort((a, b) => a - b).map(concept => concepts.at(concept))
    .flatMap(({ title, titleEn, synonyms, abbreviations, misspellings, units }) => [title, titleEn, ...synonyms, ...abbreviations, ...misspellings]
      .filter(name => concepts.named(name).length === 1)
      .map((name): [string, readonly number[]] => [name, units]))
}

function surestFirst (taxonomy: Taxonomy): Unit[] {
  const units = Array.from({ length: taxonomy.units.size }, (_, index) => taxonomy.units.at(index))
  return units.sort((a, b) => SURENESS[a.confidence] - SURENESS[b.confidence] || a.index - b.index)
}
