import { descending, orderPairs } from './order-pairs.ts'

/**
 * Ranks of pairs among those of the same owner, by two numbers of which higher is better, the second deciding where the first is equal. Ranks
 * are 0, 1, 2, ... and equal where both numbers are. O(pairs).
 */
export function rankPairs (ownerOf: Uint32Array, first: Int32Array, second: Int32Array): Uint32Array {
  const order = orderPairs(ownerOf.length, [ownerOf, descending(first), descending(second)])
  const rank = new Uint32Array(ownerOf.length)
  for (let position = 1; position < order.length; position++) {
    const [before, pair] = [order[position - 1], order[position]]
    if (ownerOf[before] !== ownerOf[pair]) continue
    rank[pair] = rank[before] + (first[before] === first[pair] && second[before] === second[pair] ? 0 : 1)
  }
  return rank
}
