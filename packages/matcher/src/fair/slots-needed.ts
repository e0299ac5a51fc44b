import type { FairFacts } from './fair-facts.ts'

/** No timetable of so many interviews a booth, and at most `most` a person, ends before this many slots: each booth needs its open slots, a person one for each, the hall room for all. */
export function slotsNeeded ({ numBooths, numSlots, tables, isOpen, slotRoom }: FairFacts, load: ArrayLike<number>, most: number): number {
  let needed = most
  let total = 0
  for (let booth = 0; booth < numBooths; booth++) {
    total += load[booth]
    let slot = 0
    for (let left = load[booth]; left > 0 && slot < numSlots; slot++) if (isOpen[booth * numSlots + slot] === 1) left -= tables[booth]
    needed = Math.max(needed, slot)
  }
  return Math.max(needed, slotsToHold(slotRoom, total))
}

/** No timetable of so many interviews ends before this many slots, whatever the booths. */
export function slotsToHold (slotRoom: ArrayLike<number>, interviews: number): number {
  let slot = 0
  for (let left = interviews; left > 0 && slot < slotRoom.length; slot++) left -= slotRoom[slot]
  return slot
}
