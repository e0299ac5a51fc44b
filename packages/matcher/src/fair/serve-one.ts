import { NONE, type Timetable } from './timetable.ts'

/**
 * Gives somebody a first interview: by the shortest chain of people who each take the place of the next, the last of whom finds a free table. Nobody else
 * loses an interview; as few as possible change booth or slot. Breadth-first over cells (booth and slot), each met once; what a search in vain has
 * met stays closed until the next chain is found, so many searches in vain cost one. Where everybody has one interview, no chain is missed.
 */
export class ChainSearch {
  readonly #timetable: Timetable
  readonly #isMet: Uint8Array
  readonly #isAsked: Uint8Array
  /** By booth: cells not met yet, so that booths met all day long are passed over. */
  readonly #numUnmet: Uint32Array
  /** By cell: the visit that would come in, and the visit of the same person that would go out for it (NONE for the first of a chain). */
  readonly #in: Int32Array
  readonly #out: Int32Array

  constructor (timetable: Timetable) {
    this.#timetable = timetable
    this.#isMet = new Uint8Array(timetable.cells.length)
    this.#isAsked = new Uint8Array(timetable.facts.numPeople)
    this.#numUnmet = new Uint32Array(timetable.facts.numBooths).fill(timetable.facts.numSlots - timetable.now)
    this.#in = new Int32Array(timetable.cells.length)
    this.#out = new Int32Array(timetable.cells.length)
  }

  /** Returns whether the person was served. */
  serve (one: number): boolean {
    const { visits, slotOf, cells, now } = this.#timetable
    const queue: number[] = []
    if (this.#reach(one, NONE, queue)) return true
    for (let head = 0; head < queue.length; head++) {
      for (const visit of cells[queue[head]]) {
        if (slotOf[visit] < now || this.#isAsked[visits.person[visit]] === 1) continue
        this.#isAsked[visits.person[visit]] = 1
        if (this.#reach(visits.person[visit], visit, queue)) return true
      }
    }
    return false
  }

  /** Meets the cells that somebody could go to, giving up the visit `out`; makes the chain if one of them has a free table. */
  #reach (one: number, out: number, queue: number[]): boolean {
    const timetable = this.#timetable
    const { visits: { start, booth }, facts: { numSlots }, slotOf, visitAt, now } = timetable
    const free: number[] = []
    const held = out === NONE ? NONE : one * numSlots + slotOf[out]
    if (held !== NONE) visitAt[held] = NONE
    for (let visit = start[one]; visit < start[one + 1]; visit++) {
      if (this.#numUnmet[booth[visit]] === 0 || (slotOf[visit] !== NONE && visit !== out)) continue
      for (let slot = now, cell = timetable.cellOf(visit, now); slot < numSlots; slot++, cell++) {
        if (this.#isMet[cell] === 1 || !timetable.suits(visit, slot)) continue
        this.#isMet[cell] = 1
        this.#numUnmet[booth[visit]]--
        this.#in[cell] = visit
        this.#out[cell] = out
        if (timetable.hasTable(visit, slot)) free.push(cell)
        else queue.push(cell)
      }
    }
    if (held !== NONE) visitAt[held] = out
    if (!free.some(cell => this.#apply(cell))) return false
    this.#isMet.fill(0)
    this.#isAsked.fill(0)
    this.#numUnmet.fill(numSlots - now)
    return true
  }

  /** Makes the chain that ends in a cell; takes everything back where the hall or a wave does not bear it. */
  #apply (end: number): boolean {
    const timetable = this.#timetable
    const { numSlots } = timetable.facts
    const moves: Array<{ visit: number, slot: number, out: number, was: number }> = []
    for (let cell = end; ;) {
      const out = this.#out[cell]
      moves.push({ visit: this.#in[cell], slot: cell % numSlots, out, was: out === NONE ? NONE : timetable.slotOf[out] })
      if (out === NONE) break
      cell = timetable.cellOf(out, timetable.slotOf[out])
    }
    for (const { out } of moves) if (out !== NONE) timetable.remove(out)
    for (const { visit, slot } of moves) timetable.place(visit, slot)
    if (moves.every(({ visit }) => timetable.isWithin(timetable.visits.person[visit]))) return true
    for (const { visit } of moves) timetable.remove(visit)
    for (const { out, was } of moves) if (out !== NONE) timetable.place(out, was)
    return false
  }
}
