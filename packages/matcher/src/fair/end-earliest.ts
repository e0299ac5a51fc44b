import type { RunOptions } from '../placement/market.ts'
import { ACCESS, RESIDENT } from './candidates.ts'
import { Choice } from './choice.ts'
import { VisitChooser } from './choose-visits.ts'
import type { FairFacts } from './fair-facts.ts'
import { emptyPlaces } from './places.ts'
import { fewestSlots } from './seat-once.ts'
import { slotsToHold } from './slots-needed.ts'

/**
 * Of all choices with one visit each that are worth as much as the best one, one that ends in the earliest slot. Equal scores leave a choice of booths, and a
 * booth that is sought less is done sooner. Chooses anew on shorter days, and halves what lies between; a day that the people fill is not tried at all.
 */
export function endEarliest (best: Choice, { signal }: RunOptions): Choice {
  const { visits, weights, kindOf, numReserved, places: { facts, load } } = best
  const goal = worthOf(best)
  let earliest = best
  let end = fewestSlots(facts, load).numUsed
  let least = slotsToHold(facts.slotRoom, goal[0])
  while (least < end) {
    const middle = (least + end) >> 1
    const choice = new Choice(visits, emptyPlaces(dayOf(facts, middle)), weights, kindOf, numReserved)
    new VisitChooser(choice).serveEverybody({ signal }, goal[0])
    if (worthOf(choice).every((part, at) => part === goal[at])) {
      earliest = choice
      end = middle
    } else least = middle + 1
  }
  return earliest
}

/** The aims before the last slot: people, those of them who need access, residents up to the reserve, score. */
function worthOf ({ visits: { person, score }, chosen, kindOf, numReserved }: Choice): [people: number, access: number, residents: number, score: number] {
  const worth: [number, number, number, number] = [0, 0, 0, 0]
  for (let visit = 0; visit < chosen.length; visit++) {
    if (chosen[visit] === 0) continue
    const kind = kindOf[person[visit]]
    worth[0]++
    if ((kind & ACCESS) !== 0) worth[1]++
    if ((kind & RESIDENT) !== 0 && worth[2] < numReserved) worth[2]++
    worth[3] += score[visit]
  }
  return worth
}

/** The day without what comes after its first slots. */
function dayOf (facts: FairFacts, numOpen: number): FairFacts {
  return { ...facts, isOpen: facts.isOpen.map((is, cell) => cell % facts.numSlots < numOpen ? is : 0) }
}
