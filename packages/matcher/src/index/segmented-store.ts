import type { FactStore } from '../engine/engine.ts'
import type { Segment } from './segment.ts'

/** More waiting records than this are frozen at once; fewer wait for the next question. */
const MOST_WAITING = 4096
/** A segment is merged into its neighbour when the smaller of them is at least this part of the larger. */
const MERGE_RATIO = 4
/**
 * Segments grow to so many records; what is merged to more is frozen in several. All records of a segment are objects at once while it is frozen, about a
 * kilobyte each, so this bounds what building needs beside the index, and how long a question may have to wait for it.
 */
const MOST_IN_SEGMENT = 2 ** 20

/**
 * A population as a few frozen segments, large to small, and the records that wait to be frozen. Putting a record marks its old slot dead;
 * small segments are merged as they gather, so a record is frozen O(log n) times and a query meets O(log n) segments.
 */
export class SegmentedStore<Facts extends { id: string }, S extends Segment<Facts>> implements FactStore<Facts> {
  readonly #build: (facts: readonly Facts[]) => S
  readonly #mostInSegment: number
  #segments: S[] = []
  readonly #waiting = new Map<string, Facts>()
  #size = 0

  constructor (build: (facts: readonly Facts[]) => S, mostInSegment: number = MOST_IN_SEGMENT) {
    this.#build = build
    this.#mostInSegment = mostInSegment
  }

  get size (): number {
    return this.#size
  }

  has (id: string): boolean {
    return this.#waiting.has(id) || this.#find(id) !== undefined
  }

  facts (id: string): Facts | undefined {
    const waiting = this.#waiting.get(id)
    if (waiting !== undefined) return waiting
    const found = this.#find(id)
    return found?.segment.factsAt(found.slot)
  }

  put (facts: readonly Facts[]): void {
    for (const one of facts) {
      if (!this.#waiting.has(one.id) && !this.#bury(one.id)) this.#size++
      this.#waiting.set(one.id, one)
    }
    if (this.#waiting.size > MOST_WAITING) this.#freeze()
  }

  delete (id: string): boolean {
    const there = this.#waiting.delete(id) || this.#bury(id)
    if (there) this.#size--
    return there
  }

  clear (): void {
    this.#segments = []
    this.#waiting.clear()
    this.#size = 0
  }

  * ids (): IterableIterator<string> {
    yield * this.#waiting.keys()
    for (const segment of this.#segments) {
      for (let slot = 0; slot < segment.size; slot++) {
        if (segment.dead[slot] === 0) yield segment.ids.of[slot]
      }
    }
  }

  /** Every record, frozen. The array is valid until the next put or delete. */
  segments (): readonly S[] {
    if (this.#waiting.size > 0) this.#freeze()
    return this.#segments
  }

  /** Freezes anew what shares a segment with records that are gone, so that nothing is left of those. O(records in such segments). */
  compact (): void {
    for (const segment of this.#segments) {
      if (segment.numDead === 0) continue
      for (let slot = 0; slot < segment.size; slot++) {
        if (segment.dead[slot] === 0) this.#waiting.set(segment.ids.of[slot], segment.factsAt(slot))
      }
    }
    this.#segments = this.#segments.filter(segment => segment.numDead === 0)
    if (this.#waiting.size > 0) this.#freeze()
  }

  /** Takes frozen segments for the whole population. */
  restore (segments: readonly S[]): void {
    this.clear()
    this.#segments = [...segments]
    for (const segment of segments) this.#size += segment.size - segment.numDead
  }

  #find (id: string): { segment: S, slot: number } | undefined {
    for (const segment of this.#segments) {
      const slot = segment.ids.slotOf(id)
      if (slot !== undefined && segment.dead[slot] === 0) return { segment, slot }
    }
    return undefined
  }

  #bury (id: string): boolean {
    const found = this.#find(id)
    if (found === undefined) return false
    found.segment.dead[found.slot] = 1
    found.segment.numDead++
    return true
  }

  /** Freezes the waiting records, together with the last segments as long as those are not much larger, or mostly dead. */
  #freeze (): void {
    const facts = [...this.#waiting.values()]
    let kept = this.#segments.length
    for (; kept > 0; kept--) {
      const last = this.#segments[kept - 1]
      const alive = last.size - last.numDead
      if (last.numDead < alive && (alive > facts.length * MERGE_RATIO || alive + facts.length > this.#mostInSegment)) break
      for (let slot = 0; slot < last.size; slot++) {
        if (last.dead[slot] === 0) facts.push(last.factsAt(slot))
      }
    }
    const frozen: S[] = []
    for (let start = 0; start < facts.length; start += this.#mostInSegment) frozen.push(this.#build(facts.slice(start, start + this.#mostInSegment)))
    // Only now: had building failed, nothing would be lost.
    this.#segments = [...this.#segments.slice(0, kept), ...frozen]
    this.#waiting.clear()
  }
}
