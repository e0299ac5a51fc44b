import { LANES, REST_PLANES, writeRest } from './lanes.ts'
import { strongerSummary } from './seeker-summary.ts'
import { spheresOf, type SlotPlaces, type Spheres } from './spheres.ts'
import { either, joinRuns, type Words } from './words.ts'

/** Slots that share one bound on distance when everybody is gone through. */
export const CROWD_SIZE = 512
/** Slots that are skipped or opened together. */
export const CROWD_BLOCK_SIZE: number = LANES
export const BLOCKS_PER_CROWD: number = CROWD_SIZE / CROWD_BLOCK_SIZE

/** All slots in runs of CROWD_SIZE, which are near on the map, with bounds for each run and for each block of it. */
export interface Crowds {
  readonly count: number
  readonly spheres: Spheres
  readonly summary: Int32Array
  readonly trade: Int32Array
  readonly blockSummary: Int32Array
  readonly blockTrade: Int32Array
  /** One word for each slot. */
  readonly whereabouts: Int32Array
}

/** Crowds of seekers, who are sifted 32 at a time. */
export interface SeekerCrowds extends Crowds {
  /** Planes of summaries and trades, REST_PLANES a block. */
  readonly lanes: Int32Array
}

/**
 * Crowds of vacancies, with both words of each slot. Their open ones are gone through while there is no good threshold yet: nearly all of a block stays,
 * and sifting it first made the median of `rankVacancies` a fifth to a quarter slower (100,000 vacancies, in one process).
 */
export interface VacancyCrowds extends Crowds {
  readonly slotSummary: Int32Array
  readonly slotTrade: Int32Array
}

export function seekerCrowdsOf (size: number, places: SlotPlaces, words: Words): SeekerCrowds {
  return { ...crowdsOf(size, places, words), lanes: lanesOfSlots(size, words) }
}

export function vacancyCrowdsOf (size: number, places: SlotPlaces, words: Words): VacancyCrowds {
  return { ...crowdsOf(size, places, words), slotSummary: words.summary, slotTrade: words.trade }
}

function crowdsOf (size: number, places: SlotPlaces, words: Words): Crowds {
  const crowdStart = runsOf(size, CROWD_SIZE)
  const blockStart = runsOf(size, CROWD_BLOCK_SIZE)
  return {
    count: crowdStart.length - 1,
    spheres: spheresOf(crowdStart, undefined, places),
    summary: joinRuns(words.summary, crowdStart, strongerSummary),
    trade: joinRuns(words.trade, crowdStart, either),
    blockSummary: joinRuns(words.summary, blockStart, strongerSummary),
    blockTrade: joinRuns(words.trade, blockStart, either),
    whereabouts: words.whereabouts,
  }
}

function lanesOfSlots (size: number, { summary, trade }: Words): Int32Array {
  const lanes = new Int32Array(Math.ceil(size / CROWD_BLOCK_SIZE) * REST_PLANES)
  for (let slot = 0; slot < size; slot++) {
    const lane = slot % CROWD_BLOCK_SIZE
    writeRest(summary[slot], trade[slot], lane, lanes, (slot - lane) / CROWD_BLOCK_SIZE * REST_PLANES)
  }
  return lanes
}

/**
 * Puts like records together within each crowd, so that a block of a crowd has a narrow bound. `order` names records in order of place, `keys`
 * are whole numbers below 2^40 for each of them, by which a crowd is sorted; equal ones keep their order.
 */
export function gatherAlike (order: Uint32Array, keys: Float64Array): void {
  const sorted = new Float64Array(CROWD_SIZE)
  const crowd = new Uint32Array(CROWD_SIZE)
  for (let start = 0; start < order.length; start += CROWD_SIZE) {
    const size = Math.min(CROWD_SIZE, order.length - start)
    crowd.set(order.subarray(start, start + size))
    for (let i = 0; i < size; i++) sorted[i] = keys[crowd[i]] * CROWD_SIZE + i
    sorted.subarray(0, size).sort()
    for (let i = 0; i < size; i++) order[start + i] = crowd[sorted[i] % CROWD_SIZE]
  }
}

/** Start of each run, and the end. */
function runsOf (size: number, runSize: number): Uint32Array {
  return Uint32Array.from({ length: Math.ceil(size / runSize) + 1 }, (_, run) => Math.min(size, run * runSize))
}
