import { NO_PAIR, type Assignment, type AssignmentProblem } from './assignment.ts'
import { DistanceHeap } from './distance-heap.ts'

/**
 * Lowers the prices of a best assignment to the lowest ones that prove it, of which there is one set: a price has to stay so high that nobody
 * rather goes there, which is a shortest-path problem in how much each may fall. O(pairs + vacancies * log vacancies).
 */
export function lowerPrices ({ start, vacancy, score, base, slotStart }: AssignmentProblem, { pairOf, occupant, filled, price }: Assignment): void {
  const numSeekers = pairOf.length
  const numVacancies = price.length
  const heap = new DistanceHeap(numVacancies)
  const fall = heap.distance
  for (let at = 0; at < numVacancies; at++) if (price[at] < Infinity) heap.lower(at, price[at])
  // Nobody who is unplaced may find anything above 0.
  for (let seeker = 0; seeker < numSeekers; seeker++) {
    if (pairOf[seeker] !== NO_PAIR) continue
    for (let pair = start[seeker], end = start[seeker + 1]; pair < end; pair++) {
      const at = vacancy[pair]
      const slack = price[at] - base - score[pair]
      if (slack < fall[at]) heap.lower(at, slack)
    }
  }
  const lowered = price.slice()
  for (let at = heap.pop(Infinity); at >= 0; at = heap.pop(Infinity)) {
    lowered[at] -= fall[at]
    // Nobody placed here may find anything better than what is left here.
    for (let slot = slotStart[at], lastSlot = slot + filled[at]; slot < lastSlot; slot++) {
      const seeker = occupant[slot]
      const before = fall[at] + score[pairOf[seeker]] - price[at]
      for (let pair = start[seeker], end = start[seeker + 1]; pair < end; pair++) {
        const other = vacancy[pair]
        const length = before - score[pair] + price[other]
        if (length < fall[other]) heap.lower(other, length)
      }
    }
  }
  price.set(lowered)
}
