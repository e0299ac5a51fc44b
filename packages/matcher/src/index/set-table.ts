import { ANY, UNKNOWN } from '../records/facts.ts'
import { DistinctLists } from './distinct-lists.ts'

/** References from here on are to lists; smaller ones are the single item of a list. */
const FIRST_LIST = 1 << 24

/**
 * The distinct small lists of integers of a segment. A list is referred to by one integer: a list of one item by the item itself, without
 * being kept at all; -1 stands for null and -2 for 'any', as in the facts. What a query computes for a kept list serves every record that
 * has it.
 */
export class SetTable {
  /** Items of kept list n stand from start[n] up to start[n + 1]. */
  readonly start: Uint32Array
  readonly items: Int32Array

  constructor (start: Uint32Array, items: Int32Array) {
    this.start = start
    this.items = items
  }

  /** How many lists are kept. */
  get size (): number {
    return this.start.length - 1
  }

  /** The list behind a reference that is neither null nor 'any'. */
  listOf (ref: number): number[] {
    const list = listNumber(ref)
    if (list < 0) return [ref]
    const items: number[] = []
    for (let at = this.start[list]; at < this.start[list + 1]; at++) items.push(this.items[at])
    return items
  }

  /** The list, null or 'any' behind any reference. */
  read (ref: number): number[] | 'any' | null {
    return ref === UNKNOWN ? null : ref === ANY ? 'any' : this.listOf(ref)
  }
}

/** The number of a kept list, from 0, or -1 where the reference is a single item. */
export function listNumber (ref: number): number {
  return ref < FIRST_LIST ? -1 : ref - FIRST_LIST
}

/** Keeps each distinct list once, because many records share theirs: a few wishes, some licences. */
export class SetCollector {
  readonly #lists = new DistinctLists()

  refOf (list: readonly number[] | 'any' | null): number {
    if (list === null) return UNKNOWN
    if (list === 'any') return ANY
    return list.length === 1 ? list[0] : FIRST_LIST + this.#lists.numberOf(list)
  }

  finish (): SetTable {
    const { start, items } = this.#lists.flat()
    return new SetTable(start, items)
  }
}

/** References of a segment under those that a collector gives the same lists. */
export class SetTransfer {
  readonly #from: SetTable
  readonly #to: SetCollector
  readonly #refs: Int32Array

  constructor (from: SetTable, to: SetCollector) {
    this.#from = from
    this.#to = to
    this.#refs = new Int32Array(from.size).fill(UNKNOWN)
  }

  refOf (ref: number): number {
    const list = listNumber(ref)
    if (list < 0) return ref
    if (this.#refs[list] === UNKNOWN) this.#refs[list] = this.#to.refOf(this.#from.listOf(ref))
    return this.#refs[list]
  }
}
