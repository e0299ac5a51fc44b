import type { DraftSource } from './draft.ts'
import type { Reading } from './field-list.ts'

const HERE = '(?<![\\p{L}\\p{N}])'
const PEOPLE = '(?:orang|org|posisi|kandidat|karyawan|pegawai|people|persons|positions|openings)'
/** `dibutuhkan 5 orang`, `kuota: 20`, `sebanyak 3 orang`. */
const SEATS = new RegExp(`${HERE}(?:(?:di|mem)?butuhkan|butuh|sebanyak|jumlah|kebutuhan|untuk)(?: segera)?\\s{0,3}:?\\s{0,3}(\\d{1,5})\\s{0,3}(?:\\(\\p{L}{3,12}\\)\\s{0,3})?${PEOPLE}(?!\\p{L})|${HERE}(?:kuota|formasi|seats|vacancies)\\s{0,3}[:=]?\\s{0,3}(\\d{1,5})(?![\\p{L}\\p{N}])`, 'iu')
const HOURS = new RegExp(`${HERE}(\\d{1,3})\\s{0,3}(?:jam|hours?)\\s{0,3}(?:/|per|a|se)?\\s{0,3}(?:minggu|week)(?!\\p{L})`, 'iu')

const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']
const ENGLISH: Readonly<Record<string, string>> = { may: 'mei', aug: 'agu', ags: 'agu', agt: 'agu', oct: 'okt', dec: 'des' }
const CLOSES = new RegExp(`${HERE}(?:paling lambat|paling lama|selambat-lambatnya|batas(?: akhir)?(?: lamaran| pendaftaran)?|deadline|ditutup(?: pada| tanggal)?|penutupan|until|before|closes|apply by)[^\\n\\d.;]{0,30}(\\d{1,2})[\\s/.-]{1,3}(\\p{L}{3,9}|\\d{1,2})[\\s/.-]{1,3}(20\\d{2})(?!\\d)`, 'iu')

const OPENS = new RegExp(`${HERE}(?:(?:pendaftaran |lamaran |lowongan )?(?:dibuka|pembukaan)(?: pada| mulai| sejak)?|mulai (?:menerima|pendaftaran)|opens?|applications from|open from)[^\\n\\d.;]{0,30}(\\d{1,2})[\\s/.-]{1,3}(\\p{L}{3,9}|\\d{1,2})[\\s/.-]{1,3}(20\\d{2})(?!\\d)`, 'iu')
/** Words for adults alone, of whatever sex: an age of eighteen and no other, since any other is a demand that is refused. */
const LEAST_AGE = '(?:minimal|minimum|min\\.?|paling rendah|di atas|diatas|sudah|at least|over)'
const ADULTS = new RegExp(`${HERE}(?:(?:usia|umur|berusia|berumur|aged?)\\s{0,3}:?\\s{0,3}${LEAST_AGE}\\s{0,3}18|${LEAST_AGE}\\s{0,3}(?:usia|umur|berusia|berumur|aged?)\\s{0,3}18|18\\s?\\+|18\\s{0,3}(?:tahun|thn|th) ke atas|adults only|khusus dewasa)(?!\\d|\\s{0,3}(?:bulan|bln|months?)|\\s{0,3}(?:tahun|thn|th)?\\s{0,3}(?:-|–|sampai|hingga|s/d)\\s{0,3}\\d)`, 'iu')

/** How many are sought: the first number that says so. */
export function readSeats (text: string): Reading<number> | undefined {
  const match = SEATS.exec(text)
  if (match === null) return undefined
  const seats = Number(match[1] ?? match[2])
  return { value: seats, from: [sourceAt(match, String(seats), 850)] }
}

/** Hours a week, where an advert says so in a number. */
export function readHours (text: string): Reading<number> | undefined {
  const match = HOURS.exec(text)
  const hours = Number(match?.[1])
  return match === null || hours < 1 || hours > 168 ? undefined : { value: hours, from: [sourceAt(match, String(hours), 850)] }
}

/** The last day for applications, with its year. */
export function readCloses (text: string): Reading<string> | undefined {
  return readDay(CLOSES, text)
}

/** The first day for applications, with its year. */
export function readOpens (text: string): Reading<string> | undefined {
  return readDay(OPENS, text)
}

/** Whether the work is for adults alone, where an advert says eighteen: only guessed, for a person decides what the law asks of this work. */
export function readAdultsOnly (text: string): Reading<boolean> | undefined {
  const match = ADULTS.exec(text)
  return match === null ? undefined : { value: true, from: [sourceAt(match, 'true', 700)], sure: false }
}

function readDay (pattern: RegExp, text: string): Reading<string> | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const month = monthOf(match[2])
  const day = Number(match[1])
  const year = Number(match[3])
  if (month === undefined || day < 1 || day > daysIn(year, month)) return undefined
  const value = `${match[3]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return { value, from: [sourceAt(match, value, 900)] }
}

/** 1 to 12 by a month's number, name or short form, Indonesian or English. */
export function monthOf (word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word) >= 1 && Number(word) <= 12 ? Number(word) : undefined
  const short = word.slice(0, 3).toLowerCase()
  const place = MONTHS.indexOf(ENGLISH[short] ?? short)
  return place < 0 ? undefined : place + 1
}

function daysIn (year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function sourceAt (match: RegExpExecArray, says: string, confidence: number): DraftSource {
  const surface = match[0]
  return { start: match.index, end: match.index + surface.length, surface, confidence, says }
}
