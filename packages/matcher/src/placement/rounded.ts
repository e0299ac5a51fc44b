/** Parts of ten thousand, a half rounded up; null of nothing. Exact for whole numbers of any size. */
export function basisPoints (part: number | bigint, whole: number | bigint): number | null {
  return scaled(part, whole, 10_000n)
}

/** Thousandths, a half rounded up; null of nothing. */
export function thousandths (part: number | bigint, whole: number | bigint): number | null {
  return scaled(part, whole, 1000n)
}

/** A whole number, a half rounded up; null of nothing. */
export function wholes (part: number | bigint, whole: number | bigint): number | null {
  return scaled(part, whole, 1n)
}

function scaled (part: number | bigint, whole: number | bigint, scale: bigint): number | null {
  const below = 2n * BigInt(whole)
  if (below === 0n) return null
  const above = 2n * scale * BigInt(part) + BigInt(whole)
  // BigInt division goes towards 0, and a half is to be rounded up below it too.
  const down = above / below - (above < 0n && above % below !== 0n ? 1n : 0n)
  return Number(down)
}
