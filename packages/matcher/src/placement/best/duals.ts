import { NO_PAIR, type Assignment, type AssignmentProblem } from './assignment.ts'

/** What proves a placement best, in the units of the problem's base and scores. */
export interface Duals {
  readonly surplus: Float64Array
  readonly price: Float64Array
}

/**
 * The duals that belong to the prices of a best assignment: a seeker's surplus is what its pair is worth less the price, and 0 without a pair; a
 * vacancy without slots costs just so much that nobody gives up anything for it. O(seekers), and O(pairs) where there are such vacancies.
 */
export function dualsOf ({ start, vacancy, score, base }: AssignmentProblem, { pairOf, price }: Assignment): Duals {
  const numSeekers = pairOf.length
  const surplus = new Float64Array(numSeekers)
  for (let seeker = 0; seeker < numSeekers; seeker++) {
    const pair = pairOf[seeker]
    if (pair !== NO_PAIR) surplus[seeker] = base + score[pair] - price[vacancy[pair]]
  }
  if (!price.includes(Infinity)) return { surplus, price }
  const finalPrice = price.map(each => each === Infinity ? 0 : each)
  for (let seeker = 0; seeker < numSeekers; seeker++) {
    for (let pair = start[seeker], end = start[seeker + 1]; pair < end; pair++) {
      const at = vacancy[pair]
      if (price[at] === Infinity) finalPrice[at] = Math.max(finalPrice[at], base + score[pair] - surplus[seeker])
    }
  }
  return { surplus, price: finalPrice }
}
