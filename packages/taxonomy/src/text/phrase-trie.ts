import { normaliseName } from '../normalise.ts'
import { termOf } from './search/terms.ts'
import { EVERY_READER, isFor, type Token } from './tokens.ts'

/** A phrase found: the value it was added with, and its words in the token list, the last one included. */
export interface PhraseHit {
  value: number
  first: number
  last: number
}

const NO_VALUE = -1

interface Node {
  value: number
  /** Undefined where no phrase goes on: most nodes are ends, and a map for each would be most of the memory. */
  next: Map<string, Node> | undefined
}

/** Shorter phrases do not run across a comma: `konsep, desain` is not `konsep desain`. */
const FEWEST_WORDS_ACROSS_PAUSE = 4

/**
 * Phrases by their words. Building comes first, then scanning: both are cheap, and phrases may be added between scans. Most words of a text
 * begin no phrase, and cost one look-up.
 */
export class PhraseTrie {
  readonly #root = { value: NO_VALUE, next: new Map<string, Node>() }

  /** Adds a phrase in any spelling with a whole number of 0 or more. A phrase that is there already keeps its first value. Empty phrases are passed over. */
  add (phrase: string, value: number): void {
    const words = normaliseName(phrase)
    if (words === '') return
    let node: Node = this.#root
    for (const word of words.split(' ')) {
      node.next ??= new Map()
      let next = node.next.get(word)
      if (next === undefined) node.next.set(word, next = { value: NO_VALUE, next: undefined })
      node = next
    }
    if (node.value === NO_VALUE) node.value = value
  }

  /**
   * Phrases in a text from left to right, the longest at each place, none overlapping another, none running across a break
   * and short ones not across a comma either.
   * With `terms` the words count as their terms. Words that do not wake the reader of bit `reader` begin none. O(tokens * words of the longest phrase).
   */
  scan (tokens: readonly Token[], reader: number = EVERY_READER, terms: boolean = false): PhraseHit[] {
    const hits: PhraseHit[] = []
    for (let first = 0; first < tokens.length;) {
      const hit = isFor(tokens[first]!, reader) ? this.#longestAt(tokens, first, terms) : undefined
      if (hit === undefined) first++
      else {
        hits.push(hit)
        first = hit.last + 1
      }
    }
    return hits
  }

  /** True when some phrase begins with a word. */
  begins (word: string): boolean {
    return this.#root.next.has(word)
  }

  #longestAt (tokens: readonly Token[], first: number, terms: boolean): PhraseHit | undefined {
    let hit: PhraseHit | undefined
    let node = this.#root.next.get(wordAt(tokens, first, terms))
    let paused = false
    for (let place = first; node !== undefined;) {
      const whole = !paused || place - first + 1 >= FEWEST_WORDS_ACROSS_PAUSE
      if (node.value !== NO_VALUE && whole) hit = { value: node.value, first, last: place }
      if (++place === tokens.length || node.next === undefined) break
      const { opens, pauses } = tokens[place]!
      if (opens) break
      if (pauses) paused = true
      node = node.next.get(wordAt(tokens, place, terms))
    }
    return hit
  }
}

function wordAt (tokens: readonly Token[], place: number, terms: boolean): string {
  const { word, facts } = tokens[place]!
  return terms ? facts.term ?? termOf(word) : word
}
