import { firstFrom } from './postings.ts'
import type { QueryTerms } from './query-terms.ts'
import { nameLikeness, scoreOf, wholeOf } from './scores.ts'
import { SHARES } from './shares.ts'
import type { ScoredThing, SearchColumns } from './word-index.ts'

/** Bounds are sums in another order than scores: so much above a bound nothing is passed over. */
const SLACK = 1e-9

/**
 * The most that a thing's score can be: `words` is its BM25 with its pairs of words, `squares` the sum of the squares of rarity * weight over the terms it shares, whose root over the text's length is no less than
 * the cosine with any of its names (Cauchy and Schwarz), `letters` the likeness of its letters.
 */
type Reach = (words: number, squares: number, letters: number, described: boolean) => number

/**
 * Finds the things of a score of `least` or more without looking at all. Common terms that could not bring a thing there together are left out of the search for candidates (MaxScore, Turtle and Flood 1995), and
 * each candidate is given up as soon as what is known of it, with the most that the rest could add, falls short. What is left is scored by the same sums in the same order as by the whole search, so the scores are its own, bit by bit.
 */
export class LikelySearch {
  readonly #columns: SearchColumns
  /** The search in which a thing became a candidate last. */
  readonly #met: Uint32Array
  #search = 0
  /** What the terms of the search at hand add to each thing. */
  readonly #words: Float64Array
  readonly #squares: Float64Array

  constructor (columns: SearchColumns) {
    this.#columns = columns
    this.#met = new Uint32Array(columns.codes.length)
    this.#words = new Float64Array(columns.codes.length)
    this.#squares = new Float64Array(columns.codes.length)
  }

  /** Undefined where letters alone could reach `least`: then every thing has to be looked at. */
  search (query: QueryTerms, typing: boolean, least: number): ScoredThing[] | undefined {
    const { rarity, grams, neighbours, described } = this.#columns
    const paired = neighbours.most(query.ordered, rarity)
    const whole = wholeOf(query, paired)
    if (least - SLACK <= SHARES.grams / whole) return undefined
    const heaviest = query.weights.reduce((most, weight) => Math.max(most, weight), 0)
    const reach: Reach = (words: number, squares: number, letters: number, isDescribed: boolean): number => {
      const cosine = Math.sqrt(squares) / query.length
      const name = SHARES.nameLength * cosine + (1 - SHARES.nameLength) * heaviest * Math.sqrt(cosine)
      return scoreOf(query, name, name, words, letters, isDescribed, whole) + SLACK
    }
    this.#add(query)
    let letters: ((thing: number) => number) | undefined
    const found: ScoredThing[] = []
    for (const thing of this.#candidates(query, least, reach)) {
      const isDescribed = described[thing] === 1
      const words = this.#words[thing]!
      const squares = this.#squares[thing]!
      if (reach(words, squares, 1, isDescribed) < least) continue
      letters ??= grams.read(query.words, query.telling > SHARES.shortWords, typing)
      const likeness = letters(thing)
      if (reach(words, squares, likeness, isDescribed) < least) continue
      const { name, first, second } = this.#namesOf(thing, query)
      const score = scoreOf(query, first, second, words, likeness, isDescribed, whole)
      if (score + SLACK >= least) found.push({ thing, score, name })
    }
    return found
  }

  /** BM25 of all things with pairs of words, in the order of the whole search, and the squares that each shares: a few thousand sums, sooner done than looked up for some dozens of things. */
  #add ({ terms, weights, ordered }: QueryTerms): void {
    const { inBags: { starts, places, counts }, rarity, bagNorms, neighbours } = this.#columns
    const words = this.#words.fill(0)
    const squares = this.#squares.fill(0)
    for (let term = 0; term < terms.length; term++) {
      const gain = rarity[terms[term]!]! * weights[term]!
      for (let at = starts[terms[term]!]!; at < starts[terms[term]! + 1]!; at++) {
        const thing = places[at]!
        const count = counts[at]!
        words[thing]! += gain * count * (SHARES.k1 + 1) / (count + bagNorms[thing]!)
        squares[thing]! += gain * gain
      }
    }
    neighbours.add(words, ordered, rarity)
  }

  /** Things with one of the rarer terms of the text: the commonest could not reach `least` together. */
  #candidates ({ terms, weights, ordered }: QueryTerms, least: number, reach: Reach): number[] {
    const { inBags: { starts, places }, rarity, neighbours } = this.#columns
    const frequency = (at: number): number => starts[terms[at]! + 1]! - starts[terms[at]!]!
    const commonest = [...terms.keys()].sort((a, b) => frequency(b) - frequency(a) || a - b)
    const left = new Set<number>()
    let words = 0
    let squares = 0
    let next = 0
    for (; next < commonest.length; next++) {
      const gain = rarity[terms[commonest[next]!]!]! * weights[commonest[next]!]!
      left.add(terms[commonest[next]!]!)
      words += gain * (SHARES.k1 + 1)
      squares += gain * gain
      // Pairs of words that are left out can only be shared by things that hold both.
      const pairs = left.size < 2 ? 0 : neighbours.most(ordered.map(own => left.has(own) ? own : -1), rarity)
      if (reach(words + pairs, squares, 1, false) >= least) break
    }
    this.#search++
    const candidates: number[] = []
    for (; next < commonest.length; next++) {
      const term = terms[commonest[next]!]!
      for (let at = starts[term]!; at < starts[term + 1]!; at++) {
        const thing = places[at]!
        if (this.#met[thing] === this.#search) continue
        this.#met[thing] = this.#search
        candidates.push(thing)
      }
    }
    return candidates
  }

  /** The likest two names of a thing. */
  #namesOf (thing: number, { terms, weights, length }: QueryTerms): { name: number | undefined, first: number, second: number } {
    const { inNames, rarity, nameNorms, firstNames } = this.#columns
    const from = firstNames[thing]!
    const to = firstNames[thing + 1]!
    const shared = new Float64Array(to - from)
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!
      const gain = rarity[term]! * rarity[term]! * weights[at]!
      for (let place = firstFrom(inNames, term, from); place < inNames.starts[term + 1]! && inNames.places[place]! < to; place++) shared[inNames.places[place]! - from]! += gain
    }
    const best = { name: undefined as number | undefined, first: 0, second: 0 }
    for (let place = 0; place < shared.length; place++) {
      if (shared[place] === 0) continue
      const score = nameLikeness(shared[place]!, nameNorms[from + place]!, length)
      if (best.name === undefined || score > best.first) {
        best.second = best.first
        best.first = score
        best.name = from + place
      } else if (score > best.second) best.second = score
    }
    return best
  }
}
