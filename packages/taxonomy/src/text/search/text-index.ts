import { isObject, told } from '../../check-arguments.ts'
import { GramIndex } from './gram-index.ts'
import { NeighbourIndex } from './neighbour-index.ts'
import { telling, wordsOf } from './terms.ts'
import { WordIndex } from './word-index.ts'

/** One thing of a catalogue: a unit, an occupation, a skill of ESCO. */
export interface IndexedThing {
  code: string
  label: string
  /** Other names, abbreviations, misspellings that people use. */
  synonyms?: readonly string[]
  /** Whatever else tells of it: a description, performance criteria. */
  description?: string
}

export interface TextHit {
  code: string
  /** Likeness to the text, per mille: 1000 is a name with the same words and nothing else. Comparable within one answer; between texts only roughly. */
  score: number
  /** The name that was likest. */
  name: string
}

export interface SearchOptions {
  /** How many things to return at most, 1 or more. Default 10. */
  limit?: number
  /** Things of a lower score are left out, per mille, 0 to 1000. Default 0. The answer is that of the whole search without them; from about 400 on it comes much sooner, since few things need to be looked at. */
  least?: number
  /** The last word may be unfinished, as it is while somebody types. Default false. */
  typing?: boolean
}

export interface TextIndex {
  /** How many things it holds. */
  readonly size: number
  /**
   * The things a text is likest, best first; equal scores stand by code. The text may be a title, a term or a sentence; of a long one the first 300 words count.
   * Words that the catalogue does not know are taken for near ones (a letter or two wrong, two words run together). Exact: every name is looked at that
   * shares a term. O(names that share a term with the text).
   */
  search (text: string, options?: SearchOptions): TextHit[]
}

/**
 * An index over any catalogue. Nothing of the city or the country is in it but the two languages' endings: what stands for what is learned from the
 * catalogue's own synonyms. O(names) to build, apart from sorting the words. Throws TypeError for things without code or label.
 */
export function createTextIndex (things: Iterable<IndexedThing>): TextIndex {
  if (!isObject(things) || typeof things[Symbol.iterator] !== 'function') throw new TypeError(`createTextIndex needs things with code and label to go through, got ${told(things)}.`)
  const codes: string[] = []
  const names: string[] = []
  const thingOf: number[] = []
  const nameTerms: number[][] = []
  const bags: number[][] = []
  const runs: number[][][] = []
  const termIds = new Map<string, number>()
  const wordTerms = new Map<string, number>()
  const idOf = (term: string): number => {
    const known = termIds.get(term)
    if (known !== undefined) return known
    termIds.set(term, termIds.size)
    return termIds.size - 1
  }
  const spoken: string[][] = []
  const described: number[] = []
  const read = (text: string, all: string[]): number[] => telling(added(all, wordsOf(text))).map(({ word, term }) => {
    const id = idOf(term)
    wordTerms.set(word, id)
    return id
  })

  for (const thing of things) {
    checkThing(thing, codes.length)
    const bag: number[] = []
    const all: string[] = []
    const own: number[][] = []
    described.push(thing.description === undefined ? 0 : 1)
    const spellings = new Set<string>()
    for (const name of [thing.label, ...thing.synonyms ?? []]) {
      const run = read(name, all)
      const terms = [...new Set(run)].sort((a, b) => a - b)
      const spelling = terms.join(' ')
      if (terms.length === 0 || spellings.has(spelling)) continue
      spellings.add(spelling)
      thingOf.push(codes.length)
      names.push(name)
      nameTerms.push(terms)
      bag.push(...terms)
      own.push(run)
    }
    if (thing.description !== undefined) {
      const run = read(thing.description, all)
      for (const term of run) bag.push(term)
      own.push(run)
    }
    bags.push(bag)
    runs.push(own)
    spoken.push(all)
    codes.push(thing.code)
  }
  const flags = Uint8Array.from(described)
  return new WordIndex({ codes, names, thingOf: Uint32Array.from(thingOf), nameTerms, bags, termIds, wordTerms, described: flags, grams: new GramIndex(spoken, flags), neighbours: new NeighbourIndex(runs) })
}

/** Notes words and gives them back. */
function added (all: string[], words: string[]): string[] {
  for (const word of words) all.push(word)
  return words
}

function checkThing (thing: IndexedThing, place: number): void {
  if (thing === null || typeof thing !== 'object') throw new TypeError(`Thing ${place} must be an object with code and label, got ${told(thing)}.`)
  if (typeof thing.code !== 'string' || thing.code === '') throw new TypeError(`Thing ${place} must have a code, got ${String(thing.code)}.`)
  if (typeof thing.label !== 'string') throw new TypeError(`Thing ${place} ('${thing.code}') must have a label, got ${String(thing.label)}.`)
}
