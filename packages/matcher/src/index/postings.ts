import { tradeKey } from './trades.ts'
import { FAMILY_SIZE, type Families } from './families.ts'
import { strongerSummary } from './seeker-summary.ts'
import { spheresOf, type SlotPlaces, type Spheres } from './spheres.ts'
import type { UnitColumns } from './unit-columns.ts'
import { either, joinRuns, type Words } from './words.ts'

/** Units in one word; three bits each, so words stay small positive integers. */
export const UNITS_PER_WORD: number = FAMILY_SIZE / 2
export const BITS_PER_UNIT = 3
export const UNIT_MASK = 7
/** Postings that are skipped or opened together. */
const BLOCK_SIZE = 32
/** Blocks that share one bound on distance. */
const BLOCKS_PER_LEAF = 4
const LEAF_SIZE = BLOCK_SIZE * BLOCKS_PER_LEAF

/**
 * For each family of units, the slots that have any of them. A posting is self-contained: a slot and two words with the strength of
 * each unit of the family, so that it can be bounded without looking at the record.
 *
 *   family --> leaves (places near each other) --> blocks (strong first) --> postings
 *
 * Slots are numbered along a Hilbert curve, so consecutive postings of a family are near on the map: a leaf is 256 of them, with the
 * sphere around their places. Inside a leaf the strongest stand first, and a block of 32 carries the part-wise maxima of its words.
 */
export interface Postings {
  readonly slot: Uint32Array
  readonly low: Int32Array
  readonly high: Int32Array
  /** The slot's own words; see summariseSeeker, Trades and seekerWhereabouts. */
  readonly summary: Int32Array
  readonly trade: Int32Array
  readonly whereabouts: Int32Array
  /** First posting of each block, and the end. */
  readonly blockStart: Uint32Array
  readonly blockLow: Int32Array
  readonly blockHigh: Int32Array
  readonly blockSummary: Int32Array
  readonly blockTrade: Int32Array
  /** First block of each leaf, and the end. */
  readonly leafStart: Uint32Array
  /** First leaf of each family, and the end. */
  readonly familyStart: Uint32Array
  readonly spheres: Spheres
}

/** Builds the postings of slots 0..numSlots-1. O(units + postings log leaf size). */
export function buildPostings (numSlots: number, units: UnitColumns, families: Families, places: SlotPlaces, words: Words): Postings {
  const familyPostings = countPostings(numSlots, units, families)
  const { slot, low, high } = fillPostings(numSlots, units, families, familyPostings)
  const numFamilies = families.count
  const familyStart = new Uint32Array(numFamilies + 1)
  let numLeaves = 0
  let numBlocks = 0
  for (let family = 0; family < numFamilies; family++) {
    const size = familyPostings[family + 1] - familyPostings[family]
    numLeaves += Math.ceil(size / LEAF_SIZE)
    numBlocks += Math.ceil(size / BLOCK_SIZE)
    familyStart[family + 1] = numLeaves
  }
  const blockStart = new Uint32Array(numBlocks + 1)
  const leafStart = new Uint32Array(numLeaves + 1)
  let block = 0
  let leaf = 0
  for (let family = 0; family < numFamilies; family++) {
    const end = familyPostings[family + 1]
    for (let start = familyPostings[family]; start < end; start += LEAF_SIZE) {
      const leafEnd = Math.min(end, start + LEAF_SIZE)
      strongestFirst(slot, low, high, start, leafEnd, words.trade)
      for (let posting = start; posting < leafEnd; posting += BLOCK_SIZE) blockStart[block++] = posting
      leafStart[++leaf] = block
    }
  }
  blockStart[numBlocks] = slot.length
  const blockLow = joinRuns(low, blockStart, unitwiseMax)
  const blockHigh = joinRuns(high, blockStart, unitwiseMax)
  const summary = Int32Array.from(slot, one => words.summary[one])
  const trade = Int32Array.from(slot, one => words.trade[one])
  const whereabouts = Int32Array.from(slot, one => words.whereabouts[one])
  const blockSummary = joinRuns(summary, blockStart, strongerSummary)
  const blockTrade = joinRuns(trade, blockStart, either)
  const spheres = spheresOf(Uint32Array.from(leafStart, first => blockStart[first]), slot, places)
  return { slot, low, high, summary, trade, whereabouts, blockStart, blockLow, blockHigh, blockSummary, blockTrade, leafStart, familyStart, spheres }
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

function fillPostings (numSlots: number, units: UnitColumns, families: Families, starts: Uint32Array): { slot: Uint32Array, low: Int32Array, high: Int32Array } {
  const { start, unit, strength } = units
  const { familyOf, positionOf, count } = families
  const total = starts[count]
  const slots = new Uint32Array(total)
  const low = new Int32Array(total)
  const high = new Int32Array(total)
  const next = starts.slice(0, count)
  const postingOf = new Int32Array(count)
  const seenBy = new Int32Array(count).fill(-1)
  for (let slot = 0; slot < numSlots; slot++) {
    for (let at = start[slot]; at < start[slot + 1]; at++) {
      const family = familyOf[unit[at]]
      if (seenBy[family] !== slot) {
        seenBy[family] = slot
        postingOf[family] = next[family]
        slots[next[family]++] = slot
      }
      const posting = postingOf[family]
      const position = positionOf[unit[at]]
      const words = position < UNITS_PER_WORD ? low : high
      const shift = (position % UNITS_PER_WORD) * BITS_PER_UNIT
      // A unit held in several ways counts by the strongest.
      if (strength[at] > ((words[posting] >> shift) & UNIT_MASK)) words[posting] = (words[posting] & ~(UNIT_MASK << shift)) | (strength[at] << shift)
    }
  }
  return { slot: slots, low, high }
}

/** Sorts the postings of one leaf by total strength, descending; equal ones keep slot order. */
function strongestFirst (slot: Uint32Array, low: Int32Array, high: Int32Array, start: number, end: number, trade: Int32Array): void {
  const size = end - start
  if (size < 2) return
  const keys = LEAF_KEYS.subarray(0, size)
  for (let i = 0; i < size; i++) keys[i] = (tradeKey(trade[slot[start + i]]) * 256 + MOST_STRENGTH - strengthOf(low[start + i]) - strengthOf(high[start + i])) * LEAF_SIZE + i
  keys.sort()
  LEAF_SLOTS.set(slot.subarray(start, end))
  LEAF_LOW.set(low.subarray(start, end))
  LEAF_HIGH.set(high.subarray(start, end))
  for (let i = 0; i < size; i++) {
    const from = keys[i] % LEAF_SIZE
    slot[start + i] = LEAF_SLOTS[from]
    low[start + i] = LEAF_LOW[from]
    high[start + i] = LEAF_HIGH[from]
  }
}

// Scratch for one leaf: its postings, and sort keys of strength (descending) and position in the leaf.
const MOST_STRENGTH = FAMILY_SIZE * UNIT_MASK
const LEAF_KEYS = new Float64Array(LEAF_SIZE)
const LEAF_SLOTS = new Uint32Array(LEAF_SIZE)
const LEAF_LOW = new Int32Array(LEAF_SIZE)
const LEAF_HIGH = new Int32Array(LEAF_SIZE)

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
