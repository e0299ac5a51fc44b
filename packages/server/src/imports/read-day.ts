import { isDay } from '../time.ts'

/** Months by the first letters that tell them apart, in Indonesian, its older spelling and English, as offices shorten them. */
const MONTHS: ReadonlyArray<readonly string[]> = [
  ['januari', 'january'], ['februari', 'pebruari', 'february'], ['maret', 'march'], ['april'], ['mei', 'may'], ['juni', 'june'], ['juli', 'july'],
  ['agustus', 'august', 'agt', 'ags'], ['september', 'sept'], ['oktober', 'october'], ['november', 'nopember'], ['desember', 'december'],
]
const LEAST_LETTERS = 3
/** A time of day beside a day, as databases and spreadsheets write it; it says nothing here. */
const TIME = /[T ]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?( ?(am|pm|wib|wita|wit|z))?$/i

/** A day as YYYY-MM-DD. Where day and month come first, it is the day: 5/3/2003 is 5 March. Undefined for what is no day of the calendar, and for a year of two digits, which may be of either century. */
export function dayOf (text: string): string | undefined {
  const parts = partsOf(text.trim().replace(TIME, ''))
  if (parts === undefined) return undefined
  const [year, month, date] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

function partsOf (text: string): [year: string, month: string, date: string] | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (yearFirst !== null) return [yearFirst[1], yearFirst[2], yearFirst[3]]
  const dayFirst = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4})$/.exec(text)
  if (dayFirst !== null) return [dayFirst[3], dayFirst[2], dayFirst[1]]
  const words = /^(\d{1,2})[-/. ]*([a-z]+)[-/., ]*(\d{4})$/i.exec(text)
  const month = words === null ? 0 : monthOf(words[2].toLowerCase())
  return words === null || month === 0 ? undefined : [words[3], String(month), words[1]]
}

/** From 1; 0 for no month. */
function monthOf (word: string): number {
  return MONTHS.findIndex(names => names.some(name => name === word || (word.length >= LEAST_LETTERS && name.startsWith(word)))) + 1
}
