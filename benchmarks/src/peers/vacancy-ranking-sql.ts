import { LIMIT } from '../market.ts'
import { ANY, UNKNOWN } from './codings.ts'
import type { SeekerQuestion } from './seeker-question.ts'
import { chordBeyond, EARTH_RADIUS, FAR_HM } from './sphere.ts'
import { CERTIFICATE, MUST, UNITS_NOT_TOLD, UNITS_OPEN } from './vacancy-columns.ts'

const MUST_CREDIT = 500

/**
 * The model the other way round, as one query of DuckDB over the tables of `vacancy-tables.ts`; `question` is a row of one person's values and lists, `credited` has a row
 * for each unit that they earn credit for. A list tells NULL for a code that is not there. The text depends on what the person tells alone.
 */
export function vacancyRankingSql (question: SeekerQuestion, isNear: boolean): string {
  const { shares, spot, unitsStated } = question
  const credits: [name: string, weight: number, credit: string][] = [
    ['education', shares.education, `case when rank = ${ANY} then 1000 when rank = ${UNKNOWN} then ${UNKNOWN} else question.education[rank + 1] end`],
    ['field', shares.field, 'question.fields[near.fields + 1]'],
    ['experience', shares.experience, experienceCredit(question)],
    ['distance', shares.distance, distanceCredit()],
    ['wage', shares.wage, wageCredit(question)],
    ['wish', shares.wish, wishCredit(question)],
    ['job_type', shares['job-type'], workCredit(question)],
  ]
  const earned = credits.map(([name, weight]) => `${weight} * greatest(${name}, 0)`)
  const open = credits.map(([name, weight]) => `(case when ${name} < 0 then ${weight} else 0 end)`)
  const chord = ['x', 'y', 'z'].map(axis => `(vacancies.${axis} - question.${axis}) * (vacancies.${axis} - question.${axis})`).join(' + ')
  const unitsOpen = unitsStated ? `units_told = ${UNITS_NOT_TOLD}` : `units_told <> ${UNITS_OPEN}`
  return `with
    near as (
      select vacancies.*, ${spot === undefined ? 'cast(null as double)' : chord} as chord
      from vacancies ${isNear ? 'join cells on cells.cell = vacancies.cell' : ''} cross join question
      where opens <= question.as_of and closes >= question.as_of),
    ${unitsStated ? `unit_points as (${unitPoints()}),` : ''}
    credits as (
      select near.n as n, (case when units_told = ${UNITS_OPEN} then ${shares.unit * 1000} else ${unitsStated ? 'coalesce(points, 0)' : '0'} end) as units,
        (case when ${unitsOpen} then ${shares.unit} else 0 end) as open_units, ${credits.map(([name, , credit]) => `${credit} as ${name}`).join(', ')}
      from near ${unitsStated ? 'left join unit_points on unit_points.n = near.n' : ''} cross join question
      where ${conditions(question).join(' and ')}),
    scored as (select n, units + ${earned.join(' + ')} as score, open_units + ${open.join(' + ')} as unknown from credits)
    select n, score from scored order by score desc, score + 1000 * unknown desc, n limit ${LIMIT}`
}

/** Points by vacancy, and how many of its hard rules on units are kept. */
function unitPoints (): string {
  return `select n, cast(sum(weight * credit) as integer) as points,
      count(*) filter (rules & ${MUST} > 0 and credit >= ${MUST_CREDIT}) as musts, count(*) filter (rules & ${CERTIFICATE} > 0 and certified = 1) as certificates
    from vacancy_units join credited on credited.unit = vacancy_units.unit group by n`
}

function conditions ({ unitsStated, rank, beyond, adultFrom, asOf }: SeekerQuestion): string[] {
  return [
    'question.licences[near.licences + 1] = 1',
    '(question.needs & ~provides) = 0',
    ...unitsStated ? ['coalesce(musts, 0) = num_musts and coalesce(certificates, 0) = num_certificates'] : [],
    ...rank !== UNKNOWN ? [`(rank_must = 0 or rank <= ${rank})`] : [],
    ...beyond !== Infinity ? ['(remote = 1 or chord is null or chord < question.beyond)'] : [],
    ...adultFrom > asOf ? ['adults_only = 0'] : [],
  ]
}

function experienceCredit ({ jobsStated }: SeekerQuestion): string {
  return `case when months = ${ANY} then 1000 ${jobsStated ? `when months <> ${UNKNOWN} then least(1000, question.milli_months[occupation + 1] // months)` : ''} else ${UNKNOWN} end`
}

function distanceCredit (): string {
  const hm = `floor(${2 * EARTH_RADIUS / 100} * asin(sqrt(chord) / 2))`
  return `case when remote = 1 then 1000 when chord is null then ${UNKNOWN} when chord < ${chordBeyond(FAR_HM - 1)} then cast(floor(1000 * power(2, ${hm} / -100.0)) as integer) else 0 end`
}

function wageCredit ({ wage }: SeekerQuestion): string {
  if (wage === ANY) return '1000'
  if (wage === UNKNOWN) return `${UNKNOWN}`
  return `case when offer = ${UNKNOWN} then ${UNKNOWN} when offer >= question.wage then 1000
    when 10 * offer > 7 * question.wage then cast((1000 * (10 * offer - 7 * question.wage)) // (3 * question.wage) as integer) else 0 end`
}

function wishCredit ({ isOpenToAll }: SeekerQuestion): string {
  return isOpenToAll ? '1000' : `greatest(coalesce(question.occupations[occupation + 1], ${UNKNOWN}), coalesce(question.sectors[sector + 1], ${UNKNOWN}))`
}

function workCredit ({ jobTypes, maxHours }: SeekerQuestion): string {
  if (jobTypes === UNKNOWN && maxHours === UNKNOWN) return `${UNKNOWN}`
  const type = jobTypes < 0 ? '1' : `(case when near.job_type = ${UNKNOWN} then ${UNKNOWN} else (question.job_types >> near.job_type) & 1 end)`
  const time = maxHours < 0 ? '1' : `(case when hours = ${UNKNOWN} then ${UNKNOWN} when hours <= question.max_hours then 1 else 0 end)`
  return `case when ${type} = 0 or ${time} = 0 then 0 when ${type} = ${UNKNOWN} or ${time} = ${UNKNOWN} then ${UNKNOWN} else 1000 end`
}
