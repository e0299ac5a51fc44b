import { sortByKey } from './sort-by-key.ts'

/** The numbers of all pairs, by the first key ascending, equal ones by the second, and so on; equal in all, by number. O(pairs x keys). */
export function orderPairs (numPairs: number, keys: readonly Uint32Array[]): Uint32Array {
  const numbers = Uint32Array.from({ length: numPairs }, (_, pair) => pair)
  return keys.reduceRight(sortByKey, numbers)
}

/** Keys that ascend where the numbers descend. */
export function descending (numbers: Int32Array): Uint32Array {
  const highest = numbers.reduce((most, number) => Math.max(most, number), -2_147_483_648)
  return Uint32Array.from(numbers, number => highest - number)
}
