import { STATES } from './asked-units.ts'
import { BITS_PER_UNIT, UNIT_MASK, UNITS_PER_WORD } from './postings.ts'
import { allOf, anyOf, isBelow, planesOf, readNibble, SUMMARY_PLANES, TRADE_PLANES } from './lanes.ts'
import type { RestBound } from './rest-bound.ts'

/** Losses are counted in six bits. */
const BITS = 6
const MOST = (1 << BITS) - 1
/** Steps of a unit's worth that can lose points: strengths 0 to 3. A certificate (4 and 5) loses none. */
const WEAK = 4
const PLANES_PER_WORD = UNITS_PER_WORD * BITS_PER_UNIT
/** Steps that stand in for the worth of a level or a wage. */
const STEPS = 3
const LEVEL_BITS = 4
const WAGE_BITS = 6
const WAGE_SHIFT = 8
const MONTHS_SHIFT = 4
const MONTHS_BITS = 4
const OPEN_FIELDS = 15
const KINDS_SHIFT = 16
const KINDS = 8

/** Bits of what `earnsOf` tells. */
export const EARNS_FIELD = 1
export const EARNS_WORK = 2

/** What can be lost apart from units: by lanes that a trade leaves out, by kind of work, and step by step by level and wage. */
const FIELD = 0
const WORK = 1
const EXPERIENCE = 2
const KIND = 3
const LEVEL = 4
const WAGE = LEVEL + STEPS
const LOSSES = WAGE + STEPS

/**
 * Tells which of 32 records may still come up to the threshold, all at once. Starting from the most that anybody in their place could have, it
 * adds up what each lane loses for certain (units not held, other trades, lower levels, wages wished too high), in units of a *quantum* and in
 * six bits, one word for each bit of all sums: an addition works on 32 sums. Losses are rounded down, so nobody is left out who has enough;
 * a sum that runs over its six bits has lost more than the slack, which is what lies between the most and the threshold.
 */
export class Sieve {
  /** The most that units can bring beyond the base of their step, and all but units and distance. */
  unitsTop = 0
  restTop = 0
  readonly #rest: RestBound
  #quantum = 1
  // Units: where their planes stand, and what each weak strength loses, in points and in masks of the quanta's bits.
  #numUnits = 0
  #unitPlanes = new Int32Array(32)
  #unitLoss = new Int32Array(32 * WEAK)
  #unitMasks = new Int32Array(32 * WEAK * BITS)
  #worth: Int32Array = new Int32Array(0)
  // Everything else.
  readonly #loss = new Int32Array(LOSSES)
  readonly #masks = new Int32Array(LOSSES * BITS)
  readonly #below = new Int32Array(LOSSES)
  #active: number[] = []
  #fieldPlanes: number[] = []
  #workPlanes: number[] = []
  #experiencePlanes: number[] = []
  #kindPlanes: number[] = []
  #openFields = 0
  #openFieldPoints = 0
  /** Lanes that the last sifting found to have a trade or a kind of work in common with the question; none where that earns nobody anything. */
  #field = 0
  #work = 0
  #experience = 0
  #kinds = 0
  #freeMonths = 0

  /** `rest` is filled anew for every question. */
  constructor (rest: RestBound) {
    this.#rest = rest
  }

  /** Starts a question, whose bounds stand in the RestBound; of units nothing is asked yet. */
  begin (): void {
    const { table, experience, fieldMask, fieldMost, workMask, workMost, experienceMask } = this.#rest
    this.#field = this.#work = this.#experience = this.#kinds = 0
    this.#fieldPlanes = planesOf(fieldMask, TRADE_PLANES)
    this.#workPlanes = planesOf(workMask, TRADE_PLANES)
    this.#experiencePlanes = planesOf(experienceMask, TRADE_PLANES)
    // Vacancies that leave fields open or ask no experience have a bit, or a class, of their own.
    const openFields = table[256 + (1 << (OPEN_FIELDS - WAGE_SHIFT))] - table[256]
    const freeMonths = table[((1 << MONTHS_BITS) - 1) << MONTHS_SHIFT] - table[0]
    this.#openFields = openFields > 0 ? -1 : 0
    this.#openFieldPoints = openFields
    this.#freeMonths = freeMonths > 0 ? -1 : 0
    let kinds = 0
    let kindsTop = table[512]
    for (let bit = 0; bit < KINDS; bit++) {
      if (table[512 + (1 << bit)] <= table[512]) continue
      kindsTop = table[512 + (1 << bit)]
      kinds |= 1 << bit
    }
    this.#kindPlanes = planesOf(kinds, SUMMARY_PLANES + KINDS_SHIFT)
    const loss = this.#loss
    loss[FIELD] = Math.max(fieldMask === 0 ? 0 : fieldMost, openFields)
    loss[WORK] = workMask === 0 ? 0 : workMost
    loss[EXPERIENCE] = freeMonths
    if (experienceMask !== 0) for (const points of experience) loss[EXPERIENCE] = Math.max(loss[EXPERIENCE], points)
    loss[KIND] = kindsTop - table[512]
    const level = this.#steps(LEVEL, 0, LEVEL_BITS)
    const wage = this.#steps(WAGE, 256, WAGE_BITS)
    this.#active = []
    loss.forEach((points, n) => { if (points > 0) this.#active.push(n) })
    this.restTop = loss[FIELD] + loss[WORK] + loss[EXPERIENCE] + kindsTop + level + wage
    this.#numUnits = 0
    this.unitsTop = 0
    this.#quantise(1)
  }

  /** Turns to a family of units: `worth[8 * position + strength]` is what a unit brings beyond the step's base. */
  ask (worth: Int32Array): void {
    this.#worth = worth
    this.#numUnits = 0
    this.unitsTop = 0
    for (let start = 0; start < worth.length; start += STATES) {
      const top = worth[start + STATES - 1]
      if (top === worth[start]) continue
      const n = this.#numUnits++
      this.#unitPlanes[n] = start / STATES * BITS_PER_UNIT
      for (let strength = 0; strength < WEAK; strength++) this.#unitLoss[n * WEAK + strength] = top - worth[start + strength]
      this.unitsTop += top
    }
    this.#quantise(this.#quantum)
  }

  /** Chooses the quantum for a slack (0 or more), which is then told to `sift`. Cheap while the slack changes little. */
  prepare (slack: number): void {
    const quanta = Math.floor(slack / this.#quantum)
    if (quanta < MOST && (quanta >= MOST >> 1 || this.#quantum === 1)) return
    this.#quantise(Math.max(1, Math.ceil((slack + 1) / (MOST - 1))))
  }

  /** Lanes that may have no more than `slack` to lose, out of `lanes`. Planes of units stand from `unitsAt`, those of the rest from `restAt`. */
  sift (planes: Int32Array, unitsAt: number, restAt: number, lanes: number, slack: number): number {
    const start = MOST - Math.floor(slack / this.#quantum)
    let s0 = -(start & 1)
    let s1 = -((start >> 1) & 1)
    let s2 = -((start >> 2) & 1)
    let s3 = -((start >> 3) & 1)
    let s4 = -((start >> 4) & 1)
    let s5 = -((start >> 5) & 1)
    let over = ~lanes
    const unitPlanes = this.#unitPlanes
    const unitMasks = this.#unitMasks
    const masks = this.#masks
    const active = this.#active
    const numUnits = this.#numUnits
    const end = numUnits + active.length
    // Units first, which lose most: a block whose lanes have all lost too much by then is read no further.
    for (let n = 0; n < end; n++) {
      let a0, a1, a2, a3, a4, a5: number
      if (n < numUnits) {
        const at = unitsAt + unitPlanes[n]
        const v0 = planes[at]
        const v1 = planes[at + 1]
        const weak = ~planes[at + 2]
        const three = weak & v1 & v0
        const two = weak & v1 & ~v0
        const one = weak & ~v1 & v0
        const none = weak & ~(v1 | v0)
        const k = n * WEAK * BITS
        a0 = (none & unitMasks[k]) | (one & unitMasks[k + 1]) | (two & unitMasks[k + 2]) | (three & unitMasks[k + 3])
        a1 = (none & unitMasks[k + 4]) | (one & unitMasks[k + 5]) | (two & unitMasks[k + 6]) | (three & unitMasks[k + 7])
        a2 = (none & unitMasks[k + 8]) | (one & unitMasks[k + 9]) | (two & unitMasks[k + 10]) | (three & unitMasks[k + 11])
        a3 = (none & unitMasks[k + 12]) | (one & unitMasks[k + 13]) | (two & unitMasks[k + 14]) | (three & unitMasks[k + 15])
        a4 = (none & unitMasks[k + 16]) | (one & unitMasks[k + 17]) | (two & unitMasks[k + 18]) | (three & unitMasks[k + 19])
        a5 = (none & unitMasks[k + 20]) | (one & unitMasks[k + 21]) | (two & unitMasks[k + 22]) | (three & unitMasks[k + 23])
      } else {
        const loss = active[n - numUnits]
        const lost = this.#lanesThatLose(loss, planes, restAt)
        const k = loss * BITS
        a0 = lost & masks[k]
        a1 = lost & masks[k + 1]
        a2 = lost & masks[k + 2]
        a3 = lost & masks[k + 3]
        a4 = lost & masks[k + 4]
        a5 = lost & masks[k + 5]
      }
      let carry = s0 & a0
      s0 ^= a0
      let half = s1 ^ a1
      let next = (s1 & a1) | (carry & half)
      s1 = half ^ carry
      half = s2 ^ a2
      carry = (s2 & a2) | (next & half)
      s2 = half ^ next
      half = s3 ^ a3
      next = (s3 & a3) | (carry & half)
      s3 = half ^ carry
      half = s4 ^ a4
      carry = (s4 & a4) | (next & half)
      s4 = half ^ next
      half = s5 ^ a5
      over |= (s5 & a5) | (carry & half)
      s5 = half ^ carry
      if (over === -1) return 0
    }
    return ~over
  }

  /** Lanes that a loss apart from units takes from. Those with a trade or kind in common are kept for `restOf`. */
  #lanesThatLose (loss: number, planes: Int32Array, at: number): number {
    const summary = at + SUMMARY_PLANES
    if (loss >= WAGE) return isBelow(planes, summary + WAGE_SHIFT, WAGE_BITS, this.#below[loss])
    if (loss >= LEVEL) return isBelow(planes, summary, LEVEL_BITS, this.#below[loss])
    if (loss === KIND) return ~(this.#kinds = anyOf(planes, at, this.#kindPlanes))
    if (loss === WORK) return ~(this.#work = anyOf(planes, at, this.#workPlanes))
    if (loss === FIELD) {
      this.#field = anyOf(planes, at, this.#fieldPlanes)
      return ~(this.#field | (planes[summary + OPEN_FIELDS] & this.#openFields))
    }
    this.#experience = anyOf(planes, at, this.#experiencePlanes)
    return ~(this.#experience | (allOf(planes, summary + MONTHS_SHIFT, MONTHS_BITS) & this.#freeMonths))
  }

  /** Points that units of the strengths in two words can have beyond the base. */
  unitsMost (low: number, high: number): number {
    const unitPlanes = this.#unitPlanes
    const worth = this.#worth
    const numUnits = this.#numUnits
    let points = 0
    for (let n = 0; n < numUnits; n++) {
      const plane = unitPlanes[n]
      const strength = (plane < PLANES_PER_WORD ? low >> plane : high >> (plane - PLANES_PER_WORD)) & UNIT_MASK
      points += worth[plane / BITS_PER_UNIT * STATES + strength]
    }
    return points
  }

  /** Points of a lane's units beyond the base, by what the family's step says. */
  unitsOf (planes: Int32Array, unitsAt: number, lane: number): number {
    const unitPlanes = this.#unitPlanes
    const worth = this.#worth
    const numUnits = this.#numUnits
    let points = 0
    for (let n = 0; n < numUnits; n++) {
      const at = unitsAt + unitPlanes[n]
      const strength = ((planes[at] >>> lane) & 1) | ((planes[at + 1] >>> lane) & 1) << 1 | ((planes[at + 2] >>> lane) & 1) << 2
      points += worth[unitPlanes[n] / BITS_PER_UNIT * STATES + strength]
    }
    return points
  }

  /** The most that a lane can have apart from units and distance, in full precision; of the block that was sifted last. */
  restOf (planes: Int32Array, restAt: number, lane: number): number {
    const { table, experience, fieldMost, workMost } = this.#rest
    const at = restAt + SUMMARY_PLANES
    const works = (this.#experience >>> lane) & 1
    // Months matter to whoever has a related occupation, and where none may be asked.
    const months = (works | this.#freeMonths) === 0 ? 0 : readNibble(planes, at + MONTHS_SHIFT, lane)
    const wage = readNibble(planes, at + WAGE_SHIFT, lane) | ((planes[at + 12] >>> lane) & 1) << 4 | ((planes[at + 13] >>> lane) & 1) << 5
    return table[readNibble(planes, at, lane) | months << MONTHS_SHIFT] + table[256 + wage] + table[512] + ((this.#kinds >>> lane) & 1) * this.#loss[KIND] +
      (((this.#field >>> lane) & 1) * fieldMost + ((planes[at + OPEN_FIELDS] >>> lane) & 1) * this.#openFieldPoints) + ((this.#work >>> lane) & 1) * workMost + works * experience[months]
  }

  /** What the bound of a lane counts in full; of the block that was sifted last. */
  earnsOf (lane: number): number {
    return ((this.#field >>> lane) & 1) * EARNS_FIELD + ((this.#work >>> lane) & 1) * EARNS_WORK
  }

  /** Puts STEPS steps below what a number of so many bits loses against the greatest, and returns the greatest points. Greater numbers never have less. */
  #steps (first: number, tableAt: number, bits: number): number {
    const { table } = this.#rest
    const last = (1 << bits) - 1
    const top = table[tableAt + last]
    const most = top - table[tableAt]
    let before = 0
    let value = last
    for (let step = 0; step < STEPS; step++) {
      // Numbers below this one lose at least so much: anything, half of the most, the most.
      const least = step === 0 ? 1 : step === 1 ? Math.ceil(most / 2) : most
      while (value >= 0 && top - table[tableAt + value] < least) value--
      const lost = value < 0 ? before : top - table[tableAt + value]
      this.#below[first + step] = value + 1
      this.#loss[first + step] = lost - before
      before = lost
    }
    return top
  }

  #quantise (quantum: number): void {
    this.#quantum = quantum
    for (let n = 0; n < this.#numUnits; n++) {
      for (let strength = 0; strength < WEAK; strength++) writeQuanta(this.#unitLoss[n * WEAK + strength], quantum, this.#unitMasks, n * WEAK * BITS + strength, WEAK)
    }
    for (let n = 0; n < LOSSES; n++) writeQuanta(this.#loss[n], quantum, this.#masks, n * BITS, 1)
  }
}

/** Writes how many quanta a loss has, a mask for each bit, `step` masks apart. */
function writeQuanta (loss: number, quantum: number, masks: Int32Array, at: number, step: number): void {
  const quanta = Math.min(MOST, Math.floor(loss / quantum))
  for (let bit = 0; bit < BITS; bit++) masks[at + bit * step] = -((quanta >> bit) & 1)
}
