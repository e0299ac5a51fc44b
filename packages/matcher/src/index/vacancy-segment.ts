import { splitByLargestRemainder } from '../model/weights.ts'
import { UNKNOWN, type RequiredUnitFacts, type VacancyFacts } from '../records/facts.ts'
import { gatherAlike, vacancyCrowdsOf, type VacancyCrowds } from './crowds.ts'
import type { Families } from './families.ts'
import { hilbertCode } from './hilbert.ts'
import { PlaceCollector, type PlaceTable } from './place-table.ts'
import { buildPostings, type Postings } from './postings.ts'
import { countDead, span } from './seeker-segment.ts'
import { Ids, NO_PLACE_CODE, slotOrder, type Segment } from './segment.ts'
import { SetCollector, type SetTable } from './set-table.ts'
import { EVERYWHERE } from './spheres.ts'
import { tradeKey, type Trades } from './trades.ts'
import type { UnitColumns } from './unit-columns.ts'
import { summariseVacancy } from './vacancy-summary.ts'
import { vacancyWhereabouts } from './whereabouts.ts'

/** A vacancy's row is sixteen integers, one line of the processor's cache, like a seeker's. Positions in it; lists are references of the segment's SetTable. */
export const ROW = 16
export const SEATS = 0
export const OPENS = 1
export const CLOSES = 2
/** Bits 0-1: how the vacancy speaks of units. Bit 2: the level is a must. Bit 3: remote. Bit 4: adults only. */
export const FLAGS = 3
export const LEVEL = 4
export const FIELDS = 5
export const LICENCES = 6
export const MONTHS = 7
export const OCCUPATION = 8
export const SECTOR = 9
export const PLACE = 10
export const WAGE = 11
export const JOB_TYPE = 12
export const HOURS = 13
export const PROVIDES = 14
/** First of the vacancy's units; the next row tells the end. There is one row more than there are slots. */
export const UNITS = 15

/** How a vacancy speaks of units. */
export const UNITS_UNSTATED = 0
export const UNITS_ANY = 1
export const UNITS_LISTED = 2
export const UNITS_KIND = 3
export const LEVEL_MUST = 4
export const REMOTE = 8
export const ADULTS_ONLY = 16

/** Added to a sort key, it keeps vacancies that leave units open in front of the others of their crowd. */
const NOT_ANY = 2 ** 30

/** An asked unit is one integer: unit, importance (1-5), must and certificate. */
export const UNIT_MASK = 0xffff
const IMPORTANCE_SHIFT = 16
const IMPORTANCE_MASK = 7
export const MUST: number = 1 << 19
export const CERTIFICATE: number = 1 << 20

/** What a segment of vacancies is made of. */
export interface VacancyParts {
  readonly ids: Ids
  readonly dead: Uint8Array
  readonly rows: Int32Array
  readonly asked: Int32Array
  readonly sets: SetTable
  readonly places: PlaceTable
  /** x, y and z of each place on the unit sphere. */
  readonly coordinates: Float64Array
  readonly postings: Postings
  readonly crowds: VacancyCrowds
}

/** Vacancies, row by row. */
export type VacancySegment = Segment<VacancyFacts> & VacancyParts & {
  /** True when some vacancy can be done from anywhere. */
  readonly someRemote: boolean
  /** Slots below this leave units open. */
  readonly numAny: number
  /** Unit weights under one share of the profile, filled in as slots are asked for. */
  readonly weightsByShare: Map<number, UnitWeights>
}

/** A segment from its parts. */
export function vacancySegment (parts: VacancyParts): VacancySegment {
  return {
    ...parts,
    size: parts.ids.of.length,
    numDead: countDead(parts.dead),
    factsAt: slot => factsAt(parts, slot),
    someRemote: hasRemote(parts),
    numAny: countAny(parts),
    weightsByShare: new Map(),
  }
}

/** Basis points beside the asked units; `ready` is 1 for slots that are filled in. */
export interface UnitWeights {
  readonly weight: Uint16Array
  readonly ready: Uint8Array
}

function hasRemote ({ ids, rows }: VacancyParts): boolean {
  for (let slot = 0; slot < ids.of.length; slot++) if ((rows[slot * ROW + FLAGS] & REMOTE) !== 0) return true
  return false
}

function countAny ({ ids, rows }: VacancyParts): number {
  let slot = 0
  while (slot < ids.of.length && (rows[slot * ROW + FLAGS] & UNITS_KIND) === UNITS_ANY) slot++
  return slot
}

/** Freezes facts into an indexed segment. O(n log n). */
export function buildVacancySegment (given: readonly VacancyFacts[], families: Families, levelRanks: Int8Array, trades: Trades): VacancySegment {
  const order = slotOrder(Float64Array.from(given, slotCode))
  const tradeWords = Int32Array.from(given, one => trades.vacancyWord(one))
  gatherAlike(order, Float64Array.from(given, ({ units }, position) => tradeKey(tradeWords[position]) + (units === 'any' ? 0 : NOT_ANY)))
  const facts = Array.from(order, position => given[position])
  const size = facts.length
  const lists = new SetCollector()
  const collector = new PlaceCollector()
  const rows = rowsOf(facts, lists, collector)
  const { places, coordinates } = collector.finish()
  const { asked, columns } = unitsOf(facts, rows)
  const slotPlaces = { placeOf: Int32Array.from(facts, (one, slot) => one.remote ? EVERYWHERE : rows[slot * ROW + PLACE]), coordinates }
  const words = {
    summary: Int32Array.from(facts, one => summariseVacancy(one, levelRanks)),
    trade: Int32Array.from(order, position => tradeWords[position]),
    whereabouts: Int32Array.from(facts, (one, slot) => vacancyWhereabouts(rows[slot * ROW + PLACE], one.remote, requiredUnits(one).length)),
  }
  return vacancySegment({
    ids: new Ids(facts.map(one => one.id)),
    dead: new Uint8Array(size),
    rows,
    asked,
    sets: lists.finish(),
    places,
    coordinates,
    postings: buildPostings(size, columns, families, slotPlaces, words),
    crowds: vacancyCrowdsOf(size, slotPlaces, words),
  })
}

function rowsOf (facts: readonly VacancyFacts[], lists: SetCollector, places: PlaceCollector): Int32Array {
  const rows = new Int32Array((facts.length + 1) * ROW)
  let units = 0
  facts.forEach((one, slot) => {
    const row = slot * ROW
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
    rows[row + UNITS] = units
    units += requiredUnits(one).length
  })
  rows[facts.length * ROW + UNITS] = units
  return rows
}

/** Vacancies that leave units open stand first, so that the others' crowds are not bounded by the points those give to everybody. */
function slotCode ({ place, remote, units }: VacancyFacts): number {
  const code = place === null || remote ? NO_PLACE_CODE : hilbertCode(place.latSteps, place.lngSteps)
  return units === 'any' ? code : NO_PLACE_CODE + 1 + code
}

/** The unit weights of a segment under a share, made on first need. */
export function weightsUnder (segment: VacancySegment, share: number): UnitWeights {
  const known = segment.weightsByShare.get(share)
  if (known !== undefined) return known
  const weights = { weight: new Uint16Array(segment.asked.length), ready: new Uint8Array(segment.size) }
  segment.weightsByShare.set(share, weights)
  return weights
}

/** Fills in the unit weights of one slot. */
export function fillWeights ({ rows, asked }: VacancySegment, slot: number, share: number, { weight, ready }: UnitWeights): void {
  const start = rows[slot * ROW + UNITS]
  const importances = Array.from(asked.subarray(start, rows[(slot + 1) * ROW + UNITS]), importanceOf)
  weight.set(splitByLargestRemainder(share, importances), start)
  ready[slot] = 1
}

/** Basis points of a slot's unit rows, as its plan has them. */
export function unitWeightsAt (segment: VacancySegment, slot: number, share: number): number[] {
  const { rows } = segment
  if (share === 0) return []
  if ((rows[slot * ROW + FLAGS] & UNITS_KIND) !== UNITS_LISTED) return [share]
  const weights = weightsUnder(segment, share)
  if (weights.ready[slot] === 0) fillWeights(segment, slot, share, weights)
  return Array.from(weights.weight.subarray(rows[slot * ROW + UNITS], rows[(slot + 1) * ROW + UNITS]))
}

/** Sum of importances of a slot's units. */
export function importanceAt ({ rows, asked }: VacancySegment, slot: number): number {
  let sum = 0
  for (let at = rows[slot * ROW + UNITS]; at < rows[(slot + 1) * ROW + UNITS]; at++) sum += importanceOf(asked[at])
  return sum
}

function importanceOf (asked: number): number {
  return (asked >> IMPORTANCE_SHIFT) & IMPORTANCE_MASK
}

function requiredUnits (facts: VacancyFacts): readonly RequiredUnitFacts[] {
  return Array.isArray(facts.units) ? facts.units : []
}

/** All asked units as rows refer to them; and once more as postings are made of them, which is needed while building only. */
function unitsOf (facts: readonly VacancyFacts[], rows: Int32Array): { asked: Int32Array, columns: UnitColumns } {
  const total = rows[facts.length * ROW + UNITS]
  const asked = new Int32Array(total)
  const columns = { start: new Uint32Array(facts.length + 1), unit: new Uint16Array(total), strength: new Uint8Array(total) }
  let at = 0
  for (let slot = 0; slot < facts.length; slot++) {
    columns.start[slot] = at
    for (const { unit, importance, must, certificate } of requiredUnits(facts[slot])) {
      columns.unit[at] = unit
      columns.strength[at] = importance
      asked[at++] = unit | importance << IMPORTANCE_SHIFT | (must ? MUST : 0) | (certificate ? CERTIFICATE : 0)
    }
  }
  columns.start[facts.length] = at
  return { asked, columns }
}

function factsAt ({ ids, rows, asked, sets, places }: VacancyParts, slot: number): VacancyFacts {
  const row = rows.subarray(slot * ROW, (slot + 1) * ROW)
  const kind = row[FLAGS] & UNITS_KIND
  return {
    id: ids.of[slot],
    seats: row[SEATS],
    opens: row[OPENS],
    closes: row[CLOSES],
    units: kind === UNITS_UNSTATED
      ? null
      : kind === UNITS_ANY
        ? 'any'
        : span(row[UNITS], rows[(slot + 1) * ROW + UNITS], at => askedUnit(asked[at])),
    level: row[LEVEL],
    levelMust: (row[FLAGS] & LEVEL_MUST) !== 0,
    fields: sets.read(row[FIELDS]),
    months: row[MONTHS],
    occupation: row[OCCUPATION],
    sector: row[SECTOR],
    place: row[PLACE] === UNKNOWN ? null : places.placeOf(row[PLACE]),
    remote: (row[FLAGS] & REMOTE) !== 0,
    wage: row[WAGE],
    jobType: row[JOB_TYPE],
    hours: row[HOURS],
    licences: sets.listOf(row[LICENCES]),
    provides: row[PROVIDES],
    adultsOnly: (row[FLAGS] & ADULTS_ONLY) !== 0,
  }
}

function askedUnit (asked: number): RequiredUnitFacts {
  return { unit: asked & UNIT_MASK, importance: importanceOf(asked), must: (asked & MUST) !== 0, certificate: (asked & CERTIFICATE) !== 0 }
}
