import { splitByLargestRemainder } from '../model/weights.ts'
import { UNKNOWN, type RequiredUnitFacts, type VacancyFacts } from '../records/facts.ts'
import { crowdsOf, gatherAlike, type Crowds } from './crowds.ts'
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

/** How a vacancy speaks of units. */
export const UNITS_UNSTATED = 0
export const UNITS_ANY = 1
export const UNITS_LISTED = 2

/** Added to a sort key, it keeps vacancies that leave units open in front of the others of their crowd. */
const NOT_ANY = 2 ** 30

/** What a segment of vacancies is made of: columns, in which -1 is UNKNOWN and -2 is ANY, as in the facts. Strength of a unit is its importance. */
export interface VacancyParts {
  readonly ids: Ids
  readonly dead: Uint8Array
  readonly seats: Int32Array
  readonly opens: Int32Array
  readonly closes: Int32Array
  readonly level: Int8Array
  readonly levelMust: Uint8Array
  readonly fields: Int32Array
  readonly licences: Int32Array
  readonly sets: SetTable
  readonly months: Int16Array
  readonly occupation: Int32Array
  readonly sector: Int32Array
  readonly place: Int32Array
  readonly places: PlaceTable
  /** x, y and z of each place on the unit sphere. */
  readonly coordinates: Float64Array
  readonly remote: Uint8Array
  readonly wage: Int32Array
  readonly jobType: Int8Array
  readonly hours: Int16Array
  readonly provides: Int32Array
  readonly adultsOnly: Uint8Array
  readonly unitsKind: Uint8Array
  readonly units: UnitColumns
  readonly must: Uint8Array
  readonly certificate: Uint8Array
  /** Sum of importances of each slot. */
  readonly importance: Uint16Array
  readonly postings: Postings
  readonly crowds: Crowds
}

/** Vacancies as columns. */
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
    someRemote: parts.remote.includes(1),
    numAny: countAny(parts.unitsKind),
    weightsByShare: new Map(),
  }
}

/** Basis points beside the unit column; `ready` is 1 for slots that are filled in. */
export interface UnitWeights {
  readonly weight: Uint16Array
  readonly ready: Uint8Array
}

function countAny (unitsKind: Uint8Array): number {
  const first = unitsKind.findIndex(kind => kind !== UNITS_ANY)
  return first < 0 ? unitsKind.length : first
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
  const place = Int32Array.from(facts, one => one.place === null ? UNKNOWN : collector.numberOf(one.place))
  const { places, coordinates } = collector.finish()
  const fields = Int32Array.from(facts, one => lists.refOf(one.fields))
  const licences = Int32Array.from(facts, one => lists.refOf(one.licences))
  const unitColumns = unitColumnsOf(facts)
  const slotPlaces = { placeOf: place.map((number, slot) => facts[slot].remote ? EVERYWHERE : number), coordinates }
  const words = {
    summary: Int32Array.from(facts, one => summariseVacancy(one, levelRanks)),
    trade: Int32Array.from(order, position => tradeWords[position]),
    whereabouts: Int32Array.from(facts, (one, slot) => vacancyWhereabouts(place[slot], one.remote, requiredUnits(one).length)),
  }
  return vacancySegment({
    ids: new Ids(facts.map(one => one.id)),
    dead: new Uint8Array(size),
    seats: Int32Array.from(facts, one => one.seats),
    opens: Int32Array.from(facts, one => one.opens),
    closes: Int32Array.from(facts, one => one.closes),
    level: Int8Array.from(facts, one => one.level),
    levelMust: Uint8Array.from(facts, one => Number(one.levelMust)),
    fields,
    licences,
    sets: lists.finish(),
    months: Int16Array.from(facts, one => one.months),
    occupation: Int32Array.from(facts, one => one.occupation),
    sector: Int32Array.from(facts, one => one.sector),
    place,
    places,
    coordinates,
    remote: Uint8Array.from(facts, one => Number(one.remote)),
    wage: Int32Array.from(facts, one => one.wage),
    jobType: Int8Array.from(facts, one => one.jobType),
    hours: Int16Array.from(facts, one => one.hours),
    provides: Int32Array.from(facts, one => one.provides),
    adultsOnly: Uint8Array.from(facts, one => Number(one.adultsOnly)),
    unitsKind: Uint8Array.from(facts, ({ units }) => units === null ? UNITS_UNSTATED : units === 'any' ? UNITS_ANY : UNITS_LISTED),
    ...unitColumns,
    importance: Uint16Array.from(facts, one => requiredUnits(one).reduce((sum, unit) => sum + unit.importance, 0)),
    postings: buildPostings(size, unitColumns.units, families, slotPlaces, words),
    crowds: crowdsOf(size, slotPlaces, words),
  })
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
  const weights = { weight: new Uint16Array(segment.units.unit.length), ready: new Uint8Array(segment.size) }
  segment.weightsByShare.set(share, weights)
  return weights
}

/** Fills in the unit weights of one slot. */
export function fillWeights (segment: VacancySegment, slot: number, share: number, { weight, ready }: UnitWeights): void {
  const { start, strength } = segment.units
  weight.set(splitByLargestRemainder(share, Array.from(strength.subarray(start[slot], start[slot + 1]))), start[slot])
  ready[slot] = 1
}

function requiredUnits (facts: VacancyFacts): readonly RequiredUnitFacts[] {
  return Array.isArray(facts.units) ? facts.units : []
}

function unitColumnsOf (facts: readonly VacancyFacts[]): { units: UnitColumns, must: Uint8Array, certificate: Uint8Array } {
  const start = new Uint32Array(facts.length + 1)
  facts.forEach((one, slot) => { start[slot + 1] = start[slot] + requiredUnits(one).length })
  const all = facts.flatMap(requiredUnits)
  return {
    units: { start, unit: Uint16Array.from(all, one => one.unit), strength: Uint8Array.from(all, one => one.importance) },
    must: Uint8Array.from(all, one => Number(one.must)),
    certificate: Uint8Array.from(all, one => Number(one.certificate)),
  }
}

function factsAt (segment: VacancyParts, slot: number): VacancyFacts {
  const { units, must, certificate, sets } = segment
  const kind = segment.unitsKind[slot]
  return {
    id: segment.ids.of[slot],
    seats: segment.seats[slot],
    opens: segment.opens[slot],
    closes: segment.closes[slot],
    units: kind === UNITS_UNSTATED
      ? null
      : kind === UNITS_ANY
        ? 'any'
        : span(units.start[slot], units.start[slot + 1], at => ({ unit: units.unit[at], importance: units.strength[at], must: must[at] === 1, certificate: certificate[at] === 1 })),
    level: segment.level[slot],
    levelMust: segment.levelMust[slot] === 1,
    fields: sets.read(segment.fields[slot]),
    months: segment.months[slot],
    occupation: segment.occupation[slot],
    sector: segment.sector[slot],
    place: segment.place[slot] === UNKNOWN ? null : segment.places.placeOf(segment.place[slot]),
    remote: segment.remote[slot] === 1,
    wage: segment.wage[slot],
    jobType: segment.jobType[slot],
    hours: segment.hours[slot],
    licences: sets.listOf(segment.licences[slot]),
    provides: segment.provides[slot],
    adultsOnly: segment.adultsOnly[slot] === 1,
  }
}
