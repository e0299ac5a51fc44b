import { NO_DAY } from '../records/day.ts'
import { UNKNOWN, type SeekerFacts } from '../records/facts.ts'
import { CROWD_BLOCK_SIZE, gatherAlike, seekerCrowdsOf } from './crowds.ts'
import { DraftColumns } from './draft-columns.ts'
import type { Families } from './families.ts'
import { GrowingInts } from './growing.ts'
import { LANES, readSummary, readTrade, REST_PLANES } from './lanes.ts'
import { buildSeekerPostings } from './seeker-postings.ts'
import {
  ADULT_FROM, EXPERIENCE, EXPERIENCE_STATED, FIELDS, HELD, JOB_TYPES_WISHED, LEVEL, LICENCES, MAX_HOURS, NEEDS, OCCUPATION_BITS, OCCUPATIONS, PLACE, REACH,
  SECTORS, seekerSegment, STATED, UNIT_BITS, UNIT_MASK, UNITS, UNITS_STATED, WAGE, WILLING, type SeekerSegment,
} from './seeker-segment.ts'
import { evidenceStrength, summariseSeeker } from './seeker-summary.ts'
import { inGroup, NO_PLACE_CODE, ROW, slotOrder, type Draft } from './segment.ts'
import { tradeKey, type Trades } from './trades.ts'
import { FAR_HM, reachHmOf, seekerWhereabouts } from './whereabouts.ts'

/** Seekers in the order they come, in the rows that a segment of them will have, but for the order of slots and the numbers of places. */
export class SeekerDraft implements Draft<SeekerFacts, SeekerSegment> {
  readonly #families: Families
  readonly #levelRanks: Int8Array
  readonly #trades: Trades
  readonly #columns = new DraftColumns(PLACE, [FIELDS, OCCUPATIONS, SECTORS, LICENCES])
  readonly #held = new GrowingInts()
  readonly #experience = new GrowingInts()

  constructor (families: Families, levelRanks: Int8Array, trades: Trades) {
    this.#families = families
    this.#levelRanks = levelRanks
    this.#trades = trades
  }

  get size (): number {
    return this.#columns.size
  }

  add (one: SeekerFacts): void {
    const { lists, places } = this.#columns
    const row = this.#columns.rows.grow(ROW)
    const rows = this.#columns.rows.ints
    rows[row + PLACE] = one.place === null ? UNKNOWN : places.numberOf(one.place)
    rows[row + LEVEL] = one.level
    rows[row + FIELDS] = lists.refOf(one.fields)
    rows[row + OCCUPATIONS] = lists.refOf(one.occupations)
    rows[row + SECTORS] = lists.refOf(one.sectors)
    rows[row + WAGE] = one.wage
    rows[row + JOB_TYPES_WISHED] = one.jobTypes
    rows[row + MAX_HOURS] = one.maxHours
    rows[row + REACH] = one.reachHm
    rows[row + WILLING] = one.willingToMove
    rows[row + LICENCES] = lists.refOf(one.licences === null ? null : one.licences.flatMap(({ licence, expires }) => [licence, expires]))
    rows[row + NEEDS] = one.needs
    rows[row + ADULT_FROM] = one.adultFrom
    rows[row + UNITS] = this.#held.length / HELD
    rows[row + EXPERIENCE] = this.#experience.length
    rows[row + STATED] = (one.units === null ? 0 : UNITS_STATED) | (one.experience === null ? 0 : EXPERIENCE_STATED)
    if (one.units !== null) {
      let at = this.#held.grow(one.units.length * HELD)
      for (const { unit, evidence, expires } of one.units) {
        this.#held.ints[at++] = unit | evidence << UNIT_BITS
        this.#held.ints[at++] = expires
      }
    }
    if (one.experience !== null) for (const { occupation, months } of one.experience) this.#experience.push(occupation | months << OCCUPATION_BITS)
    this.#columns.summary.push(summariseSeeker(one, this.#levelRanks))
    this.#columns.trade.push(this.#trades.seekerWord(one))
    this.#columns.ids.add(one.id)
  }

  take (segment: SeekerSegment, slot: number): void {
    const from = slot * ROW
    const given = segment.rows
    const row = this.#columns.take(segment, slot)
    const rows = this.#columns.rows.ints
    rows[row + UNITS] = this.#held.length / HELD
    rows[row + EXPERIENCE] = this.#experience.length
    this.#held.copy(segment.held, given[from + UNITS] * HELD, given[from + ROW + UNITS] * HELD)
    this.#experience.copy(segment.experience, given[from + EXPERIENCE], given[from + ROW + EXPERIENCE])
    const lane = slot % LANES
    const planes = (slot - lane) / CROWD_BLOCK_SIZE * REST_PLANES
    this.#columns.summary.push(readSummary(segment.crowds.lanes, planes, lane))
    this.#columns.trade.push(readTrade(segment.crowds.lanes, planes, lane))
  }

  freeze (): SeekerSegment {
    const { size } = this
    const given = this.#columns.rows.ints
    const order = this.#order()
    const { placeOf, words, ...parts } = this.#columns.finish(order)
    const { rows, coordinates } = parts
    const held = new Int32Array(this.#held.length)
    const experience = new Int32Array(this.#experience.length)
    const columns = { start: new Uint32Array(size + 1), unit: new Uint16Array(held.length / HELD), strength: new Uint8Array(held.length / HELD) }
    let units = 0
    let jobs = 0
    for (let slot = 0; slot < size; slot++) {
      const position = order[slot]
      const from = position * ROW
      const row = slot * ROW
      rows[row + UNITS] = columns.start[slot] = units
      rows[row + EXPERIENCE] = jobs
      const isLast = position === size - 1
      const endOfUnits = isLast ? this.#held.length / HELD : given[from + ROW + UNITS]
      for (let at = given[from + UNITS]; at < endOfUnits; at++, units++) {
        const unit = held[units * HELD] = this.#held.ints[at * HELD]
        const expires = held[units * HELD + 1] = this.#held.ints[at * HELD + 1]
        columns.unit[units] = unit & UNIT_MASK
        columns.strength[units] = evidenceStrength(unit >> UNIT_BITS, expires === NO_DAY)
      }
      const endOfJobs = isLast ? this.#experience.length : given[from + ROW + EXPERIENCE]
      for (let at = given[from + EXPERIENCE]; at < endOfJobs; at++) experience[jobs++] = this.#experience.ints[at]
      words.whereabouts[slot] = seekerWhereabouts(placeOf[slot], limitOf(rows, row))
    }
    rows[size * ROW + UNITS] = columns.start[size] = units
    rows[size * ROW + EXPERIENCE] = jobs
    const slotPlaces = { placeOf, coordinates, reachOf: words.whereabouts.map(reachHmOf) }
    return seekerSegment({
      ...parts,
      held,
      experience,
      postings: buildSeekerPostings(size, columns, this.#families, slotPlaces, words),
      crowds: seekerCrowdsOf(size, slotPlaces, words),
    })
  }

  /**
   * By place, and within a crowd by trade. Those who say how far they go stand before those who go anywhere, so that a run of the former can be passed over
   * where it is too far away.
   */
  #order (): Uint32Array {
    const { size } = this
    const rows = this.#columns.rows.ints
    const codes = this.#columns.places.codes()
    const order = slotOrder(Float64Array.from({ length: size }, (_, position) => {
      const place = this.#columns.placeAt(position)
      const limit = limitOf(rows, position * ROW)
      return inGroup(limit === UNKNOWN || limit >= FAR_HM ? 1 : 0, place === UNKNOWN ? NO_PLACE_CODE : codes[place])
    }))
    gatherAlike(order, Float64Array.from(this.#columns.trade.ints.subarray(0, size), tradeKey))
    return order
  }
}

/** How far the seeker of a row goes at most, in hundreds of metres; UNKNOWN where there is no limit. */
function limitOf (rows: Int32Array, row: number): number {
  return rows[row + WILLING] === 1 ? UNKNOWN : rows[row + REACH]
}
