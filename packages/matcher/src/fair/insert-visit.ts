import { NONE, type Timetable } from './timetable.ts'

/** Places a visit in the slot that makes the person's day the shortest, the earliest of equals; where all tables are taken, one other visitor of the booth may change slots. */
export function insertVisit (timetable: Timetable, visit: number): boolean {
  const slot = bestSlot(timetable, visit)
  if (slot !== NONE) {
    timetable.place(visit, slot)
    return true
  }
  return insertByExchange(timetable, visit)
}

export function bestSlot (timetable: Timetable, visit: number): number {
  const one = timetable.visits.person[visit]
  let best = NONE
  let bestSpan = Infinity
  if (!timetable.hasTableLeft(visit)) return best
  for (let slot = timetable.now; slot < timetable.facts.numSlots; slot++) {
    if (!timetable.hasTable(visit, slot)) continue
    const span = timetable.spanWith(one, slot)
    if (span >= bestSpan || !timetable.fits(visit, slot)) continue
    best = slot
    bestSpan = span
  }
  return best
}

function insertByExchange (timetable: Timetable, visit: number): boolean {
  const { numSlots } = timetable.facts
  const free = freeSlots(timetable, visit)
  for (let slot = free.length === 0 ? numSlots : timetable.now; slot < numSlots; slot++) {
    if (!timetable.suits(visit, slot)) continue
    for (const other of timetable.cells[timetable.cellOf(visit, slot)].slice()) {
      if (!free.some(to => to !== slot && timetable.isIdle(other, to))) continue
      timetable.remove(other)
      const to = free.find(to => to !== slot && timetable.fits(other, to))
      if (to !== undefined) {
        timetable.place(other, to)
        if (timetable.fits(visit, slot) && timetable.isWithin(timetable.visits.person[other])) {
          timetable.place(visit, slot)
          return true
        }
        timetable.remove(other)
      }
      timetable.place(other, slot)
    }
  }
  return false
}

/** Where a visit's booth has a table left. */
function freeSlots (timetable: Timetable, visit: number): number[] {
  const { numSlots, isOpen } = timetable.facts
  const free: number[] = []
  for (let slot = timetable.now; slot < numSlots; slot++) if (isOpen[timetable.cellOf(visit, slot)] === 1 && timetable.hasTable(visit, slot)) free.push(slot)
  return free
}
