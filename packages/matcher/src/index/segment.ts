/** A frozen, indexed part of a population. Slots are 0..size-1; a deleted slot stays, marked dead, until segments are merged. */
export interface Segment<Facts> {
  readonly size: number
  readonly ids: readonly string[]
  /** 1 where the slot's record was deleted or replaced. */
  readonly dead: Uint8Array
  /** Slot of each id, dead or alive. */
  readonly slotOf: ReadonlyMap<string, number>
  numDead: number
  factsAt (slot: number): Facts
}

/** The order of slots: records with a place along the Hilbert curve, then those without; equal places keep the order given. */
export function slotOrder (codes: Float64Array): Uint32Array {
  const size = codes.length
  // One number holds code (28 bits, or one more for "no place") and position (24 bits), so a plain numeric sort does it.
  const span = 2 ** Math.ceil(Math.log2(Math.max(2, size)))
  for (let i = 0; i < size; i++) codes[i] = codes[i] * span + i
  codes.sort()
  return Uint32Array.from(codes, code => code % span)
}

/** Sorts after every Hilbert code. */
export const NO_PLACE_CODE: number = 2 ** 28
