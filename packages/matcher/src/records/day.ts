/** Days are counted from 1900-01-01 (day 0) to 2199-12-31, in the proleptic Gregorian calendar; integers only, no Date. */
export const NO_DAY = -1

const DASH = 45
const ZERO = 48
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** The day number of `YYYY-MM-DD`, or NO_DAY when the text is not a day of 1900..2199. */
export function parseDay (text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return NO_DAY
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return NO_DAY
  const leapDayPassed = month > 2 && isLeap(year) ? 1 : 0
  return daysBeforeYear(year) + DAYS_BEFORE_MONTH[month - 1] + leapDayPassed + day - 1
}

/** The number that some digits make; -1 where one of them is none. */
function digits (text: string, start: number, end: number): number {
  let number = 0
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) return -1
    number = 10 * number + digit
  }
  return number
}

function daysInMonth (year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function daysBeforeYear (year: number): number {
  const past = year - 1900
  // Leap years in 1900..year-1: 1900 and 2100 are none, 2000 is one.
  const leaps = past === 0 ? 0 : Math.floor((past - 1) / 4) - (year > 2100 ? 1 : 0)
  return past * 365 + leaps
}

function isLeap (year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
