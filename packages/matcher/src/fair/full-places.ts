import type { Choice } from './choice.ts'
import { NO_BOOTH, NO_WAVE } from './fair-facts.ts'
import { waveBehind } from './places.ts'
import type { Wishes } from './wishes.ts'

/** One side of a cut: what people without an interview can reach by taking places and moving those who have them. By booth, slot and wave. */
export interface Reached {
  readonly booths: Uint8Array
  readonly slots: Uint8Array
  readonly waves: Uint8Array
}

/** Visits that are made: by person how many, by booth which, and the places they take. */
export type Standing = Pick<Choice, 'visits' | 'degree' | 'rosters' | 'places'>

/**
 * From the people of a group who have none, over the booths they may visit, the people seated there, and so on. After a maximum choice everything
 * reached is full, which proves the maximum. O(pairs of the people met + cells).
 */
export function fullPlacesOf (wishes: Wishes, { visits, degree, rosters, places }: Standing, isMember: (person: number) => boolean): Reached {
  const { person, numPeople, numBooths } = visits
  const { facts, hasSlots, cellLoad, slotLoad } = places
  const { numSlots, isOpen, tables } = facts
  const reached: Reached = { booths: new Uint8Array(numBooths), slots: new Uint8Array(numSlots), waves: new Uint8Array(facts.numWaves) }
  const numLinked = hasSlots ? numSlots : 0
  const queue: number[] = []
  // Booths without places are nobody's to visit.
  let numLeft = places.room.reduce((sum, room) => sum + Number(room > 0), 0)
  const reachBooth = (to: number): void => {
    if (reached.booths[to] === 1) return
    reached.booths[to] = 1
    numLeft--
    queue.push(to)
  }
  const reachSlot = (to: number): void => {
    if (reached.slots[to] === 1) return
    reached.slots[to] = 1
    queue.push(numBooths + to)
  }
  const reachAll = (one: number): void => {
    if (numLeft === 0) return
    const booths = wishes.boothsFor(one)
    for (let pair = wishes.start[one]; pair < wishes.start[one + 1]; pair++) if (booths[wishes.vacancy[pair]] !== NO_BOOTH) reachBooth(booths[wishes.vacancy[pair]])
  }
  for (let one = 0; one < numPeople; one++) if (degree[one] === 0 && isMember(one)) reachAll(one)
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (node < numBooths) {
      for (const visit of rosters[node]) reachAll(person[visit])
      for (let slot = 0; slot < numLinked; slot++) if (isOpen[node * numSlots + slot] === 1 && cellLoad[node * numSlots + slot] < tables[node]) reachSlot(slot)
      continue
    }
    const slot = node - numBooths
    for (let other = 0; other < numBooths; other++) if (cellLoad[other * numSlots + slot] > 0) reachBooth(other)
    const wave = waveBehind(facts, true, slot)
    if (wave === undefined || wave === NO_WAVE || slotLoad[slot] >= facts.slotRoom[slot] || reached.waves[wave] === 1) continue
    reached.waves[wave] = 1
    for (let other = 0; other < numSlots; other++) if (facts.waveOf[other] === wave && slotLoad[other] > 0) reachSlot(other)
  }
  return reached
}
