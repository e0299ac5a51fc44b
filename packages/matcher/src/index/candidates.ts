/** Enough for the processor to have many trips to memory on their way at once. */
const CAPACITY = 64

/** Records that have passed their bounds and wait to be judged together. */
export class Candidates {
  count = 0
  readonly slot: Uint32Array = new Uint32Array(CAPACITY)
  readonly unitsMost: Float64Array = new Float64Array(CAPACITY)
  readonly most: Float64Array = new Float64Array(CAPACITY)
  readonly trade: Int32Array = new Int32Array(CAPACITY)
  readonly hm: Int32Array = new Int32Array(CAPACITY)
  #sink = 0

  /** Adds one; true when there is no room for another. */
  add (slot: number, unitsMost: number, most: number, trade: number, hm: number): boolean {
    const at = this.count++
    this.slot[at] = slot
    this.unitsMost[at] = unitsMost
    this.most[at] = most
    this.trade[at] = trade
    this.hm[at] = hm
    return this.count === CAPACITY
  }

  /**
   * Reads one word of every candidate's row, of `rowSize` integers, and then of their units, of `unitSize` integers, to whose first the word at
   * `position` points. Judging them one by one would wait for memory twice each; these loads do not depend on each other, so the processor
   * fetches many lines at a time.
   */
  touch (rows: Int32Array, rowSize: number, position: number, units: Int32Array, unitSize: number): void {
    const { slot, count } = this
    let sink = 0
    for (let i = 0; i < count; i++) sink ^= rows[slot[i] * rowSize + position]
    for (let i = 0; i < count; i++) {
      const first = rows[slot[i] * rowSize + position] * unitSize
      if (first < units.length) sink ^= units[first]
    }
    // Kept, so that the loads cannot be left out.
    this.#sink ^= sink
  }
}
