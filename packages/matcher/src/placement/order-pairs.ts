import { sortByKey } from './sort-by-key.ts'

/** The numbers of all pairs, by the first key ascending, equal ones by the second, and so on; equal in all, by number. O(pairs x keys). */
export function orderPairs (numPairs: number, keys: readonly Uint32Array[]): Uint32Array {
  const numbers = new Uint32Array(numPairs)
  for (let pair = 0; pair < numPairs; pair++) numbers[pair] = pair
  return keys.reduceRight((order, key) => sortByKey(order, key), numbers)
}

/** Keys that ascend where the numbers descend: 0 for the highest. */
export function descending (numbers: Int32Array): Uint32Array {
  const keys = new Uint32Array(numbers.length)
  let highest = -2_147_483_648
  for (let at = 0; at < numbers.length; at++) if (numbers[at] > highest) highest = numbers[at]
  for (let at = 0; at < numbers.length; at++) keys[at] = highest - numbers[at]
  return keys
}
