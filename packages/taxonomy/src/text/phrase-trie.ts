import { normaliseName } from '../normalise.ts'
import type { Token } from './tokens.ts'

/** A phrase found: the value it was added with, and its words in the token list, the last one included. */
export interface PhraseHit {
  value: number
  first: number
  last: number
}

const ROOT = 0
const NO_VALUE = -1

/** Shorter phrases do not run across a comma: `konsep, desain` is not `konsep desain`. */
const FEWEST_WORDS_ACROSS_PAUSE = 4

/**
 * Phrases by their words. Building comes first, then scanning: both are cheap, and phrases may be added between scans.
 * Nodes are numbered from the root (0); an edge is kept under `node * 2^20 + word`, so one Map holds them all.
 */
export class PhraseTrie {
  readonly #words = new Map<string, number>()
  readonly #edges = new Map<number, number>()
  readonly #values: number[] = [NO_VALUE]

  /** Adds a phrase in any spelling with a whole number of 0 or more. A phrase that is there already keeps its first value. Empty phrases are passed over. */
  add (phrase: string, value: number): void {
    const words = normaliseName(phrase)
    if (words === '') return
    let node = ROOT
    for (const word of words.split(' ')) {
      const key = edgeKey(node, this.#wordId(word))
      let next = this.#edges.get(key)
      if (next === undefined) {
        next = this.#values.push(NO_VALUE) - 1
        this.#edges.set(key, next)
      }
      node = next
    }
    if (this.#values[node] === NO_VALUE) this.#values[node] = value
  }

  /**
   * Phrases in a text from left to right, the longest at each place, none overlapping another, none running across a break
   * and short ones not across a comma either.
   * O(tokens * words of the longest phrase).
   */
  scan (tokens: readonly Token[]): PhraseHit[] {
    const hits: PhraseHit[] = []
    for (let first = 0; first < tokens.length;) {
      const hit = this.#longestAt(tokens, first)
      if (hit === undefined) first++
      else {
        hits.push(hit)
        first = hit.last + 1
      }
    }
    return hits
  }

  #longestAt (tokens: readonly Token[], first: number): PhraseHit | undefined {
    let hit: PhraseHit | undefined
    let node = ROOT
    let paused = false
    for (let place = first; place < tokens.length; place++) {
      const { word, opens, pauses } = tokens[place]!
      if (opens && place > first) break
      if (pauses && place > first) paused = true
      const wordId = this.#words.get(word)
      if (wordId === undefined) break
      const next = this.#edges.get(edgeKey(node, wordId))
      if (next === undefined) break
      node = next
      const value = this.#values[node]!
      const whole = !paused || place - first + 1 >= FEWEST_WORDS_ACROSS_PAUSE
      if (value !== NO_VALUE && whole) hit = { value, first, last: place }
    }
    return hit
  }

  #wordId (word: string): number {
    const known = this.#words.get(word)
    if (known !== undefined) return known
    this.#words.set(word, this.#words.size)
    return this.#words.size - 1
  }
}

/** Words number fewer than 2^20, nodes fewer than 2^32: the key is a safe integer. */
function edgeKey (node: number, word: number): number {
  return node * 1_048_576 + word
}
