import { NO_WAVE, type FairFacts } from './fair-facts.ts'
import type { Visits } from './visits.ts'

/** In `slotOf` and `visitAt`: none. */
export const NONE = -1

/** Visits with their slots. Every rule of the day is asked before anything is placed, so what it holds is clash-free at all times. */
export class Timetable {
  readonly facts: FairFacts
  readonly visits: Visits
  /** By visit. */
  readonly slotOf: Int32Array
  /** By person and slot. */
  readonly visitAt: Int32Array
  /** By booth and slot: the visits. */
  readonly cells: number[][]
  /** By person. */
  readonly count: Uint32Array
  /** Slots before this one are over: nothing in them changes any more. */
  readonly now: number
  /** By booth: tables that are free in the slots still to come. */
  readonly #numFree: Float64Array
  readonly #inHall: Float64Array
  readonly #inWave: Float64Array

  constructor (facts: FairFacts, visits: Visits, now: number = 0) {
    const { numPeople, numBooths, numSlots, numWaves, isOpen } = facts
    this.facts = facts
    this.visits = visits
    this.now = now
    this.slotOf = new Int32Array(visits.booth.length).fill(NONE)
    this.visitAt = new Int32Array(numPeople * numSlots).fill(NONE)
    this.cells = Array.from({ length: numBooths * numSlots }, () => [])
    this.count = new Uint32Array(numPeople)
    this.#numFree = Float64Array.from(facts.tables, (tables, booth) => tables * isOpen.subarray(booth * numSlots + now, (booth + 1) * numSlots).reduce((sum, is) => sum + is, 0))
    this.#inHall = new Float64Array(numSlots)
    this.#inWave = new Float64Array(numWaves)
  }

  cellOf (visit: number, slot: number): number {
    return this.visits.booth[visit] * this.facts.numSlots + slot
  }

  hasTable (visit: number, slot: number): boolean {
    return this.cells[this.cellOf(visit, slot)].length < this.facts.tables[this.visits.booth[visit]]
  }

  /** Whether the booth of a visit has a free table in any slot still to come. */
  hasTableLeft (visit: number): boolean {
    return this.#numFree[this.visits.booth[visit]] > 0
  }

  /** Whether the person of a visit is there in the slot and has no appointment. */
  isIdle (visit: number, slot: number): boolean {
    const { numSlots, from } = this.facts
    const one = this.visits.person[visit]
    return slot >= from[one] && this.visitAt[one * numSlots + slot] === NONE
  }

  /** Whether booth and person could meet in the slot, were there a table and room in the hall. */
  suits (visit: number, slot: number): boolean {
    const { numSlots, numBooths, isOpen, isFar, from, tables } = this.facts
    const one = this.visits.person[visit]
    const booth = this.visits.booth[visit]
    const at = one * numSlots + slot
    if (slot < this.now || slot < from[one] || tables[booth] === 0 || isOpen[booth * numSlots + slot] === 0 || this.visitAt[at] !== NONE) return false
    const before = slot > 0 ? this.visitAt[at - 1] : NONE
    const after = slot + 1 < numSlots ? this.visitAt[at + 1] : NONE
    return (before === NONE || isFar[booth * numBooths + this.visits.booth[before]] === 0) && (after === NONE || isFar[booth * numBooths + this.visits.booth[after]] === 0)
  }

  /** Whether the hall and the wave bear the person's day with this slot in it. */
  hasRoom (visit: number, slot: number): boolean {
    const { hall, numWaves, waveOf, waveSize } = this.facts
    const one = this.visits.person[visit]
    const first = this.first(one)
    const last = this.last(one)
    const isNew = first === NONE
    for (let at = isNew ? slot : Math.min(slot, first); at <= (isNew ? slot : Math.max(slot, last)); at++) {
      if ((isNew || at < first || at > last) && this.#inHall[at] >= hall) return false
    }
    if (numWaves === 0 || (!isNew && slot > first)) return true
    const wave = waveOf[slot]
    return wave !== NO_WAVE && ((!isNew && waveOf[first] === wave) || this.#inWave[wave] < waveSize[wave])
  }

  fits (visit: number, slot: number): boolean {
    return this.suits(visit, slot) && this.hasTable(visit, slot) && this.hasRoom(visit, slot)
  }

  /** Places a visit without asking. */
  place (visit: number, slot: number): void {
    const one = this.visits.person[visit]
    this.#countDay(one, -1)
    this.slotOf[visit] = slot
    this.visitAt[one * this.facts.numSlots + slot] = visit
    this.cells[this.cellOf(visit, slot)].push(visit)
    if (slot >= this.now) this.#numFree[this.visits.booth[visit]]--
    this.count[one]++
    this.#countDay(one, 1)
  }

  /** Takes a visit out and returns the slot it had. */
  remove (visit: number): number {
    const slot = this.slotOf[visit]
    const one = this.visits.person[visit]
    this.#countDay(one, -1)
    this.slotOf[visit] = NONE
    this.visitAt[one * this.facts.numSlots + slot] = NONE
    const cell = this.cells[this.cellOf(visit, slot)]
    cell.splice(cell.indexOf(visit), 1)
    if (slot >= this.now) this.#numFree[this.visits.booth[visit]]++
    this.count[one]--
    this.#countDay(one, 1)
    return slot
  }

  /** Taking a visit out can turn a later slot into the first; whether every count still keeps its bound. */
  isWithin (one: number): boolean {
    const { hall, numWaves, waveOf, waveSize } = this.facts
    const first = this.first(one)
    if (first === NONE) return true
    for (let slot = first; slot <= this.last(one); slot++) if (this.#inHall[slot] > hall) return false
    return numWaves === 0 || (waveOf[first] !== NO_WAVE && this.#inWave[waveOf[first]] <= waveSize[waveOf[first]])
  }

  first (one: number): number {
    const { numSlots } = this.facts
    for (let slot = 0; slot < numSlots; slot++) if (this.visitAt[one * numSlots + slot] !== NONE) return slot
    return NONE
  }

  last (one: number): number {
    const { numSlots } = this.facts
    for (let slot = numSlots - 1; slot >= 0; slot--) if (this.visitAt[one * numSlots + slot] !== NONE) return slot
    return NONE
  }

  /** Slots from the person's first interview to the last, as they would be with one more. */
  spanWith (one: number, slot: number): number {
    const first = this.first(one)
    return first === NONE ? 1 : Math.max(slot, this.last(one)) - Math.min(slot, first) + 1
  }

  #countDay (one: number, by: number): void {
    const first = this.first(one)
    if (first === NONE) return
    const last = this.last(one)
    for (let slot = first; slot <= last; slot++) this.#inHall[slot] += by
    if (this.facts.numWaves > 0 && this.facts.waveOf[first] !== NO_WAVE) this.#inWave[this.facts.waveOf[first]] += by
  }
}
