import { GrowingInts } from './growing.ts'
import { finishHash, mixIn } from './hash.ts'

const FREE = -1
const LEAST_PLACES = 64

/** Numbers each distinct list of integers once, in the order they come. A table with open addresses over the items themselves: no key is made of a list. */
export class DistinctLists {
  /** How many there are. */
  size = 0
  readonly #ends = new GrowingInts()
  readonly #items = new GrowingInts()
  #table = new Int32Array(LEAST_PLACES).fill(FREE)

  /** The number of a list, new or known. O(its length), expected. */
  numberOf (list: ArrayLike<number>): number {
    const mask = this.#table.length - 1
    let place = hashOf(list, 0, list.length) & mask
    for (; this.#table[place] !== FREE; place = (place + 1) & mask) if (this.#is(this.#table[place], list)) return this.#table[place]
    const number = this.size++
    this.#table[place] = number
    const begin = this.#items.grow(list.length)
    for (let i = 0; i < list.length; i++) this.#items.ints[begin + i] = list[i]
    this.#ends.push(this.#items.length)
    if (2 * this.size > mask) this.#widen()
    return number
  }

  /** Item `n` of a list. */
  at (number: number, n: number): number {
    return this.#items.ints[this.#startOf(number) + n]
  }

  /** All lists: items of list n stand from start[n] up to start[n + 1]. */
  flat (): { start: Uint32Array, items: Int32Array } {
    const start = new Uint32Array(this.size + 1)
    start.set(this.#ends.ints.subarray(0, this.size), 1)
    return { start, items: this.#items.ints.slice(0, this.#items.length) }
  }

  #startOf (number: number): number {
    return number === 0 ? 0 : this.#ends.ints[number - 1]
  }

  #is (number: number, list: ArrayLike<number>): boolean {
    const begin = this.#startOf(number)
    if (this.#ends.ints[number] - begin !== list.length) return false
    const { ints } = this.#items
    for (let i = 0; i < list.length; i++) if (ints[begin + i] !== list[i]) return false
    return true
  }

  #widen (): void {
    const table = new Int32Array(2 * this.#table.length).fill(FREE)
    const mask = table.length - 1
    for (let number = 0; number < this.size; number++) {
      let place = hashOf(this.#items.ints, this.#startOf(number), this.#ends.ints[number]) & mask
      while (table[place] !== FREE) place = (place + 1) & mask
      table[place] = number
    }
    this.#table = table
  }
}

function hashOf (items: ArrayLike<number>, start: number, end: number): number {
  let hash = end - start
  for (let at = start; at < end; at++) hash = mixIn(hash, items[at])
  return finishHash(hash)
}
