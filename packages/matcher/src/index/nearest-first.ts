import { nearestHm, type Place } from '../geo/place.ts'
import { distanceCredit } from '../model/distance-credit.ts'
import type { Spheres } from './spheres.ts'

/** Credits 0..1000 in steps of eight are near enough to sort by. */
const BUCKET_BITS = 3
const BUCKETS = (1000 >> BUCKET_BITS) + 1
/** Bound of a run that is out of reach. */
const BEYOND = -1

/** Arranges runs of slots by the most distance credit that anything in them can have, greatest first. Scratch is reused between queries. */
export class NearestFirst {
  /** Runs in order, and the bound of each. */
  order: Uint32Array = new Uint32Array(64)
  credit: Int16Array = new Int16Array(64)
  #bounds = new Int16Array(64)
  readonly #heads = new Int32Array(BUCKETS)
  #next = new Int32Array(64)

  /**
   * Fills `order` and `credit` for the runs `start` up to `end` that are neither wholly beyond `reachHm` nor beyond the reach of all in them, and returns how many they are.
   * Without a place to measure from, every run has the bound `flat`. O(runs).
   */
  arrange (spheres: Spheres, start: number, end: number, from: Place | null, flat: number, reachHm: number): number {
    const count = end - start
    if (count > this.order.length) this.#grow(count)
    if (from === null) {
      for (let i = 0; i < count; i++) {
        this.order[i] = start + i
        this.credit[i] = flat
      }
      return count
    }
    this.#bound(spheres, start, count, from, reachHm)
    return this.#sort(start, count)
  }

  #bound (spheres: Spheres, start: number, count: number, from: Place, reachHm: number): void {
    const { x, y, z, radius, reach } = spheres
    const bounds = this.#bounds
    for (let i = 0; i < count; i++) {
      const run = start + i
      // Nobody in the run has a place: the distance is unknown and earns nothing.
      if (radius[run] < 0) {
        bounds[i] = 0
        continue
      }
      const hm = nearestHm(from, x[run], y[run], z[run], radius[run])
      bounds[i] = hm > reachHm || hm > reach[run] ? BEYOND : distanceCredit(hm)
    }
  }

  #sort (start: number, count: number): number {
    const bounds = this.#bounds
    const heads = this.#heads
    const next = this.#next
    heads.fill(-1)
    for (let i = count - 1; i >= 0; i--) {
      if (bounds[i] === BEYOND) continue
      const bucket = bounds[i] >> BUCKET_BITS
      next[i] = heads[bucket]
      heads[bucket] = i
    }
    let at = 0
    for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
      for (let i = heads[bucket]; i >= 0; i = next[i]) {
        this.order[at] = start + i
        this.credit[at++] = bounds[i]
      }
    }
    return at
  }

  #grow (count: number): void {
    const size = 2 ** Math.ceil(Math.log2(count))
    this.order = new Uint32Array(size)
    this.credit = new Int16Array(size)
    this.#bounds = new Int16Array(size)
    this.#next = new Int32Array(size)
  }
}
