import { BITS_PER_UNIT, UNIT_MASK, UNITS_PER_WORD } from './postings.ts'
import { FAMILY_SIZE } from './families.ts'

/** Two units are looked up at once: 64 sums cost little to make, and halve the look-ups. */
const UNITS_PER_CHUNK = 2
const CHUNK_BITS = BITS_PER_UNIT * UNITS_PER_CHUNK
const CHUNK_SIZE = 1 << CHUNK_BITS
export const CHUNK_MASK: number = CHUNK_SIZE - 1

/**
 * What the units packed in a posting's two words are worth in all: for each chunk of two units that matters, the sum over its bits
 * stands at `offset + ((word >> shift) & CHUNK_MASK)` of `sums`.
 */
export interface PackedTable {
  readonly sums: Int32Array
  readonly lowShifts: Int32Array
  readonly lowOffsets: Int32Array
  readonly highShifts: Int32Array
  readonly highOffsets: Int32Array
}

/** Packs `worth[8 * position + strength]`, the worth of each unit of a family by strength. Chunks worth nothing are left out. */
export function packTable (worth: Int32Array): PackedTable {
  const sums = new Int32Array(FAMILY_SIZE / UNITS_PER_CHUNK * CHUNK_SIZE)
  const low = { shifts: [] as number[], offsets: [] as number[] }
  const high = { shifts: [] as number[], offsets: [] as number[] }
  let size = 0
  for (let position = 0; position < FAMILY_SIZE; position += UNITS_PER_CHUNK) {
    const start = position * (UNIT_MASK + 1)
    if (!isWorthSomething(worth, start, start + UNITS_PER_CHUNK * (UNIT_MASK + 1))) continue
    const word = position < UNITS_PER_WORD ? low : high
    word.shifts.push((position % UNITS_PER_WORD) * BITS_PER_UNIT)
    word.offsets.push(size)
    for (let bits = 0; bits < CHUNK_SIZE; bits++) sums[size++] = worth[start + (bits & UNIT_MASK)] + worth[start + UNIT_MASK + 1 + (bits >> BITS_PER_UNIT)]
  }
  return {
    sums,
    lowShifts: new Int32Array(low.shifts),
    lowOffsets: new Int32Array(low.offsets),
    highShifts: new Int32Array(high.shifts),
    highOffsets: new Int32Array(high.offsets),
  }
}

function isWorthSomething (worth: Int32Array, begin: number, end: number): boolean {
  for (let at = begin; at < end; at++) if (worth[at] !== 0) return true
  return false
}
