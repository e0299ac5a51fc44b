import type { Taxonomy } from '@padan/taxonomy'
import { NO_DAY } from './day.ts'
import { ANY, UNKNOWN, type RequiredUnitFacts, type VacancyFacts } from './facts.ts'
import { EACH_ONCE, notBefore, notBelow } from './expectations.ts'
import type { FieldReader } from './field-reader.ts'
import { AN_ACCOMMODATION, A_FIELD, A_KBJI, A_KBLI, A_LEVEL, A_LICENCE, readCodes, readCodeSet, readId, readPlace, readUnit } from './read-common.ts'
import { JOB_TYPES } from './seeker.ts'

const VACANCY_FIELDS = [
  'id', 'title', 'seats', 'opens', 'closes', 'units', 'education', 'fields', 'experience', 'occupation', 'sector', 'region', 'point', 'remote',
  'wage', 'jobType', 'hours', 'licences', 'provides', 'adultsOnly',
]
const UNIT_FIELDS = ['unit', 'importance', 'must', 'certificate']
const MOST_WAGE = 1_000_000_000

/** The facts of a vacancy record. When the reader has problems afterwards, the facts are not to be used. */
export function readVacancy (reader: FieldReader, taxonomy: Taxonomy, record: unknown): VacancyFacts | undefined {
  const given = record !== null && typeof record === 'object' && !Array.isArray(record) ? record as Record<string, unknown> : {}
  const id = readId(reader, given.id)
  const fields = reader.object(record, '', VACANCY_FIELDS)
  if (fields === undefined) return undefined
  if (fields.title !== undefined) reader.text(fields.title, '/title', 200)
  const education = readEducation(reader, taxonomy, fields.education)
  const opens = fields.opens === undefined ? NO_DAY : reader.day(fields.opens, '/opens')
  const closes = fields.closes === undefined ? NO_DAY : reader.day(fields.closes, '/closes')
  if (opens !== NO_DAY && closes !== NO_DAY && closes < opens) reader.fail('/closes', 'bad-date-order', notBefore(String(fields.opens)), fields.closes)
  return {
    id,
    seats: fields.seats === undefined ? UNKNOWN : reader.integer(fields.seats, '/seats', 0, 100_000),
    opens,
    closes,
    units: readUnits(reader, taxonomy, fields.units),
    level: education.level,
    levelMust: education.must,
    fields: fields.fields === undefined ? null : fields.fields === 'any' ? 'any' : readCodes(reader, fields.fields, '/fields', 1, 50, taxonomy.fields, A_FIELD),
    months: readMonths(reader, fields.experience),
    occupation: fields.occupation === undefined ? UNKNOWN : reader.code(fields.occupation, '/occupation', taxonomy.occupations, A_KBJI),
    sector: fields.sector === undefined ? UNKNOWN : reader.code(fields.sector, '/sector', taxonomy.sectors, A_KBLI),
    place: readPlace(reader, taxonomy, fields.region, fields.point),
    remote: fields.remote === undefined ? false : reader.boolean(fields.remote, '/remote'),
    wage: readWage(reader, fields.wage),
    jobType: fields.jobType === undefined ? UNKNOWN : reader.choice(fields.jobType, '/jobType', JOB_TYPES),
    hours: fields.hours === undefined ? UNKNOWN : reader.integer(fields.hours, '/hours', 1, 168),
    licences: fields.licences === undefined ? [] : readCodes(reader, fields.licences, '/licences', 0, 20, taxonomy.licences, A_LICENCE),
    provides: fields.provides === undefined ? UNKNOWN : readCodeSet(reader, fields.provides, '/provides', taxonomy.accommodations, AN_ACCOMMODATION),
    adultsOnly: fields.adultsOnly === undefined ? false : reader.boolean(fields.adultsOnly, '/adultsOnly'),
  }
}

function readUnits (reader: FieldReader, taxonomy: Taxonomy, value: unknown): RequiredUnitFacts[] | 'any' | null {
  if (value === undefined) return null
  if (value === 'any') return 'any'
  const seen = new Set<number>()
  return reader.each(value, '/units', 1, 200, item => {
    const fields = reader.object(item, '', UNIT_FIELDS)
    if (fields === undefined) return { unit: -1, importance: 1, must: false, certificate: false }
    const unit = readUnit(reader, taxonomy, fields.unit, '/unit')
    if (unit >= 0 && seen.has(unit)) reader.fail('/unit', 'duplicate', EACH_ONCE, fields.unit)
    seen.add(unit)
    return {
      unit,
      importance: fields.importance === undefined ? 1 : reader.integer(fields.importance, '/importance', 1, 5),
      must: fields.must === undefined ? false : reader.boolean(fields.must, '/must'),
      certificate: fields.certificate === undefined ? false : reader.boolean(fields.certificate, '/certificate'),
    }
  })
}

function readEducation (reader: FieldReader, taxonomy: Taxonomy, value: unknown): { level: number, must: boolean } {
  if (value === undefined) return { level: UNKNOWN, must: false }
  if (value === 'any') return { level: ANY, must: false }
  const fields = reader.object(value, '/education', ['min', 'must'])
  if (fields === undefined) return { level: UNKNOWN, must: false }
  return {
    level: reader.code(fields.min, '/education/min', taxonomy.levels, A_LEVEL),
    must: fields.must === undefined ? false : reader.boolean(fields.must, '/education/must'),
  }
}

function readMonths (reader: FieldReader, value: unknown): number {
  if (value === undefined) return UNKNOWN
  if (value === 'any') return ANY
  const fields = reader.object(value, '/experience', ['months'])
  return fields === undefined ? UNKNOWN : reader.integer(fields.months, '/experience/months', 0, 720)
}

function readWage (reader: FieldReader, value: unknown): number {
  if (value === undefined) return UNKNOWN
  const fields = reader.object(value, '/wage', ['min', 'max'])
  if (fields === undefined) return UNKNOWN
  const min = fields.min === undefined ? UNKNOWN : reader.integer(fields.min, '/wage/min', 1, MOST_WAGE)
  const max = fields.max === undefined ? UNKNOWN : reader.integer(fields.max, '/wage/max', 1, MOST_WAGE)
  if (min > 0 && max > 0 && max < min) reader.fail('/wage/max', 'out-of-range', notBelow(min), max)
  return min
}
