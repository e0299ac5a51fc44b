import type { Ranked } from '../engine/engine.ts'
import { byStanding } from '../model/order.ts'
import type { Ids } from './ids.ts'

/** Potential has 24 bits beside the score: both are at most 10,000,000. */
const POTENTIAL_SPAN = 2 ** 24

/**
 * The best `limit` of the pairs offered, in the order of byStanding: score, then potential, both descending, then id ascending. A heap
 * with the worst on top; one number holds score and potential, so ids are only compared between equals. Offer costs O(log limit) for
 * a pair that is taken, O(1) for one that is not.
 */
export class TopK {
  /** A pair with a lower score than this cannot be among the best; a pair with just this score may. */
  threshold = -1
  readonly limit: number
  readonly #keys: number[] = []
  readonly #ids: Ids[] = []
  readonly #fits: number[] = []
  readonly #refs: number[] = []
  readonly #slots: number[] = []

  constructor (limit: number) {
    this.limit = limit
    if (limit === 0) this.threshold = Infinity
  }

  /** Offers the record of a slot, whose id stands in `ids`. Ids are read where they decide, and of those who are left in the end. */
  offer (ids: Ids, slot: number, score: number, potential: number, fit: number, ref: number): void {
    if (score < this.threshold) return
    const key = score * POTENTIAL_SPAN + potential
    const size = this.#keys.length
    if (size < this.limit) {
      this.#siftUp(size, ids, key, fit, ref, slot)
      if (size + 1 === this.limit) this.threshold = Math.floor(this.#keys[0] / POTENTIAL_SPAN)
    } else if (this.#isWorse(0, ids, key, slot)) {
      this.#siftDown(ids, key, fit, ref, slot)
      this.threshold = Math.floor(this.#keys[0] / POTENTIAL_SPAN)
    }
  }

  /** The pairs, best first; `unitWeights` is asked for those of the vacancy, by the segment and slot that a pair was offered from. */
  sorted (unitWeights: (ref: number, slot: number) => readonly number[]): Ranked[] {
    return this.#keys.map((key, at): Ranked => {
      const score = Math.floor(key / POTENTIAL_SPAN)
      const fit = this.#fits[at]
      const slot = this.#slots[at]
      return { id: this.#ids[at].of(slot), score, potential: key % POTENTIAL_SPAN, fit, appeal: score - fit, unitWeights: unitWeights(this.#refs[at], slot) }
    }).sort(byStanding)
  }

  #siftUp (hole: number, ids: Ids, key: number, fit: number, ref: number, slot: number): void {
    let at = hole
    while (at > 0) {
      const parent = (at - 1) >> 1
      // Both are never the same record, so "not worse" is "better".
      if (this.#isWorse(parent, ids, key, slot)) break
      this.#move(parent, at)
      at = parent
    }
    this.#place(at, ids, key, fit, ref, slot)
  }

  #siftDown (ids: Ids, key: number, fit: number, ref: number, slot: number): void {
    const size = this.#keys.length
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && this.#isWorse(child + 1, this.#ids[child], this.#keys[child], this.#slots[child])) child++
      if (!this.#isWorse(child, ids, key, slot)) break
      this.#move(child, at)
      at = child
    }
    this.#place(at, ids, key, fit, ref, slot)
  }

  /** Whether the pair in a place of the heap stands behind another. */
  #isWorse (at: number, ids: Ids, key: number, slot: number): boolean {
    const own = this.#keys[at]
    return own < key || (own === key && this.#ids[at].compare(this.#slots[at], ids, slot) > 0)
  }

  #move (from: number, to: number): void {
    this.#place(to, this.#ids[from], this.#keys[from], this.#fits[from], this.#refs[from], this.#slots[from])
  }

  #place (at: number, ids: Ids, key: number, fit: number, ref: number, slot: number): void {
    this.#ids[at] = ids
    this.#keys[at] = key
    this.#fits[at] = fit
    this.#refs[at] = ref
    this.#slots[at] = slot
  }
}
