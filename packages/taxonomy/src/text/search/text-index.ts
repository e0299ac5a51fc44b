import { checkText, isObject, told } from '../../check-arguments.ts'
import { learnSubstitutes, type Substitute } from './substitutes.ts'
import { postingsOf, type Postings } from './postings.ts'
import { createQueryReader, type QueryTerms } from './query-terms.ts'
import { GramIndex } from './gram-index.ts'
import { NeighbourIndex } from './neighbour-index.ts'
import { binaryLog } from './binary-log.ts'
import { SHARES } from './shares.ts'
import { telling, wordsOf } from './terms.ts'

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

const DEFAULT_LIMIT = 10
const PER_MILLE = 1000
/** A thing that shares no word counts when its letters are so much alike. */
const LEAST_LETTERS = 0.1

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

interface Columns {
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

class WordIndex implements TextIndex {
  readonly size: number
  readonly #codes: readonly string[]
  readonly #names: readonly string[]
  readonly #thingOf: Uint32Array
  readonly #inNames: Postings
  readonly #inBags: Postings
  /** Rarity of each term among things: binary digits of things / things with it, and one. */
  readonly #rarity: Float64Array
  /** Root of the squared rarities of a name's terms, to the power that favours longer names a little. */
  readonly #nameNorms: Float64Array
  /** The part of BM25 that a thing's length decides. */
  readonly #bagNorms: Float64Array
  readonly #read: (text: string, typing: boolean) => QueryTerms
  readonly #described: Uint8Array
  readonly #grams: GramIndex
  readonly #neighbours: NeighbourIndex
  /** Scores of names and things of the search at hand; zero between searches. */
  readonly #nameScores: Float64Array
  readonly #thingScores: Float64Array

  constructor ({ codes, names, thingOf, nameTerms, bags, termIds, wordTerms, described, grams, neighbours }: Columns) {
    const numTerms = termIds.size
    this.size = codes.length
    this.#codes = codes
    this.#names = names
    this.#thingOf = thingOf
    this.#inNames = postingsOf(nameTerms, numTerms)
    this.#inBags = postingsOf(bags, numTerms)
    const { starts } = this.#inBags
    const rarity = Float64Array.from({ length: numTerms }, (_, term) => 1 + binaryLog(codes.length / Math.max(1, starts[term + 1]! - starts[term]!)))
    this.#rarity = rarity
    this.#nameNorms = Float64Array.from(nameTerms, terms => {
      let sum = 0
      for (const term of terms) sum += rarity[term]! * rarity[term]!
      return Math.sqrt(sum)
    })
    let words = 0
    for (const bag of bags) words += bag.length
    const mean = Math.max(1, words / Math.max(1, bags.length))
    this.#bagNorms = Float64Array.from(bags, bag => SHARES.k1 * (1 - SHARES.b + SHARES.b * bag.length / mean))
    this.#read = createQueryReader(termIds, wordTerms, rarity, substitutesOf(thingOf, nameTerms))
    this.#described = described
    this.#grams = grams
    this.#neighbours = neighbours
    this.#nameScores = new Float64Array(names.length)
    this.#thingScores = new Float64Array(codes.length)
  }

  search (text: string, options: SearchOptions = {}): TextHit[] {
    checkText(text, 'search')
    if (!isObject(options)) throw new TypeError(`Options must be an object with limit or typing, got ${told(options)}.`)
    const { limit = DEFAULT_LIMIT, typing = false } = options
    if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`limit must be a whole number of 1 or more, got ${String(limit)}.`)
    const query = this.#read(text, typing)
    if (query.words.length === 0) return []
    const touched = this.#scoreNames(query)
    this.#scoreBags(query)
    // Words of the text that stand side by side in a thing as well are worth a share of what they are worth alone.
    const paired = this.#neighbours.add(this.#thingScores, query.ordered, this.#rarity, SHARES.neighbours * (SHARES.k1 + 1) / SHARES.bag)
    const best = this.#bestNames(touched, query.length)
    return this.#ranked(best, query, paired, this.#grams.likeness(query.words, query.telling > SHARES.shortWords, typing), limit)
  }

  /** Adds rarity^2 * weight of each term of the text to the names that have it; returns those names. */
  #scoreNames ({ terms, weights }: QueryTerms): number[] {
    const { starts, places } = this.#inNames
    const scores = this.#nameScores
    const touched: number[] = []
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!
      const gain = this.#rarity[term]! * this.#rarity[term]! * weights[at]!
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
    const { starts, places, counts } = this.#inBags
    const scores = this.#thingScores
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!
      const gain = this.#rarity[term]! * weights[at]!
      for (let place = starts[term]!; place < starts[term + 1]!; place++) {
        const thing = places[place]!
        const count = counts[place]!
        scores[thing]! += gain * count * (SHARES.k1 + 1) / (count + this.#bagNorms[thing]!)
      }
    }
  }

  /** The likest two names of each thing, and which the likest is. Scores of names are zero again afterwards. */
  #bestNames (touched: readonly number[], length: number): Map<number, { name: number, first: number, second: number }> {
    const scores = this.#nameScores
    const best = new Map<number, { name: number, first: number, second: number }>()
    for (const name of touched) {
      const norm = this.#nameNorms[name]!
      const cosine = scores[name]! / (norm * length)
      // A name that a long text holds whole is a better sign than the cosine shows, which falls with all the text's other words.
      const whole = scores[name]! / (norm * norm)
      const score = SHARES.nameLength * cosine + (1 - SHARES.nameLength) * whole * Math.sqrt(cosine)
      scores[name] = 0
      const thing = this.#thingOf[name]!
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
  #ranked (best: ReadonlyMap<number, { name: number, first: number, second: number }>, { most, telling }: QueryTerms, paired: number, letters: Float64Array, limit: number): TextHit[] {
    const { name, second, bag, grams } = SHARES
    const scores = this.#thingScores
    const whole = name + second + bag * (1 + paired / (most * (SHARES.k1 + 1))) + grams
    const fewer = Math.min(1, SHARES.nameWords / telling)
    const scored: Array<{ thing: number, score: number }> = []
    for (let thing = 0; thing < scores.length; thing++) {
      if (scores[thing] === 0 && letters[thing]! < LEAST_LETTERS) continue
      const names = best.get(thing)
      const words = scores[thing]! / (most * (SHARES.k1 + 1))
      scores[thing] = 0
      const named = name * (names?.first ?? 0) + second * (names?.second ?? 0)
      scored.push({ thing, score: (named * (this.#described[thing] === 1 ? fewer : 1) + bag * words + grams * letters[thing]!) / whole })
    }
    return topOf(scored, limit, (a, b) => b.score - a.score || (this.#codes[a.thing]! < this.#codes[b.thing]! ? -1 : 1)).map(({ thing, score }) => ({
      code: this.#codes[thing]!, score: Math.min(PER_MILLE, Math.floor(score * PER_MILLE)), name: this.#names[best.get(thing)?.name ?? this.#firstName(thing)]!,
    }))
  }

  #firstName (thing: number): number {
    let low = 0
    let high = this.#thingOf.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#thingOf[middle]! < thing) low = middle + 1
      else high = middle
    }
    return low
  }
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

function checkThing (thing: IndexedThing, place: number): void {
  if (thing === null || typeof thing !== 'object') throw new TypeError(`Thing ${place} must be an object with code and label, got ${told(thing)}.`)
  if (typeof thing.code !== 'string' || thing.code === '') throw new TypeError(`Thing ${place} must have a code, got ${String(thing.code)}.`)
  if (typeof thing.label !== 'string') throw new TypeError(`Thing ${place} ('${thing.code}') must have a label, got ${String(thing.label)}.`)
}
