import { binaryLog } from './binary-log.ts'
import { placeIn, postingsOf, type Postings } from './postings.ts'
import { SHARES } from './shares.ts'

/** Letters of a gram, a space at either end of a word counted; shorter and longer ones together found no more on the tune part, at three times the memory. */
const LENGTH = 4

/**
 * Things by the runs of four letters in all that they say of themselves (TF-IDF, cosine): what a word has in common with another though neither its root
 * nor its spelling is known. Grams lie within words, so that the order of words does not matter.
 */
export class GramIndex {
  readonly #ids: ReadonlyMap<string, number>
  readonly #postings: Postings
  readonly #rarity: Float64Array
  /** Rarity of a gram that no thing has. */
  readonly #unknown: number
  readonly #norms: Float64Array
  /** The part of BM25 that a described thing's length decides; 0 for the others, whose likeness is a cosine always. */
  readonly #lengths: Float64Array
  /** Scores of the search at hand; zero between searches. */
  readonly #scores: Float64Array

  /** `words` are those of each thing, in comparable form, repeated as they are; `described` is 1 for things with a description. O(letters). */
  constructor (words: ReadonlyArray<readonly string[]>, described: Uint8Array) {
    const ids = new Map<string, number>()
    // Things repeat one another's words: each is taken apart once.
    const taken = new Map<string, readonly number[]>()
    const idsOf = (word: string): readonly number[] => {
      let own = taken.get(word)
      if (own === undefined) {
        own = gramsOf([word], false).map(gram => {
          let id = ids.get(gram)
          if (id === undefined) ids.set(gram, id = ids.size)
          return id
        })
        taken.set(word, own)
      }
      return own
    }
    const rows = words.map(own => own.flatMap(idsOf))
    const lengths = Float64Array.from(rows, row => row.length)
    const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, rows.length))
    this.#lengths = lengths.map((length, thing) => described[thing] === 1 ? SHARES.k1 * (1 - SHARES.b + SHARES.b * length / mean) : 0)
    const postings = postingsOf(rows, ids.size)
    const { starts, places, counts } = postings
    this.#unknown = 1 + binaryLog(Math.max(1, words.length))
    const rarity = Float64Array.from({ length: ids.size }, (_, gram) => 1 + binaryLog(words.length / (starts[gram + 1]! - starts[gram]!)))
    const squares = new Float64Array(words.length)
    for (let gram = 0; gram < ids.size; gram++) {
      for (let at = starts[gram]!; at < starts[gram + 1]!; at++) squares[places[at]!]! += counts[at]! * counts[at]! * rarity[gram]! * rarity[gram]!
    }
    this.#ids = ids
    this.#postings = postings
    this.#rarity = rarity
    this.#norms = squares.map(Math.sqrt)
    this.#scores = new Float64Array(words.length)
  }

  /**
   * Likeness of a text's words to every thing, 0 to 1, by the place of the thing; good until the next call: the cosine, or to a `long` text the share of BM25 that it could reach at most
   * where a thing is described, since a cosine counts what a description repeats too high. With `typing` the last word may go on. O(things with a gram in common, for each gram).
   */
  likeness (words: readonly string[], long: boolean, typing: boolean): Float64Array {
    const { starts, places, counts } = this.#postings
    const lengths = this.#lengths
    const scores = this.#scores.fill(0)
    const { grams, length, most } = this.#weighed(words, typing)
    for (const { id, rarity, gain } of grams) {
      for (let at = starts[id]!; at < starts[id + 1]!; at++) {
        const thing = places[at]!
        const seen = counts[at]!
        scores[thing]! += long && lengths[thing]! > 0 ? rarity * seen / (seen + lengths[thing]!) : gain * seen
      }
    }
    for (let thing = 0; thing < scores.length; thing++) if (scores[thing]! > 0) scores[thing]! /= long && lengths[thing]! > 0 ? most : length * this.#norms[thing]!
    return scores
  }

  /** The same for one thing after another, the same bits: O(grams * log things) each. */
  read (words: readonly string[], long: boolean, typing: boolean): (thing: number) => number {
    const postings = this.#postings
    const { grams, length, most } = this.#weighed(words, typing)
    return thing => {
      const own = this.#lengths[thing]!
      const described = long && own > 0
      let score = 0
      for (const { id, rarity, gain } of grams) {
        const at = placeIn(postings, id, thing)
        if (at < 0) continue
        const seen = postings.counts[at]!
        score += described ? rarity * seen / (seen + own) : gain * seen
      }
      return score === 0 ? 0 : score / (described ? most : length * this.#norms[thing]!)
    }
  }

  /** The grams of a text that things have, each once, with the length of all and what BM25 could reach. */
  #weighed (words: readonly string[], typing: boolean): { grams: WeighedGram[], length: number, most: number } {
    const own = new Map<string, number>()
    for (const gram of gramsOf(words, typing)) own.set(gram, (own.get(gram) ?? 0) + 1)
    const grams: WeighedGram[] = []
    let squares = 0
    let most = 0
    for (const [gram, count] of own) {
      const id = this.#ids.get(gram)
      const rarity = id === undefined ? this.#unknown : this.#rarity[id]!
      squares += count * count * rarity * rarity
      most += id === undefined ? rarity / 2 : rarity
      if (id !== undefined) grams.push({ id, rarity, gain: count * rarity * rarity })
    }
    return { grams, length: Math.sqrt(squares), most }
  }
}

interface WeighedGram {
  id: number
  rarity: number
  /** What each sighting in a thing adds to the cosine, norms aside. */
  gain: number
}

/** The grams of words with a space at either end; a shorter one is its own gram. */
function gramsOf (words: readonly string[], typing: boolean): string[] {
  const grams: string[] = []
  for (const [place, word] of words.entries()) {
    const padded = typing && place === words.length - 1 ? ` ${word}` : ` ${word} `
    if (padded.length <= LENGTH) grams.push(padded)
    else for (let at = 0; at + LENGTH <= padded.length; at++) grams.push(padded.slice(at, at + LENGTH))
  }
  return grams
}
