/** Odd, and near 2^32 divided by the golden ratio: spreads the numbers of neighbours. */
const GOLDEN = 0x9e3779b1

/**
 * The lottery number of an id, 0 to 2^32 - 1: MurmurHash3 (x86, 32 bits; Austin Appleby, public domain) of its UTF-16 code units, each as
 * one 32-bit block, from a seed. It depends on the seed and the id alone, not on who else takes part, so that nobody's number
 * changes when another person leaves. Draw the seed after the ids are known, in public.
 */
export function lotteryNumber (seed: number, id: string): number {
  let hash = seed | 0
  for (let at = 0; at < id.length; at++) {
    let block = Math.imul(id.charCodeAt(at), 0xcc9e2d51)
    block = (block << 15) | (block >>> 17)
    hash ^= Math.imul(block, 0x1b873593)
    hash = (hash << 13) | (hash >>> 19)
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0
  }
  return mixed(hash ^ (4 * id.length))
}

/**
 * In a multiple lottery: the number that one side draws for the other in its own lottery. `ranking` is the lottery number of the side
 * whose list it is, `ranked` of the one that is on the list. Different for different `ranked`.
 */
export function pairNumber (ranking: number, ranked: number): number {
  return mixed(ranked ^ Math.imul(ranking, GOLDEN))
}

/** The finaliser of MurmurHash3: a bijection of 32 bits in which every bit depends on every bit. */
function mixed (bits: number): number {
  let hash = bits
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
