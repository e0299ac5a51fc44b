import type { Seeker } from '@padan/matcher'
import { Ajv } from 'ajv'
import type { MatchProfile } from '../../people/people-rows.ts'
import { plainNik } from '../../people/nik.ts'
import { GuardianSchema, PersonDetailsSchema, type Guardian, type PersonDetails } from '../../people/person.ts'
import type { ConsentPurpose } from '../../privacy/consents.ts'
import { columnAt as seekerColumnAt } from '../../tables/columns.ts'
import type { RowReader } from '../row-reader.ts'
import { CONSENT_WORDS, MARITAL_WORDS, PLACE_WORDS, PROFILE_COLUMNS, RELATION_WORDS, RELIGION_WORDS, SEX_WORDS } from './person-columns.ts'
import { tellFaults } from './schema-faults.ts'

/** What a row tells of a person; a property that it does not tell is not there. */
export interface ToldPerson {
  person: PersonDetails
  profile: MatchProfile
  consents: ConsentPurpose[]
  guardian?: Guardian
}

/** Levels of schooling as tables write them. */
export const LEVELS: Readonly<Record<string, PersonDetails['education'][number]['level']>> = {
  sd: 'SD', smp: 'SMP', sltp: 'SMP', mts: 'SMP', sma: 'SMA', slta: 'SMA', ma: 'SMA', smu: 'SMA', man: 'SMA', sman: 'SMA', 'paket a': 'SD', 'paket b': 'SMP', 'paket c': 'SMA', 'smk sederajat': 'SMK', 'sma sederajat': 'SMA', smkn: 'SMK', smk: 'SMK', stm: 'SMK', smea: 'SMK', d1: 'D1', d2: 'D2', di: 'D1', dii: 'D2', d3: 'D3', diii: 'D3', d4: 'D4', div: 'D4', akta: 'AKTA', s1: 'S1', profesi: 'PROFESI', s2: 'S2', s3: 'S3', sarjana: 'S1', magister: 'S2', doktor: 'S3',
}
/** What the matcher has no level for. */
const NO_LEVELS: ReadonlySet<string> = new Set(['AKTA', 'PROFESI'])
const ajv = new Ajv({ allErrors: true, strict: false, coerceTypes: false })
const isPerson = ajv.compile(PersonDetailsSchema)
const isGuardian = ajv.compile(GuardianSchema)

/** Where the parts that are refused stand in the table. */
const PLACES: ReadonlyArray<readonly [pointer: string, column: string]> = [
  ['/person/education/0/school', 'schoolName'], ['/person/education/0/major', 'major'], ['/person/education/0/year', 'graduationYear'], ['/person/education', 'educationLevel'],
  ['/guardian/name', 'guardianName'], ['/guardian/relation', 'guardianRelation'], ['/guardian/phone', 'guardianPhone'], ['/profile/education/0/field', 'educationField'], ['/profile/education', 'educationLevel'],
]

export function columnOfPerson (pointer: string): string | undefined {
  const place = PLACES.find(([beginning]) => pointer.startsWith(beginning))
  if (place !== undefined) return place[1]
  if (pointer.startsWith('/profile/')) return seekerColumnAt('seekers', pointer.slice('/profile'.length))?.name
  return /^\/person\/([A-Za-z]+)/.exec(pointer)?.[1]
}

/** Reads a row of a person. What cannot be read is told to the row. */
export function readPersonRow (row: RowReader): ToldPerson {
  const level = row.choice('educationLevel', LEVELS)
  const name = row.text('guardianName')
  const guardian = name === undefined ? undefined : given<Guardian>({ name, relation: row.choice('guardianRelation', RELATION_WORDS) ?? 'parent', phone: row.phone('guardianPhone') })
  const nik = row.text('nik')
  const [birthPlace, birthDate] = row.has('birth') && !row.has('birthDate') ? row.placeAndDay('birth') : [row.needed('birthPlace'), row.needed('birthDate') === '' ? '' : row.day('birthDate')]
  const person = given<PersonDetails>({
    name: row.needed('name'),
    nik: nik === undefined ? undefined : plainNik(nik),
    birthPlace,
    birthDate,
    sex: row.needed('sex') === '' ? undefined : row.choice('sex', SEX_WORDS),
    address: row.needed('address'),
    phone: row.phone('phone'),
    email: row.text('email'),
    maritalStatus: row.choice('maritalStatus', MARITAL_WORDS),
    religion: row.choice('religion', RELIGION_WORDS),
    education: level === undefined ? [] : [given({ level, school: row.text('schoolName'), major: row.text('major'), year: row.whole('graduationYear') })],
    skills: row.list('skills').map(skill => ({ name: skill })),
    languages: row.text('languages') === undefined ? undefined : row.list('languages'),
    heightCm: row.whole('heightCm'),
    weightKg: row.whole('weightKg'),
    disability: row.text('disability'),
    placeWanted: row.choice('placeWanted', PLACE_WORDS),
    notes: row.text('notes'),
  })
  const profile = profileOf(row)
  if (level !== undefined && !NO_LEVELS.has(level)) Object.assign(profile, { education: [given({ level, field: row.text('educationField') })] })
  const consents = row.choices('consents', CONSENT_WORDS)
  // What is told of a cell already is not told again by the schema.
  row.done()
  if (!isPerson(person)) tellFaults(row, isPerson.errors ?? [], path => columnOfPerson(`/person${path}`))
  if (guardian !== undefined && !isGuardian(guardian)) tellFaults(row, isGuardian.errors ?? [], path => columnOfPerson(`/guardian${path}`))
  row.done()
  return { person, profile, consents, ...(guardian === undefined ? {} : { guardian }) }
}

/** The match profile; whatever a cell says wrongly, the matcher's own reader tells. */
function profileOf (row: RowReader): MatchProfile {
  const profile: Record<string, unknown> = {}
  for (const { name, path: [first, second], cell } of PROFILE_COLUMNS) {
    const text = row.text(name)
    if (text === undefined) continue
    if (second === undefined) profile[first] = cell.read(text)
    else profile[first] = { ...profile[first] as object | undefined, [second]: cell.read(text) }
  }
  return profile as Omit<Seeker, 'id'>
}

/** Without what is undefined: a property that is not told is not there. */
export function given<Whole extends object> (parts: { [Key in keyof Whole]: Whole[Key] | undefined }): Whole {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Whole
}
