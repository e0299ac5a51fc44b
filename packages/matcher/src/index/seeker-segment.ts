import { UNKNOWN, type HeldLicenceFacts, type SeekerFacts } from '../records/facts.ts'
import type { SeekerCrowds } from './crowds.ts'
import type { Ids } from './ids.ts'
import type { PlaceTable } from './place-table.ts'
import type { SeekerPostings } from './seeker-postings.ts'
import { ROW, type Segment } from './segment.ts'
import type { SetTable } from './set-table.ts'

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
  return { ...parts, size: parts.ids.size, numDead: countDead(parts.dead), factsAt: slot => factsAt(parts, slot) }
}

/** How many slots are marked dead. */
export function countDead (dead: Uint8Array): number {
  let count = 0
  for (let slot = 0; slot < dead.length; slot++) count += dead[slot]
  return count
}

function factsAt ({ ids, rows, held, experience, places, sets }: SeekerParts, slot: number): SeekerFacts {
  const row = rows.subarray(slot * ROW, (slot + 1) * ROW)
  const next = rows.subarray((slot + 1) * ROW)
  const licences = sets.read(row[LICENCES])
  return {
    id: ids.of(slot),
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
  const items: Item[] = []
  for (let at = start; at < end; at++) items.push(make(at))
  return items
}

/** Licences with their last days, from the flat list a SetTable keeps. */
export function heldLicences (flat: readonly number[]): HeldLicenceFacts[] {
  return span(0, flat.length / 2, pair => ({ licence: flat[2 * pair], expires: flat[2 * pair + 1] }))
}
