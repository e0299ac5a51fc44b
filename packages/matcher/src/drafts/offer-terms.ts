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
  const match = CLOSES.exec(text)
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
