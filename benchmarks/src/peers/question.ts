import { JOB_TYPES, PROFILES, type RequiredUnit, type Shares, type Vacancy } from '@padan/matcher'
import type { RelatedRegister, Taxonomy } from '@padan/taxonomy'
import { AS_OF } from '../market.ts'
import { ANY, dayNumber, NOT_TOLD, OPEN, UNKNOWN } from './codings.ts'
import { cellsAround } from './grid.ts'
import { bitsOf, type SeekerColumns } from './seeker-columns.ts'
import { spotOf, type Spot } from './sphere.ts'
import { unitWeights } from './unit-weights.ts'

/** A held unit that gives credit for an asked one. */
export interface UnitLink {
  /** Position among the asked units. */
  row: number
  held: number
  perMille: number
}

/**
 * A vacancy made ready to be asked over seeker columns: credits are tables by rank, list or occupation, UNKNOWN where nothing can be
 * known. It is made anew for every question, and its making is part of the time.
 */
export interface Question {
  readonly shares: Shares
  readonly asOf: number
  /** False: it has no seats, or is closed on the day, and nobody is ranked. */
  readonly isOpen: boolean
  /** 'any', undefined when the advert does not tell, else weight and hard rules of each asked unit. */
  readonly units: 'any' | undefined | readonly { weight: number, must: boolean, certificate: boolean }[]
  readonly links: readonly UnitLink[]
  /** By rank; the last entry stands for a level that is not known. */
  readonly education: Int16Array
  /** Rank that is asked for; UNKNOWN or ANY. */
  readonly askedRank: number
  /** Rank below which somebody is out, or UNKNOWN. */
  readonly leastRank: number
  /** By list number. A wish that meets nothing to compare with is UNKNOWN. */
  readonly fields: Int16Array
  readonly occupations: Int16Array
  readonly sectors: Int16Array
  readonly work: Int16Array
  /** Months asked for; UNKNOWN, or ANY when everybody meets it. */
  readonly months: number
  /** Relatedness by occupation worked in. */
  readonly jobs: Int16Array
  readonly remote: boolean
  readonly spot: Spot | undefined
  /** Cells of the grid where people can be in reach; undefined for all of them. */
  readonly cells: readonly number[] | undefined
  readonly offer: number
  /** Bits, or UNKNOWN. */
  readonly provides: number
  readonly adultsOnly: boolean
  /** For each licence that is asked for, those that count as it. */
  readonly licences: readonly (readonly number[])[]
}

/** Ranks are below this. */
export const NUM_RANKS = 14
const METRES_PER_HM = 100

export function questionOf (taxonomy: Taxonomy, columns: SeekerColumns, vacancy: Vacancy): Question {
  const { shares } = PROFILES['job-fair']
  const asOf = dayNumber(AS_OF)
  const { occupations, sectors, accommodations } = taxonomy
  const occupation = vacancy.occupation === undefined ? UNKNOWN : occupations.indexOf(vacancy.occupation)
  const sector = vacancy.sector === undefined ? UNKNOWN : sectors.indexOf(vacancy.sector)
  const askedRank = rankOf(taxonomy, vacancy.education)
  const spot = spotOf(taxonomy, vacancy)
  const jobs = Int16Array.from({ length: occupations.size }, (_, worked) => occupation === UNKNOWN ? 0 : occupations.relatedness(occupation, worked))
  return {
    shares,
    asOf,
    isOpen: vacancy.seats !== 0 && (vacancy.opens === undefined || dayNumber(vacancy.opens) <= asOf) && (vacancy.closes === undefined || dayNumber(vacancy.closes) >= asOf),
    units: Array.isArray(vacancy.units) ? unitRows(vacancy.units, shares.unit) : vacancy.units,
    links: Array.isArray(vacancy.units) ? linksOf(taxonomy, vacancy.units) : [],
    education: educationCredits(askedRank),
    askedRank,
    leastRank: typeof vacancy.education === 'object' && vacancy.education.must === true ? askedRank : UNKNOWN,
    fields: fieldCredits(taxonomy, columns.fieldLists, vacancy.fields),
    occupations: wishCredits(columns.occupationLists, occupations, occupation),
    sectors: wishCredits(columns.sectorLists, sectors, sector),
    work: Int16Array.from(columns.workLists, ([jobTypes, maxHours], list) => list <= OPEN ? UNKNOWN : workCredit(jobTypes, maxHours, vacancy)),
    months: monthsOf(vacancy),
    jobs,
    remote: vacancy.remote === true,
    spot,
    cells: spot === undefined || vacancy.remote === true ? undefined : cellsAround(spot, (columns.farthestReach + 1) * METRES_PER_HM),
    offer: vacancy.wage?.min ?? UNKNOWN,
    provides: vacancy.provides === undefined ? UNKNOWN : bitsOf(accommodations, vacancy.provides),
    adultsOnly: vacancy.adultsOnly === true,
    licences: (vacancy.licences ?? []).map(code => licencesFor(taxonomy, taxonomy.licences.indexOf(code))),
  }
}

function unitRows (units: readonly RequiredUnit[], share: number): Exclude<Question['units'], 'any' | undefined> {
  const weights = unitWeights(units, share)
  return units.map(({ must = false, certificate = false }, row) => ({ weight: weights[row], must, certificate }))
}

function linksOf ({ units }: Taxonomy, asked: readonly RequiredUnit[]): UnitLink[] {
  return asked.flatMap(({ unit }, row) => {
    const wanted = units.indexOf(unit)
    return [{ row, held: wanted, perMille: 1000 }, ...units.relatives(wanted).map(({ held, perMille }) => ({ row, held, perMille }))]
  })
}

function rankOf ({ levels }: Taxonomy, education: Vacancy['education']): number {
  return education === undefined ? UNKNOWN : education === 'any' ? ANY : levels.get(education.min)!.rank
}

function educationCredits (asked: number): Int16Array {
  const credits = new Int16Array(NUM_RANKS + 1).fill(asked === ANY ? 1000 : UNKNOWN)
  if (asked >= 0) for (let held = 0; held < NUM_RANKS; held++) credits[held] = held >= asked ? 1000 : held === asked - 1 ? 500 : 0
  return credits
}

function fieldCredits ({ fields }: Taxonomy, lists: SeekerColumns['fieldLists'], wanted: Vacancy['fields']): Int16Array {
  if (wanted === undefined || wanted === 'any') return new Int16Array(lists.length).fill(wanted === 'any' ? 1000 : UNKNOWN)
  const asked = wanted.map(code => fields.indexOf(code))
  const creditOf = remembered(held => Math.max(...asked.map(one => fields.relatedness(one, held))))
  return Int16Array.from(lists, (list, number) => number === NOT_TOLD ? UNKNOWN : list.reduce((best, held) => Math.max(best, creditOf(held)), 0))
}

function wishCredits (lists: SeekerColumns['occupationLists'], register: RelatedRegister<unknown>, offered: number): Int16Array {
  const creditOf = remembered(wished => register.relatedness(wished, offered))
  return Int16Array.from(lists, (list, number) => {
    if (number === OPEN) return 1000
    return number === NOT_TOLD || offered === UNKNOWN ? UNKNOWN : list.reduce((best, wished) => Math.max(best, creditOf(wished)), 0)
  })
}

/** Lists share their items, so each is asked for once. */
function remembered (creditOf: (item: number) => number): (item: number) => number {
  const credits = new Map<number, number>()
  return item => {
    let credit = credits.get(item)
    if (credit === undefined) credits.set(item, credit = creditOf(item))
    return credit
  }
}

function workCredit (wished: number, maxHours: number, { jobType, hours }: Vacancy): number {
  if (wished === UNKNOWN && maxHours === UNKNOWN) return UNKNOWN
  const type = wished < 0 ? 1 : jobType === undefined ? UNKNOWN : (wished >> JOB_TYPES.indexOf(jobType)) & 1
  const time = maxHours < 0 ? 1 : hours === undefined ? UNKNOWN : Number(hours <= maxHours)
  if (type === 0 || time === 0) return 0
  return type === UNKNOWN || time === UNKNOWN ? UNKNOWN : 1000
}

/** Months are not known either where the advert does not say in what occupation. */
function monthsOf ({ experience, occupation }: Vacancy): number {
  if (experience === 'any' || experience?.months === 0) return ANY
  return experience === undefined || occupation === undefined ? UNKNOWN : experience.months
}

function licencesFor ({ licences }: Taxonomy, asked: number): number[] {
  return Array.from({ length: licences.size }, (_, held) => held).filter(held => held === asked || licences.at(held).covers.includes(asked))
}
