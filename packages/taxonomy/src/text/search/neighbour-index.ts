import { placesOf, type Places } from './postings.ts'
import { SHARES } from './shares.ts'

/** Things by pairs of terms that stand side by side in one of their names or in their description: `kereta api`, `cash flow`. */
export class NeighbourIndex {
  readonly #ids = new Map<number, number>()
  readonly #places: Places

  /** `runs` are the terms of each text of each thing, in order. O(terms). */
  constructor (runs: ReadonlyArray<ReadonlyArray<readonly number[]>>) {
    const rows = runs.map(own => own.flatMap(run => [...pairsOf(run)].map(pair => {
      let id = this.#ids.get(pair)
      if (id === undefined) this.#ids.set(pair, id = this.#ids.size)
      return id
    })))
    this.#places = placesOf(rows, this.#ids.size)
  }

  /**
   * Adds to each thing's score the mean rarity of both terms of every pair that it shares with a text, times their share beside BM25; returns what all the text's pairs would add. Terms below 0 are no thing's.
   * O(things that share a pair).
   */
  add (scores: Float64Array, terms: readonly number[], rarity: Float64Array): number {
    const { starts, places } = this.#places
    let most = 0
    for (const pair of pairsOf(terms)) {
      const gain = gainOf(pair, rarity)
      most += gain
      const id = this.#ids.get(pair)
      if (id === undefined) continue
      for (let at = starts[id]!; at < starts[id + 1]!; at++) scores[places[at]!]! += gain
    }
    return most
  }

  /** What all pairs of a text would add. O(terms). */
  most (terms: readonly number[], rarity: Float64Array): number {
    let most = 0
    for (const pair of pairsOf(terms)) most += gainOf(pair, rarity)
    return most
  }
}

/** Two numbers of terms make one number that a double holds exactly. */
const MOST_TERMS = 2 ** 26

/** What words side by side are worth of what they are worth alone, on the scale of BM25. */
function gainOf (pair: number, rarity: Float64Array): number {
  return SHARES.neighbours * (SHARES.k1 + 1) / SHARES.bag * (rarity[Math.floor(pair / MOST_TERMS)]! + rarity[pair % MOST_TERMS]!) / 2
}

/** Each once, in the order of the text. */
function pairsOf (terms: readonly number[]): Set<number> {
  const pairs = new Set<number>()
  for (let place = 1; place < terms.length; place++) {
    const left = terms[place - 1]!
    const right = terms[place]!
    if (left >= 0 && right >= 0) pairs.add(left * MOST_TERMS + right)
  }
  return pairs
}
