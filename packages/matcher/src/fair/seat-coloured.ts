import { colourEdges } from './edge-colouring.ts'
import type { FairFacts } from './fair-facts.ts'
import { slotsNeeded } from './slots-needed.ts'
import { Timetable } from './timetable.ts'
import type { Visits } from './visits.ts'

/**
 * A timetable in the fewest slots by edge colouring: each booth is split into its tables, each table takes no more interviews than there are slots, and colours are
 * slots. Null where the theorem does not apply (booths that keep different hours) or its timetable does not keep the other rules (ways, hall, waves, late people).
 */
export function seatColoured (facts: FairFacts, visits: Visits, chosen: Uint8Array): Timetable | null {
  const list: number[] = []
  const load = new Float64Array(facts.numBooths)
  const degree = new Uint32Array(facts.numPeople)
  let most = 0
  for (let visit = 0; visit < chosen.length; visit++) {
    if (chosen[visit] === 0) continue
    list.push(visit)
    load[visits.booth[visit]]++
    most = Math.max(most, ++degree[visits.person[visit]])
  }
  const hours = commonHours(facts, load)
  if (hours === null) return null
  const ignoringHall = { ...facts, slotRoom: new Float64Array(facts.numSlots).fill(Infinity), isOpen: facts.isOpen.slice().fill(1) }
  const numColours = slotsNeeded(ignoringHall, load, most)
  if (numColours > hours.length) return null
  const colours = colourEdges(tablesOf(facts, visits, list, load, numColours), numColours)
  const timetable = new Timetable(facts, visits)
  for (let edge = 0; edge < list.length; edge++) {
    if (!timetable.fits(list[edge], hours[colours[edge]])) return null
    timetable.place(list[edge], hours[colours[edge]])
  }
  return timetable
}

/** The slots of the booths that see anybody, or null where they differ. */
function commonHours ({ numBooths, numSlots, isOpen }: FairFacts, load: Float64Array): number[] | null {
  let hours: number[] | null = null
  for (let booth = 0; booth < numBooths; booth++) {
    if (load[booth] === 0) continue
    const own = Array.from({ length: numSlots }, (_, slot) => slot).filter(slot => isOpen[booth * numSlots + slot] === 1)
    if (hours !== null && (own.length !== hours.length || own.some((slot, n) => slot !== hours![n]))) return null
    hours = own
  }
  return hours ?? []
}

/** The visits between people and tables: a booth's visits fill one table after the other. */
function tablesOf ({ numBooths, numPeople }: FairFacts, visits: Visits, list: readonly number[], load: Float64Array, numColours: number): { left: Uint32Array, right: Uint32Array, numLeft: number, numRight: number } {
  const firstTable = new Uint32Array(numBooths + 1)
  for (let booth = 0; booth < numBooths; booth++) firstTable[booth + 1] = firstTable[booth] + Math.ceil(load[booth] / Math.max(1, numColours))
  const seen = new Uint32Array(numBooths)
  const right = Uint32Array.from(list, visit => firstTable[visits.booth[visit]] + Math.floor(seen[visits.booth[visit]]++ / numColours))
  return { left: Uint32Array.from(list, visit => visits.person[visit]), right, numLeft: numPeople, numRight: firstTable[numBooths] }
}
