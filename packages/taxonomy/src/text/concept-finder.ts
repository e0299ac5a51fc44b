import { PhraseTrie } from './phrase-trie.ts'
import type { IndexedThing } from './search/text-index.ts'
import { STOP_WORDS } from './search/stop-words.ts'
import { termOf } from './search/terms.ts'
import { tokensOf, type Token } from './tokens.ts'

/** A thing of a catalogue named in a text, with its words. */
export interface ConceptHit {
  /** Place of the thing in the catalogue. */
  thing: number
  first: number
  last: number
  /** Found by the very words of a name; else by other forms of them. */
  exact: boolean
}

/** Finds the things of a catalogue that a text names. */
export interface ConceptFinder {
  /** In the order of the text; of overlapping names the first and longest counts. A name may mean several things. O(words). */
  find (tokens: readonly Token[], reader?: number): ConceptHit[]
  /** True when some name begins with a word, or with another form of it. */
  begins (word: string): boolean
}

interface Names {
  trie: PhraseTrie
  meant: number[][]
  /** The number of each name's writing. */
  numbers: Map<string, number>
}

/** Names of one or two letters are anything. */
const SHORTEST_NAME = 3

/**
 * Finds names by their words as they stand, and names of two words or more also by other forms of the same words (`menjahit baju`, `jahit baju`; `managing teams`).
 * Names that hold nothing but everyday words are passed over. O(words of all names) to build.
 */
export function createConceptFinder (things: readonly IndexedThing[]): ConceptFinder {
  const exact: Names = { trie: new PhraseTrie(), meant: [], numbers: new Map() }
  const formed: Names = { trie: new PhraseTrie(), meant: [], numbers: new Map() }
  for (const [thing, { label, synonyms = [] }] of things.entries()) {
    for (const name of [label, ...synonyms]) {
      const words = tokensOf(name).map(({ word }) => word)
      const telling = words.filter(word => !STOP_WORDS.has(word))
      if (telling.length === 0 || words.join('').length < SHORTEST_NAME) continue
      addName(exact, words.join(' '), thing)
      if (telling.length > 1) addName(formed, words.map(termOf).join(' '), thing)
    }
  }
  return {
    begins: word => exact.trie.begins(word) || formed.trie.begins(termOf(word)),
    find (tokens, reader) {
      const hits: ConceptHit[] = []
      const found = exact.trie.scan(tokens, reader)
      for (const { value, first, last } of found) for (const thing of exact.meant[value]!) hits.push({ thing, first, last, exact: true })
      for (const { value, first, last } of formed.trie.scan(tokens, reader, true)) {
        // The words as they stand say more than their forms; a longer run of forms says more than a shorter one of words.
        if (found.some(hit => hit.first <= last && first <= hit.last && hit.last - hit.first >= last - first)) continue
        for (const thing of formed.meant[value]!) hits.push({ thing, first, last, exact: false })
      }
      return hits.length < 2 ? hits : hits.sort((a, b) => a.first - b.first || a.last - b.last || a.thing - b.thing)
    },
  }
}

function addName ({ trie, meant, numbers }: Names, name: string, thing: number): void {
  const known = numbers.get(name)
  if (known === undefined) {
    numbers.set(name, meant.push([thing]) - 1)
    trie.add(name, meant.length - 1)
  } else if (!meant[known]!.includes(thing)) meant[known]!.push(thing)
}
