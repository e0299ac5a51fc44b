import { LEAF_SIZE } from './postings.ts'
import { ROW } from './segment.ts'
import type { TopK } from './top-k.ts'
import type { Distances } from './whereabouts.ts'

/** Longer lists than this would need those who are put off. */
export const MOST_PUT_OFF_FOR = 64
/** Enough for the processor to have many trips to memory on their way at once. */
const BATCH = 64
/** So many wait where nobody may be put off: a threshold is there already. */
const FEW = BATCH
const MANY = 256
/** All records of a leaf may be noted beside them. */
const ROOM = MANY + LEAF_SIZE
/** Who is put off are the worst, in steps of so many points, as long as this many stay. */
const STEP_BITS = 14
const LEAST_KEPT = 128
/** So few are put in order by insertion. */
const EASILY_SORTED = 24
/** More than any bound: 10,000,000 points, and a little for rounding. */
const BEYOND_BOUNDS = 2 ** 24
const STEPS = BEYOND_BOUNDS >> STEP_BITS

/**
 * Records that have passed their bounds and wait to be judged, those with the best bounds first, since they raise the threshold most: by then many of
 * the others need not be judged at all. When too many wait before there is a good threshold, the worst are *put off*: `floor` rises above their
 * bounds, nobody below it needs to be added, and if the threshold does not come up to it in the end, everybody has to be gone through again.
 */
export class Candidates {
  count = 0
  /** Bounds below this have been put off. */
  floor = 0
  readonly slot: Uint32Array = new Uint32Array(ROOM)
  readonly unitsMost: Float64Array = new Float64Array(ROOM)
  readonly most: Float64Array = new Float64Array(ROOM)
  /** What the bound has counted in full; the judge knows what the bits mean. */
  readonly earns: Uint8Array = new Uint8Array(ROOM)
  readonly hm: Int32Array = new Int32Array(ROOM)
  /** How many are noted, behind those who wait; where they are, and what `measure` made of it. */
  noted = 0
  readonly whereabouts: Int32Array = new Int32Array(ROOM)
  readonly square: Float64Array = new Float64Array(ROOM)
  /** Positions, best bound first, once `arrange` has been asked. */
  readonly order: Uint16Array = new Uint16Array(MANY)
  readonly #keys = new Float64Array(MANY)
  readonly #numAt = new Uint16Array(STEPS)
  /** 1 for the slots of the present segment that were offered, and which these are. */
  #seen = new Uint8Array(0)
  readonly #offered: number[] = []
  #room = FEW
  #sink = 0

  /** Turns to a segment of so many slots. */
  meet (size: number): void {
    for (const slot of this.#offered) this.#seen[slot] = 0
    this.#offered.length = 0
    if (size > this.#seen.length) this.#seen = new Uint8Array(size)
  }

  /** Starts anew; whether the worst may be put off. */
  begin (mayPutOff: boolean): void {
    this.count = 0
    this.floor = 0
    this.#room = mayPutOff ? MANY : FEW
  }

  /** Notes one whose bounds without distance are good enough. `most` bounds all points but those of distance. */
  note (slot: number, unitsMost: number, most: number, earns: number, whereabouts: number): void {
    const at = this.count + this.noted++
    this.slot[at] = slot
    this.unitsMost[at] = unitsMost
    this.most[at] = most
    this.earns[at] = earns
    this.whereabouts[at] = whereabouts
  }

  /**
   * Squares of the distances of those who are noted, all in one loop: the loads do not depend on each other, so the processor fetches many places at a time.
   * One by one, a seventh of a ranking was waiting for them.
   */
  measure (distances: Distances): void {
    const { count, noted, whereabouts, square } = this
    for (let at = count; at < count + noted; at++) square[at] = distances.squareTo(whereabouts[at])
  }

  /** Adds one; true when those who wait must be judged before there is room for another. */
  add (slot: number, unitsMost: number, most: number, earns: number, hm: number): boolean {
    const at = this.count++
    this.slot[at] = slot
    this.unitsMost[at] = unitsMost
    // Rounded up, so that a bound is a whole number and can be sorted together with its position.
    this.most[at] = Math.ceil(most)
    this.earns[at] = earns
    this.hm[at] = hm
    if (this.count < this.#room) return false
    if (this.#room === MANY) this.#putOff()
    return this.count >= this.#room
  }

  /**
   * Judges those who wait, best bound first, as long as a bound comes up to the threshold: `judge` is given a position and says whether it made an offer.
   * Where their units begin stands in their rows at `position`; each has `unitSize` integers.
   */
  judgeAll (dead: Uint8Array, rows: Int32Array, position: number, units: Int32Array, unitSize: number, top: TopK, judge: (at: number) => boolean): void {
    const { count, order, slot, most } = this
    if (count === 0) return
    this.arrange()
    for (let start = 0; start < count && most[order[start]] >= top.threshold; start += BATCH) {
      const end = Math.min(count, start + BATCH)
      this.#touch(start, end, rows, position, units, unitSize)
      for (let n = start; n < end; n++) {
        const at = order[n]
        const one = slot[at]
        if (most[at] < top.threshold) break
        if (this.#seen[one] === 1 || dead[one] === 1 || !judge(at)) continue
        this.#seen[one] = 1
        this.#offered.push(one)
      }
    }
    this.count = 0
  }

  /** Fills `order`. O(n log n). */
  arrange (): void {
    const { count, most, order } = this
    if (count > EASILY_SORTED) {
      const keys = this.#keys.subarray(0, count)
      for (let i = 0; i < count; i++) keys[i] = (BEYOND_BOUNDS - most[i]) * MANY + i
      keys.sort()
      for (let i = 0; i < count; i++) order[i] = keys[i] % MANY
      return
    }
    // By insertion: calling the sort of typed arrays takes longer.
    for (let i = 0; i < count; i++) {
      let at = i
      for (; at > 0 && most[order[at - 1]] < most[i]; at--) order[at] = order[at - 1]
      order[at] = i
    }
  }

  /**
   * For positions `start` up to `end` of the order: reads one word of every one's row, and then of their units. Judging them one by one would wait for memory
   * twice each; these loads do not depend on each other, so the processor fetches many lines at a time.
   */
  #touch (start: number, end: number, rows: Int32Array, position: number, units: Int32Array, unitSize: number): void {
    const { slot, order } = this
    let sink = 0
    for (let n = start; n < end; n++) sink ^= rows[slot[order[n]] * ROW + position]
    for (let n = start; n < end; n++) {
      const first = rows[slot[order[n]] * ROW + position] * unitSize
      if (first < units.length) sink ^= units[first]
    }
    // Kept, so that the loads cannot be left out.
    this.#sink ^= sink
  }

  #putOff (): void {
    const { count, slot, unitsMost, most, earns, hm } = this
    const numAt = this.#numAt.fill(0)
    for (let i = 0; i < count; i++) numAt[most[i] >> STEP_BITS]++
    let step = STEPS
    for (let kept = 0; kept < LEAST_KEPT; kept += numAt[step]) step--
    const floor = step << STEP_BITS
    let kept = 0
    for (let i = 0; i < count; i++) {
      if (most[i] < floor) continue
      slot[kept] = slot[i]
      unitsMost[kept] = unitsMost[i]
      most[kept] = most[i]
      earns[kept] = earns[i]
      hm[kept++] = hm[i]
    }
    if (kept < count) this.floor = floor
    this.count = kept
  }
}
