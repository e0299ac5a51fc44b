import { NONE, type Timetable } from './timetable.ts'

const PASSES = 2

/** Takes pauses out of people's days by moving interviews to free tables, or by exchanging two at one booth, never beyond the last slot in use. Secondary aim; greedy, O(passes · interviews · slots · tables). */
export function shortenDays (timetable: Timetable): void {
  const { facts: { numPeople, numSlots } } = timetable
  let numUsed = 0
  for (let one = 0; one < numPeople; one++) numUsed = Math.max(numUsed, timetable.last(one) + 1)
  for (let pass = 0; pass < PASSES; pass++) {
    for (let one = 0; one < numPeople; one++) {
      if (timetable.count[one] < 2) continue
      for (let slot = 0; slot < numSlots && hasPause(timetable, one); slot++) {
        const visit = timetable.visitAt[one * numSlots + slot]
        if (visit !== NONE) improve(timetable, visit, numUsed)
      }
    }
  }
}

function hasPause (timetable: Timetable, one: number): boolean {
  return spanOf(timetable, one) > timetable.count[one]
}

function spanOf (timetable: Timetable, one: number): number {
  return timetable.count[one] === 0 ? 0 : timetable.last(one) - timetable.first(one) + 1
}

function improve (timetable: Timetable, visit: number, numUsed: number): void {
  const { visits: { person } } = timetable
  const one = person[visit]
  const before = spanOf(timetable, one)
  const was = timetable.remove(visit)
  for (let slot = 0; slot < numUsed; slot++) {
    if (slot === was || timetable.spanWith(one, slot) >= before || !timetable.suits(visit, slot)) continue
    if (timetable.fits(visit, slot)) {
      timetable.place(visit, slot)
      if (timetable.isWithin(one)) return
      timetable.remove(visit)
      continue
    }
    for (const other of timetable.cells[timetable.cellOf(visit, slot)].slice()) {
      const two = person[other]
      const both = before + spanOf(timetable, two)
      timetable.remove(other)
      if (timetable.fits(other, was)) {
        timetable.place(other, was)
        if (timetable.fits(visit, slot)) {
          timetable.place(visit, slot)
          if (spanOf(timetable, one) + spanOf(timetable, two) < both && timetable.isWithin(one) && timetable.isWithin(two)) return
          timetable.remove(visit)
        }
        timetable.remove(other)
      }
      timetable.place(other, slot)
    }
  }
  timetable.place(visit, was)
}
