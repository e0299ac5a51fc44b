import { NO_BOOTH, type FairFacts } from './fair-facts.ts'
import type { Wishes } from './wishes.ts'

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

/** The visits of everybody, or only of those who may be seated (1); the others have none. O(their pairs). */
export function visitsOf (wishes: Wishes, { numBooths }: FairFacts, mayBeSeated: Uint8Array | null = null): Visits {
  const { numPeople, start: startOfPerson, vacancy, score: scoreOfPair } = wishes
  let numPairs = 0
  for (let one = 0; one < numPeople; one++) if (mayBeSeated === null || mayBeSeated[one] === 1) numPairs += startOfPerson[one + 1] - startOfPerson[one]
  const person = new Uint32Array(numPairs)
  const booth = new Uint32Array(numPairs)
  const score = new Int32Array(numPairs)
  const start = new Uint32Array(numPeople + 1)
  // The visit of the person at hand to each booth, if it is not before the person's first.
  const visitAt = new Int32Array(numBooths).fill(-1)
  let size = 0
  for (let one = 0; one < numPeople; one++) {
    const first = start[one] = size
    if (mayBeSeated !== null && mayBeSeated[one] === 0) continue
    const booths = wishes.boothsFor(one)
    for (let pair = startOfPerson[one], end = startOfPerson[one + 1]; pair < end; pair++) {
      const at = booths[vacancy[pair]]
      if (at === NO_BOOTH) continue
      const worth = scoreOfPair[pair]
      const known = visitAt[at]
      if (known >= first) {
        if (worth > score[known]) score[known] = worth
        continue
      }
      visitAt[at] = size
      booth[size] = at
      person[size] = one
      score[size++] = worth
    }
  }
  start[numPeople] = size
  return { numPeople, numBooths, start, person: person.subarray(0, size), booth: booth.subarray(0, size), score: score.subarray(0, size) }
}
