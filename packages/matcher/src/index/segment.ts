import type { Ids } from './ids.ts'

/** Integers in the row of a record of either kind: one line of the processor's cache, so that judging a record costs one trip to memory. */
export const ROW = 16

/** A frozen, indexed part of a population. Slots are 0..size-1; a deleted slot stays, marked dead, until segments are merged. */
export interface Segment<Facts> {
  readonly size: number
  readonly ids: Ids
  /** 1 where the slot's record was deleted or replaced. */
  readonly dead: Uint8Array
  numDead: number
  factsAt (slot: number): Facts
}

/** Records on their way into a segment: column by column from the start, so that no object outlives the reading of its record. */
export interface Draft<Facts, S> {
  readonly size: number
  add (facts: Facts): void
  /** Adds the record of a slot of a frozen segment, without making facts of it. */
  take (segment: S, slot: number): void
  /** O(n log n). Nothing can be added afterwards. */
  freeze (): S
}

/** The order of slots: records with a place along the Hilbert curve, then those without; equal places keep the order given. */
export function slotOrder (codes: Float64Array): Uint32Array {
  const size = codes.length
  if (size > MOST_SLOTS) throw new RangeError(`A segment holds at most ${MOST_SLOTS} records, got ${size}; split the population over several matchers, whose rankings merge exactly.`)
  // One number holds code (31 bits with its group) and position (22 bits), so a plain numeric sort does it.
  const span = 2 ** Math.ceil(Math.log2(Math.max(2, size)))
  for (let i = 0; i < size; i++) codes[i] = codes[i] * span + i
  codes.sort()
  return Uint32Array.from(codes, code => code % span)
}

/** Beyond this, code and position no longer fit in one double. */
const MOST_SLOTS = 2 ** 22

/** Sorts after every Hilbert code. */
export const NO_PLACE_CODE: number = 2 ** 28

/** A code of one of seven groups, each of which stands behind the one before. */
export function inGroup (group: number, code: number): number {
  return group * (NO_PLACE_CODE + 1) + code
}
