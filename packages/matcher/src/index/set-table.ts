import { ANY, UNKNOWN } from '../records/facts.ts'

/** References from here on are to lists; smaller ones are the single item of a list. */
const FIRST_LIST = 1 << 24

/**
 * Keeps each distinct small list of integers once and refers to it by one integer, because many records share theirs (a few wishes, some
 * licences): what a query computes for one list then serves every record that has it. A list of one item is referred to by the item
 * itself, and not kept at all; -1 stands for null and -2 for 'any', as in the facts.
 */
export class SetTable {
  readonly #refOf = new Map<string, number>()
  readonly #lists: (readonly number[])[] = []

  /** How many lists are kept. */
  get size (): number {
    return this.#lists.length
  }

  refOf (list: readonly number[] | 'any' | null): number {
    if (list === null) return UNKNOWN
    if (list === 'any') return ANY
    if (list.length === 1) return list[0]
    const key = list.join()
    const known = this.#refOf.get(key)
    if (known !== undefined) return known
    const ref = FIRST_LIST + this.#lists.length
    this.#refOf.set(key, ref)
    this.#lists.push(list)
    return ref
  }

  /** The list behind a reference that is neither null nor 'any'. */
  listOf (ref: number): readonly number[] {
    return ref < FIRST_LIST ? [ref] : this.#lists[ref - FIRST_LIST]
  }

  /** The list, null or 'any' behind any reference. */
  read (ref: number): readonly number[] | 'any' | null {
    return ref === UNKNOWN ? null : ref === ANY ? 'any' : this.listOf(ref)
  }
}

/** The number of a kept list, from 0, or -1 where the reference is a single item. */
export function listNumber (ref: number): number {
  return ref < FIRST_LIST ? -1 : ref - FIRST_LIST
}
