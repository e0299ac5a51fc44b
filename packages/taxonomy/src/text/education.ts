import type { Taxonomy } from '../types.ts'
import { PhraseTrie } from './phrase-trie.ts'
import { type Token, tokensOf } from './tokens.ts'

export interface EducationDemand {
  /** Index of the lowest level that is enough; -1 when the text names none. */
  level: number
  /** Indexes of the fields of study that are named; `any` when all are welcome; empty when nothing is said. */
  fields: readonly number[] | 'any'
}

const UNKNOWN = -1

/** How levels are written, beside their own codes. */
const LEVEL_WORDS: ReadonlyArray<readonly [level: string, writings: readonly string[]]> = [
  ['SD', ['SD', 'sekolah dasar']],
  ['SMP', ['SMP', 'SLTP', 'MTs']],
  ['SMA', ['SMA', 'SMU', 'SLTA', 'SMA K', 'SMA sederajat', 'Paket C', 'high school']],
  ['SMK', ['SMK', 'STM', 'SMEA', 'SMKK']],
  ['D1', ['D1', 'D 1', 'DI', 'Diploma', 'Diploma 1', 'Diploma I']],
  ['D2', ['D2', 'D II', 'Diploma 2', 'Diploma II']],
  ['D3', ['D3', 'D 3', 'D III', 'DIII', 'Diploma 3', 'Diploma III', 'Diploma D3', 'Ahli Madya']],
  ['D4', ['D4', 'D 4', 'D IV', 'Diploma 4', 'Diploma IV', 'Sarjana Terapan']],
  ['S1', ['S1', 'S 1', 'Sarjana', 'Sarjana S1', 'Strata 1', 'Strata Satu', 'Bachelor', 'bachelors']],
  ['S2', ['S2', 'S 2', 'Strata 2', 'Magister', 'Master degree', 'masters degree', 'Master S2']],
  ['S3', ['S3', 'S 3', 'Strata 3', 'Doktor', 'Doctor S3']],
]

/** A line of a long text is about the applicant's schooling when it holds one of these; `mengajar siswa SD` is not. */
const CUE = /pendidikan|lulusan|tamatan|ijazah|jurusan|program studi|prodi|jenjang|gelar|degree|diploma|sarjana|graduat|sederajat|(?:^|[^a-z])(?:min|minimal|s1|d3)(?![a-z])/i

/** A line names a field of study beside one of these, and is short: a firm that tells of its trade takes a paragraph. */
const FIELD_CUE = /jurusan|program studi|prodi|lulusan|diploma|sarjana|bachelor|degree|gelar|(?:^|[^a-z])(?:s\s?-?[123]|d\s?-?[1-4]|d-?iii|smk|stm|sma\/k)(?![a-z])/i
const LONGEST_FIELD_LINE = 160

/** Titles of fields that are everyday words of adverts. */
const EVERYDAY_TITLES: ReadonlySet<string> = new Set(['Pendidikan', 'Ilmu Pendidikan'])
const TEACHING = /mengajar|siswa|murid|peserta didik|tutor|guru|kurikulum/i

/** `sd` is short for "up to" as well: as a level it stands after one of these words, or beside another school. */
const BEFORE_SD: ReadonlySet<string> = new Set(['lulusan', 'minimal', 'min', 'pendidikan', 'ijazah', 'tamatan', 'tamat'])
const BESIDE_SD: ReadonlySet<string> = new Set(['smp', 'sltp', 'sederajat', 'sma'])

const ANY_FIELD = /(?:semua|segala|berbagai) (?:jurusan|prodi|bidang studi|program studi)|any major|all major/i

/** Higher than any rank: no level found yet. */
const NO_RANK = 1000

interface Schooling {
  levels: PhraseTrie
  levelAt: readonly number[]
  fields: PhraseTrie
  /** Fields of a title, the vocational one and the university one. */
  fieldsAt: ReadonlyArray<{ smk: number, pt: number }>
}

const schoolingOf = new WeakMap<Taxonomy, Schooling>()

/**
 * The schooling a text asks for: `SMA/SMK/STM|Diploma/D1/D2/D3` is SMA, `minimal D3/S1 Akuntansi` is D3 in accounting. A long text is
 * read line by line, and only lines about schooling count. Fields are taken where a line names them by their title. O(length).
 */
export function parseEducation (text: string, taxonomy: Taxonomy): EducationDemand {
  let schooling = schoolingOf.get(taxonomy)
  if (schooling === undefined) {
    schooling = schoolingWords(taxonomy)
    schoolingOf.set(taxonomy, schooling)
  }
  const lines = text.split('\n')
  let lowest = UNKNOWN
  let lowestRank = NO_RANK
  const fields = new Set<number>()
  for (const line of lines) {
    if (lines.length > 1 && (!CUE.test(line) || TEACHING.test(line))) continue
    const tokens = tokensOf(line)
    for (const level of levelsIn(tokens, schooling)) {
      const { rank } = taxonomy.levels.at(level)
      // SMA and SMK stand on one rung: the first named counts, which for `SMA/SMK` is the wider one.
      if (rank < lowestRank) {
        lowest = level
        lowestRank = rank
      }
    }
    if (line.length > LONGEST_FIELD_LINE || !FIELD_CUE.test(line)) continue
    for (const { value } of schooling.fields.scan(tokens)) {
      const { smk, pt } = schooling.fieldsAt[value]!
      const school = lowest !== UNKNOWN && taxonomy.levels.at(lowest).rank <= taxonomy.levels.at(taxonomy.levels.indexOf('SMK')).rank
      fields.add(school && smk !== UNKNOWN ? smk : pt === UNKNOWN ? smk : pt)
    }
  }
  return { level: lowest, fields: ANY_FIELD.test(text) ? 'any' : [...fields] }
}

function levelsIn (tokens: readonly Token[], { levels, levelAt }: Schooling): number[] {
  return levels.scan(tokens)
    .filter(({ first, last }) => first !== last || tokens[first]!.word !== 'sd' || isSchool(tokens, first))
    .map(({ value }) => levelAt[value]!)
}

function isSchool (tokens: readonly Token[], place: number): boolean {
  return BEFORE_SD.has(tokens[place - 1]?.word ?? '') || BESIDE_SD.has(tokens[place + 1]?.word ?? '')
}

function schoolingWords (taxonomy: Taxonomy): Schooling {
  const levels = new PhraseTrie()
  const levelAt: number[] = []
  for (const [code, writings] of LEVEL_WORDS) {
    const level = taxonomy.levels.indexOf(code)
    for (const writing of writings) levels.add(writing, levelAt.push(level) - 1)
  }

  const fields = new PhraseTrie()
  const fieldsAt: Array<{ smk: number, pt: number }> = []
  const placeOf = new Map<string, number>()
  for (let index = 0; index < taxonomy.fields.size; index++) {
    const { title, tree } = taxonomy.fields.at(index)
    if (EVERYDAY_TITLES.has(title)) continue
    let place = placeOf.get(title)
    if (place === undefined) {
      place = fieldsAt.push({ smk: UNKNOWN, pt: UNKNOWN }) - 1
      placeOf.set(title, place)
      fields.add(title, place)
    }
    // A narrower field has the name of its wider one now and then: the wider one comes first and stays.
    if (fieldsAt[place]![tree] === UNKNOWN) fieldsAt[place]![tree] = index
  }
  return { levels, levelAt, fields, fieldsAt }
}
