import { strongerSummary } from './seeker-summary.ts'
import { spheresOf, type SlotPlaces, type Spheres } from './spheres.ts'
import { either, joinRuns, type Words } from './words.ts'

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
