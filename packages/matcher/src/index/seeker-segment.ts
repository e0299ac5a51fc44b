import { NO_DAY } from '../records/day.ts'
import { UNKNOWN, type HeldLicenceFacts, type SeekerFacts } from '../records/facts.ts'
import { gatherAlike, seekerCrowdsOf, type SeekerCrowds } from './crowds.ts'
import type { Families } from './families.ts'
import { hilbertCode } from './hilbert.ts'
import { PlaceCollector, type PlaceTable } from './place-table.ts'
import { buildSeekerPostings, type SeekerPostings } from './seeker-postings.ts'
import { evidenceStrength, summariseSeeker } from './seeker-summary.ts'
import { Ids, NO_PLACE_CODE, slotOrder, type Segment } from './segment.ts'
import { SetCollector, type SetTable } from './set-table.ts'
import { tradeKey, type Trades } from './trades.ts'
import type { UnitColumns } from './unit-columns.ts'
import { seekerWhereabouts } from './whereabouts.ts'

/** A seeker's row is sixteen integers: one line of the processor's cache, so that judging a seeker costs one trip to memory. */
export const ROW = 16
/** Positions in a row. Lists are references of the segment's SetTable; -1 is UNKNOWN and -2 is ANY, as in the facts. */
export const PLACE = 0
export const LEVEL = 1
export const FIELDS = 2
export const OCCUPATIONS = 3
export const SECTORS = 4
export const WAGE = 5
export const JOB_TYPES_WISHED = 6
export const MAX_HOURS = 7
export const REACH = 8
export const WILLING = 9
export const LICENCES = 10
export const NEEDS = 11
export const ADULT_FROM = 12
/** First of the seeker's units and of their experience; the next row tells the end. Both have one row more than there are slots. */
export const UNITS = 13
export const EXPERIENCE = 14
/** Bit 0: units are stated, be it none. Bit 1: experience is. */
export const STATED = 15
export const UNITS_STATED = 1
export const EXPERIENCE_STATED = 2

/** Held units are pairs of integers: unit and evidence, last day. */
export const HELD = 2
export const UNIT_BITS = 16
export const UNIT_MASK = 0xffff
/** Experience entries are one integer: occupation, and months above it. */
export const OCCUPATION_BITS = 16
export const OCCUPATION_MASK = 0xffff

/** What a segment of seekers is made of. */
export interface SeekerParts {
  readonly ids: Ids
  readonly dead: Uint8Array
  readonly rows: Int32Array
  readonly held: Int32Array
  readonly experience: Int32Array
  readonly places: PlaceTable
  /** x, y and z of each place on the unit sphere. */
  readonly coordinates: Float64Array
  /** Lists of codes, and of (licence, last day) pairs, that rows refer to. */
  readonly sets: SetTable
  readonly postings: SeekerPostings
  readonly crowds: SeekerCrowds
}

/** Seekers, row by row. */
export type SeekerSegment = Segment<SeekerFacts> & SeekerParts

/** A segment from its parts. */
export function seekerSegment (parts: SeekerParts): SeekerSegment {
  return { ...parts, size: parts.ids.of.length, numDead: countDead(parts.dead), factsAt: slot => factsAt(parts, slot) }
}

/** Freezes facts into an indexed segment. O(n log n). */
export function buildSeekerSegment (given: readonly SeekerFacts[], families: Families, levelRanks: Int8Array, trades: Trades): SeekerSegment {
  const order = slotOrder(Float64Array.from(given, ({ place }) => place === null ? NO_PLACE_CODE : hilbertCode(place.latSteps, place.lngSteps)))
  const tradeWords = Int32Array.from(given, one => trades.seekerWord(one))
  gatherAlike(order, Float64Array.from(tradeWords, tradeKey))
  const facts = Array.from(order, position => given[position])
  const size = facts.length
  const lists = new SetCollector()
  const collector = new PlaceCollector()
  const rows = rowsOf(facts, lists, collector)
  const { held, columns } = unitsOf(facts, rows)
  const { places, coordinates } = collector.finish()
  const slotPlaces = { placeOf: Int32Array.from(facts, (_, slot) => rows[slot * ROW + PLACE]), coordinates }
  const words = {
    summary: Int32Array.from(facts, one => summariseSeeker(one, levelRanks)),
    trade: Int32Array.from(order, position => tradeWords[position]),
    whereabouts: Int32Array.from(facts, (one, slot) => seekerWhereabouts(slotPlaces.placeOf[slot], one.willingToMove === 1 ? UNKNOWN : one.reachHm)),
  }
  return seekerSegment({
    ids: new Ids(facts.map(one => one.id)),
    dead: new Uint8Array(size),
    rows,
    held,
    experience: experienceOf(facts, rows),
    places,
    coordinates,
    sets: lists.finish(),
    postings: buildSeekerPostings(size, columns, families, slotPlaces, words),
    crowds: seekerCrowdsOf(size, slotPlaces, words),
  })
}

/** How many slots are marked dead. */
export function countDead (dead: Uint8Array): number {
  let count = 0
  for (let slot = 0; slot < dead.length; slot++) count += dead[slot]
  return count
}

function rowsOf (facts: readonly SeekerFacts[], lists: SetCollector, places: PlaceCollector): Int32Array {
  const rows = new Int32Array((facts.length + 1) * ROW)
  let units = 0
  let experience = 0
  facts.forEach((one, slot) => {
    const row = slot * ROW
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
    rows[row + UNITS] = units
    rows[row + EXPERIENCE] = experience
    rows[row + STATED] = (one.units === null ? 0 : UNITS_STATED) | (one.experience === null ? 0 : EXPERIENCE_STATED)
    units += one.units?.length ?? 0
    experience += one.experience?.length ?? 0
  })
  rows[facts.length * ROW + UNITS] = units
  rows[facts.length * ROW + EXPERIENCE] = experience
  return rows
}

/** All units as rows refer to them; and once more with the strength that postings carry, which is needed while building only. */
function unitsOf (facts: readonly SeekerFacts[], rows: Int32Array): { held: Int32Array, columns: UnitColumns } {
  const total = rows[facts.length * ROW + UNITS]
  const held = new Int32Array(total * HELD)
  const columns = { start: new Uint32Array(facts.length + 1), unit: new Uint16Array(total), strength: new Uint8Array(total) }
  let at = 0
  for (let slot = 0; slot < facts.length; slot++) {
    columns.start[slot] = at
    for (const { unit, evidence, expires } of facts[slot].units ?? []) {
      held[at * HELD] = unit | evidence << UNIT_BITS
      held[at * HELD + 1] = expires
      columns.unit[at] = unit
      columns.strength[at++] = evidenceStrength(evidence, expires === NO_DAY)
    }
  }
  columns.start[facts.length] = at
  return { held, columns }
}

function experienceOf (facts: readonly SeekerFacts[], rows: Int32Array): Int32Array {
  const all = new Int32Array(rows[facts.length * ROW + EXPERIENCE])
  let at = 0
  for (const { experience } of facts) {
    for (const { occupation, months } of experience ?? []) all[at++] = occupation | months << OCCUPATION_BITS
  }
  return all
}

function factsAt ({ ids, rows, held, experience, places, sets }: SeekerParts, slot: number): SeekerFacts {
  const row = rows.subarray(slot * ROW, (slot + 1) * ROW)
  const next = rows.subarray((slot + 1) * ROW)
  const licences = sets.read(row[LICENCES])
  return {
    id: ids.of[slot],
    units: row[STATED] & UNITS_STATED
      ? span(row[UNITS], next[UNITS], at => ({ unit: held[at * HELD] & UNIT_MASK, evidence: held[at * HELD] >> UNIT_BITS, expires: held[at * HELD + 1] }))
      : null,
    level: row[LEVEL],
    fields: sets.read(row[FIELDS]) as readonly number[] | null,
    experience: row[STATED] & EXPERIENCE_STATED
      ? span(row[EXPERIENCE], next[EXPERIENCE], at => ({ occupation: experience[at] & OCCUPATION_MASK, months: experience[at] >> OCCUPATION_BITS }))
      : null,
    place: row[PLACE] === UNKNOWN ? null : places.placeOf(row[PLACE]),
    wage: row[WAGE],
    occupations: sets.read(row[OCCUPATIONS]),
    sectors: sets.read(row[SECTORS]),
    jobTypes: row[JOB_TYPES_WISHED],
    maxHours: row[MAX_HOURS],
    reachHm: row[REACH],
    willingToMove: row[WILLING],
    licences: licences === null || licences === 'any' ? null : heldLicences(licences),
    needs: row[NEEDS],
    adultFrom: row[ADULT_FROM],
  }
}

/** `make(at)` for each position from `start` up to `end`. */
export function span<Item> (start: number, end: number, make: (at: number) => Item): Item[] {
  return Array.from({ length: end - start }, (_, offset) => make(start + offset))
}

/** Licences with their last days, from the flat list a SetTable keeps. */
export function heldLicences (flat: readonly number[]): HeldLicenceFacts[] {
  return Array.from({ length: flat.length / 2 }, (_, pair) => ({ licence: flat[2 * pair], expires: flat[2 * pair + 1] }))
}
