import { JOB_TYPES, PROFILES, type RequiredUnit, type Vacancy } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import type { VacancyMarket } from '../vacancy-market.ts'
import { ANY, dayNumber, ListDictionary, UNKNOWN } from './codings.ts'
import { bitsOf } from './seeker-columns.ts'
import { spotOf } from './sphere.ts'
import { unitWeights } from './unit-weights.ts'

/** What an advert says of units. */
export const UNITS_NOT_TOLD = 0
export const UNITS_OPEN = 1
export const UNITS_LISTED = 2
/** Hard rules on a unit, bits. */
export const MUST = 1
export const CERTIFICATE = 2

const FIRST_DAY = -(2 ** 31)
const LAST_DAY = 2 ** 31 - 1

interface RowColumns {
  /** First and last day of a vacancy with seats; none is open without. */
  readonly opens: Int32Array
  readonly closes: Int32Array
  readonly unitsTold: Uint8Array
  /** Height of the level asked for; UNKNOWN or ANY. */
  readonly rank: Int8Array
  readonly rankMust: Uint8Array
  /** Numbers of `fieldLists` and `licenceLists`. */
  readonly fields: Int32Array
  readonly licences: Int32Array
  /** Months asked for; UNKNOWN, or ANY when everybody meets it. */
  readonly months: Int32Array
  readonly occupation: Int16Array
  readonly sector: Int16Array
  readonly remote: Uint8Array
  /** On the unit sphere; NaN without a place. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  readonly offer: Int32Array
  readonly jobType: Int8Array
  readonly hours: Int16Array
  readonly provides: Int32Array
  readonly adultsOnly: Uint8Array
}

/** A market's vacancies, column by column, row numbers in order of the ids. Units of row n stand from `start[n]` up to `start[n + 1]`. */
export interface VacancyColumns extends RowColumns {
  readonly size: number
  readonly ids: readonly string[]
  readonly units: { readonly start: Uint32Array, readonly unit: Uint16Array, readonly weight: Uint16Array, readonly rules: Uint8Array }
  readonly fieldLists: readonly (readonly number[])[]
  readonly licenceLists: readonly (readonly number[])[]
}

const columnsOfMarkets = new WeakMap<VacancyMarket, VacancyColumns>()

/** The columns of a market, made once for all the peers that are filled from them. */
export function vacancyColumns (market: VacancyMarket): VacancyColumns {
  let columns = columnsOfMarkets.get(market)
  if (columns === undefined) columnsOfMarkets.set(market, columns = readColumns(market))
  return columns
}

/** Throws where ids do not ascend, because then row numbers could not settle ties. */
function readColumns (market: VacancyMarket): VacancyColumns {
  const { taxonomy, numVacancies } = market
  const fieldLists = new ListDictionary()
  const licenceLists = new ListDictionary()
  const ids: string[] = []
  const columns = emptyColumns(numVacancies)
  const start = new Uint32Array(numVacancies + 1)
  const spans = { unit: [] as number[], weight: [] as number[], rules: [] as number[] }
  for (const vacancy of market.vacancies()) {
    const row = ids.length
    if (row > 0 && vacancy.id <= ids[row - 1]) throw new Error(`Vacancy '${vacancy.id}' comes after '${ids[row - 1]}': ids must ascend, so that row numbers can settle ties.`)
    ids.push(vacancy.id)
    writeRow(taxonomy, columns, row, vacancy)
    columns.fields[row] = fieldLists.numberOf(vacancy.fields === undefined || vacancy.fields === 'any' ? vacancy.fields : vacancy.fields.map(code => taxonomy.fields.indexOf(code)))
    columns.licences[row] = licenceLists.numberOf((vacancy.licences ?? []).map(code => taxonomy.licences.indexOf(code)))
    const asked: readonly RequiredUnit[] = Array.isArray(vacancy.units) ? vacancy.units : []
    const weights = unitWeights(asked, PROFILES['job-fair'].shares.unit)
    asked.forEach(({ unit, must, certificate }, at) => {
      spans.unit.push(taxonomy.units.indexOf(unit))
      spans.weight.push(weights[at])
      spans.rules.push((must === true ? MUST : 0) | (certificate === true ? CERTIFICATE : 0))
    })
    start[row + 1] = spans.unit.length
  }
  return {
    size: ids.length,
    ids,
    ...columns,
    units: { start, unit: Uint16Array.from(spans.unit), weight: Uint16Array.from(spans.weight), rules: Uint8Array.from(spans.rules) },
    fieldLists: fieldLists.lists,
    licenceLists: licenceLists.lists,
  }
}

function emptyColumns (size: number): RowColumns {
  return {
    opens: new Int32Array(size),
    closes: new Int32Array(size),
    unitsTold: new Uint8Array(size),
    rank: new Int8Array(size),
    rankMust: new Uint8Array(size),
    fields: new Int32Array(size),
    licences: new Int32Array(size),
    months: new Int32Array(size),
    occupation: new Int16Array(size),
    sector: new Int16Array(size),
    remote: new Uint8Array(size),
    x: new Float64Array(size),
    y: new Float64Array(size),
    z: new Float64Array(size),
    offer: new Int32Array(size),
    jobType: new Int8Array(size),
    hours: new Int16Array(size),
    provides: new Int32Array(size),
    adultsOnly: new Uint8Array(size),
  }
}

function writeRow (taxonomy: Taxonomy, columns: RowColumns, row: number, vacancy: Vacancy): void {
  const { education, experience, occupation, sector } = vacancy
  const spot = spotOf(taxonomy, vacancy)
  columns.opens[row] = vacancy.opens === undefined ? FIRST_DAY : dayNumber(vacancy.opens)
  columns.closes[row] = vacancy.seats === 0 ? FIRST_DAY : vacancy.closes === undefined ? LAST_DAY : dayNumber(vacancy.closes)
  columns.unitsTold[row] = vacancy.units === undefined ? UNITS_NOT_TOLD : vacancy.units === 'any' ? UNITS_OPEN : UNITS_LISTED
  columns.rank[row] = education === undefined ? UNKNOWN : education === 'any' ? ANY : taxonomy.levels.get(education.min)!.rank
  columns.rankMust[row] = Number(typeof education === 'object' && education.must === true)
  columns.months[row] = experience === 'any' || experience?.months === 0 ? ANY : experience === undefined || occupation === undefined ? UNKNOWN : experience.months
  columns.occupation[row] = occupation === undefined ? UNKNOWN : taxonomy.occupations.indexOf(occupation)
  columns.sector[row] = sector === undefined ? UNKNOWN : taxonomy.sectors.indexOf(sector)
  columns.remote[row] = Number(vacancy.remote === true)
  columns.x[row] = spot?.x ?? NaN
  columns.y[row] = spot?.y ?? NaN
  columns.z[row] = spot?.z ?? NaN
  columns.offer[row] = vacancy.wage?.min ?? UNKNOWN
  columns.jobType[row] = vacancy.jobType === undefined ? UNKNOWN : JOB_TYPES.indexOf(vacancy.jobType)
  columns.hours[row] = vacancy.hours ?? UNKNOWN
  columns.provides[row] = vacancy.provides === undefined ? UNKNOWN : bitsOf(taxonomy.accommodations, vacancy.provides)
  columns.adultsOnly[row] = Number(vacancy.adultsOnly === true)
}
