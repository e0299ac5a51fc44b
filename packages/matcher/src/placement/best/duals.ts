import type { Assignment, AssignmentProblem } from './assignment.ts'

/** What proves a placement best, in the units of the problem's base and scores. */
export interface Duals {
  readonly surplus: Float64Array
  readonly price: Float64Array
}

/**
 * The duals that belong to final prices: a seeker's surplus is the most that a pair of it is worth less price, at least 0; a vacancy
 * without slots costs just so much that nobody gives up anything for it. O(pairs).
 */
export function dualsOf ({ start, vacancy, score, base, slotStart }: AssignmentProblem, { price }: Assignment): Duals {
  const numSeekers = start.length - 1
  const surplus = new Float64Array(numSeekers)
  const finalPrice = price.map(each => each === Infinity ? 0 : each)
  for (let seeker = 0; seeker < numSeekers; seeker++) {
    let most = 0
    for (let pair = start[seeker], end = start[seeker + 1]; pair < end; pair++) most = Math.max(most, base + score[pair] - price[vacancy[pair]])
    surplus[seeker] = most
    for (let pair = start[seeker], end = start[seeker + 1]; pair < end; pair++) {
      const at = vacancy[pair]
      if (slotStart[at] === slotStart[at + 1]) finalPrice[at] = Math.max(finalPrice[at], base + score[pair] - most)
    }
  }
  return { surplus, price: finalPrice }
}
