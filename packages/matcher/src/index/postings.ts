import { tradeKey } from './trades.ts'
import { FAMILY_SIZE, type Families } from './families.ts'
import { LANES } from './lanes.ts'
import { strongerSummary } from './seeker-summary.ts'
import { spheresOf, type SlotPlaces, type Spheres } from './spheres.ts'
import type { UnitColumns } from './unit-columns.ts'
import type { Words } from './words.ts'

/** Units in one word; three bits each, so words stay small positive integers. */
export const UNITS_PER_WORD: number = FAMILY_SIZE / 2
export const BITS_PER_UNIT = 3
export const UNIT_MASK = 7
/** Postings that are skipped or opened together. */
export const BLOCK_SIZE: number = LANES
/** Blocks that share one bound on distance. */
export const BLOCKS_PER_LEAF = 4
export const LEAF_SIZE: number = BLOCK_SIZE * BLOCKS_PER_LEAF

/** A posting is six integers, side by side: whoever opens a block reads one short run of memory. Positions in it: */
export const POSTING = 6
export const SLOT = 0
export const LOW = 1
export const HIGH = 2
/** The slot's own words; see Words. */
export const SUMMARY = 3
export const TRADE = 4
export const WHEREABOUTS = 5

/** The header of a block is four integers: the part-wise maxima of the words in it. */
export const BLOCK = 4
export const BLOCK_LOW = 0
export const BLOCK_HIGH = 1
export const BLOCK_SUMMARY = 2
export const BLOCK_TRADE = 3

/**
 * For each family of units, the slots that have any of them. A posting is self-contained: a slot, two words with the strength of
 * each unit of the family, and the slot's words, so that it can be bounded without looking at the record.
 *
 *   family --> leaves (places near each other) --> blocks (like trades, strong first) --> postings
 *
 * Slots are numbered along a Hilbert curve, so consecutive postings of a family are near on the map: a leaf is LEAF_SIZE of them, with the
 * sphere around their places. Inside a leaf like trades stand together, among them the strongest first, in blocks of BLOCK_SIZE. Only the
 * last leaf and block of a family may be smaller.
 */
export interface Postings {
  /** POSTING integers each, family after family. */
  readonly records: Int32Array
  /** BLOCK integers each. */
  readonly blocks: Int32Array
  /** First posting, block and leaf of each family, and the end. */
  readonly firstPosting: Uint32Array
  readonly firstBlock: Uint32Array
  readonly firstLeaf: Uint32Array
  readonly spheres: Spheres
}

/** Builds the postings of slots 0..numSlots-1. O(units + postings log leaf size). */
export function buildPostings (numSlots: number, units: UnitColumns, families: Families, places: SlotPlaces, words: Words): Postings {
  const firstPosting = countPostings(numSlots, units, families)
  const records = fillPostings(numSlots, units, families, firstPosting, words)
  const { count } = families
  const firstBlock = new Uint32Array(count + 1)
  const firstLeaf = new Uint32Array(count + 1)
  for (let family = 0; family < count; family++) {
    const size = firstPosting[family + 1] - firstPosting[family]
    firstBlock[family + 1] = firstBlock[family] + Math.ceil(size / BLOCK_SIZE)
    firstLeaf[family + 1] = firstLeaf[family] + Math.ceil(size / LEAF_SIZE)
  }
  const leafStart = new Uint32Array(firstLeaf[count] + 1)
  const blocks = new Int32Array(firstBlock[count] * BLOCK)
  let leaf = 0
  for (let family = 0; family < count; family++) {
    const end = firstPosting[family + 1]
    for (let start = firstPosting[family]; start < end; start += LEAF_SIZE) {
      leafStart[leaf++] = start
      gatherTrades(records, start, Math.min(end, start + LEAF_SIZE))
    }
    for (let block = firstBlock[family], start = firstPosting[family]; start < end; block++, start += BLOCK_SIZE) {
      joinBlock(records, start, Math.min(end, start + BLOCK_SIZE), blocks, block * BLOCK)
    }
  }
  leafStart[leaf] = firstPosting[count]
  const slots = Uint32Array.from({ length: firstPosting[count] }, (_, posting) => records[posting * POSTING + SLOT])
  return { records, blocks, firstPosting, firstBlock, firstLeaf, spheres: spheresOf(leafStart, slots, places) }
}

/** Start of each family's postings, and the end. */
function countPostings (numSlots: number, units: UnitColumns, families: Families): Uint32Array {
  const { start, unit } = units
  const { familyOf, count } = families
  const starts = new Uint32Array(count + 1)
  const seenBy = new Int32Array(count).fill(-1)
  for (let slot = 0; slot < numSlots; slot++) {
    for (let at = start[slot]; at < start[slot + 1]; at++) {
      const family = familyOf[unit[at]]
      if (seenBy[family] === slot) continue
      seenBy[family] = slot
      starts[family + 1]++
    }
  }
  for (let family = 0; family < count; family++) starts[family + 1] += starts[family]
  return starts
}

function fillPostings (numSlots: number, units: UnitColumns, families: Families, firstPosting: Uint32Array, words: Words): Int32Array {
  const { start, unit, strength } = units
  const { familyOf, positionOf, count } = families
  const records = new Int32Array(firstPosting[count] * POSTING)
  const next = firstPosting.slice(0, count)
  const seenBy = new Int32Array(count).fill(-1)
  const recordOf = new Int32Array(count)
  for (let slot = 0; slot < numSlots; slot++) {
    for (let at = start[slot]; at < start[slot + 1]; at++) {
      const family = familyOf[unit[at]]
      if (seenBy[family] !== slot) {
        seenBy[family] = slot
        const record = recordOf[family] = next[family]++ * POSTING
        records[record + SLOT] = slot
        records[record + SUMMARY] = words.summary[slot]
        records[record + TRADE] = words.trade[slot]
        records[record + WHEREABOUTS] = words.whereabouts[slot]
      }
      const position = positionOf[unit[at]]
      const word = recordOf[family] + (position < UNITS_PER_WORD ? LOW : HIGH)
      const shift = (position % UNITS_PER_WORD) * BITS_PER_UNIT
      // A unit held in several ways counts by the strongest.
      if (strength[at] > ((records[word] >> shift) & UNIT_MASK)) records[word] = (records[word] & ~(UNIT_MASK << shift)) | (strength[at] << shift)
    }
  }
  return records
}

/** Sorts the postings of one leaf by trade, and those of one trade by total strength, descending; equal ones keep slot order. */
function gatherTrades (records: Int32Array, start: number, end: number): void {
  const size = end - start
  const keys = LEAF_KEYS.subarray(0, size)
  for (let i = 0; i < size; i++) {
    const record = (start + i) * POSTING
    const weakness = MOST_STRENGTH - strengthOf(records[record + LOW]) - strengthOf(records[record + HIGH])
    keys[i] = (tradeKey(records[record + TRADE]) * (MOST_STRENGTH + 1) + weakness) * LEAF_SIZE + i
  }
  keys.sort()
  LEAF_RECORDS.set(records.subarray(start * POSTING, end * POSTING))
  for (let i = 0; i < size; i++) {
    const from = (keys[i] % LEAF_SIZE) * POSTING
    records.set(LEAF_RECORDS.subarray(from, from + POSTING), (start + i) * POSTING)
  }
}

// Scratch for one leaf: its postings, and sort keys of trade, weakness and position in the leaf (30, 8 and 7 bits).
const MOST_STRENGTH = FAMILY_SIZE * UNIT_MASK
const LEAF_KEYS = new Float64Array(LEAF_SIZE)
const LEAF_RECORDS = new Int32Array(LEAF_SIZE * POSTING)

function joinBlock (records: Int32Array, start: number, end: number, blocks: Int32Array, header: number): void {
  for (let record = start * POSTING; record < end * POSTING; record += POSTING) {
    blocks[header + BLOCK_LOW] = unitwiseMax(blocks[header + BLOCK_LOW], records[record + LOW])
    blocks[header + BLOCK_HIGH] = unitwiseMax(blocks[header + BLOCK_HIGH], records[record + HIGH])
    blocks[header + BLOCK_SUMMARY] = strongerSummary(blocks[header + BLOCK_SUMMARY], records[record + SUMMARY])
    blocks[header + BLOCK_TRADE] |= records[record + TRADE]
  }
}

function strengthOf (word: number): number {
  let sum = 0
  for (let rest = word; rest !== 0; rest >>= BITS_PER_UNIT) sum += rest & UNIT_MASK
  return sum
}

function unitwiseMax (a: number, b: number): number {
  let max = 0
  for (let shift = 0; shift < UNITS_PER_WORD * BITS_PER_UNIT; shift += BITS_PER_UNIT) {
    const one = (a >> shift) & UNIT_MASK
    const other = (b >> shift) & UNIT_MASK
    max |= (one > other ? one : other) << shift
  }
  return max
}
