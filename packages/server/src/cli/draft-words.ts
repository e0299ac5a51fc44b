import { describeNote, type DraftField, type FieldState, type LeftOutKind, type SeekerDraft, type VacancyDraft } from '@padan/matcher/drafts'
import { formatRupiah, type Phrase } from '@padan/matcher/prose'
import type { Taxonomy } from '@padan/taxonomy'
import { PROTECTED_NAMES } from '../adverts/tally.ts'
import type { Language } from '../errors/problem.ts'
import { textTable } from './text-table.ts'

const STATES: Readonly<Record<FieldState, Phrase>> = {
  found: { en: 'found', id: 'ditemukan' }, guessed: { en: 'guessed', id: 'dugaan' }, unknown: { en: 'unknown', id: 'tidak ada' },
}

const FIELDS: Readonly<Record<string, Phrase>> = {
  title: { en: 'title', id: 'judul' },
  seats: { en: 'seats', id: 'jumlah' },
  opens: { en: 'opens', id: 'dibuka' },
  closes: { en: 'closes', id: 'ditutup' },
  units: { en: 'units', id: 'unit kompetensi' },
  education: { en: 'education', id: 'pendidikan' },
  fields: { en: 'fields of study', id: 'jurusan' },
  experience: { en: 'experience', id: 'pengalaman' },
  occupation: { en: 'occupation', id: 'jabatan' },
  sector: { en: 'sector', id: 'lapangan usaha' },
  region: { en: 'region', id: 'wilayah' },
  point: { en: 'point', id: 'titik lokasi' },
  remote: { en: 'remote', id: 'jarak jauh' },
  wage: { en: 'wage', id: 'upah' },
  jobType: { en: 'job type', id: 'jenis kerja' },
  hours: { en: 'hours a week', id: 'jam per minggu' },
  licences: { en: 'licences', id: 'lisensi' },
  provides: { en: 'provides', id: 'akomodasi tersedia' },
  adultsOnly: { en: 'adults only', id: 'khusus dewasa' },
  wish: { en: 'wish', id: 'keinginan' },
  reachKm: { en: 'reach in km', id: 'jangkauan km' },
  willingToMove: { en: 'willing to move', id: 'bersedia pindah' },
  needs: { en: 'needs', id: 'kebutuhan akomodasi' },
  adultFrom: { en: 'adult from', id: 'dewasa sejak' },
}

const LEFT_OUT: Readonly<Record<LeftOutKind, readonly [en: string, id: string]>> = {
  ...PROTECTED_NAMES,
  name: ['name', 'nama'],
  birth: ['birth', 'kelahiran'],
  'identity-number': ['identity number', 'nomor identitas'],
  phone: ['telephone', 'telepon'],
  email: ['e-mail', 'surel'],
  link: ['address on the web', 'alamat web'],
  address: ['street', 'alamat rumah'],
  nationality: ['nationality', 'kewarganegaraan'],
  'blood-type': ['blood group', 'golongan darah'],
  health: ['health', 'kesehatan'],
}

const HEAD: ReadonlyArray<Phrase> = [{ en: 'field', id: 'bidang data' }, { en: 'state', id: 'status' }, { en: 'value', id: 'nilai' }, { en: 'from the words', id: 'dari kata' }]
const STEERING = /[\p{Cc}\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu
const MOST_WORDS = 60
const MOST_VALUE = 70

/** A draft as a table for people, and beneath it what is refused, left out and to be looked at. */
export function draftText (draft: VacancyDraft | SeekerDraft, taxonomy: Taxonomy, language: Language): string {
  const fields: readonly DraftField[] = draft.fields
  const record: Readonly<Record<string, unknown>> = { ...draft.record }
  const rows = fields.map(({ field, state, from }) => [
    FIELDS[field]?.[language] ?? field, STATES[state][language],
    state === 'unknown' ? '' : shortened(printable(valueWords(record[field], taxonomy, language)), MOST_VALUE),
    shortened([...new Set(from.map(({ surface }) => printable(surface)))].join(' · '), MOST_WORDS),
  ])
  return [textTable(HEAD.map(title => ({ title: title[language] })), rows), ...remarks(draft, fields, taxonomy, language)].join('\n')
}

function remarks (draft: VacancyDraft | SeekerDraft, fields: readonly DraftField[], taxonomy: Taxonomy, language: Language): string[] {
  const say = (phrase: Phrase, what: string): string[] => what === '' ? [] : [`${phrase[language]}: ${what}`]
  const choices = fields.flatMap(({ field, notes, alternatives }) => notes.length + alternatives.length === 0
    ? []
    : [`  ${FIELDS[field]?.[language] ?? field}: ${[...notes.map(note => describeNote(note)[language]), ...alternatives.map(({ value }) => `? ${valueWords(value, taxonomy, language)}`)].join('; ')}`])
  return [
    '',
    ...(choices.length === 0 ? [] : [language === 'id' ? 'Perlu diperiksa:' : 'To look at:', ...choices]),
    ...say({ en: 'Also named', id: 'Juga disebut' }, [...draft.beside.concepts, ...draft.beside.languages].map(({ from }) => printable(from[0].surface)).join(', ')),
    ...say({ en: 'Refused, in no record', id: 'Ditolak, tidak dicatat' }, 'refused' in draft ? draft.refused.map(({ kind, surface }) => `${printable(surface)} (${LEFT_OUT[kind][language === 'id' ? 1 : 0]})`).join(', ') : ''),
    ...say({ en: 'Personal data left out', id: 'Data pribadi yang tidak diambil' }, [...new Set(draft.leftOut.map(({ kind }) => LEFT_OUT[kind][language === 'id' ? 1 : 0]))].join(', ')),
  ]
}

/** A value with the names of its codes. */
function valueWords (value: unknown, taxonomy: Taxonomy, language: Language): string {
  if (Array.isArray(value)) return value.map(item => valueWords(item, taxonomy, language)).join(', ')
  if (typeof value === 'string') return named(value, taxonomy)
  if (typeof value !== 'object' || value === null) return String(value)
  const months = language === 'id' ? 'bulan' : 'months'
  return Object.entries(value).filter(([name]) => name !== 'evidence').map(([name, part]) => {
    if (name === 'months') return `${String(part)} ${months}`
    if (typeof part === 'number') return `${name === 'min' ? '≥ ' : name === 'max' ? '≤ ' : ''}${formatRupiah(part, language)}`
    return valueWords(part, taxonomy, language)
  }).join(' ')
}

function named (code: string, { occupations, units, fields, regions, licences, sectors }: Taxonomy): string {
  const title = (occupations.get(code) ?? units.get(code) ?? fields.get(code) ?? licences.get(code))?.title ?? regions.get(code)?.name ?? sectors.get(code)?.title
  return title === undefined ? code : `${code} ${title}`
}

/** Words of a text in one line of a terminal: without characters that steer it or turn its direction. */
function printable (words: string): string {
  return words.replace(STEERING, ' ').trim()
}

function shortened (text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
