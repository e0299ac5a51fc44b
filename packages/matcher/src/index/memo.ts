/** What `get` answers for a key that has no value. */
export const MISSING = -3
/** Values are -2..1022 for credits, up to 200,152 for distances: eighteen bits, moved up by two. */
const VALUE_SPAN = 1 << 18
const LAST_GENERATION = (1 << 13) - 1

/**
 * Remembers one small integer for each key during one query. A new query forgets everything in O(1): each cell carries the generation
 * it was written in, and only every 8,191 queries are the cells wiped.
 */
export class Memo {
  #cells: Int32Array
  #generation = 0

  constructor (size: number) {
    this.#cells = new Int32Array(size)
  }

  /** Forgets everything, and makes room for keys below `size`. */
  reset (size: number): void {
    if (size > this.#cells.length) {
      this.#cells = new Int32Array(size * 2)
      this.#generation = 0
    }
    if (this.#generation === LAST_GENERATION) {
      this.#cells.fill(0)
      this.#generation = 0
    }
    this.#generation++
  }

  /** The value, or MISSING when this query has not set one. */
  get (key: number): number {
    const value = this.#cells[key] - this.#generation * VALUE_SPAN
    return value >= 0 ? value - 2 : MISSING
  }

  /** The value; what `make` says of the key where this query has not set one yet. */
  remember (key: number, make: (key: number) => number): number {
    let value = this.get(key)
    if (value === MISSING) this.set(key, value = make(key))
    return value
  }

  set (key: number, value: number): void {
    this.#cells[key] = this.#generation * VALUE_SPAN + value + 2
  }
}
