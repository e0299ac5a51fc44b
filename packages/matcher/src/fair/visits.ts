import type { Market } from '../placement/market.ts'
import { NO_BOOTH, type FairFacts } from './fair-facts.ts'

/** Who may visit which booth, compressed by person, each booth at most once a person: at most one visit for each pair of the market. */
export interface Visits {
  readonly numPeople: number
  readonly numBooths: number
  /** First visit of each person, and the end. */
  readonly start: Uint32Array
  readonly person: Uint32Array
  readonly booth: Uint32Array
  /** The best of the person's pairs at the booth. */
  readonly score: Int32Array
}

/** The visits that access, opening hours and coming allow; a booth counts once it has a table in an open slot that the person can come to. O(pairs). */
export function visitsOf (market: Market, facts: FairFacts): Visits {
  const { numPeople, numBooths, boothOf, isAccessible, needsAccess, from } = facts
  const { start: startOfSeeker, vacancy, score: scoreOfPair } = market
  const lastSlot = lastOpenSlots(facts)
  const numPairs = vacancy.length
  const person = new Uint32Array(numPairs)
  const booth = new Uint32Array(numPairs)
  const score = new Int32Array(numPairs)
  const start = new Uint32Array(numPeople + 1)
  // The visit of the person at hand to each booth, if it is not before the person's first.
  const visitAt = new Int32Array(numBooths).fill(-1)
  let size = 0
  for (let one = 0; one < numPeople; one++) {
    const first = start[one] = size
    const earliest = from[one]
    const isInNeed = needsAccess[one] === 1
    for (let pair = startOfSeeker[one], end = startOfSeeker[one + 1]; pair < end; pair++) {
      const at = boothOf[vacancy[pair]]
      if (at === NO_BOOTH || lastSlot[at] < earliest || (isInNeed && isAccessible[at] === 0)) continue
      const worth = scoreOfPair === null ? 0 : scoreOfPair[pair]
      const known = visitAt[at]
      if (known >= first) {
        if (worth > score[known]) score[known] = worth
        continue
      }
      visitAt[at] = size
      booth[size] = at
      score[size++] = worth
    }
    person.fill(one, first, size)
  }
  start[numPeople] = size
  return { numPeople, numBooths, start, person: person.subarray(0, size), booth: booth.subarray(0, size), score: score.subarray(0, size) }
}

/** The last slot in which each booth has a table, or -1. */
function lastOpenSlots ({ numBooths, numSlots, isOpen, tables }: FairFacts): Int32Array {
  const last = new Int32Array(numBooths).fill(-1)
  for (let booth = 0; booth < numBooths; booth++) {
    for (let slot = 0; slot < numSlots; slot++) if (tables[booth] > 0 && isOpen[booth * numSlots + slot] === 1) last[booth] = slot
  }
  return last
}
