import type { Vacancy } from '@padan/matcher'
import type { MinimumWage, Taxonomy } from '@padan/taxonomy'
import { findProtectedDemands } from '@padan/taxonomy/text'
import { unstorable } from '../employers/check-employer.ts'
import { fieldErrors, wrong } from '../errors/problem.ts'
import { placeOf, rupiah } from '../forms/names.ts'
import type { FieldError } from '../schemas/problem.ts'
import { checkRecords } from '../store/check-records.ts'
import { isDay } from '../time.ts'
import { checkScheme } from './check-scheme.ts'
import { MATCHED_FIELDS, type Posting } from './posting-schema.ts'

const FREE_TEXTS = ['title', 'description', 'conditions', 'hoursText'] as const
/** Part-time work is paid for its hours; below this many a month's minimum does not apply as it stands. */
const FULL_TIME_HOURS = 35

/** The match record of a posting: only fields that the matcher knows, so that no demand and no headcount can ever reach it. */
export function matchRecordOf (id: string, posting: Posting, seatsLeft: number): Vacancy {
  const known = Object.fromEntries(Object.entries(posting).filter(([name]) => MATCHED_FIELDS.includes(name)))
  return { ...known, id, seats: seatsLeft } as Vacancy
}

/** What makes a posting unusable even as a draft: codes and days that are none. */
export function checkDraft (posting: Posting, taxonomy: Taxonomy): FieldError[] {
  const errors = fieldErrors(checkRecords('vacancies', [matchRecordOf('v', posting, posting.seats)], taxonomy)).map(({ id: _id, ...error }) => error)
  if (errors.length === 0) errors.push(...unstorable(posting))
  const { headcounts, seats, closes, demands = [] } = posting
  if (!isDay(closes) && !errors.some(error => error.pointer === '/closes')) errors.push(wrong('/closes', 'bad-value', 'a day as YYYY-MM-DD', 'hari sebagai TTTT-BB-HH', closes))
  if (headcounts !== undefined && headcounts.male + headcounts.female + headcounts.either !== seats) {
    errors.push(wrong('/headcounts', 'bad-value', `numbers that add up to the ${seats} seats`, `angka yang berjumlah ${seats} kursi`))
  }
  if (new Set(demands.map(({ kind }) => kind)).size < demands.length) errors.push(wrong('/demands', 'bad-value', 'each kind once', 'setiap jenis satu kali'))
  demands.forEach((demand, at) => {
    if (demand.kind === 'age' && (demand.min ?? demand.max) === undefined) errors.push(wrong(`/demands/${at}`, 'bad-value', 'min or max', 'min atau max'))
    if (demand.kind === 'age' && (demand.min ?? 0) > (demand.max ?? Infinity)) errors.push(wrong(`/demands/${at}`, 'bad-value', 'min not above max', 'min tidak melebihi max'))
  })
  return errors
}

/**
 * What stands between a posting and its publication: what people must be told (Permenaker 18/2024 art. 4: kind of work, place, wage, hours, conditions),
 * the accommodations that are provided or that there are none, the minimum wage of the place, the scheme's own rules, and demands in free text that no employer may make.
 */
export function checkForPublication (posting: Posting, { taxonomy, today, workers }: { taxonomy: Taxonomy, today: string, workers?: number }): FieldError[] {
  const errors = checkDraft(posting, taxonomy)
  const must = (pointer: string, is: unknown, what: string, whatId: string): void => {
    if (is === undefined) errors.push(wrong(pointer, 'missing', `${what}, which people must be told (Permenaker 18/2024 art. 4)`, `${whatId}, yang wajib diberitahukan (Permenaker 18/2024 pasal 4)`))
  }
  must('/occupation', posting.occupation, 'the kind of work as a KBJI code', 'jenis pekerjaan sebagai kode KBJI')
  must('/region', posting.region, 'the place of work', 'tempat kerja')
  must('/hours', posting.hours, 'hours a week', 'jam kerja seminggu')
  must('/conditions', posting.conditions, 'working conditions', 'kondisi kerja')
  if (posting.provides === undefined) errors.push(wrong('/provides', 'missing', 'the accommodations provided, [] for none', 'akomodasi yang disediakan, [] bila tidak ada'))
  if (posting.scheme === 'job') must('/wage/min', posting.wage?.min, 'the wage', 'besarnya upah')
  if (posting.closes < today) errors.push(wrong('/closes', 'bad-value', `a day from ${today} on`, `hari mulai ${today}`, posting.closes))
  errors.push(...checkWage(posting, taxonomy, today), ...checkScheme(posting, workers), ...demandsInText(posting))
  return errors
}

/** The minimum wage of the posting's place on a day: of the year before where this year's is not known yet. */
export function minimumWageFor ({ region }: Pick<Posting, 'region'>, taxonomy: Taxonomy, today: string): MinimumWage | undefined {
  if (region === undefined) return undefined
  const year = Number(today.slice(0, 4))
  return taxonomy.minimumWage(region, year) ?? taxonomy.minimumWage(region, year - 1)
}

function checkWage (posting: Posting, taxonomy: Taxonomy, today: string): FieldError[] {
  const { scheme, wage, hours = FULL_TIME_HOURS, wageExemption } = posting
  if (scheme !== 'job' || wage?.min === undefined || wageExemption !== undefined || hours < FULL_TIME_HOURS) return []
  const minimum = minimumWageFor(posting, taxonomy, today)
  if (minimum === undefined || wage.min >= minimum.rupiah) return []
  const amount = rupiah(minimum.rupiah)
  const place = placeOf(taxonomy, minimum.region)
  return [wrong('/wage/min', 'below-minimum-wage', `at least ${amount}, the minimum wage of ${place} in ${minimum.year}`, `paling sedikit ${amount}, upah minimum ${place} tahun ${minimum.year}`, String(wage.min))]
}

/** Demands in free text, each at its place: they are told to the employer and go nowhere else. */
function demandsInText (posting: Posting): FieldError[] {
  return FREE_TEXTS.flatMap(field => findProtectedDemands(posting[field] ?? '').map(({ kind, surface }) => wrong(
    `/${field}`, `protected-demand-${kind}`,
    'no demand of sex, age, marital status, appearance, religion, ethnicity, height or photo in the text; age and sex have a field of their own, with a reason',
    'tanpa syarat jenis kelamin, usia, status perkawinan, penampilan, agama, suku, tinggi badan, atau foto dalam teks; usia dan jenis kelamin memiliki isian tersendiri, dengan alasan',
    surface
  )))
}
