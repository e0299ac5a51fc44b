/** Records side by side in one block: as many as a word has bits. */
export const LANES = 32

/** Bits of a trade word and of a summary that bounds rest on; see Trades and summariseSeeker. */
const TRADE_BITS = 30
const SUMMARY_BITS = 24
/** Positions of their planes, and how many they are in all. */
export const TRADE_PLANES = 0
export const SUMMARY_PLANES: number = TRADE_BITS
export const REST_PLANES: number = TRADE_BITS + SUMMARY_BITS

/**
 * Words of a block stand bit by bit: plane n holds bit n of all of them, one bit (a lane) for each record, so that one operation on a plane
 * works on 32 records.
 *
 *   words    r0 = 101                planes   bit 0 = 101 (r0 and r2 have it)
 *            r1 = 110       ---->             bit 1 = 010
 *            r2 = 001                         bit 2 = 011
 *
 * Writes a word into its lane of planes that are still zero; `planes[at]` is that of bit 0. O(bits set).
 */
export function writeLane (word: number, lane: number, planes: Int32Array, at: number): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) planes[at + 31 - Math.clz32(rest & -rest)] |= 1 << lane
}

/** Writes what bounds on all but units and distance rest on. */
export function writeRest (summary: number, trade: number, lane: number, planes: Int32Array, at: number): void {
  writeLane(trade & ((1 << TRADE_BITS) - 1), lane, planes, at + TRADE_PLANES)
  writeLane(summary & ((1 << SUMMARY_BITS) - 1), lane, planes, at + SUMMARY_PLANES)
}

/** The word that stands in a lane of so many planes, from plane `at` on. */
function readLane (planes: Int32Array, at: number, bits: number, lane: number): number {
  let word = 0
  for (let bit = 0; bit < bits; bit++) word |= ((planes[at + bit] >>> lane) & 1) << bit
  return word
}

/** The trade word that writeRest wrote. */
export function readTrade (planes: Int32Array, at: number, lane: number): number {
  return readLane(planes, at + TRADE_PLANES, TRADE_BITS, lane)
}

/** The summary that writeRest wrote. */
export function readSummary (planes: Int32Array, at: number, lane: number): number {
  return readLane(planes, at + SUMMARY_PLANES, SUMMARY_BITS, lane)
}

/** Four bits of a lane, from plane `at` on. */
export function readNibble (planes: Int32Array, at: number, lane: number): number {
  return ((planes[at] >>> lane) & 1) | ((planes[at + 1] >>> lane) & 1) << 1 | ((planes[at + 2] >>> lane) & 1) << 2 | ((planes[at + 3] >>> lane) & 1) << 3
}

/** All lanes of a block that holds `count` records. */
export function lanesOf (count: number): number {
  return count >= LANES ? -1 : (1 << count) - 1
}

/** The positions of a mask's bits, counted from `at`. */
export function planesOf (mask: number, at: number): number[] {
  const which: number[] = []
  for (let rest = mask; rest !== 0; rest &= rest - 1) which.push(at + 31 - Math.clz32(rest & -rest))
  return which
}

/** Lanes that have one of the bits. */
export function anyOf (planes: Int32Array, at: number, which: readonly number[]): number {
  let any = 0
  for (let n = 0; n < which.length; n++) any |= planes[at + which[n]]
  return any
}

/** Lanes that have all bits of a number. */
export function allOf (planes: Int32Array, at: number, bits: number): number {
  let all = -1
  for (let bit = 0; bit < bits; bit++) all &= planes[at + bit]
  return all
}

/** Lanes whose number, of so many bits, is less than `than`. */
export function isBelow (planes: Int32Array, at: number, bits: number, than: number): number {
  let below = 0
  for (let bit = 0; bit < bits; bit++) {
    const other = -((than >> bit) & 1)
    const zero = ~planes[at + bit]
    below = (zero & (below | other)) | (below & other)
  }
  return below
}
