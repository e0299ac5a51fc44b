import { normaliseName } from '../normalise.ts'
import { termOf } from './search/terms.ts'
import { EVERY_READER, isFor, type Token, type WordFacts } from './tokens.ts'
import { NO_NUMBER, numberOf, numberWord, numNumbered } from './vocabulary.ts'

/** A phrase found: the value it was added with, and its words in the token list, the last one included. */
export interface PhraseHit {
  value: number
  first: number
  last: number
}

const NO_VALUE = -1

const ROOT = 0
/** No step leads back to the root, so it stands for none. */
const NO_NODE = 0

/** An edge of the table: the node it leaves, the number of the word, the node it leads to. */
const EDGE = 3
const FEWEST_EDGES = 16

/** Shorter phrases do not run across a comma: `konsep, desain` is not `konsep desain`. */
const FEWEST_WORDS_ACROSS_PAUSE = 4

/**
 * Phrases by their words. Building comes first, then scanning: both are cheap, and phrases may be added between scans. Most words of a text
 * begin no phrase, and cost one look-up. Words are numbers (`vocabulary`), and all steps from word to word stand in one table with open addressing, at most half full;
 * with a map for each node reading took a fifth more time, and an extractor 2 MB more memory.
 */
export class PhraseTrie {
  /** The value of each node. */
  readonly #values: number[] = [NO_VALUE]
  /** A bit for each word that goes on at a node, by the word's number: most nodes are ends, and most words that follow a node's are not its own, which this tells without the table. */
  readonly #goesOn: number[] = [0]
  /** Where phrases begin, by the number of their first word. */
  #starts = new Int32Array(0)
  #edges = new Int32Array(EDGE * FEWEST_EDGES)
  #mask = FEWEST_EDGES - 1
  #numEdges = 0

  /** Adds a phrase in any spelling with a whole number of 0 or more. A phrase that is there already keeps its first value. Empty phrases are passed over. */
  add (phrase: string, value: number): void {
    const words = normaliseName(phrase)
    if (words === '') return
    let node = ROOT
    for (const word of words.split(' ')) node = node === ROOT ? this.#begin(numberWord(word)) : this.#step(node, numberWord(word))
    if (this.#values[node] === NO_VALUE) this.#values[node] = value
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
    return this.#start(numberOf(word)) !== NO_NODE
  }

  #longestAt (tokens: readonly Token[], first: number, terms: boolean): PhraseHit | undefined {
    let value = NO_VALUE
    let last = first
    let paused = false
    let node = this.#start(numberAt(tokens[first]!, terms))
    for (let place = first; node !== NO_NODE;) {
      const here = this.#values[node]!
      if (here !== NO_VALUE && (!paused || place - first + 1 >= FEWEST_WORDS_ACROSS_PAUSE)) {
        value = here
        last = place
      }
      const follows = this.#goesOn[node]!
      if (follows === 0 || ++place === tokens.length) break
      const token = tokens[place]!
      if (token.opens) break
      if (token.pauses) paused = true
      const word = numberAt(token, terms)
      node = (follows & (1 << word)) === 0 ? NO_NODE : this.#next(node, word)
    }
    return value === NO_VALUE ? undefined : { value, first, last }
  }

  /** The node at which phrases go on after their first word. */
  #start (word: number): number {
    return word >= 0 && word < this.#starts.length ? this.#starts[word]! : NO_NODE
  }

  /** The same, made if there is none. */
  #begin (word: number): number {
    if (word >= this.#starts.length) {
      const wider = new Int32Array(Math.max(word + 1, 2 * this.#starts.length))
      wider.set(this.#starts)
      this.#starts = wider
    }
    if (this.#starts[word] === NO_NODE) this.#starts[word] = this.#made()
    return this.#starts[word]!
  }

  #made (): number {
    this.#goesOn.push(0)
    return this.#values.push(NO_VALUE) - 1
  }

  /** The node that a word leads to. */
  #next (node: number, word: number): number {
    if (word === NO_NUMBER) return NO_NODE
    const edges = this.#edges
    const mask = this.#mask
    for (let at = slotOf(node, word) & mask; ; at = (at + 1) & mask) {
      const edge = EDGE * at
      const next = edges[edge + 2]!
      if (next === NO_NODE || (edges[edge] === node && edges[edge + 1] === word)) return next
    }
  }

  /** The node that a word leads to, made if there is none. */
  #step (node: number, word: number): number {
    const known = this.#next(node, word)
    if (known !== NO_NODE) return known
    const made = this.#made()
    this.#goesOn[node]! |= 1 << word
    if (2 * ++this.#numEdges > this.#mask) this.#widen()
    place(this.#edges, this.#mask, node, word, made)
    return made
  }

  #widen (): void {
    const before = this.#edges
    this.#mask = 2 * this.#mask + 1
    this.#edges = new Int32Array(2 * before.length)
    for (let edge = 0; edge < before.length; edge += EDGE) {
      if (before[edge + 2] !== NO_NODE) place(this.#edges, this.#mask, before[edge]!, before[edge + 1]!, before[edge + 2]!)
    }
  }
}

function place (edges: Int32Array, mask: number, node: number, word: number, next: number): void {
  let at = slotOf(node, word) & mask
  while (edges[EDGE * at + 2] !== NO_NODE) at = (at + 1) & mask
  edges[EDGE * at] = node
  edges[EDGE * at + 1] = word
  edges[EDGE * at + 2] = next
}

/** Where an edge is looked for first; the multipliers are odd and large, from MurmurHash3's finalizer. */
function slotOf (node: number, word: number): number {
  const mixed = Math.imul(node, 0x85EBCA6B) ^ Math.imul(word, 0xC2B2AE35)
  return mixed ^ (mixed >>> 15)
}

function numberAt ({ facts }: Token, terms: boolean): number {
  if (facts.looked !== numNumbered() && (facts.number === NO_NUMBER || facts.termNumber === NO_NUMBER)) lookAgain(facts)
  return !terms ? facts.number : facts.term === undefined ? numberOf(termOf(facts.word)) : facts.termNumber
}

function lookAgain (facts: WordFacts): void {
  facts.number = numberOf(facts.word)
  facts.termNumber = facts.term === undefined ? NO_NUMBER : numberOf(facts.term)
  facts.looked = numNumbered()
}
