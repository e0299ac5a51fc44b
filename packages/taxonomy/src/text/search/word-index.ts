import { checkText, isObject, told } from '../../check-arguments.ts'
import { binaryLog } from './binary-log.ts'
import type { GramIndex } from './gram-index.ts'
import { LikelySearch } from './likely-search.ts'
import type { NeighbourIndex } from './neighbour-index.ts'
import { placesOf, postingsOf, type Places, type Postings } from './postings.ts'
import { createQueryReader, type QueryTerms } from './query-terms.ts'
import { nameLikeness, scoreOf, wholeOf } from './scores.ts'
import { SHARES } from './shares.ts'
import { learnSubstitutes, type Substitute } from './substitutes.ts'
import type { SearchOptions, TextHit, TextIndex } from './text-index.ts'

const DEFAULT_LIMIT = 10
const PER_MILLE = 1000
/** A thing that shares no word counts when its letters are so much alike. */
const LEAST_LETTERS = 0.1

export interface Columns {
  codes: readonly string[]
  names: readonly string[]
  /** The thing of each name. */
  thingOf: Uint32Array
  /** The terms of each name, in order, each once. */
  nameTerms: ReadonlyArray<readonly number[]>
  /** All terms of each thing, repeated as they are. */
  bags: ReadonlyArray<readonly number[]>
  termIds: ReadonlyMap<string, number>
  wordTerms: ReadonlyMap<string, number>
  /** 1 for things with a description. */
  described: Uint8Array
  grams: GramIndex
  neighbours: NeighbourIndex
}

/** What both ways of searching look at. */
export interface SearchColumns {
  codes: readonly string[]
  /** The thing of each name; names of one thing stand side by side. */
  thingOf: Uint32Array
  /** The first name of each thing, and behind the last one the number of all. */
  firstNames: Uint32Array
  inNames: Places
  inBags: Postings
  /** Rarity of each term among things: binary digits of things / things with it, and one. */
  rarity: Float64Array
  /** Root of the squared rarities of a name's terms. */
  nameNorms: Float64Array
  /** The part of BM25 that a thing's length decides. */
  bagNorms: Float64Array
  described: Uint8Array
  grams: GramIndex
  neighbours: NeighbourIndex
}

/** A thing with its score, 0 to 1, and its likest name, if it has one that shares a word. */
export interface ScoredThing {
  thing: number
  score: number
  name: number | undefined
}

export class WordIndex implements TextIndex {
  readonly size: number
  readonly #names: readonly string[]
  readonly #columns: SearchColumns
  readonly #read: (text: string, typing: boolean) => QueryTerms
  readonly #likely: LikelySearch
  /** Scores of names and things of the search at hand; zero between searches. */
  readonly #nameScores: Float64Array
  readonly #thingScores: Float64Array

  constructor ({ codes, names, thingOf, nameTerms, bags, termIds, wordTerms, described, grams, neighbours }: Columns) {
    const numTerms = termIds.size
    this.size = codes.length
    this.#names = names
    const inBags = postingsOf(bags, numTerms)
    const { starts } = inBags
    const rarity = Float64Array.from({ length: numTerms }, (_, term) => 1 + binaryLog(codes.length / Math.max(1, starts[term + 1]! - starts[term]!)))
    const nameNorms = Float64Array.from(nameTerms, terms => {
      let sum = 0
      for (const term of terms) sum += rarity[term]! * rarity[term]!
      return Math.sqrt(sum)
    })
    let words = 0
    for (const bag of bags) words += bag.length
    const mean = Math.max(1, words / Math.max(1, bags.length))
    const bagNorms = Float64Array.from(bags, bag => SHARES.k1 * (1 - SHARES.b + SHARES.b * bag.length / mean))
    this.#columns = { codes, thingOf, firstNames: firstNamesOf(thingOf, codes.length), inNames: placesOf(nameTerms, numTerms), inBags, rarity, nameNorms, bagNorms, described, grams, neighbours }
    this.#read = createQueryReader(termIds, wordTerms, rarity, substitutesOf(thingOf, nameTerms))
    this.#likely = new LikelySearch(this.#columns)
    this.#nameScores = new Float64Array(names.length)
    this.#thingScores = new Float64Array(codes.length)
  }

  search (text: string, options: SearchOptions = {}): TextHit[] {
    checkText(text, 'search')
    if (!isObject(options)) throw new TypeError(`Options must be an object with limit, least or typing, got ${told(options)}.`)
    const { limit = DEFAULT_LIMIT, least = 0, typing = false } = options
    if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`limit must be a whole number of 1 or more, got ${String(limit)}.`)
    if (!Number.isInteger(least) || least < 0 || least > PER_MILLE) throw new RangeError(`least must be a whole number from 0 to ${PER_MILLE}, got ${String(least)}.`)
    const query = this.#read(text, typing)
    if (query.words.length === 0) return []
    const scored = this.#likely.search(query, typing, least / PER_MILLE) ?? this.#searchAll(query, typing)
    const { codes, firstNames } = this.#columns
    return topOf(scored, limit, (a, b) => b.score - a.score || (codes[a.thing]! < codes[b.thing]! ? -1 : 1))
      .map(({ thing, score, name }) => ({ code: codes[thing]!, score: Math.min(PER_MILLE, Math.floor(score * PER_MILLE)), name: this.#names[name ?? firstNames[thing]!]! }))
      .filter(({ score }) => score >= least)
  }

  /** Every thing that shares a word with a text, or is much alike in letters. */
  #searchAll (query: QueryTerms, typing: boolean): ScoredThing[] {
    const { rarity, neighbours, grams } = this.#columns
    const touched = this.#scoreNames(query)
    this.#scoreBags(query)
    const paired = neighbours.add(this.#thingScores, query.ordered, rarity)
    const best = this.#bestNames(touched, query.length)
    return this.#scored(best, query, paired, grams.likeness(query.words, query.telling > SHARES.shortWords, typing))
  }

  /** Adds rarity^2 * weight of each term of the text to the names that have it; returns those names. */
  #scoreNames ({ terms, weights }: QueryTerms): number[] {
    const { inNames: { starts, places }, rarity } = this.#columns
    const scores = this.#nameScores
    const touched: number[] = []
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!
      const gain = rarity[term]! * rarity[term]! * weights[at]!
      for (let place = starts[term]!; place < starts[term + 1]!; place++) {
        const name = places[place]!
        if (scores[name] === 0) touched.push(name)
        scores[name]! += gain
      }
    }
    return touched
  }

  /** BM25 over everything a thing says of itself, as a share of what the text could reach at most. */
  #scoreBags ({ terms, weights }: QueryTerms): void {
    const { inBags: { starts, places, counts }, rarity, bagNorms } = this.#columns
    const scores = this.#thingScores
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!
      const gain = rarity[term]! * weights[at]!
      for (let place = starts[term]!; place < starts[term + 1]!; place++) {
        const thing = places[place]!
        const count = counts[place]!
        scores[thing]! += gain * count * (SHARES.k1 + 1) / (count + bagNorms[thing]!)
      }
    }
  }

  /** The likest two names of each thing, and which the likest is. Scores of names are zero again afterwards. */
  #bestNames (touched: readonly number[], length: number): Map<number, { name: number, first: number, second: number }> {
    const { nameNorms, thingOf } = this.#columns
    const scores = this.#nameScores
    const best = new Map<number, { name: number, first: number, second: number }>()
    for (const name of touched) {
      const score = nameLikeness(scores[name]!, nameNorms[name]!, length)
      scores[name] = 0
      const thing = thingOf[name]!
      const known = best.get(thing)
      if (known === undefined) best.set(thing, { name, first: score, second: 0 })
      else if (score > known.first || (score === known.first && name < known.name)) {
        known.second = known.first
        known.first = score
        known.name = name
      } else if (score > known.second) known.second = score
    }
    return best
  }

  /** Things by their parts together. Scores of things are zero again afterwards. */
  #scored (best: ReadonlyMap<number, { name: number, first: number, second: number }>, query: QueryTerms, paired: number, letters: Float64Array): ScoredThing[] {
    const { described } = this.#columns
    const scores = this.#thingScores
    const whole = wholeOf(query, paired)
    const scored: ScoredThing[] = []
    for (let thing = 0; thing < scores.length; thing++) {
      if (scores[thing] === 0 && letters[thing]! < LEAST_LETTERS) continue
      const names = best.get(thing)
      scored.push({ thing, score: scoreOf(query, names?.first ?? 0, names?.second ?? 0, scores[thing]!, letters[thing]!, described[thing] === 1, whole), name: names?.name })
      scores[thing] = 0
    }
    return scored
  }
}

function firstNamesOf (thingOf: Uint32Array, numThings: number): Uint32Array {
  const firstNames = new Uint32Array(numThings + 1)
  for (const thing of thingOf) firstNames[thing + 1]!++
  for (let thing = 0; thing < numThings; thing++) firstNames[thing + 1]! += firstNames[thing]!
  return firstNames
}

/** The first `limit` of a list in an order, without sorting all of a long one. */
function topOf<Item> (items: Item[], limit: number, order: (a: Item, b: Item) => number): Item[] {
  if (items.length <= 4 * limit) return items.sort(order).slice(0, limit)
  const top: Item[] = []
  for (const item of items) {
    if (top.length === limit && order(item, top[limit - 1]!) >= 0) continue
    let place = top.length
    while (place > 0 && order(item, top[place - 1]!) < 0) place--
    top.splice(place, 0, item)
    if (top.length > limit) top.pop()
  }
  return top
}

function substitutesOf (thingOf: Uint32Array, nameTerms: ReadonlyArray<readonly number[]>): Map<number, readonly Substitute[]> {
  const byThing: Array<Array<readonly number[]>> = []
  for (const [name, terms] of nameTerms.entries()) (byThing[thingOf[name]!] ??= []).push(terms)
  return learnSubstitutes(byThing.filter(names => names !== undefined))
}
