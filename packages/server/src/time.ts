/** Indonesia's capital is seven hours ahead of UTC, with no summer time. */
const JAKARTA_MS = 7 * 3_600_000
const DAY = /^(19|2[01])\d{2}-\d{2}-\d{2}$/

/** The day it is in Jakarta, `YYYY-MM-DD`. */
export function dayInJakarta (now: Date): string {
  return momentInJakarta(now).slice(0, 10)
}

/** Day and time in Jakarta, `YYYY-MM-DD hh:mm`. */
export function momentInJakarta (now: Date): string {
  return new Date(now.getTime() + JAKARTA_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** True for a day of the calendar from 1900 to 2199, written `YYYY-MM-DD`. */
export function isDay (text: string): boolean {
  if (!DAY.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}
