import type { Reading } from '../mention.ts'
import { PhraseTrie } from '../phrase-trie.ts'
import type { Taxonomy } from '../../types.ts'
import type { Token } from '../tokens.ts'

const UNKNOWN = -1

/** How levels are written, beside their own codes. */
const LEVEL_WORDS: ReadonlyArray<readonly [level: string, writings: readonly string[]]> = [
  ['SD', ['SD', 'sekolah dasar', 'elementary school', 'primary school']],
  ['SMP', ['SMP', 'SLTP', 'MTs', 'sekolah menengah pertama', 'junior high school']],
  ['SMA', ['SMA', 'SMU', 'SLTA', 'SMA K', 'SMA sederajat', 'Paket C', 'high school', 'high school diploma', 'high school degree', 'senior high school', 'sekolah menengah atas', 'madrasah aliyah']],
  ['SMK', ['SMK', 'STM', 'SMEA', 'SMKK', 'sekolah menengah kejuruan', 'vocational high school', 'vocational school']],
  ['D1', ['D1', 'D 1', 'Diploma', 'Diploma 1', 'Diploma I']],
  ['D2', ['D2', 'D II', 'DII', 'Diploma 2', 'Diploma II']],
  ['D3', ['D3', 'D 3', 'D III', 'DIII', 'Diploma 3', 'Diploma III', 'Diploma D3', 'Ahli Madya']],
  ['D4', ['D4', 'D 4', 'D IV', 'DIV', 'Diploma 4', 'Diploma IV', 'Sarjana Terapan']],
  ['S1', ['S1', 'S 1', 'Sarjana', 'Sarjana S1', 'Strata 1', 'Strata Satu', 'Bachelor', 'bachelors']],
  ['PROFESI', ['profesi dokter', 'profesi apoteker', 'profesi ners', 'pendidikan profesi']],
  ['S2', ['S2', 'S 2', 'Strata 2', 'Magister', 'Master degree', 'masters degree', 'Master S2']],
  ['S3', ['S3', 'S 3', 'Strata 3', 'Doktor', 'Doctor S3']],
]

/** A line of a long text is about the applicant's schooling when it holds one of these; `mengajar siswa SD` is not. */
const CUE = /pendidikan|lulusan|tamatan|ijazah|jurusan|program studi|prodi|jenjang|gelar|degree|diploma|sarjana|graduat|sederajat|high school|sekolah menengah|aliyah|profesi|(?:^|[^a-z])(?:min|minimal|s\s?-?1|d\s?-?[34]|sma|smk|smu|slta|stm)(?![a-z])/i

/** A word of each way to say one of these cues, or that every field is welcome. */
const CUE_WORD = /pendidikan|lulusan|tamatan|ijazah|jurusan|program|prodi|bidang|major|jenjang|gelar|degree|diploma|sarjana|graduat|sederajat|high|sekolah|aliyah|profesi|(?:^|[^a-z])(?:min|minimal|s1?|d[34]?|sma|smk|smu|slta|stm)(?![a-z])/i

/** A line names a field of study beside one of these, and is short: a firm that tells of its trade takes a paragraph. */
const FIELD_CUE = /jurusan|program studi|prodi|lulusan|diploma|sarjana|bachelor|degree|gelar|(?:^|[^a-z])(?:s\s?-?[123]|d\s?-?[1-4]|d-?iii|smk|stm|sma\/k)(?![a-z])/i
const LONGEST_FIELD_LINE = 160

/** Titles of fields that are everyday words of adverts. */
const EVERYDAY_TITLES: ReadonlySet<string> = new Set(['Pendidikan', 'Ilmu Pendidikan'])
const TEACHING = /mengajar|siswa|murid|peserta didik|tutor|guru|kurikulum/i
/** A line that speaks of pupils and yet of the applicant's own schooling: `minimal S1 Pendidikan Guru SD`. */
const OWN_SCHOOLING = /lulusan|tamatan|ijazah|jurusan|gelar|bachelor|degree|pendidikan (?:min|terakhir)|(?:^|[^a-z])(?:min|minimal)(?![a-z])/i

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
  /** Rank up to which a level is a school, whose fields are the vocational ones. */
  schoolRank: number
}

/** A level or a field, by index, with its words. */
export interface SchoolHit {
  index: number
  first: number
  last: number
}

/** What a line says of schooling. */
export interface SchoolLine {
  levels: SchoolHit[]
  fields: SchoolHit[]
  /** Offsets of words that welcome every field. */
  any: { start: number, end: number } | undefined
}

const schoolingOf = new WeakMap<Taxonomy, Schooling>()

/**
 * The levels and fields a line names. A line that stands alone counts whatever it says; one of many must be about the applicant's schooling.
 * `lowestBefore` is the rank of the lowest level so far: fields after a school level are the vocational ones. O(length).
 */
export function readSchoolLine (line: string, tokens: readonly Token[], taxonomy: Taxonomy, alone: boolean, lowestBefore: number = NO_RANK): SchoolLine {
  const schooling = schoolingFor(taxonomy)
  const everyField = ANY_FIELD.exec(line)
  const any = everyField === null ? undefined : { start: everyField.index, end: everyField.index + everyField[0].length }
  if (!alone && (!CUE.test(line) || (TEACHING.test(line) && !OWN_SCHOOLING.test(line)))) return { levels: [], fields: [], any }
  const levels = levelsIn(tokens, schooling)
  if (line.length > LONGEST_FIELD_LINE || !FIELD_CUE.test(line)) return { levels, fields: [], any }
  const lowest = levels.reduce((least, { index }) => Math.min(least, taxonomy.levels.at(index).rank), lowestBefore)
  const fields = schooling.fields.scan(tokens).map(({ value, first, last }) => {
    const { smk, pt } = schooling.fieldsAt[value]!
    const index = lowest <= schooling.schoolRank && smk !== UNKNOWN ? smk : pt === UNKNOWN ? smk : pt
    return { index, first, last }
  })
  return { levels, fields, any }
}

/** True when a line that holds a word may be about schooling: the parts of the cues that stand within one word. Cheaper than the cues themselves, which decide. */
export function tellsOfSchooling (surface: string): boolean {
  return CUE_WORD.test(surface)
}

/** The same as mentions. */
export function readEducation (line: string, tokens: readonly Token[], taxonomy: Taxonomy): Reading[] {
  const { levels, fields, any } = readSchoolLine(line, tokens, taxonomy, false)
  const span = ({ first, last }: SchoolHit): { start: number, end: number } => ({ start: tokens[first]!.start, end: tokens[last]!.end })
  return [
    ...levels.map(hit => ({ ...span(hit), confidence: 900, meaning: { kind: 'level', code: taxonomy.levels.codeAt(hit.index) } as const })),
    ...fields.map(hit => ({ ...span(hit), confidence: 800, meaning: { kind: 'field', code: taxonomy.fields.codeAt(hit.index) } as const })),
    ...any === undefined ? [] : [{ ...any, confidence: 900, meaning: { kind: 'field', code: null } as const }],
  ]
}

function levelsIn (tokens: readonly Token[], { levels, levelAt }: Schooling): SchoolHit[] {
  const hits = levels.scan(tokens).filter(({ first, last }) => first !== last || tokens[first]!.word !== 'sd' || isSchool(tokens, first))
  return hits
    // `Diploma (D3)` says twice which diploma is meant; the bare word alone means any.
    .filter(({ first, last }, at) => first !== last || tokens[first]!.word !== 'diploma' || !isGraded(tokens, hits[at + 1], last))
    .map(({ value, first, last }) => ({ index: levelAt[value]!, first, last }))
}

function isGraded (tokens: readonly Token[], next: { first: number } | undefined, last: number): boolean {
  return next !== undefined && next.first === last + 1 && /^d(?:[1-4]|i{2,3}|iv)?$/.test(tokens[next.first]!.word)
}

function isSchool (tokens: readonly Token[], place: number): boolean {
  return BEFORE_SD.has(tokens[place - 1]?.word ?? '') || BESIDE_SD.has(tokens[place + 1]?.word ?? '')
}

function schoolingFor (taxonomy: Taxonomy): Schooling {
  const known = schoolingOf.get(taxonomy)
  if (known !== undefined) return known
  const made = schoolingWords(taxonomy)
  schoolingOf.set(taxonomy, made)
  return made
}

function schoolingWords (taxonomy: Taxonomy): Schooling {
  const levels = new PhraseTrie()
  const levelAt: number[] = []
  for (const [code, writings] of LEVEL_WORDS) {
    const level = taxonomy.levels.indexOf(code)
    if (level === UNKNOWN) continue
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
  return { levels, levelAt, fields, fieldsAt, schoolRank: taxonomy.levels.get('SMK')?.rank ?? UNKNOWN }
}
