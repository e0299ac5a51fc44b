import { NO_BOOTH, type FairFacts } from './fair-facts.ts'
import type { Prices } from './fair.ts'
import type { Wishes } from './wishes.ts'

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
export function scoreBound (wishes: Wishes, facts: FairFacts, prices: Prices, { people, access, residents }: Served): number {
  const { start, vacancy, score, numPeople } = wishes
  const { interviewsEach, needsAccess, isResident } = facts
  const best = new Float64Array(interviewsEach)
  const boothOfBest = new Uint32Array(interviewsEach)
  const priceOf = Float64Array.from(prices.booths)
  let bound = placesWorth(facts, prices) - prices.person * people - prices.access * access - prices.resident * residents
  for (let one = 0; one < numPeople; one++) {
    const booths = wishes.boothsFor(one)
    // Beyond the first, only pairs that are worth their price; at good prices these are few.
    let size = 0
    let top = -Infinity
    for (let pair = start[one], end = start[one + 1]; pair < end; pair++) {
      const booth = booths[vacancy[pair]]
      if (booth === NO_BOOTH) continue
      const worth = score[pair] - priceOf[booth]
      if (worth <= 0) {
        if (worth > top) top = worth
        continue
      }
      let at = 0
      // A booth counts once, with the best of the pairs there.
      while (at < size && boothOfBest[at] !== booth) at++
      if (at < size ? worth <= best[at] : size === interviewsEach && worth <= best[--at]) continue
      if (at === size) size++
      for (; at > 0 && best[at - 1] < worth; at--) {
        best[at] = best[at - 1]
        boothOfBest[at] = boothOfBest[at - 1]
      }
      best[at] = worth
      boothOfBest[at] = booth
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
