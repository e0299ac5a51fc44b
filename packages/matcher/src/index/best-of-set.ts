import { Memo, MISSING } from './memo.ts'
import { listNumber, type SetTable } from './set-table.ts'

/**
 * The greatest credit of any item of a list, remembered by list and by item: many people share a list, and many lists share their
 * items, so the taxonomy is asked once for each item that turns up in a query.
 */
export class BestOfSet {
  readonly #numItems: number
  readonly #items: Memo
  readonly #sets = new Memo(64)
  #credit: (item: number) => number = () => 0

  /** Items are numbered below `numItems`. */
  constructor (numItems: number) {
    this.#numItems = numItems
    this.#items = new Memo(numItems)
  }

  /** Starts a query in which an item earns `credit(item)`. */
  begin (credit: (item: number) => number): void {
    this.#credit = credit
    this.#items.reset(this.#numItems)
  }

  /** Turns to the lists of another segment. */
  meet (sets: SetTable): void {
    this.#sets.reset(sets.size)
  }

  /** Credit of the list behind a reference; 0 for an empty list. */
  of (sets: SetTable, ref: number): number {
    const list = listNumber(ref)
    if (list < 0) return this.#items.remember(ref, this.#credit)
    let best = this.#sets.get(list)
    if (best !== MISSING) return best
    best = 0
    const { start, items } = sets
    for (let at = start[list]; at < start[list + 1]; at++) {
      const credit = this.#items.remember(items[at], this.#credit)
      if (credit > best) best = credit
    }
    this.#sets.set(list, best)
    return best
  }
}
