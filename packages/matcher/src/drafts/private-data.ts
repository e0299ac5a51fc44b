import type { LeftOut, LeftOutKind } from './draft.ts'

/** Stands for every character that is not to be read: it ends a thought, so no phrase runs across. */
const COVER = '|'

/** Data of persons that is known by its form. Every repetition is bounded, so each scan is linear. The first form that takes a place keeps it. */
const FORMS: ReadonlyArray<readonly [kind: LeftOutKind, form: RegExp]> = [
  ['email', /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu],
  ['link', /(?:https?:\/\/|www\.|wa\.me\/|(?:linkedin|instagram|facebook|github)\.com\/)\S{1,300}/giu],
  ['link', /(?<![\p{L}\p{N}@.])@[\p{L}\p{N}_.]{3,40}/gu],
  // NIK, KK and NPWP: 15 or 16 digits however they are grouped.
  ['identity-number', /(?<!\d)\d(?:[ .-]?\d){14,15}(?!\d)/g],
  // Nine digits at least: `08.00-17.00` is an opening hour.
  ['phone', /(?<![\d.,])(?:\+\s?\(?62\)?|\(?62\)?(?=[\s.-]?8)|\(?0(?=\d{2,3}\)|[\s.-]?[1-9]))(?:[\s().-]{0,2}\d){8,13}(?!\d)/g],
]

/** A street up to the next comma: its name is often that of a city (`Jl. Bandung No. 5`). In a CV also by words that adverts use otherwise. */
const STREET = /(?<!\p{L})(?:jl|jln|gg)(?:\.\s?|\s|(?=\d))[^,\n|;]{1,80}/giu
const HOME = /(?<!\p{L})(?<!surat\s)(?:jalan|gang|perum|perumahan|komplek|kompleks|blok|rt|rw|street)(?:\.\s?|\s|(?=\d))[^,\n|;]{1,60}/giu

/** Born where and when, in running text: up to the end of the clause, and the date behind its comma. */
const BORN = /(?<!\p{L})(?:kelahiran|lahir|born)(?!\p{L})[^\n.;,]{0,60}(?:,\s{0,3}\d[^\n.;,]{0,30})?/giu

/** What a line of a CV begins with when it tells of the person and not of the work. */
const LABELS: ReadonlyArray<readonly [kind: LeftOutKind, label: string]> = [
  ['name', 'nama(?: lengkap| panggilan| ayah| ibu| orang ?tua| suami| istri| wali)?|(?:full |first |last )?name'],
  ['birth', 'tempat ?(?:,|/|&|dan)? ?(?:tanggal|tgl\\.?) ?lahir|t\\.?t\\.?l\\.?|(?:tanggal|tgl\\.?|tempat) ?lahir|(?:date|place)(?: and date)? of birth|birth ?(?:date|place|day)|d\\.?o\\.?b\\.?'],
  ['age', 'usia|umur|age'],
  ['sex', 'jenis kelamin|kelamin|gender|sex'],
  ['religion', 'agama|religion'],
  ['marital', 'status(?: perkawinan| pernikahan| nikah| kawin)?|marital status'],
  ['height', 'tinggi(?: badan)?(?: ?(?:/|&|dan) ?berat(?: badan)?)?|berat(?: badan)?|t\\.?b\\.?|b\\.?b\\.?|height|weight'],
  ['nationality', 'kewarganegaraan|warga ?negara|kebangsaan|nationality|citizenship'],
  ['ethnicity', 'suku(?: bangsa)?|ethnicity'],
  ['blood-type', 'gol(?:ongan|\\.)? darah|blood (?:type|group)'],
  ['health', '(?:riwayat )?(?:kesehatan|penyakit)|ragam disabilitas|disabilitas|disability|health'],
  ['identity-number', '(?:no(?:mor|\\.)? ?)?(?:nik|ktp|e-?ktp|kk|npwp|paspor|passport|bpjs)'],
  ['phone', '(?:no(?:mor|\\.)? ?)?(?:hp|handphone|telp(?:on)?\\.?|telepon|tlp|ponsel|wa|whatsapp|phone|mobile)'],
  ['email', 'e-?mail|surel'],
  ['photo', '(?:pas ?)?foto|photo'],
]
const LABELLED = new RegExp(`^[^\\p{L}\\p{N}\\n]{0,6}(?:${LABELS.map(([, label], place) => `(?<k${place}>${label})`).join('|')})(?:\\s{0,40}[:=]|\\t|\\s{2,40})`, 'iu')
/** A labelled value ends here: what stands behind may be another matter. */
const ENDS = /[|;•]/

/** How CVs begin; the name stands on the line after. */
const CV_HEADING = /^[^\p{L}]{0,6}(?:curriculum vitae|c\.?v\.?|resume|résumé|daftar riwayat hidup|riwayat hidup|biodata|data (?:pribadi|diri)|personal (?:data|information)|profil(?:e)?|surat lamaran(?: kerja)?)[^\p{L}]{0,6}$/iu
const NAME_LINE = /^[\p{L}][\p{L}.,'’ -]{1,59}$/u
const MOST_NAME_WORDS = 6
/** The name is looked for in so many lines that are not blank. */
const NAME_LINES = 3

/** A text with what is not to be read covered, character for character, so that every offset stays; and what was covered. */
export interface CoveredText {
  text: string
  leftOut: LeftOut[]
}

/** Covers ways to reach somebody. Streets are covered as well and not told: a firm's address is nobody's. O(length). */
export function coverContacts (text: string): CoveredText {
  const cover = new Cover(text)
  for (const [kind, form] of FORMS) cover.all(kind, form)
  cover.all(null, STREET)
  return cover.finish()
}

/**
 * Covers what a CV says of the person: name, birth, numbers, contacts, street, and every labelled line with data that no record holds. `tellsOfWork` is asked about a first
 * line that could be a name. O(length).
 */
export function coverPerson (text: string, tellsOfWork: (line: string) => boolean): CoveredText {
  const cover = new Cover(text)
  let start = 0
  let lines = 0
  for (const line of text.split('\n')) {
    const label = LABELLED.exec(line)
    if (label !== null) cover.line(kindOf(label), start + label[0].length, line.slice(label[0].length))
    else if (lines < NAME_LINES && isName(line.trim()) && !tellsOfWork(line)) {
      cover.add('name', start, start + line.length)
      lines = NAME_LINES
    }
    if (line.trim() !== '' && !CV_HEADING.test(line.trim())) lines = NAME_LINES
    else if (line.trim() !== '') lines++
    start += line.length + 1
  }
  for (const [kind, form] of FORMS) cover.all(kind, form)
  cover.all('birth', BORN)
  cover.all('address', STREET)
  cover.all('address', HOME)
  return cover.finish()
}

function kindOf (label: RegExpExecArray): LeftOutKind {
  const place = LABELS.findIndex((_, at) => label.groups?.[`k${at}`] !== undefined)
  return LABELS[place][0]
}

function isName (line: string): boolean {
  return NAME_LINE.test(line) && !CV_HEADING.test(line) && line.split(/\s+/).length <= MOST_NAME_WORDS
}

class Cover {
  readonly #text: string
  readonly #found: Array<{ kind: LeftOutKind | null, start: number, end: number }> = []

  constructor (text: string) {
    this.#text = text
  }

  add (kind: LeftOutKind | null, start: number, end: number): void {
    if (end > start) this.#found.push({ kind, start, end })
  }

  line (kind: LeftOutKind, start: number, value: string): void {
    const end = value.search(ENDS)
    this.add(kind, start, start + (end < 0 ? value.length : end))
  }

  all (kind: LeftOutKind | null, form: RegExp): void {
    for (const match of this.#text.matchAll(form)) this.add(kind, match.index, match.index + match[0].length)
  }

  /** Of overlapping places the one that begins first is told; all are covered. */
  finish (): CoveredText {
    this.#found.sort((a, b) => a.start - b.start || b.end - a.end)
    const pieces: string[] = []
    const leftOut: LeftOut[] = []
    let read = 0
    for (const { kind, start, end } of this.#found) {
      if (end <= read) continue
      const from = Math.max(start, read)
      pieces.push(this.#text.slice(read, from), COVER.repeat(end - from))
      if (kind !== null && start >= read) leftOut.push({ kind, start, end })
      read = end
    }
    pieces.push(this.#text.slice(read))
    return { text: pieces.join(''), leftOut }
  }
}
