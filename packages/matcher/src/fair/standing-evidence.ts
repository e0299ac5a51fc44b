import type { Prices } from './fair.ts'
import { fullPlacesOf, type Standing } from './full-places.ts'
import { emptyPlaces } from './places.ts'
import { NONE, type Timetable } from './timetable.ts'
import type { Evidence } from './write-plan.ts'

/** Cuts of a timetable as it stands. The prices are an earlier plan's: any prices bound the score. */
export function standingEvidence (timetable: Timetable, prices: Prices): Evidence {
  const { facts: { needsAccess, isResident } } = timetable
  const standing = standingOf(timetable)
  return {
    everybody: fullPlacesOf(standing, () => true),
    access: fullPlacesOf(standing, one => needsAccess[one] === 1),
    accessResidents: fullPlacesOf(standing, one => needsAccess[one] === 1 && isResident[one] === 1),
    accessOrResidents: fullPlacesOf(standing, one => needsAccess[one] === 1 || isResident[one] === 1),
    prices: [prices],
  }
}

function standingOf (timetable: Timetable): Standing {
  const { facts, visits, slotOf, count, visitAt } = timetable
  const places = emptyPlaces(facts)
  const rosters: number[][] = Array.from({ length: facts.numBooths }, () => [])
  for (let at = 0; at < visitAt.length; at++) {
    const visit = visitAt[at]
    if (visit === NONE) continue
    rosters[visits.booth[visit]].push(visit)
    places.load[visits.booth[visit]]++
    places.cellLoad[timetable.cellOf(visit, slotOf[visit])]++
    places.slotLoad[slotOf[visit]]++
    const wave = facts.numWaves === 0 ? NONE : facts.waveOf[slotOf[visit]]
    if (wave !== NONE && timetable.first(visits.person[visit]) === slotOf[visit]) places.waveLoad[wave]++
  }
  return { visits, degree: count, rosters, places }
}
