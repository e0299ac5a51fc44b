import { NO_BOOTH, NO_WAVE, type FairFacts } from './fair-facts.ts'
import type { Reached } from './full-places.ts'
import type { Wishes } from './wishes.ts'

/** No more of a group can have an interview than this: those with a booth outside the cut, and the places inside it. O(pairs + booths x slots). */
export function cutBound (wishes: Wishes, facts: FairFacts, { booths, slots, waves }: Reached, isMember: (person: number) => boolean): number {
  const { start, vacancy, numPeople } = wishes
  const { numBooths, numSlots, numWaves, tables, isOpen, slotRoom, waveOf, waveSize } = facts
  let bound = 0
  // Most often everything is full, and then nobody need be asked.
  const hasOutside = booths.some((is, at) => is === 0 && tables[at] > 0 && isOpen.subarray(at * numSlots, (at + 1) * numSlots).includes(1))
  const numAsked = hasOutside ? numPeople : 0
  for (let one = 0; one < numAsked; one++) {
    if (!isMember(one)) continue
    const boothOf = wishes.boothsFor(one)
    let pair = start[one]
    while (pair < start[one + 1] && (boothOf[vacancy[pair]] === NO_BOOTH || booths[boothOf[vacancy[pair]]] === 1)) pair++
    if (pair < start[one + 1]) bound++
  }
  for (let at = 0; at < numBooths; at++) {
    if (booths[at] === 0) continue
    for (let slot = 0; slot < numSlots; slot++) if (isOpen[at * numSlots + slot] === 1 && slots[slot] === 0) bound += tables[at]
  }
  for (let slot = 0; slot < numSlots; slot++) {
    if (slots[slot] === 0 || (numWaves > 0 && waveOf[slot] === NO_WAVE)) continue
    if (numWaves === 0 || waves[waveOf[slot]] === 0) bound += slotRoom[slot]
  }
  for (let wave = 0; wave < numWaves; wave++) if (waves[wave] === 1) bound += waveSize[wave]
  return bound
}
