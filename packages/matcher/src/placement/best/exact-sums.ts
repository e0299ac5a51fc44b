import type { Market } from '../market.ts'

/** Four times as much, and the sum of two such numbers, are whole numbers that a double holds exactly. */
const MOST_TOTAL = 2 ** 50

/**
 * The greatest score, signs apart, and more than twice what two placements' totals can differ by, even when one seat or seeker is added. Throws RangeError where
 * sums of scores could leave the whole numbers that doubles hold. With the scores of ledgers that takes 28 million seekers.
 */
export function exactSums ({ seekers }: Market, score: Int32Array): { most: number, total: number } {
  const most = greatestOf(score)
  const total = 4 * (seekers.length + 1) * most
  if (total > MOST_TOTAL) throw new RangeError(`${seekers.length} seekers with scores up to ${most} can have totals that are not exact; expected seekers times score up to 2^48.`)
  return { most, total }
}

function greatestOf (score: Int32Array): number {
  let least = 0
  let most = 1
  for (let pair = 0; pair < score.length; pair++) {
    if (score[pair] > most) most = score[pair]
    else if (score[pair] < least) least = score[pair]
  }
  return Math.max(most, -least)
}
