import type { FairFacts } from './fair-facts.ts'
import { slotsNeeded } from './slots-needed.ts'
import { spreadLoads } from './spread-loads.ts'
import { Timetable } from './timetable.ts'
import type { Visits } from './visits.ts'

/**
 * A timetable for people with one visit each, in the fewest slots that can hold them: whoever needs access first, then by score. Somebody who comes late
 * may find no slot and is then left out; everybody else is in it.
 */
export function seatOnce (facts: FairFacts, visits: Visits, chosen: Uint8Array): Timetable {
  const { numBooths, numSlots, from, needsAccess } = facts
  const rosters: number[][] = Array.from({ length: numBooths }, () => [])
  for (let visit = 0; visit < chosen.length; visit++) if (chosen[visit] === 1) rosters[visits.booth[visit]].push(visit)
  const load = rosters.map(roster => roster.length)
  const { cellLoad } = fewestSlots(facts, load)
  const timetable = new Timetable(facts, visits)
  rosters.forEach((roster, booth) => {
    roster.sort((a, b) => from[visits.person[a]] - from[visits.person[b]] || needsAccess[visits.person[b]] - needsAccess[visits.person[a]] || visits.score[b] - visits.score[a] || a - b)
    let next = 0
    for (let slot = 0; slot < numSlots; slot++) {
      for (let left = cellLoad[booth * numSlots + slot]; left > 0 && next < roster.length && from[visits.person[roster[next]]] <= slot; left--) timetable.place(roster[next++], slot)
    }
  })
  return timetable
}

/** The fewest slots of the day that hold so many at each booth, and how many each booth sees in each of them. */
export function fewestSlots (facts: FairFacts, load: ArrayLike<number>): { numUsed: number, cellLoad: Uint32Array } {
  const least = facts.hasLate ? facts.numSlots : slotsNeeded(facts, load, 0)
  for (let numUsed = least; numUsed <= facts.numSlots; numUsed++) {
    const cellLoad = spreadLoads(facts, load, numUsed)
    if (cellLoad !== null) return { numUsed, cellLoad }
  }
  throw new Error('A choice of visits within the places of the day must fit the day.')
}
