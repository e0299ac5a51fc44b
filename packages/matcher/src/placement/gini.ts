import { basisPoints } from './rounded.ts'

/**
 * The Gini coefficient of what members have, in basis points, a half rounded up: half the mean difference between two members over the mean
 * (C. Gini 1912). 0 is everybody the same, near 10,000 is all with one. `amount[n]` is what `weight[n]` members have together, evenly: seats of one
 * vacancy, say. Null when there are no members or there is nothing to have. With members in order of amount / weight it is
 *
 *     sum over n of (amount[n] x weight before n - weight[n] x amount before n) / (all weight x all amount)
 *
 * in whole numbers throughout. O(members log members).
 */
export function gini (amount: ArrayLike<number>, weight: ArrayLike<number>): number | null {
  const members = Array.from({ length: amount.length }, (_, member) => member).filter(member => weight[member] > 0)
  members.sort((one, other) => compareProducts(amount[one], weight[other], amount[other], weight[one]))
  let [differences, weightBefore, amountBefore] = [0n, 0n, 0n]
  for (const member of members) {
    const [has, counts] = [BigInt(amount[member]), BigInt(weight[member])]
    differences += has * weightBefore - counts * amountBefore
    weightBefore += counts
    amountBefore += has
  }
  return basisPoints(differences, weightBefore * amountBefore)
}

/** Below zero when a x b is less than c x d, exactly. */
function compareProducts (a: number, b: number, c: number, d: number): number {
  const [left, right] = [a * b, c * d]
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left - right
  const difference = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
