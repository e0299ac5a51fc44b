import type { Taxonomy } from '@padan/taxonomy'
import type { Seeker } from '../records/seeker.ts'
import type { Vacancy } from '../records/vacancy.ts'
import { demoCity } from './demo-city.ts'

export interface DemoFairOptions {
  /** Whole number from 0 to 4,294,967,295. Default 3671. */
  seed?: number
  /** People who come, 0 to 1,000,000. Default 500. */
  seekers?: number
  /** Seats in all, 0 to 1,000,000. Default 60. */
  seats?: number
}

export interface DemoFair {
  /** The day of the fair, `YYYY-MM-DD`. */
  day: string
  seekers: Seeker[]
  /** Open on the day; their seats add up to what was asked. */
  vacancies: Vacancy[]
}

/** Every date of the demo lies around it. */
const DAY = '2026-11-20'
/** A booth takes so many people at most, so that a few large firms do not hold all seats. */
const MOST_SEATS_A_BOOTH = 4
const MOST = 1_000_000
/** The city's adverts are run through until the seats are found; about every second one is open and has seats. */
const MOST_VACANCIES = 100_000_000

/**
 * A fair in the demo city: its first people, and its first vacancies that state seats and are open on the day, with at most 4 seats each, until
 * there are enough. The same options give the same records on every machine. Throws RangeError for an option out of range.
 */
export function demoFair (taxonomy: Taxonomy, { seed, seekers = 500, seats = 60 }: DemoFairOptions = {}): DemoFair {
  for (const [name, value] of [['seekers', seekers], ['seats', seats]] as const) {
    if (!Number.isInteger(value) || value < 0 || value > MOST) throw new RangeError(`${name} must be a whole number from 0 to ${MOST}, got ${String(value)}.`)
  }
  const city = demoCity(taxonomy, { seed, seekers, vacancies: MOST_VACANCIES })
  return { day: DAY, seekers: [...city.seekers], vacancies: booths(city.vacancies, seats) }
}

function booths (adverts: Iterable<Vacancy>, seats: number): Vacancy[] {
  const open: Vacancy[] = []
  let left = seats
  if (left === 0) return open
  for (const advert of adverts) {
    if (!isOpen(advert)) continue
    const booth = { ...advert, seats: Math.min(advert.seats ?? 0, MOST_SEATS_A_BOOTH, left) }
    open.push(booth)
    left -= booth.seats
    if (left === 0) break
  }
  return open
}

/** Days as text compare like days. */
function isOpen ({ seats = 0, opens = DAY, closes = DAY }: Vacancy): boolean {
  return seats > 0 && opens <= DAY && closes >= DAY
}
