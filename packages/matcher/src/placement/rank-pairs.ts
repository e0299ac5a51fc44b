/**
 * Ranks of pairs within their groups, by two numbers of which higher is better, the second deciding where the first is equal. Ranks are
 * 0, 1, 2, ... and equal where both numbers are. Group n holds the pairs `pair[start[n]]` up to `pair[start[n + 1]]`; `pair` may be null for
 * groups that hold consecutive pairs. O(pairs log of the largest group).
 */
export function rankPairs (start: Uint32Array, pair: Uint32Array | null, first: Int32Array, second: Int32Array): Uint32Array {
  const rank = new Uint32Array(first.length)
  const order = pair === null ? Uint32Array.from(first, (_, each) => each) : pair.slice()
  const better = (one: number, other: number): number => first[other] - first[one] || second[other] - second[one]
  for (let group = 0; group + 1 < start.length; group++) {
    const members = order.subarray(start[group], start[group + 1]).sort(better)
    let place = 0
    for (let position = 0; position < members.length; position++) {
      if (position > 0 && better(members[position - 1], members[position]) !== 0) place++
      rank[members[position]] = place
    }
  }
  return rank
}
