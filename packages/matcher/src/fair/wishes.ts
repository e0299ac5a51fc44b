import type { Market } from '../placement/market.ts'
import { NO_BOOTH, type FairFacts } from './fair-facts.ts'

/**
 * Whom everybody could be interviewed by, over the market's own pairs: nothing is copied, so that bounds, which ask all people, cost no memory. A person
 * may have several pairs with one booth.
 */
export class Wishes {
  readonly numPeople: number
  /** First pair of each person, and the end. */
  readonly start: Uint32Array
  readonly vacancy: Uint32Array
  /** By pair; all 0 where the market has none. */
  readonly score: Int32Array
  readonly #facts: FairFacts
  readonly #lastSlot: Int32Array
  /** By need and first slot: few are different. */
  readonly #tables = new Map<number, Int32Array>()

  constructor (market: Market, facts: FairFacts) {
    this.numPeople = facts.numPeople
    this.start = market.start
    this.vacancy = market.vacancy
    this.score = market.score ?? new Int32Array(market.vacancy.length)
    this.#facts = facts
    this.#lastSlot = lastOpenSlots(facts)
  }

  /** By vacancy: the booth that could see a person for it, or NO_BOOTH; a booth counts once it has a table in an open slot that the person can come to. */
  boothsFor (one: number): Int32Array {
    const { needsAccess, from, boothOf, isAccessible } = this.#facts
    const isInNeed = needsAccess[one] === 1
    const key = 2 * from[one] + needsAccess[one]
    const known = this.#tables.get(key)
    if (known !== undefined) return known
    const table = boothOf.map(booth => booth === NO_BOOTH || this.#lastSlot[booth] < from[one] || (isInNeed && isAccessible[booth] === 0) ? NO_BOOTH : booth)
    this.#tables.set(key, table)
    return table
  }

  /** Whether any booth could see a person. */
  hasAny (one: number): boolean {
    const booths = this.boothsFor(one)
    for (let pair = this.start[one]; pair < this.start[one + 1]; pair++) if (booths[this.vacancy[pair]] !== NO_BOOTH) return true
    return false
  }
}

/** The last slot in which each booth has a table, or -1. */
function lastOpenSlots ({ numBooths, numSlots, isOpen, tables }: FairFacts): Int32Array {
  const last = new Int32Array(numBooths).fill(-1)
  for (let booth = 0; booth < numBooths; booth++) {
    for (let slot = 0; slot < numSlots; slot++) if (tables[booth] > 0 && isOpen[booth * numSlots + slot] === 1) last[booth] = slot
  }
  return last
}
