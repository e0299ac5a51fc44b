import { FAMILY_SIZE, type Families } from './families.ts'
import type { PlaceTable } from './place-table.ts'
import { strongerSummary } from './seeker-summary.ts'
import type { UnitColumns } from './unit-columns.ts'

/** Units in one word; three bits each, so words stay small positive integers. */
export const UNITS_PER_WORD: number = FAMILY_SIZE / 2
export const BITS_PER_UNIT = 3
export const UNIT_MASK = 7
/** Postings that are skipped or opened together. */
const BLOCK_SIZE = 32
/** Blocks that share one bound on distance. */
const BLOCKS_PER_LEAF = 8
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
  /** The slot's words on everything but units and place; see summariseSeeker and Trades. */
  readonly summary: Int32Array
  readonly trade: Int32Array
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

/** Balls around the places of each leaf, in the unit sphere's own space. */
export interface Spheres {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  /**
   * Greatest straight-line distance from the centre; negative where no slot has a place. A run in which some have a place and some have
   * none is near to everything, since nothing is known of the latter.
   */
  readonly radius: Float64Array
}

/** A slot that is near to everything, such as a vacancy that can be done from anywhere. */
export const EVERYWHERE: number = -2
/** A radius greater than any distance on the unit sphere. */
const ALL_ROUND = 3

/** Place of each slot: a number of a place, -1 for none, or EVERYWHERE. */
export interface SlotPlaces {
  readonly placeOf: Int32Array
  /** x, y and z of each place on the unit sphere. */
  readonly coordinates: Float64Array
}

/** The places of a segment as arrays. */
export function slotPlacesOf (placeOf: Int32Array, places: PlaceTable): SlotPlaces {
  const coordinates = new Float64Array(places.size * 3)
  for (let place = 0; place < places.size; place++) {
    const { x, y, z } = places.placeOf(place)
    coordinates.set([x, y, z], place * 3)
  }
  return { placeOf, coordinates }
}

/** Slots that share one bound when everybody is gone through. */
export const CROWD_SIZE = 256

/** All slots in runs of CROWD_SIZE, which are near on the map, with bounds for each run. */
export interface Crowds {
  readonly count: number
  readonly spheres: Spheres
  readonly summary: Int32Array
  readonly trade: Int32Array
  /** Each slot's own words. */
  readonly words: Words
}

export function crowdsOf (size: number, places: SlotPlaces, words: Words): Crowds {
  const count = Math.ceil(size / CROWD_SIZE)
  const start = Uint32Array.from({ length: count + 1 }, (_, crowd) => Math.min(size, crowd * CROWD_SIZE))
  return {
    count,
    spheres: spheresOf(start, undefined, places),
    summary: joinRuns(words.summary, start, strongerSummary),
    trade: joinRuns(words.trade, start, either),
    words,
  }
}

/** The words of all slots on everything but units and place. */
export interface Words {
  readonly summary: Int32Array
  readonly trade: Int32Array
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
      strongestFirst(slot, low, high, start, leafEnd)
      for (let posting = start; posting < leafEnd; posting += BLOCK_SIZE) blockStart[block++] = posting
      leafStart[++leaf] = block
    }
  }
  blockStart[numBlocks] = slot.length
  const blockLow = joinRuns(low, blockStart, unitwiseMax)
  const blockHigh = joinRuns(high, blockStart, unitwiseMax)
  const summary = Int32Array.from(slot, one => words.summary[one])
  const trade = Int32Array.from(slot, one => words.trade[one])
  const blockSummary = joinRuns(summary, blockStart, strongerSummary)
  const blockTrade = joinRuns(trade, blockStart, either)
  const spheres = spheresOf(Uint32Array.from(leafStart, first => blockStart[first]), slot, places)
  return { slot, low, high, summary, trade, blockStart, blockLow, blockHigh, blockSummary, blockTrade, leafStart, familyStart, spheres }
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
function strongestFirst (slot: Uint32Array, low: Int32Array, high: Int32Array, start: number, end: number): void {
  const size = end - start
  if (size < 2) return
  const keys = LEAF_KEYS.subarray(0, size)
  for (let i = 0; i < size; i++) keys[i] = (MOST_STRENGTH - strengthOf(low[start + i]) - strengthOf(high[start + i])) * LEAF_SIZE + i
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
const LEAF_KEYS = new Uint32Array(LEAF_SIZE)
const LEAF_SLOTS = new Uint32Array(LEAF_SIZE)
const LEAF_LOW = new Int32Array(LEAF_SIZE)
const LEAF_HIGH = new Int32Array(LEAF_SIZE)

function strengthOf (word: number): number {
  let sum = 0
  for (let rest = word; rest !== 0; rest >>= BITS_PER_UNIT) sum += rest & UNIT_MASK
  return sum
}

/** Joins trade words. */
function either (a: number, b: number): number {
  return a | b
}

/** One word for each run of words, which bounds them all. */
function joinRuns (words: Int32Array, runStart: Uint32Array, join: (a: number, b: number) => number): Int32Array {
  const joined = new Int32Array(runStart.length - 1)
  for (let run = 0; run < joined.length; run++) {
    let all = 0
    for (let i = runStart[run]; i < runStart[run + 1]; i++) all = join(all, words[i])
    joined[run] = all
  }
  return joined
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

/** The ball around the places of each run of postings, or of slots themselves where no slots are given. */
function spheresOf (runStart: Uint32Array, slots: Uint32Array | undefined, places: SlotPlaces): Spheres {
  const count = runStart.length - 1
  const spheres = { x: new Float64Array(count), y: new Float64Array(count), z: new Float64Array(count), radius: new Float64Array(count).fill(-1) }
  for (let run = 0; run < count; run++) enclose(run, runStart[run], runStart[run + 1], slots, places, spheres)
  return spheres
}

/** The middle of the box around the places, and the distance of the farthest from it. */
function enclose (run: number, start: number, end: number, slots: Uint32Array | undefined, { placeOf, coordinates }: SlotPlaces, out: { x: Float64Array, y: Float64Array, z: Float64Array, radius: Float64Array }): void {
  let minX = 2
  let maxX = -2
  let minY = 2
  let maxY = -2
  let minZ = 2
  let maxZ = -2
  let placeless = 0
  let everywhere = false
  for (let i = start; i < end; i++) {
    const place = placeOf[slots === undefined ? i : slots[i]]
    if (place < 0) {
      placeless++
      everywhere ||= place === EVERYWHERE
      continue
    }
    const x = coordinates[place * 3]
    const y = coordinates[place * 3 + 1]
    const z = coordinates[place * 3 + 2]
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
    if (z < minZ) minZ = z
    if (z > maxZ) maxZ = z
  }
  if (everywhere || (placeless > 0 && maxX >= minX)) out.radius[run] = ALL_ROUND
  if (placeless > 0) return
  const centreX = (minX + maxX) / 2
  const centreY = (minY + maxY) / 2
  const centreZ = (minZ + maxZ) / 2
  let farthest = 0
  for (let i = start; i < end; i++) {
    const place = placeOf[slots === undefined ? i : slots[i]]
    const dx = coordinates[place * 3] - centreX
    const dy = coordinates[place * 3 + 1] - centreY
    const dz = coordinates[place * 3 + 2] - centreZ
    const square = dx * dx + dy * dy + dz * dz
    if (square > farthest) farthest = square
  }
  out.x[run] = centreX
  out.y[run] = centreY
  out.z[run] = centreZ
  out.radius[run] = Math.sqrt(farthest)
}
