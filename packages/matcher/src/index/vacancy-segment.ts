import { splitByLargestRemainder } from '../model/weights.ts'
import { UNKNOWN, type RequiredUnitFacts, type VacancyFacts } from '../records/facts.ts'
import type { VacancyCrowds } from './crowds.ts'
import type { Ids } from './ids.ts'
import type { PlaceTable } from './place-table.ts'
import type { Postings } from './postings.ts'
import { countDead, span } from './seeker-segment.ts'
import { ROW, type Segment } from './segment.ts'
import type { SetTable } from './set-table.ts'

/** Positions in a row. Lists are references of the segment's SetTable. */
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

/** An asked unit is one integer: unit, importance (1-5), must and certificate. */
export const UNIT_MASK = 0xffff
export const IMPORTANCE_SHIFT = 16
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
    size: parts.ids.size,
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
  for (let slot = 0; slot < ids.size; slot++) if ((rows[slot * ROW + FLAGS] & REMOTE) !== 0) return true
  return false
}

function countAny ({ ids, rows }: VacancyParts): number {
  let slot = 0
  while (slot < ids.size && (rows[slot * ROW + FLAGS] & UNITS_KIND) === UNITS_ANY) slot++
  return slot
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

export function importanceOf (asked: number): number {
  return (asked >> IMPORTANCE_SHIFT) & IMPORTANCE_MASK
}

function factsAt ({ ids, rows, asked, sets, places }: VacancyParts, slot: number): VacancyFacts {
  const row = rows.subarray(slot * ROW, (slot + 1) * ROW)
  const kind = row[FLAGS] & UNITS_KIND
  return {
    id: ids.of(slot),
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
