import { momentInJakarta } from '../time.ts'

/** Arithmetic on days of the calendar, written `YYYY-MM-DD`. */

/** The same day some months later; the last day of that month when it has no such day. */
export function addMonths (day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const last = new Date(Date.UTC(Math.floor(count / 12), count % 12 + 1, 0)).getUTCDate()
  return new Date(Date.UTC(Math.floor(count / 12), count % 12, Math.min(date, last))).toISOString().slice(0, 10)
}

export function addDays (day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whole years of life on a day. Somebody born on 29 February is a year older on 1 March. */
export function ageOn (birthDate: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0)
}

const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember']

/** A day as forms write it: `20 November 2026`. */
export function dayInWords (day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** A moment as letters write it, in Jakarta's time: `20 November 2026 pukul 08.30 WIB`. */
export function momentInWords (at: Date): string {
  const [day, time] = momentInJakarta(at).split(' ')
  return `${dayInWords(day)} pukul ${time.replace(':', '.')} WIB`
}

/** A day as tables write it: `20-11-2026`. */
export function dayInDigits (day: string): string {
  return day.split('-').reverse().join('-')
}
