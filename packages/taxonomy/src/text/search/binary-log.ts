/** Logarithm to base 2 by its chord between powers of two: within 0.09 of it, and the same bits on every machine, which Math.log2 does not promise. For 1 or more. */
export function binaryLog (value: number): number {
  let power = 1
  let digits = 0
  while (power * 2 <= value) {
    power *= 2
    digits++
  }
  return digits + value / power - 1
}
