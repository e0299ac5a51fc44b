import { JOB_TYPES, type JobType, type Vacancy } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import { classifyOccupation, findProtectedDemands, parseEducation, parseExperienceMonths, resolveRegion, type ProtectedKind, type UnitFinder } from '@padan/taxonomy/text'
import { isDay } from '../time.ts'
import { cellText, cellWhole, type AdvertRow } from './advert-row.ts'
import { qualificationsOf, requirementsOf } from './requirements.ts'

/** A demand that no employer may make: listed, never mapped. */
export interface RefusedDemand {
  kind: ProtectedKind
  /** The advert's own words. */
  surface: string
}

/** What an advert says in the matcher's terms. */
export interface AdvertReading {
  vacancy: Vacancy
  refused: RefusedDemand[]
  /** What could not be used or had to be decided, a sentence each. */
  notes: string[]
}

const LONGEST_TITLE = 200
const MOST_UNITS = 200
const MOST_FIELDS = 50
const MOST_MONTHS = 720
const MOST_WAGE = 1_000_000_000
const MONTHS_PER_YEAR = 12
/** What the matcher takes for an id; anything else is replaced by the row number. */
const USABLE_ID = /^[^\s\p{Cc}\p{Cs}](?:[^\p{Cc}\p{Cs}]{0,126}[^\s\p{Cc}\p{Cs}])?$/u

/**
 * Reads one advert. What it does not say stays unknown: there are no seats, no closing day and no sector in such a file, and a salary of
 * 0 is none. Decisions, each noted where it is taken:
 * - the lowest level that is named is enough, and it is no hard rule, since the advert says which levels it is written for;
 * - experience is `any` when the advert is marked open to fresh graduates or says so; else the years its text names, since the column
 *   only holds the lower end of a site's bracket; else that column;
 * - units, fields and experience are read from what the advert asks, not from what the firm tells of itself;
 * - a province is no place to measure from, so the region stays unknown.
 */
export function readAdvert (row: AdvertRow, rowNumber: number, taxonomy: Taxonomy, finder: UnitFinder): AdvertReading {
  const notes: string[] = []
  const title = cellText(row.title)
  const description = cellText(row.description)
  const vacancy: Vacancy = { id: readId(row, rowNumber, notes) }
  if (title !== '') vacancy.title = title.slice(0, LONGEST_TITLE)
  readOpening(vacancy, row, notes)
  readUnits(vacancy, requirementsOf(description), taxonomy, finder, notes)
  readEducation(vacancy, row, qualificationsOf(description), taxonomy, notes)
  readExperience(vacancy, row, requirementsOf(description), notes)
  readOccupation(vacancy, title, row, taxonomy, notes)
  readPlace(vacancy, row, taxonomy, notes)
  readWage(vacancy, row, notes)
  readJobType(vacancy, row, notes)
  const refused = findProtectedDemands(`${title}\n${description}`).map(({ kind, surface }) => ({ kind, surface }))
  return { vacancy, refused, notes }
}

function readId (row: AdvertRow, rowNumber: number, notes: string[]): string {
  const id = cellText(row.job_id)
  if (USABLE_ID.test(id)) return id
  notes.push(`The advert has no usable job_id; its row number ${rowNumber} stands in.`)
  return `row-${rowNumber}`
}

function readOpening (vacancy: Vacancy, row: AdvertRow, notes: string[]): void {
  const posted = cellText(row.posted_date)
  if (isDay(posted)) vacancy.opens = posted
  else if (posted !== '') notes.push(`posted_date '${posted.slice(0, 40)}' is not a day as YYYY-MM-DD; the opening day stays unknown.`)
}

function readUnits (vacancy: Vacancy, text: string, taxonomy: Taxonomy, finder: UnitFinder, notes: string[]): void {
  const units = [...new Set(finder.find(text).map(({ unit }) => unit))].slice(0, MOST_UNITS)
  if (units.length > 0) vacancy.units = units.map(unit => ({ unit: taxonomy.units.codeAt(unit) }))
  else notes.push('No competency unit of the catalogue is named; the units stay unknown.')
}

function readEducation (vacancy: Vacancy, row: AdvertRow, text: string, taxonomy: Taxonomy, notes: string[]): void {
  const said = parseEducation(text, taxonomy)
  const listed = parseEducation(cellText(row.education), taxonomy).level
  const level = listed < 0 ? said.level : listed
  if (level >= 0) vacancy.education = { min: taxonomy.levels.codeAt(level) }
  else notes.push('No level of education is named; it stays unknown.')
  if (said.fields === 'any') vacancy.fields = 'any'
  else if (said.fields.length > 0) vacancy.fields = said.fields.slice(0, MOST_FIELDS).map(field => taxonomy.fields.codeAt(field))
}

function readExperience (vacancy: Vacancy, row: AdvertRow, text: string, notes: string[]): void {
  const said = parseExperienceMonths(text)
  const years = cellWhole(row.min_experience)
  if (cellText(row.fresh_graduate) === '1' || years === 0 || said === 0) {
    vacancy.experience = 'any'
    if (said !== null && said > 0) notes.push(`The text names ${said} months of experience, yet the advert is open to fresh graduates; it counts as open.`)
    return
  }
  const months = said ?? (years === undefined ? undefined : years * MONTHS_PER_YEAR)
  if (months === undefined) return
  if (said !== null && years !== undefined && said !== years * MONTHS_PER_YEAR) notes.push(`The text names ${said} months of experience, the column ${years} years; the text counts.`)
  vacancy.experience = { months: Math.min(months, MOST_MONTHS) }
}

function readOccupation (vacancy: Vacancy, title: string, row: AdvertRow, taxonomy: Taxonomy, notes: string[]): void {
  const [byTitle] = classifyOccupation(title, taxonomy)
  const [byFunction] = byTitle === undefined ? classifyOccupation(cellText(row.function), taxonomy) : []
  const occupation = byTitle ?? byFunction
  if (occupation === undefined) notes.push(`The title '${title.slice(0, 80)}' names no occupation (KBJI) for certain; it stays unknown.`)
  else vacancy.occupation = taxonomy.occupations.codeAt(occupation)
}

function readPlace (vacancy: Vacancy, row: AdvertRow, taxonomy: Taxonomy, notes: string[]): void {
  const location = cellText(row.location)
  if (/^(?:remote|wfh|work from home)$/i.test(location)) {
    vacancy.remote = true
    return
  }
  const region = resolveRegion(location, taxonomy)
  if (region < 0) notes.push(`The place '${location.slice(0, 80)}' is not known for certain; the region stays unknown.`)
  else if (taxonomy.regions.at(region).kind === 'province') notes.push(`The place '${location}' is a province, too wide to measure from; the region stays unknown.`)
  else vacancy.region = taxonomy.regions.codeAt(region)
}

function readWage (vacancy: Vacancy, row: AdvertRow, notes: string[]): void {
  const min = wageOf(row.min_salary)
  const max = wageOf(row.max_salary)
  if (min === undefined && max === undefined) return
  if (min !== undefined && max !== undefined && max < min) {
    notes.push(`The highest salary ${max} is below the lowest ${min}; only the lowest is taken.`)
    vacancy.wage = { min }
    return
  }
  vacancy.wage = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

function wageOf (value: unknown): number | undefined {
  const rupiah = cellWhole(value)
  return rupiah === undefined || rupiah === 0 || rupiah > MOST_WAGE ? undefined : rupiah
}

function readJobType (vacancy: Vacancy, row: AdvertRow, notes: string[]): void {
  const type = cellText(row.type)
  const jobType = type.toLowerCase().replace(/\s+/g, '-')
  if (JOB_TYPES.includes(jobType as JobType)) vacancy.jobType = jobType as JobType
  else if (type !== '') notes.push(`The kind of work '${type.slice(0, 40)}' is not known; it stays unknown.`)
}
