/** Score and potential share one number, the key: score * 2^24 + potential, both at most 10,000,000. */
const POTENTIAL_SPAN = 2 ** 24

/**
 * The best `limit` rows of those offered in ascending order: score, then potential, both descending, then the smaller row. A heap with the worst
 * on top; since rows ascend, one with an equal key comes too late.
 */
export class BestRows {
  /** A row with a lower score than this is not among the best. */
  threshold = -1
  readonly #limit: number
  readonly #keys: Float64Array
  readonly #rows: Uint32Array
  #size = 0

  constructor (limit: number) {
    this.#limit = limit
    this.#keys = new Float64Array(limit)
    this.#rows = new Uint32Array(limit)
  }

  /** A row whose score is not below the threshold. O(log limit). */
  offer (score: number, potential: number, row: number): void {
    const key = score * POTENTIAL_SPAN + potential
    if (this.#size < this.#limit) {
      this.#siftUp(key, row)
      if (this.#size === this.#limit) this.threshold = Math.floor(this.#keys[0] / POTENTIAL_SPAN)
    } else if (key > this.#keys[0]) {
      this.#siftDown(key, row)
      this.threshold = Math.floor(this.#keys[0] / POTENTIAL_SPAN)
    }
  }

  /** Best first. */
  sorted (): { row: number, score: number }[] {
    const order = Array.from({ length: this.#size }, (_, at) => at)
    order.sort((a, b) => this.#keys[b] - this.#keys[a] || this.#rows[a] - this.#rows[b])
    return order.map(at => ({ row: this.#rows[at], score: Math.floor(this.#keys[at] / POTENTIAL_SPAN) }))
  }

  #isWorse (key: number, row: number, at: number): boolean {
    return key < this.#keys[at] || (key === this.#keys[at] && row > this.#rows[at])
  }

  #siftUp (key: number, row: number): void {
    let at = this.#size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#isWorse(key, row, parent)) break
      this.#keys[at] = this.#keys[parent]
      this.#rows[at] = this.#rows[parent]
      at = parent
    }
    this.#keys[at] = key
    this.#rows[at] = row
  }

  #siftDown (key: number, row: number): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.#limit) break
      if (child + 1 < this.#limit && this.#isWorse(this.#keys[child + 1], this.#rows[child + 1], child)) child++
      if (this.#isWorse(key, row, child)) break
      this.#keys[at] = this.#keys[child]
      this.#rows[at] = this.#rows[child]
      at = child
    }
    this.#keys[at] = key
    this.#rows[at] = row
  }
}
