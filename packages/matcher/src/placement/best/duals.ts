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
export function dualsOf ({ start, vacancy, score, base }: AssignmentProblem, { price }: Assignment): Duals {
  const numSeekers = start.length - 1
  const surplus = new Float64Array(numSeekers)
  const finalPrice = price.map(each => each === Infinity ? 0 : each)
  for (let seeker = 0; seeker < numSeekers; seeker++) {
    let most = 0
    for (let pair = start[seeker], end = start[seeker + 1]; pair < end; pair++) {
      const net = base + score[pair] - price[vacancy[pair]]
      if (net > most) most = net
    }
    surplus[seeker] = most
  }
  if (!price.includes(Infinity)) return { surplus, price: finalPrice }
  for (let seeker = 0; seeker < numSeekers; seeker++) {
    for (let pair = start[seeker], end = start[seeker + 1]; pair < end; pair++) {
      const at = vacancy[pair]
      if (price[at] === Infinity) finalPrice[at] = Math.max(finalPrice[at], base + score[pair] - surplus[seeker])
    }
  }
  return { surplus, price: finalPrice }
}
