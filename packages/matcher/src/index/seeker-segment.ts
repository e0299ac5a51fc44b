import type { Place } from '../geo/place.ts'
import { EVIDENCE_KINDS } from '../model/evidence.ts'
import { NO_DAY } from '../records/day.ts'
import { ANY, UNKNOWN, type HeldLicenceFacts, type SeekerFacts } from '../records/facts.ts'
import type { Families } from './families.ts'
import { hilbertCode } from './hilbert.ts'
import { PlaceTable } from './place-table.ts'
import { buildPostings, either, joinRuns, spheresOf, type Postings, type SlotPlaces, type Spheres } from './postings.ts'
import { NO_PLACE_CODE, slotOrder, type Segment } from './segment.ts'
import { strongerSummary, summariseSeeker } from './seeker-summary.ts'
import { SetTable } from './set-table.ts'
import type { Trades } from './trades.ts'
import type { UnitColumns } from './unit-columns.ts'

/** Slots that share one bound on distance when everybody is gone through. */
export const CROWD_SIZE = 256

/** Seekers as columns. Lists that many people share are numbered by a SetTable; -1 is UNKNOWN and -2 is ANY, as in the facts. */
export interface SeekerSegment extends Segment<SeekerFacts> {
  readonly place: Int32Array
  readonly places: PlaceTable
  /** The places' coordinates on the unit sphere, by number. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  readonly level: Int8Array
  readonly fields: Int32Array
  readonly occupations: Int32Array
  readonly sectors: Int32Array
  readonly licences: Int32Array
  /** Lists of codes, and of (licence, last day) pairs, that the four columns above number. */
  readonly sets: SetTable
  readonly wage: Int32Array
  readonly jobTypes: Int16Array
  readonly maxHours: Int16Array
  readonly reachHm: Int32Array
  readonly willingToMove: Int8Array
  readonly needs: Int32Array
  readonly adultFrom: Int32Array
  /** 1 where the units were stated, be it none. */
  readonly unitsStated: Uint8Array
  readonly units: UnitColumns
  readonly evidence: Uint8Array
  readonly expires: Int32Array
  /** 1 where experience was stated, be it none; entries of slot s from experienceStart[s] up to experienceStart[s + 1]. */
  readonly experienceStated: Uint8Array
  readonly experienceStart: Uint32Array
  readonly occupation: Uint16Array
  readonly months: Uint16Array
  readonly postings: Postings
  /** Around each run of CROWD_SIZE slots. */
  readonly crowds: Spheres
  /** Each slot's words on everything but units and place, and words for each crowd that bound its slots. */
  readonly summary: Int32Array
  readonly trade: Int32Array
  readonly crowdSummary: Int32Array
  readonly crowdTrade: Int32Array
}

/**
 * How strong each kind of evidence is, for bounds: claimed 1, experienced 2, trained 3, certified 4 when it can expire, else 5. The
 * per mille in force never falls with the number.
 */
export function evidenceStrength (evidence: number, expires: number): number {
  return evidence === 0 ? (expires === NO_DAY ? 5 : 4) : EVIDENCE_KINDS.length - evidence
}

/** Freezes facts into an indexed segment. O(n log n). */
export function buildSeekerSegment (given: readonly SeekerFacts[], families: Families, levelRanks: Int8Array, trades: Trades): SeekerSegment {
  const order = slotOrder(Float64Array.from(given, ({ place }) => place === null ? NO_PLACE_CODE : hilbertCode(place.latSteps, place.lngSteps)))
  const facts = Array.from(order, position => given[position])
  const size = facts.length
  const sets = new SetTable()
  const places = new PlaceTable()
  const place = Int32Array.from(facts, one => one.place === null ? UNKNOWN : places.idOf(one.place))
  const units = unitColumnsOf(facts)
  const experience = experienceColumnsOf(facts)
  const slotPlaces = slotPlacesOf(place, places)
  const words = { summary: Int32Array.from(facts, one => summariseSeeker(one, levelRanks)), trade: Int32Array.from(facts, one => trades.seekerWord(one)) }
  const ids = facts.map(one => one.id)
  const segment: SeekerSegment = {
    size,
    ids,
    dead: new Uint8Array(size),
    slotOf: new Map(ids.map((id, slot) => [id, slot])),
    numDead: 0,
    factsAt: slot => factsAt(segment, slot),
    place,
    places,
    x: slotPlaces.x,
    y: slotPlaces.y,
    z: slotPlaces.z,
    level: Int8Array.from(facts, one => one.level),
    fields: Int32Array.from(facts, one => setOf(sets, one.fields)),
    occupations: Int32Array.from(facts, one => setOf(sets, one.occupations)),
    sectors: Int32Array.from(facts, one => setOf(sets, one.sectors)),
    licences: Int32Array.from(facts, one => setOf(sets, one.licences === null ? null : one.licences.flatMap(({ licence, expires }) => [licence, expires]))),
    sets,
    wage: Int32Array.from(facts, one => one.wage),
    jobTypes: Int16Array.from(facts, one => one.jobTypes),
    maxHours: Int16Array.from(facts, one => one.maxHours),
    reachHm: Int32Array.from(facts, one => one.reachHm),
    willingToMove: Int8Array.from(facts, one => one.willingToMove),
    needs: Int32Array.from(facts, one => one.needs),
    adultFrom: Int32Array.from(facts, one => one.adultFrom),
    unitsStated: Uint8Array.from(facts, one => Number(one.units !== null)),
    ...units,
    experienceStated: Uint8Array.from(facts, one => Number(one.experience !== null)),
    ...experience,
    postings: buildPostings(size, units.units, families, slotPlaces, words),
    ...words,
    crowds: spheresOf(Math.ceil(size / CROWD_SIZE), run => run * CROWD_SIZE, { length: size }, slotPlaces),
    crowdSummary: joinRuns(words.summary, crowdStarts(size), strongerSummary),
    crowdTrade: joinRuns(words.trade, crowdStarts(size), either),
  }
  return segment
}

/** First slot of each crowd, and the end. */
export function crowdStarts (size: number): Uint32Array {
  return Uint32Array.from({ length: Math.ceil(size / CROWD_SIZE) + 1 }, (_, crowd) => Math.min(size, crowd * CROWD_SIZE))
}

/** The places of a segment as arrays, for building spheres. */
export function slotPlacesOf (placeOf: Int32Array, places: PlaceTable): SlotPlaces {
  const all = Array.from({ length: places.size }, (_, id) => places.placeOf(id))
  return { placeOf, x: Float64Array.from(all, one => one.x), y: Float64Array.from(all, one => one.y), z: Float64Array.from(all, one => one.z) }
}

/** A list's number; UNKNOWN for null and ANY for 'any'. */
export function setOf (sets: SetTable, list: readonly number[] | 'any' | null): number {
  return list === null ? UNKNOWN : list === 'any' ? ANY : sets.idOf(list)
}

/** The list behind a number of `setOf`. */
export function listOf (sets: SetTable, number: number): readonly number[] | 'any' | null {
  return number === UNKNOWN ? null : number === ANY ? 'any' : sets.listOf(number)
}

function unitColumnsOf (facts: readonly SeekerFacts[]): { units: UnitColumns, evidence: Uint8Array, expires: Int32Array } {
  const start = new Uint32Array(facts.length + 1)
  facts.forEach((one, slot) => { start[slot + 1] = start[slot] + (one.units?.length ?? 0) })
  const total = start[facts.length]
  const unit = new Uint16Array(total)
  const strength = new Uint8Array(total)
  const evidence = new Uint8Array(total)
  const expires = new Int32Array(total)
  let at = 0
  for (const one of facts) {
    for (const held of one.units ?? []) {
      unit[at] = held.unit
      strength[at] = evidenceStrength(held.evidence, held.expires)
      evidence[at] = held.evidence
      expires[at] = held.expires
      at++
    }
  }
  return { units: { start, unit, strength }, evidence, expires }
}

function experienceColumnsOf (facts: readonly SeekerFacts[]): { experienceStart: Uint32Array, occupation: Uint16Array, months: Uint16Array } {
  const experienceStart = new Uint32Array(facts.length + 1)
  facts.forEach((one, slot) => { experienceStart[slot + 1] = experienceStart[slot] + (one.experience?.length ?? 0) })
  const total = experienceStart[facts.length]
  const occupation = new Uint16Array(total)
  const months = new Uint16Array(total)
  let at = 0
  for (const one of facts) {
    for (const entry of one.experience ?? []) {
      occupation[at] = entry.occupation
      months[at] = entry.months
      at++
    }
  }
  return { experienceStart, occupation, months }
}

function factsAt (segment: SeekerSegment, slot: number): SeekerFacts {
  const { units, evidence, expires, experienceStart, occupation, months, sets } = segment
  const licences = listOf(sets, segment.licences[slot])
  return {
    id: segment.ids[slot],
    units: segment.unitsStated[slot] === 0
      ? null
      : range(units.start, slot).map(at => ({ unit: units.unit[at], evidence: evidence[at], expires: expires[at] })),
    level: segment.level[slot],
    fields: listOf(sets, segment.fields[slot]) as readonly number[] | null,
    experience: segment.experienceStated[slot] === 0
      ? null
      : range(experienceStart, slot).map(at => ({ occupation: occupation[at], months: months[at] })),
    place: placeIn(segment.places, segment.place[slot]),
    wage: segment.wage[slot],
    occupations: listOf(sets, segment.occupations[slot]),
    sectors: listOf(sets, segment.sectors[slot]),
    jobTypes: segment.jobTypes[slot],
    maxHours: segment.maxHours[slot],
    reachHm: segment.reachHm[slot],
    willingToMove: segment.willingToMove[slot],
    licences: licences === null || licences === 'any' ? null : heldLicences(licences),
    needs: segment.needs[slot],
    adultFrom: segment.adultFrom[slot],
  }
}

/** Positions of a slot's entries in a column with starts. */
export function range (start: Uint32Array, slot: number): number[] {
  return Array.from({ length: start[slot + 1] - start[slot] }, (_, offset) => start[slot] + offset)
}

export function placeIn (places: PlaceTable, id: number): Place | null {
  return id < 0 ? null : places.placeOf(id)
}

/** Licences with their last days, from the flat list a SetTable keeps. */
export function heldLicences (flat: readonly number[]): HeldLicenceFacts[] {
  return Array.from({ length: flat.length / 2 }, (_, pair) => ({ licence: flat[2 * pair], expires: flat[2 * pair + 1] }))
}
