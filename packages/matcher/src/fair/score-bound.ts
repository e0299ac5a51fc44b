import type { FairFacts } from './fair-facts.ts'
import type { Prices } from './fair.ts'
import type { Visits } from './visits.ts'

/** How many are served, of whom so many need access, and the residents' part of the claim. */
export interface Served {
  readonly people: number
  readonly access: number
  readonly residents: number
}

/**
 * Lagrange's bound: places are paid for at any prices, and everybody then chooses freely. No plan that serves exactly `people` and `access`, and at least
 * `residents`, has a higher score, whatever the prices are; right prices meet the best one. Waves are priced where each person has one interview. O(pairs · m).
 */
export function scoreBound ({ start, booth, score, numPeople }: Visits, facts: FairFacts, prices: Prices, { people, access, residents }: Served): number {
  const { interviewsEach, needsAccess, isResident } = facts
  const best = new Float64Array(interviewsEach)
  let bound = placesWorth(facts, prices) - prices.person * people - prices.access * access - prices.resident * residents
  for (let one = 0; one < numPeople; one++) {
    if (start[one] === start[one + 1]) continue
    // Beyond the first, only visits that are worth their price; at good prices these are few.
    let size = 0
    let top = -Infinity
    for (let visit = start[one]; visit < start[one + 1]; visit++) {
      const worth = score[visit] - prices.booths[booth[visit]]
      if (worth <= 0) {
        if (worth > top) top = worth
        continue
      }
      let at = size < interviewsEach ? size++ : interviewsEach
      if (at === interviewsEach && worth <= best[--at]) continue
      for (; at > 0 && best[at - 1] < worth; at--) best[at] = best[at - 1]
      best[at] = worth
    }
    // Whoever is served has one visit at least, be it at a loss.
    let gain = (size === 0 ? top : 0) + prices.person + prices.access * needsAccess[one] + prices.resident * isResident[one]
    for (let at = 0; at < size; at++) gain += best[at]
    if (gain > 0) bound += gain
  }
  return bound
}

/** What all places are worth at these prices. */
function placesWorth ({ numBooths, numSlots, numWaves, interviewsEach, tables, isOpen, slotRoom, waveOf, waveSize }: FairFacts, prices: Prices): number {
  let worth = 0
  for (let slot = 0; slot < numSlots; slot++) {
    for (let at = 0; at < numBooths; at++) if (isOpen[at * numSlots + slot] === 1) worth += tables[at] * Math.max(0, prices.booths[at] - prices.slots[slot])
    if (numWaves === 0 || interviewsEach > 1) worth += slotRoom[slot] * Math.max(0, prices.slots[slot])
    else if (waveOf[slot] >= 0) worth += slotRoom[slot] * Math.max(0, prices.slots[slot] - prices.waves[waveOf[slot]])
  }
  if (interviewsEach === 1) for (let wave = 0; wave < numWaves; wave++) worth += waveSize[wave] * Math.max(0, prices.waves[wave])
  return worth
}
