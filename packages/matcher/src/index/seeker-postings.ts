import type { Families } from './families.ts'
import { LANES, REST_PLANES, writeLane, writeRest } from './lanes.ts'
import { BITS_PER_UNIT, BLOCK_SIZE, buildPostings, HIGH, LOW, POSTING, SLOT, SUMMARY, TRADE, UNITS_PER_WORD, WHEREABOUTS, type Postings } from './postings.ts'
import type { SlotPlaces } from './spheres.ts'
import type { UnitColumns } from './unit-columns.ts'
import type { Words } from './words.ts'

/** A block of seekers' postings: planes of their units' strengths and of their summaries and trades, then a word for each lane. Positions in it: */
const PLANES_PER_WORD = UNITS_PER_WORD * BITS_PER_UNIT
export const UNITS_AT = 0
export const REST_AT: number = 2 * PLANES_PER_WORD
export const SLOTS_AT: number = REST_AT + REST_PLANES
export const WHEREABOUTS_AT: number = SLOTS_AT + LANES
export const LANE_BLOCK: number = WHEREABOUTS_AT + LANES

/** Postings whose blocks are turned into planes, so that a sieve goes through 32 of them at once. */
export type SeekerPostings = Omit<Postings, 'records'> & {
  readonly lanes: Int32Array
}

/** Builds the postings of slots 0..numSlots-1. O(units + postings log leaf size). */
export function buildSeekerPostings (numSlots: number, units: UnitColumns, families: Families, places: SlotPlaces, words: Words): SeekerPostings {
  const { records, ...others } = buildPostings(numSlots, units, families, places, words)
  const { firstPosting, firstBlock } = others
  const lanes = new Int32Array(firstBlock[families.count] * LANE_BLOCK)
  for (let family = 0; family < families.count; family++) {
    for (let posting = firstPosting[family]; posting < firstPosting[family + 1]; posting++) {
      const place = posting - firstPosting[family]
      const lane = place % BLOCK_SIZE
      const block = (firstBlock[family] + (place - lane) / BLOCK_SIZE) * LANE_BLOCK
      const record = posting * POSTING
      writeLane(records[record + LOW], lane, lanes, block + UNITS_AT)
      writeLane(records[record + HIGH], lane, lanes, block + UNITS_AT + PLANES_PER_WORD)
      writeRest(records[record + SUMMARY], records[record + TRADE], lane, lanes, block + REST_AT)
      lanes[block + SLOTS_AT + lane] = records[record + SLOT]
      lanes[block + WHEREABOUTS_AT + lane] = records[record + WHEREABOUTS]
    }
  }
  return { ...others, lanes }
}
