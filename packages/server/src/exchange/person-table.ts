import { PROFILE_COLUMNS, PERSON_COLUMNS, CONSENT_WORDS, MARITAL_WORDS, PLACE_WORDS, RELATION_WORDS, RELIGION_WORDS, SEX_WORDS } from '../imports/kinds/person-columns.ts'
import type { StoredPerson } from '../people/people-rows.ts'
import type { ConsentPurpose } from '../privacy/consents.ts'
import { SEPARATOR } from '../tables/cells.ts'
import { cellsOf } from './columns.ts'

/** A person with what is agreed to. */
export interface ListedPerson extends StoredPerson {
  consents: ConsentPurpose[]
}

/** What exports tell beside what an import takes. */
const BESIDE = ['state', 'school', 'createdAt']
/** Columns of which nothing tells who a person is. */
const OPEN = new Set(['id', 'consents', ...PROFILE_COLUMNS.map(({ name }) => name)])
const ALL = PERSON_COLUMNS.map(({ name }) => name)
const WITHOUT_IDENTITY = ALL.filter(name => OPEN.has(name))

/** A table of people. With `identity` it tells who they are, their NIKs among it, and reads back as the same registrations; without, nothing that is sealed. */
export function personHeader (identity: boolean): string[] {
  return [...(identity ? ALL : WITHOUT_IDENTITY), ...BESIDE]
}

export function personCells (person: ListedPerson, identity: boolean): string[] {
  const told = cellsByColumn(person)
  return [...(identity ? ALL : WITHOUT_IDENTITY).map(name => told.get(name) ?? ''), person.state, person.school ?? '', person.createdAt.toISOString()]
}

function cellsByColumn ({ id, details, profile, consents }: ListedPerson): Map<string, string> {
  const { education, skills, languages, guardian } = details
  const school = education.at(-1)
  const field = profile.education?.find(({ level }) => level === school?.level)?.field
  const cells: Record<string, string | number | undefined> = {
    id,
    nik: details.nik,
    name: details.name,
    birthPlace: details.birthPlace,
    birthDate: details.birthDate,
    sex: wordFor(SEX_WORDS, details.sex)?.toUpperCase(),
    address: details.address,
    phone: details.phone,
    email: details.email,
    maritalStatus: wordFor(MARITAL_WORDS, details.maritalStatus),
    religion: wordFor(RELIGION_WORDS, details.religion),
    educationLevel: school?.level,
    educationField: field,
    schoolName: school?.school,
    major: school?.major,
    graduationYear: school?.year,
    skills: listOf(skills.map(({ name }) => name)),
    languages: listOf(languages ?? []),
    heightCm: details.heightCm,
    weightKg: details.weightKg,
    disability: details.disability,
    placeWanted: wordFor(PLACE_WORDS, details.placeWanted),
    notes: details.notes,
    consents: consents.map(purpose => wordFor(CONSENT_WORDS, purpose)).join(SEPARATOR),
    guardianName: guardian?.name,
    guardianRelation: wordFor(RELATION_WORDS, guardian?.relation),
    guardianPhone: guardian?.phone,
  }
  const ofProfile = cellsOf(PROFILE_COLUMNS, profile)
  return new Map([
    ...Object.entries(cells).map(([name, cell]) => [name, cell === undefined ? '' : String(cell)] as const),
    ...PROFILE_COLUMNS.map(({ name }, position) => [name, ofProfile[position]] as const),
  ])
}

/** The first of the words that imports take for a value. */
function wordFor (words: Readonly<Record<string, string>>, value: string | undefined): string | undefined {
  return Object.keys(words).find(word => words[word] === value)
}

/** What stands between the items is no part of one. */
function listOf (items: readonly string[]): string {
  return items.map(item => item.replaceAll(SEPARATOR, '/')).join(SEPARATOR)
}
