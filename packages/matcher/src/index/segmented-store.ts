import type { FactStore } from '../engine/engine.ts'
import type { Draft, Segment } from './segment.ts'

/** More records than this are frozen at once; fewer wait for the next question. */
const MOST_WAITING = 4096
/** A segment is merged into its neighbour when the smaller of them is at least this part of the larger. */
const MERGE_RATIO = 4
/** Segments grow to so many records: this bounds what building needs beside the index, and how long a question may have to wait for it. */
const MOST_IN_SEGMENT = 2 ** 20

/**
 * A population as a few frozen segments, large to small, and the records that wait to be frozen. Putting a record marks its old slot dead;
 * small segments are merged as they gather, so a record is frozen O(log n) times and a query meets O(log n) segments.
 */
export class SegmentedStore<Facts extends { id: string }, S extends Segment<Facts>> implements FactStore<Facts> {
  readonly #begin: () => Draft<Facts, S>
  readonly #mostInSegment: number
  #segments: S[] = []
  #waiting = new Map<string, Facts>()
  #size = 0

  /** `begin` makes an empty draft. */
  constructor (begin: () => Draft<Facts, S>, mostInSegment: number = MOST_IN_SEGMENT) {
    this.#begin = begin
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

  put (facts: Iterable<Facts>, count: number): void {
    const waiting: Facts[] = []
    const drafts = new Drafts(this.#begin, this.#mostInSegment)
    const ids: string[] = []
    // A large batch goes into columns as it is read: no object of it grows old.
    const isLarge = count > MOST_WAITING
    for (const one of facts) {
      ids.push(one.id)
      if (isLarge) drafts.room().add(one)
      else waiting.push(one)
    }
    const restore = this.#remove(ids)
    try {
      for (const one of waiting) this.#waiting.set(one.id, one)
      if (isLarge || this.#waiting.size > MOST_WAITING) this.#freeze(drafts)
    } catch (error) {
      restore()
      throw error
    }
    this.#size += ids.length
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
    for (const { segment, slot } of this.#alive()) yield segment.ids.of(slot)
  }

  * all (): IterableIterator<Facts> {
    yield * this.#waiting.values()
    for (const { segment, slot } of this.#alive()) yield segment.factsAt(slot)
  }

  /** Every record, frozen. The array is valid until the next put or delete. */
  segments (): readonly S[] {
    if (this.#waiting.size > 0) this.#freeze(new Drafts(this.#begin, this.#mostInSegment))
    return this.#segments
  }

  /** Freezes anew what shares a segment with records that are gone, so that nothing is left of those. O(records in such segments). */
  compact (): void {
    const drafts = new Drafts(this.#begin, this.#mostInSegment)
    for (const segment of this.#segments) if (segment.numDead > 0) drafts.takeAlive(segment)
    this.#freeze(drafts, this.#segments.filter(segment => segment.numDead === 0))
  }

  /** Takes frozen segments for the whole population. */
  restore (segments: readonly S[]): void {
    this.clear()
    this.#segments = [...segments]
    for (const segment of segments) this.#size += segment.size - segment.numDead
  }

  * #alive (): IterableIterator<{ segment: S, slot: number }> {
    for (const segment of this.#segments) {
      for (let slot = 0; slot < segment.size; slot++) if (segment.dead[slot] === 0) yield { segment, slot }
    }
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

  /** Takes out whoever has one of the ids; what is returned puts them back, and nobody in their stead. */
  #remove (ids: readonly string[]): () => void {
    const buried: { segment: S, slot: number }[] = []
    const waited: Facts[] = []
    for (const id of ids) {
      const waiting = this.#waiting.get(id)
      const found = waiting === undefined ? this.#find(id) : undefined
      if (waiting !== undefined) {
        waited.push(waiting)
        this.#waiting.delete(id)
      } else if (found !== undefined) {
        buried.push(found)
        found.segment.dead[found.slot] = 1
        found.segment.numDead++
      }
    }
    this.#size -= waited.length + buried.length
    return () => {
      for (const id of ids) this.#waiting.delete(id)
      for (const one of waited) this.#waiting.set(one.id, one)
      for (const { segment, slot } of buried) {
        segment.dead[slot] = 0
        segment.numDead--
      }
      this.#size += waited.length + buried.length
    }
  }

  /** Freezes drafts and the waiting records, together with the last segments of those that stay, as long as they are not much larger, or mostly dead. */
  #freeze (drafts: Drafts<Facts, S>, segments: readonly S[] = this.#segments): void {
    for (const one of this.#waiting.values()) drafts.room().add(one)
    let kept = segments.length
    for (; kept > 0; kept--) {
      const last = segments[kept - 1]
      const alive = last.size - last.numDead
      if (last.numDead < alive && (alive > drafts.size * MERGE_RATIO || alive + drafts.size > this.#mostInSegment)) break
      drafts.takeAlive(last)
    }
    const frozen = drafts.freeze()
    // Only now: had building failed, nothing would be lost.
    this.#segments = [...segments.slice(0, kept), ...frozen]
    this.#waiting.clear()
  }
}

/** As many drafts as it takes to hold so many records each. */
class Drafts<Facts, S extends Segment<Facts>> {
  size = 0
  readonly #begin: () => Draft<Facts, S>
  readonly #most: number
  readonly #all: Draft<Facts, S>[] = []

  constructor (begin: () => Draft<Facts, S>, most: number) {
    this.#begin = begin
    this.#most = most
  }

  /** A draft with room for one more, which is counted. */
  room (): Draft<Facts, S> {
    this.size++
    const last = this.#all.at(-1)
    if (last !== undefined && last.size < this.#most) return last
    const next = this.#begin()
    this.#all.push(next)
    return next
  }

  takeAlive (segment: S): void {
    for (let slot = 0; slot < segment.size; slot++) if (segment.dead[slot] === 0) this.room().take(segment, slot)
  }

  /** One after the other, each let go of as it is frozen. */
  freeze (): S[] {
    const frozen: S[] = []
    for (let draft = this.#all.shift(); draft !== undefined; draft = this.#all.shift()) frozen.push(draft.freeze())
    return frozen
  }
}
