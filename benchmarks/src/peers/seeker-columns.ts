import { JOB_TYPES, type Education, type Seeker } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import type { Market } from '../market.ts'
import { ANY, dayNumber, EVIDENCE, ListDictionary, UNKNOWN } from './codings.ts'
import { CELL_OF_ANYWHERE, cellOf } from './grid.ts'
import { spotOf } from './sphere.ts'

/**
 * A market's seekers, column by column: what every peer that computes the formula is filled from. Row numbers are in order of the ids,
 * so a smaller row number settles ties. Lists are spans: those of row n stand from `start[n]` up to `start[n + 1]`.
 */
export interface SeekerColumns {
  readonly size: number
  readonly ids: readonly string[]
  /** Height of the highest level, or UNKNOWN. */
  readonly rank: Int8Array
  /** Numbers of `fieldLists`, `occupationLists` and `sectorLists`. */
  readonly fields: Int32Array
  readonly occupations: Int32Array
  readonly sectors: Int32Array
  /** Number of a pair of wished kinds of work (bits) and most hours in `workLists`. */
  readonly work: Int32Array
  /** Rupiah, UNKNOWN or ANY. */
  readonly wage: Int32Array
  /** Hundreds of metres beyond which the person is out of reach; UNKNOWN where there is no such limit. */
  readonly reach: Int32Array
  readonly farthestReach: number
  /** On the unit sphere; NaN without a place. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  /** Of the grid: where they must be near, or CELL_OF_ANYWHERE. */
  readonly cell: Int32Array
  readonly needs: Int32Array
  readonly adultFrom: Int32Array
  readonly unitsStated: Uint8Array
  readonly units: { readonly start: Uint32Array, readonly unit: Uint16Array, readonly evidence: Uint8Array, readonly expires: Int32Array }
  readonly jobsStated: Uint8Array
  readonly jobs: { readonly start: Uint32Array, readonly occupation: Uint16Array, readonly months: Uint16Array }
  readonly licencesStated: Uint8Array
  readonly licences: { readonly start: Uint32Array, readonly licence: Uint8Array, readonly expires: Int32Array }
  readonly fieldLists: readonly (readonly number[])[]
  readonly occupationLists: readonly (readonly number[])[]
  readonly sectorLists: readonly (readonly number[])[]
  readonly workLists: readonly (readonly number[])[]
}

const columnsOfMarkets = new WeakMap<Market, SeekerColumns>()

/** The columns of a market, made once for all the peers that are filled from them. */
export function seekerColumns (market: Market): SeekerColumns {
  let columns = columnsOfMarkets.get(market)
  if (columns === undefined) columnsOfMarkets.set(market, columns = readColumns(market))
  return columns
}

/** Reads all seekers of a market. Throws where ids do not ascend, because then row numbers could not settle ties. */
function readColumns (market: Market): SeekerColumns {
  const { taxonomy, numSeekers: size } = market
  const dictionaries = { fields: new ListDictionary(), occupations: new ListDictionary(), sectors: new ListDictionary(), work: new ListDictionary() }
  const ids: string[] = []
  const columns = {
    rank: new Int8Array(size),
    fields: new Int32Array(size),
    occupations: new Int32Array(size),
    sectors: new Int32Array(size),
    work: new Int32Array(size),
    wage: new Int32Array(size),
    reach: new Int32Array(size),
    x: new Float64Array(size),
    y: new Float64Array(size),
    z: new Float64Array(size),
    cell: new Int32Array(size),
    needs: new Int32Array(size),
    adultFrom: new Int32Array(size),
    unitsStated: new Uint8Array(size),
    jobsStated: new Uint8Array(size),
    licencesStated: new Uint8Array(size),
  }
  const starts = { units: new Uint32Array(size + 1), jobs: new Uint32Array(size + 1), licences: new Uint32Array(size + 1) }
  const spans = { unit: [] as number[], evidence: [] as number[], unitExpires: [] as number[], occupation: [] as number[], months: [] as number[], licence: [] as number[], licenceExpires: [] as number[] }

  for (const seeker of market.seekers()) {
    const row = ids.length
    if (row > 0 && seeker.id <= ids[row - 1]) throw new Error(`Seeker '${seeker.id}' comes after '${ids[row - 1]}': ids must ascend, so that row numbers can settle ties.`)
    ids.push(seeker.id)
    const { wish = {} } = seeker
    const spot = spotOf(taxonomy, seeker)
    columns.rank[row] = rankOf(taxonomy, seeker.education)
    columns.fields[row] = dictionaries.fields.numberOf(fieldsOf(taxonomy, seeker.education))
    columns.occupations[row] = dictionaries.occupations.numberOf(indexes(taxonomy.occupations, wish.occupations))
    columns.sectors[row] = dictionaries.sectors.numberOf(indexes(taxonomy.sectors, wish.sectors))
    columns.work[row] = dictionaries.work.numberOf([jobTypeBits(wish.jobTypes), numberOrAny(wish.maxHours)])
    columns.wage[row] = numberOrAny(wish.wage)
    columns.reach[row] = seeker.reachKm === undefined || seeker.willingToMove === true ? UNKNOWN : seeker.reachKm * 10
    columns.x[row] = spot?.x ?? NaN
    columns.y[row] = spot?.y ?? NaN
    columns.z[row] = spot?.z ?? NaN
    columns.cell[row] = spot === undefined || columns.reach[row] === UNKNOWN ? CELL_OF_ANYWHERE : cellOf(spot)
    columns.needs[row] = bitsOf(taxonomy.accommodations, seeker.needs ?? [])
    columns.adultFrom[row] = dayNumber(seeker.adultFrom)
    columns.unitsStated[row] = Number(seeker.units !== undefined)
    columns.jobsStated[row] = Number(seeker.experience !== undefined)
    columns.licencesStated[row] = Number(seeker.licences !== undefined)
    for (const { unit, evidence, expires } of seeker.units ?? []) {
      spans.unit.push(taxonomy.units.indexOf(unit))
      spans.evidence.push(EVIDENCE.indexOf(evidence))
      spans.unitExpires.push(dayNumber(expires))
    }
    for (const { occupation, months } of seeker.experience ?? []) {
      spans.occupation.push(taxonomy.occupations.indexOf(occupation))
      spans.months.push(months)
    }
    for (const { licence, expires } of seeker.licences ?? []) {
      spans.licence.push(taxonomy.licences.indexOf(licence))
      spans.licenceExpires.push(dayNumber(expires))
    }
    starts.units[row + 1] = spans.unit.length
    starts.jobs[row + 1] = spans.occupation.length
    starts.licences[row + 1] = spans.licence.length
  }
  return {
    size: ids.length,
    ids,
    ...columns,
    farthestReach: columns.reach.reduce((most, reach) => Math.max(most, reach), 0),
    units: { start: starts.units, unit: Uint16Array.from(spans.unit), evidence: Uint8Array.from(spans.evidence), expires: Int32Array.from(spans.unitExpires) },
    jobs: { start: starts.jobs, occupation: Uint16Array.from(spans.occupation), months: Uint16Array.from(spans.months) },
    licences: { start: starts.licences, licence: Uint8Array.from(spans.licence), expires: Int32Array.from(spans.licenceExpires) },
    fieldLists: dictionaries.fields.lists,
    occupationLists: dictionaries.occupations.lists,
    sectorLists: dictionaries.sectors.lists,
    workLists: dictionaries.work.lists,
  }
}

function rankOf ({ levels }: Taxonomy, education: readonly Education[] | undefined): number {
  return education === undefined ? UNKNOWN : Math.max(...education.map(({ level }) => levels.get(level)!.rank))
}

/** Fields of all entries; undefined where the person is silent about them. */
export function fieldsOf ({ fields, levels }: Taxonomy, education: readonly Education[] | undefined): number[] | undefined {
  if (education === undefined) return undefined
  const held = education.flatMap(({ field }) => field === undefined ? [] : [fields.indexOf(field)])
  const isSilent = held.length === 0 && education.some(({ level }) => !levels.get(level)!.general)
  return isSilent ? undefined : held
}

function indexes (register: { indexOf (code: string): number }, codes: readonly string[] | 'any' | undefined): number[] | 'any' | undefined {
  return Array.isArray(codes) ? codes.map(code => register.indexOf(code)) : codes as 'any' | undefined
}

export function bitsOf (register: { indexOf (code: string): number }, codes: readonly string[]): number {
  return codes.reduce((bits, code) => bits | 1 << register.indexOf(code), 0)
}

function jobTypeBits (jobTypes: NonNullable<Seeker['wish']>['jobTypes']): number {
  if (jobTypes === undefined) return UNKNOWN
  return jobTypes === 'any' ? ANY : jobTypes.reduce((bits, type) => bits | 1 << JOB_TYPES.indexOf(type), 0)
}

function numberOrAny (value: number | 'any' | undefined): number {
  return value === undefined ? UNKNOWN : value === 'any' ? ANY : value
}
