import type { RequiredUnit } from '@padan/matcher'

/** Splits a share over units by importance: the largest remainder, ties to the earlier unit. */
export function unitWeights (units: readonly RequiredUnit[], share: number): number[] {
  const sizes = units.map(({ importance = 1 }) => importance)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const weights = sizes.map(size => Math.floor(share * size / total))
  const left = share - weights.reduce((sum, weight) => sum + weight, 0)
  const byRemainder = sizes.map((_, row) => row).sort((a, b) => (share * sizes[b]) % total - (share * sizes[a]) % total || a - b)
  for (const row of byRemainder.slice(0, left)) weights[row]++
  return weights
}
