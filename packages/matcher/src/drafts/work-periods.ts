import { monthOf } from './offer-terms.ts'

/** A time of work in a line of a CV. */
export interface WorkPeriod {
  /** Whole months; null where it goes on until a day that is not told. */
  months: number | null
  /** Both ends have their month. */
  byMonth: boolean
  start: number
  end: number
}

const MONTH = '(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ei]?|jul[iy]?|agu(?:stus)?|agt|ags|aug(?:ust)?|sep(?:t(?:ember)?)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|des(?:ember)?|dec(?:ember)?)'
const point = (name: string): string => `(?:(?<${name}m>${MONTH}|(?<!\\d)\\d{1,2})[.,\\s/-]{1,3})?(?<${name}y>(?:19|20)\\d{2})(?!\\d)`
const NOW = '(?<now>sekarang|saat ini|kini|present|now|current(?:ly)?)'
const PERIOD = new RegExp(`(?<!\\p{L})${point('a')}\\s{0,3}(?:-|–|—|s/d|sd|sampai|hingga|to|until)\\s{0,3}(?:dengan\\s)?(?:${point('b')}|${NOW})(?!\\p{L})`, 'iu')
const MONTHS_PER_YEAR = 12
const MOST_MONTHS = 720

/** A day as whole months since the year 0. */
export interface Now {
  year: number
  month: number
}

/**
 * The first period of a line: `Jan 2020 - Des 2022` is 36 months, both ends counted; `2019 - 2022` is 36, from the same month to the same month. Undefined where there is none, or
 * where its end is before its beginning. O(length).
 */
export function readPeriod (line: string, now: Now | undefined): WorkPeriod | undefined {
  const match = PERIOD.exec(line)
  if (match?.groups === undefined) return undefined
  const { am, ay, bm, by, now: goesOn } = match.groups
  const place = { start: match.index, end: match.index + match[0].length }
  if (goesOn !== undefined && now === undefined) return { months: null, byMonth: false, ...place }
  const from = am === undefined ? undefined : monthOf(am)
  const to = goesOn === undefined ? (bm === undefined ? undefined : monthOf(bm)) : now!.month
  const years = (goesOn === undefined ? Number(by) : now!.year) - Number(ay)
  const byMonth = from !== undefined && to !== undefined
  const months = years * MONTHS_PER_YEAR + (byMonth ? to - from + 1 : 0)
  return months < 0 || months > MOST_MONTHS ? undefined : { months, byMonth, ...place }
}
