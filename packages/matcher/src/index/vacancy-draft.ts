import { UNKNOWN, type RequiredUnitFacts, type VacancyFacts } from '../records/facts.ts'
import { gatherAlike, vacancyCrowdsOf } from './crowds.ts'
import { DraftColumns } from './draft-columns.ts'
import type { Families } from './families.ts'
import { GrowingInts } from './growing.ts'
import { buildPostings } from './postings.ts'
import { inGroup, NO_PLACE_CODE, ROW, slotOrder, type Draft } from './segment.ts'
import { EVERYWHERE } from './spheres.ts'
import { tradeKey, type Trades } from './trades.ts'
import {
  ADULTS_ONLY, CERTIFICATE, CLOSES, FIELDS, FLAGS, HOURS, IMPORTANCE_SHIFT, importanceOf, JOB_TYPE, LEVEL, LEVEL_MUST, LICENCES, MONTHS, MUST, OCCUPATION, OPENS, PLACE,
  PROVIDES, REMOTE, SEATS, SECTOR, UNIT_MASK, UNITS, UNITS_ANY, UNITS_KIND, UNITS_LISTED, UNITS_UNSTATED, vacancySegment, WAGE, type VacancySegment,
} from './vacancy-segment.ts'
import { summariseVacancy } from './vacancy-summary.ts'
import { vacancyWhereabouts } from './whereabouts.ts'

/** Added to a sort key, it keeps vacancies that leave units open in front of the others of their crowd. */
const NOT_ANY = 2 ** 30

/** Vacancies in the order they come, in the rows that a segment of them will have, but for the order of slots and the numbers of places. */
export class VacancyDraft implements Draft<VacancyFacts, VacancySegment> {
  readonly #families: Families
  readonly #levelRanks: Int8Array
  readonly #trades: Trades
  readonly #columns = new DraftColumns(PLACE, [FIELDS, LICENCES])
  readonly #asked = new GrowingInts()

  constructor (families: Families, levelRanks: Int8Array, trades: Trades) {
    this.#families = families
    this.#levelRanks = levelRanks
    this.#trades = trades
  }

  get size (): number {
    return this.#columns.size
  }

  add (one: VacancyFacts): void {
    const { lists, places } = this.#columns
    const row = this.#columns.rows.grow(ROW)
    const rows = this.#columns.rows.ints
    rows[row + SEATS] = one.seats
    rows[row + OPENS] = one.opens
    rows[row + CLOSES] = one.closes
    rows[row + FLAGS] = (one.units === null ? UNITS_UNSTATED : one.units === 'any' ? UNITS_ANY : UNITS_LISTED) |
      (one.levelMust ? LEVEL_MUST : 0) | (one.remote ? REMOTE : 0) | (one.adultsOnly ? ADULTS_ONLY : 0)
    rows[row + LEVEL] = one.level
    rows[row + FIELDS] = lists.refOf(one.fields)
    rows[row + LICENCES] = lists.refOf(one.licences)
    rows[row + MONTHS] = one.months
    rows[row + OCCUPATION] = one.occupation
    rows[row + SECTOR] = one.sector
    rows[row + PLACE] = one.place === null ? UNKNOWN : places.numberOf(one.place)
    rows[row + WAGE] = one.wage
    rows[row + JOB_TYPE] = one.jobType
    rows[row + HOURS] = one.hours
    rows[row + PROVIDES] = one.provides
    rows[row + UNITS] = this.#asked.length
    if (Array.isArray(one.units)) for (const unit of one.units) this.#asked.push(askedWord(unit))
    this.#columns.summary.push(summariseVacancy(one, this.#levelRanks))
    this.#columns.trade.push(this.#trades.vacancyWord(one))
    this.#columns.ids.add(one.id)
  }

  take (segment: VacancySegment, slot: number): void {
    const from = slot * ROW
    const given = segment.rows
    const row = this.#columns.take(segment, slot)
    this.#columns.rows.ints[row + UNITS] = this.#asked.length
    this.#asked.copy(segment.asked, given[from + UNITS], given[from + ROW + UNITS])
    this.#columns.summary.push(segment.crowds.slotSummary[slot])
    this.#columns.trade.push(segment.crowds.slotTrade[slot])
  }

  freeze (): VacancySegment {
    const { size } = this
    const given = this.#columns.rows.ints
    const order = this.#order()
    const { placeOf, words, ...parts } = this.#columns.finish(order)
    const { rows, coordinates } = parts
    const asked = new Int32Array(this.#asked.length)
    const columns = { start: new Uint32Array(size + 1), unit: new Uint16Array(asked.length), strength: new Uint8Array(asked.length) }
    let units = 0
    for (let slot = 0; slot < size; slot++) {
      const position = order[slot]
      const from = position * ROW
      const row = slot * ROW
      const isRemote = (rows[row + FLAGS] & REMOTE) !== 0
      rows[row + UNITS] = columns.start[slot] = units
      const end = position === size - 1 ? this.#asked.length : given[from + ROW + UNITS]
      for (let at = given[from + UNITS]; at < end; at++, units++) {
        const word = asked[units] = this.#asked.ints[at]
        columns.unit[units] = word & UNIT_MASK
        columns.strength[units] = importanceOf(word)
      }
      words.whereabouts[slot] = vacancyWhereabouts(placeOf[slot], isRemote, units - columns.start[slot])
      if (isRemote) placeOf[slot] = EVERYWHERE
    }
    rows[size * ROW + UNITS] = columns.start[size] = units
    const slotPlaces = { placeOf, coordinates }
    return vacancySegment({
      ...parts,
      asked,
      postings: buildPostings(size, columns, this.#families, slotPlaces, words),
      crowds: vacancyCrowdsOf(size, slotPlaces, words),
    })
  }

  /**
   * By place, and within a crowd by trade. Vacancies that leave units open stand first, so that the others' crowds are not bounded by the points those give
   * to everybody.
   */
  #order (): Uint32Array {
    const { size } = this
    const rows = this.#columns.rows.ints
    const codes = this.#columns.places.codes()
    const leavesOpen = (position: number): boolean => (rows[position * ROW + FLAGS] & UNITS_KIND) === UNITS_ANY
    const order = slotOrder(Float64Array.from({ length: size }, (_, position) => {
      const place = this.#columns.placeAt(position)
      const code = place === UNKNOWN || (rows[position * ROW + FLAGS] & REMOTE) !== 0 ? NO_PLACE_CODE : codes[place]
      return inGroup(leavesOpen(position) ? 0 : 1, code)
    }))
    gatherAlike(order, Float64Array.from({ length: size }, (_, position) => tradeKey(this.#columns.trade.ints[position]) + (leavesOpen(position) ? 0 : NOT_ANY)))
    return order
  }
}

function askedWord ({ unit, importance, must, certificate }: RequiredUnitFacts): number {
  return unit | importance << IMPORTANCE_SHIFT | (must ? MUST : 0) | (certificate ? CERTIFICATE : 0)
}
