import { LIMIT } from '../market.ts'
import { ANY, UNKNOWN } from './codings.ts'
import type { Question } from './question.ts'
import { chordBeyond, EARTH_RADIUS, FAR_HM } from './sphere.ts'

/** Credits by number, made anew for every question. */
export type CreditTable = 'fields' | 'occupations' | 'sectors' | 'work' | 'jobs'

/** A place of the query that looks a credit up. */
export interface LookUp {
  table: CreditTable
  /** The seekers' column that tells the number. */
  column: string
}

/** What databases say differently. */
export interface Dialect {
  /** Says of a common table expression that it is to be computed once; '' where that is not needed. */
  once: string
  /** One value of the question. */
  value (name: string, kind: 'integer' | 'bigint' | 'double'): string
  /** What must be joined so that `value` can be said; '' where nothing must. */
  question (numAsked: number): string
  /** What must be joined to seekers so that only those in the question's cells remain. */
  cells (cells: readonly number[]): string
  credit (lookUp: LookUp): string
  /** What must be joined so that `credit` can be said; '' where nothing must. */
  joins (lookUps: readonly LookUp[]): string
  /** A table `asked` of (unit, c0, c1, ...): each unit that gives credit, with the relatedness it brings to each asked unit. */
  asked (numAsked: number): string
  /** Whole division of numbers from 0. */
  divide (dividend: string, divisor: string): string
  greatest (a: string, b: string): string
  least (a: string, b: string): string
  whole (number: string): string
}

const MUST_CREDIT = 500
const TRAINED_PER_MILLE = 850

/**
 * The model as one query over the tables of `seeker-tables.ts`. Its text depends on the shape of a question alone (what the advert
 * tells, how many units it asks, which licences), so one prepared statement serves all questions of a shape.
 */
export function rankingSql (question: Question, numJobs: number, dialect: Dialect): string {
  const { shares, cells } = question
  const numAsked = askedOf(question).length
  const credits: [name: string, weight: number, credit: string][] = [
    ['education', shares.education, educationCredit(question, dialect)],
    ['field', shares.field, dialect.credit(FIELD)],
    ['experience', shares.experience, experienceCredit(question, numJobs, dialect)],
    ['distance', shares.distance, distanceCredit(question, dialect)],
    ['wage', shares.wage, wageCredit(question, dialect)],
    ['wish', shares.wish, dialect.greatest(dialect.credit(OCCUPATION_WISH), dialect.credit(SECTOR_WISH))],
    ['job_type', shares['job-type'], dialect.credit(WORK_WISH)],
  ]
  const earned = credits.map(([name, weight]) => `${weight} * (case when ${name} > 0 then ${name} else 0 end)`)
  const open = credits.map(([name, weight]) => `(case when ${name} < 0 then ${weight} else 0 end)`)
  return `with
    ${numAsked > 0 ? `unit_points as (${unitPoints(question, dialect)}),` : ''}
    near as (
      select seekers.*${hasPlace(question) ? `, ${chord(dialect)} as chord` : ''}
      from seekers ${cells === undefined ? '' : dialect.cells(cells)} ${hasPlace(question) ? dialect.question(numAsked) : ''}),
    credits as ${dialect.once} (
      select near.n as n, ${unitColumns(question, dialect)}, ${credits.map(([name, , credit]) => `${credit} as ${name}`).join(', ')}
      from near ${dialect.joins([FIELD, OCCUPATION_WISH, SECTOR_WISH, WORK_WISH, ...jobLookUps(question, numJobs)])}
      ${numAsked > 0 ? 'left join unit_points on unit_points.n = near.n' : ''} ${licenceJoins(question, dialect)} ${dialect.question(numAsked)}
      ${where(conditions(question, dialect))}),
    scored as (select n, units + ${earned.join(' + ')} as score, open_units + ${open.join(' + ')} as unknown from credits)
    select n, score from scored order by score desc, score + 1000 * unknown desc, n limit ${LIMIT}`
}

const FIELD: LookUp = { table: 'fields', column: 'fields' }
const OCCUPATION_WISH: LookUp = { table: 'occupations', column: 'occupations' }
const SECTOR_WISH: LookUp = { table: 'sectors', column: 'sectors' }
const WORK_WISH: LookUp = { table: 'work', column: 'work' }

function jobLookUps ({ months }: Question, numJobs: number): LookUp[] {
  return months > 0 ? Array.from({ length: numJobs }, (_, job) => ({ table: 'jobs', column: `occupation${job}` })) : []
}

/** Whether the way to work counts. */
export function hasPlace (question: Question): boolean {
  return !question.remote && question.spot !== undefined
}

function askedOf ({ units }: Question): Exclude<Question['units'], 'any' | undefined> {
  return Array.isArray(units) ? units : []
}

/** Square of the straight line between the two. */
function chord (dialect: Dialect): string {
  return ['x', 'y', 'z'].map(axis => `(seekers.${axis} - ${dialect.value(axis, 'double')}) * (seekers.${axis} - ${dialect.value(axis, 'double')})`).join(' + ')
}

/** For each seeker who holds a related unit: the best relatedness times worth for each asked one. */
function unitPoints (question: Question, dialect: Dialect): string {
  const asked = askedOf(question)
  const worth = `(case when expires >= 0 and expires < ${dialect.value('as_of', 'integer')} then ${TRAINED_PER_MILLE} else worth end)`
  return `select n, ${asked.map((_, row) => `max(c${row} * ${worth}) as best${row}`).join(', ')}
    from units join ${dialect.asked(asked.length)} on asked.unit = units.unit ${dialect.question(asked.length)} group by n`
}

function unitColumns (question: Question, dialect: Dialect): string {
  const { units, shares } = question
  const points = askedOf(question).map((_, row) => `${dialect.value(`weight${row}`, 'integer')} * ${dialect.divide(`best${row}`, '1000')}`)
  if (points.length > 0) return `coalesce(${points.join(' + ')}, 0) as units, case when units_stated = 1 then 0 else ${shares.unit} end as open_units`
  return units === 'any' ? `${shares.unit * 1000} as units, 0 as open_units` : `0 as units, ${shares.unit} as open_units`
}

/** The hard rules of units. Nothing but a valid certificate for the very unit is worth a million. */
function unitRules (question: Question): string[] {
  const rules = askedOf(question).flatMap(({ must, certificate }, row) => [
    ...must ? [`best${row} >= ${MUST_CREDIT * 1000}`] : [],
    ...certificate ? [`best${row} = 1000000`] : [],
  ])
  return rules.length === 0 ? [] : [`(units_stated = 0 or (${rules.join(' and ')}))`]
}

/** Who holds each licence that is asked for, valid on the day. */
function licenceJoins (question: Question, dialect: Dialect): string {
  return question.licences.map((accepted, asked) => `left join (
    select distinct licences.n from licences ${dialect.question(askedOf(question).length)}
    where licence in (${accepted.join()}) and (expires < 0 or expires >= ${dialect.value('as_of', 'integer')})) as licence${asked} on licence${asked}.n = near.n`).join(' ')
}

/** What a seeker must fulfil to be ranked; only a known failure counts. */
function conditions (question: Question, dialect: Dialect): string[] {
  const asOf = dialect.value('as_of', 'integer')
  return [
    ...hasPlace(question) ? ['(beyond is null or chord is null or chord < beyond)'] : [],
    ...unitRules(question),
    ...question.leastRank !== UNKNOWN ? [`(rank < 0 or rank >= ${dialect.value('least_rank', 'integer')})`] : [],
    ...question.provides !== UNKNOWN ? [`(needs & ${dialect.value('lacking', 'integer')}) = 0`] : [],
    ...question.adultsOnly ? [`(adult_from < 0 or adult_from <= ${asOf})`] : [],
    ...question.licences.map((_, asked) => `(licences_stated = 0 or licence${asked}.n is not null)`),
  ]
}

function where (conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`
}

function educationCredit ({ askedRank }: Question, dialect: Dialect): string {
  if (askedRank === ANY) return '1000'
  if (askedRank === UNKNOWN) return `${UNKNOWN}`
  const asked = dialect.value('asked_rank', 'integer')
  return `(case when rank < 0 then ${UNKNOWN} when rank >= ${asked} then 1000 when rank = ${asked} - 1 then 500 else 0 end)`
}

function experienceCredit (question: Question, numJobs: number, dialect: Dialect): string {
  if (question.months === ANY) return '1000'
  if (question.months === UNKNOWN) return `${UNKNOWN}`
  const counted = jobLookUps(question, numJobs).map((lookUp, job) => `months${job} * ${dialect.credit(lookUp)}`)
  return `(case when jobs_stated = 0 then ${UNKNOWN} else ${dialect.least('1000', dialect.divide(`(${['0', ...counted].join(' + ')})`, dialect.value('months', 'integer')))} end)`
}

function distanceCredit (question: Question, dialect: Dialect): string {
  if (question.remote) return '1000'
  if (question.spot === undefined) return `${UNKNOWN}`
  const hm = `floor(${2 * EARTH_RADIUS / 100} * asin(sqrt(chord) / 2))`
  return `(case when chord is null then ${UNKNOWN} when chord < ${chordBeyond(FAR_HM - 1)} then ${dialect.whole(`floor(1000 * power(2, ${hm} / -100.0))`)} else 0 end)`
}

function wageCredit ({ offer }: Question, dialect: Dialect): string {
  if (offer === UNKNOWN) return `(case when wage = ${ANY} then 1000 else ${UNKNOWN} end)`
  const offered = dialect.value('offer', 'bigint')
  const share = dialect.divide(`(1000 * (10 * ${offered} - 7 * wage))`, '(3 * wage)')
  // ANY is below every offer.
  return `(case when wage = ${UNKNOWN} then ${UNKNOWN} when ${offered} >= wage then 1000 when 10 * ${offered} > 7 * wage then ${share} else 0 end)`
}
