import type { Taxonomy } from '@padan/taxonomy'
import { EVIDENCE_KINDS } from '../model/evidence.ts'
import { NO_DAY } from './day.ts'
import { ANY, UNKNOWN, type ExperienceFacts, type HeldLicenceFacts, type HeldUnitFacts, type SeekerFacts } from './facts.ts'
import { ONLY_WITH_CERTIFIED, type Words } from './expectations.ts'
import type { FieldReader } from './field-reader.ts'
import { AN_ACCOMMODATION, A_FIELD, A_KBJI, A_KBLI, A_LEVEL, A_LICENCE, readCodes, readCodeSet, readId, readPlace, readUnit, refuseNik } from './read-common.ts'
import { JOB_TYPES } from './seeker.ts'

const SEEKER_FIELDS = ['id', 'units', 'education', 'experience', 'region', 'point', 'wish', 'reachKm', 'willingToMove', 'licences', 'needs', 'adultFrom']
const WISH_FIELDS = ['wage', 'occupations', 'sectors', 'jobTypes', 'maxHours']
const UNIT_FIELDS = ['unit', 'evidence', 'expires']
const EDUCATION_FIELDS = ['level', 'field']
const EXPERIENCE_FIELDS = ['occupation', 'months']
const LICENCE_FIELDS = ['licence', 'expires']
const MOST_WAGE = 1_000_000_000
const HM_PER_KM = 10

/** The facts of a seeker record. When the reader has problems afterwards, the facts are not to be used. */
export function readSeeker (reader: FieldReader, taxonomy: Taxonomy, record: unknown): SeekerFacts | undefined {
  const given = record !== null && typeof record === 'object' && !Array.isArray(record) ? record as Record<string, unknown> : {}
  const id = readId(reader, given.id)
  refuseNik(reader, id)
  const fields = reader.object(record, '', SEEKER_FIELDS)
  if (fields === undefined) return undefined
  const education = readEducation(reader, taxonomy, fields.education)
  const wish = fields.wish === undefined ? {} : reader.object(fields.wish, '/wish', WISH_FIELDS) ?? {}
  return {
    id,
    units: fields.units === undefined ? null : readUnits(reader, taxonomy, fields.units),
    level: education.level,
    fields: education.fields,
    experience: fields.experience === undefined ? null : readExperience(reader, taxonomy, fields.experience),
    place: readPlace(reader, taxonomy, fields.region, fields.point),
    wage: readNumberOrAny(reader, wish.wage, '/wish/wage', 1, MOST_WAGE),
    occupations: readCodesOrAny(reader, wish.occupations, '/wish/occupations', taxonomy.occupations, A_KBJI),
    sectors: readCodesOrAny(reader, wish.sectors, '/wish/sectors', taxonomy.sectors, A_KBLI),
    jobTypes: readJobTypes(reader, wish.jobTypes),
    maxHours: readNumberOrAny(reader, wish.maxHours, '/wish/maxHours', 1, 168),
    reachHm: fields.reachKm === undefined ? UNKNOWN : HM_PER_KM * reader.integer(fields.reachKm, '/reachKm', 0, 20_040),
    willingToMove: fields.willingToMove === undefined ? UNKNOWN : Number(reader.boolean(fields.willingToMove, '/willingToMove')),
    licences: fields.licences === undefined ? null : readLicences(reader, taxonomy, fields.licences),
    needs: fields.needs === undefined ? 0 : readCodeSet(reader, fields.needs, '/needs', taxonomy.accommodations, AN_ACCOMMODATION),
    adultFrom: fields.adultFrom === undefined ? NO_DAY : reader.day(fields.adultFrom, '/adultFrom'),
  }
}

function readUnits (reader: FieldReader, taxonomy: Taxonomy, value: unknown): HeldUnitFacts[] {
  return reader.each(value, '/units', 0, 500, item => {
    const fields = reader.object(item, '', UNIT_FIELDS)
    if (fields === undefined) return { unit: -1, evidence: 0, expires: NO_DAY }
    const unit = readUnit(reader, taxonomy, fields.unit, '/unit')
    const evidence = reader.choice(fields.evidence, '/evidence', EVIDENCE_KINDS)
    const expires = fields.expires === undefined ? NO_DAY : reader.day(fields.expires, '/expires')
    if (fields.expires !== undefined && evidence > 0) reader.fail('/expires', 'bad-choice', ONLY_WITH_CERTIFIED, fields.expires)
    return { unit, evidence, expires }
  })
}

/** The highest level, and the fields of all of them. A level without fields of its own, such as SMA, says "none" by itself. */
function readEducation (reader: FieldReader, taxonomy: Taxonomy, value: unknown): { level: number, fields: number[] | null } {
  if (value === undefined) return { level: UNKNOWN, fields: null }
  let level = UNKNOWN
  let silent = false
  const fields: number[] = []
  reader.each(value, '/education', 1, 20, item => {
    const education = reader.object(item, '', EDUCATION_FIELDS)
    if (education === undefined) return
    const index = reader.code(education.level, '/level', taxonomy.levels, A_LEVEL)
    if (index < 0) return
    if (level === UNKNOWN || taxonomy.levels.at(index).rank > taxonomy.levels.at(level).rank) level = index
    if (education.field !== undefined) fields.push(reader.code(education.field, '/field', taxonomy.fields, A_FIELD))
    else if (!taxonomy.levels.at(index).general) silent = true
  })
  return { level, fields: fields.length === 0 && silent ? null : fields }
}

function readExperience (reader: FieldReader, taxonomy: Taxonomy, value: unknown): ExperienceFacts[] {
  return reader.each(value, '/experience', 0, 100, item => {
    const fields = reader.object(item, '', EXPERIENCE_FIELDS)
    if (fields === undefined) return { occupation: -1, months: 0 }
    return {
      occupation: reader.code(fields.occupation, '/occupation', taxonomy.occupations, A_KBJI),
      months: reader.integer(fields.months, '/months', 0, 720),
    }
  })
}

function readLicences (reader: FieldReader, taxonomy: Taxonomy, value: unknown): HeldLicenceFacts[] {
  return reader.each(value, '/licences', 0, 50, item => {
    const fields = reader.object(item, '', LICENCE_FIELDS)
    if (fields === undefined) return { licence: -1, expires: NO_DAY }
    return {
      licence: reader.code(fields.licence, '/licence', taxonomy.licences, A_LICENCE),
      expires: fields.expires === undefined ? NO_DAY : reader.day(fields.expires, '/expires'),
    }
  })
}

function readJobTypes (reader: FieldReader, value: unknown): number {
  if (value === undefined) return UNKNOWN
  if (value === 'any') return ANY
  let bits = 0
  reader.each(value, '/wish/jobTypes', 1, JOB_TYPES.length, item => {
    const index = reader.choice(item, '', JOB_TYPES)
    if (index >= 0) bits |= 1 << index
  })
  return bits
}

function readNumberOrAny (reader: FieldReader, value: unknown, path: string, least: number, most: number): number {
  return value === undefined ? UNKNOWN : value === 'any' ? ANY : reader.integer(value, path, least, most)
}

function readCodesOrAny (reader: FieldReader, value: unknown, path: string, register: Taxonomy['occupations'] | Taxonomy['sectors'], what: Words): number[] | 'any' | null {
  return value === undefined ? null : value === 'any' ? 'any' : readCodes(reader, value, path, 1, 20, register, what)
}
