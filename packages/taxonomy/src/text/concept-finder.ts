import { PhraseTrie } from './phrase-trie.ts'
import type { IndexedThing } from './search/text-index.ts'
import { STOP_WORDS } from './search/stop-words.ts'
import { termOf, wordsOf } from './search/terms.ts'
import type { Token } from './tokens.ts'

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
  /** True when some name begins with a word, or with another form of it. Asked for every word before it is looked for in a text whose words carry their terms. */
  begins (word: string): boolean
}

/** Names of one or two letters are anything. */
const SHORTEST_NAME = 3

/**
 * Finds names by their words as they stand, and names of two words or more also by other forms of the same words (`menjahit baju`, `jahit baju`; `managing teams`).
 * Names that hold nothing but everyday words are passed over. O(words of all names) to build; other forms are worked out when a text first holds their first word, which changes no answer.
 */
export function createConceptFinder (things: readonly IndexedThing[]): ConceptFinder {
  const exact = new Names(word => word)
  const formed = new Names(termOf)
  for (const [thing, { label, synonyms = [] }] of things.entries()) {
    for (const name of [label, ...synonyms]) {
      const words = wordsOf(name)
      const telling = words.filter(word => !STOP_WORDS.has(word)).length
      if (telling === 0 || words.join('').length < SHORTEST_NAME) continue
      exact.add(words, thing)
      if (telling > 1) formed.add(words, thing)
    }
  }
  return {
    begins,
    find (tokens, reader) {
      // Words whose term is known were asked about when they were first met.
      for (const { word, facts } of tokens) if (facts.term === undefined) begins(word)
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

  function begins (word: string): boolean {
    const named = exact.begin(word)
    return formed.begin(termOf(word)) || named
  }
}

/** Names by their words in some form. What they are written like is worked out when a text first holds their first word: most of the cost of making a finder lies there. */
class Names {
  readonly trie = new PhraseTrie()
  /** The things of each number in the trie. */
  readonly meant: number[][] = []
  readonly #numbers = new Map<string, number>()
  readonly #formOf: (word: string) => string
  readonly #waiting = new Map<string, Array<{ words: readonly string[], thing: number }>>()

  constructor (formOf: (word: string) => string) {
    this.#formOf = formOf
  }

  add (words: readonly string[], thing: number): void {
    const first = this.#formOf(words[0]!)
    const names = this.#waiting.get(first)
    if (names === undefined) this.#waiting.set(first, [{ words, thing }])
    else names.push({ words, thing })
  }

  /** True when a name begins with a word in that form; its names are ready from then on. */
  begin (form: string): boolean {
    const names = this.#waiting.get(form)
    if (names === undefined) return this.trie.begins(form)
    this.#waiting.delete(form)
    for (const { words, thing } of names) this.#write(words.map(this.#formOf).join(' '), thing)
    return true
  }

  #write (name: string, thing: number): void {
    const known = this.#numbers.get(name)
    if (known === undefined) {
      this.#numbers.set(name, this.meant.push([thing]) - 1)
      this.trie.add(name, this.meant.length - 1)
    } else if (!this.meant[known]!.includes(thing)) this.meant[known]!.push(thing)
  }
}
