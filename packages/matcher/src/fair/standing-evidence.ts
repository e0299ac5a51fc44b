import type { Prices } from './fair.ts'
import { fullPlacesOf, type Standing } from './full-places.ts'
import { emptyPlaces } from './places.ts'
import { NONE, type Timetable } from './timetable.ts'
import type { Wishes } from './wishes.ts'
import type { Evidence } from './write-plan.ts'

/** Cuts of a timetable as it stands. The prices are an earlier plan's: any prices bound the score. */
export function standingEvidence (wishes: Wishes, timetable: Timetable, prices: Prices): Evidence {
  const { facts: { needsAccess, isResident } } = timetable
  const standing = standingOf(timetable)
  return {
    everybody: fullPlacesOf(wishes, standing, () => true),
    access: fullPlacesOf(wishes, standing, one => needsAccess[one] === 1),
    accessResidents: fullPlacesOf(wishes, standing, one => needsAccess[one] === 1 && isResident[one] === 1),
    accessOrResidents: fullPlacesOf(wishes, standing, one => needsAccess[one] === 1 || isResident[one] === 1),
    prices: [prices],
  }
}

function standingOf (timetable: Timetable): Standing {
  const { facts, visits, count, visitAt } = timetable
  const places = emptyPlaces(facts)
  const rosters: number[][] = Array.from({ length: facts.numBooths }, () => [])
  for (let one = 0; one < facts.numPeople; one++) {
    let isFirst = true
    for (let slot = 0, at = one * facts.numSlots; count[one] > 0 && slot < facts.numSlots; slot++, at++) {
      const visit = visitAt[at]
      if (visit === NONE) continue
      rosters[visits.booth[visit]].push(visit)
      places.load[visits.booth[visit]]++
      places.cellLoad[timetable.cellOf(visit, slot)]++
      places.slotLoad[slot]++
      const wave = facts.numWaves === 0 ? NONE : facts.waveOf[slot]
      if (wave !== NONE && isFirst) places.waveLoad[wave]++
      isFirst = false
    }
  }
  return { visits, degree: count, rosters, places }
}
