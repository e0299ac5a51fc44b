import type { Reading, WagePeriod } from '../mention.ts'
import { EVERY_READER, gapBefore, isFor, type Token } from '../tokens.ts'
import { beginsNumber, numberAt, rangeAfter, type WrittenNumber } from './numbers.ts'

/** Words of money on a job site, gathered by hand from what adverts write. */
const CURRENCY: ReadonlySet<string> = new Set(['rp', 'idr', 'rupiah'])
const MILLION = 1_000_000
const THOUSAND = 1_000
const SCALES: ReadonlyMap<string, number> = new Map([
  ...['jt', 'jta', 'juta', 'jutaan', 'million', 'mio'].map(word => [word, MILLION] as const), ...['rb', 'rbu', 'ribu', 'ribuan', 'k'].map(word => [word, THOUSAND] as const),
])
const WAGE_CUES: ReadonlySet<string> = new Set([
  'gaji', 'gajih', 'gapok', 'upah', 'salary', 'wage', 'wages', 'penghasilan', 'pendapatan', 'thp', 'honor', 'income', 'salaries', 'remunerasi', 'bayaran', 'dibayar', 'digaji', 'honorarium', 'pay',
  'paid', 'saku', 'gajinya', 'upahnya',
])
/** Money for something else than the work itself. The nearest word before the amount decides. */
const OTHER_CUES: ReadonlySet<string> = new Set([
  'komisi', 'bonus', 'insentif', 'tunjangan', 'internet', 'omset', 'omzet', 'target', 'budget', 'anggaran', 'penjualan', 'menjual', 'denda', 'deposit', 'transport',
  'commission', 'incentive', 'allowance', 'kredit', 'modal', 'harga', 'proyek', 'uang', 'biaya', 'spp',
  'sewa', 'cicilan', 'tabungan', 'invoice', 'cost', 'price', 'fine', 'loan', 'sales',
])
const UPPER_END: ReadonlySet<string> = new Set(['hingga', 'sampai', 'maks', 'maksimal', 'max', 'maximum', 'up'])
const LOWER_END: ReadonlySet<string> = new Set(['mulai', 'min', 'minimal', 'minimum', 'from', 'dari', 'atas', 'start', 'starting'])
const PERIODS: ReadonlyMap<string, WagePeriod> = new Map([
  ['jam', 'hour'], ['hour', 'hour'], ['hari', 'day'], ['day', 'day'], ['minggu', 'week'], ['week', 'week'],
  ['bulan', 'month'], ['bln', 'month'], ['month', 'month'], ['tahun', 'year'], ['thn', 'year'], ['year', 'year'], ['annum', 'year'], ['shift', 'day'],
])
/** Words that say the period by themselves, before an amount or after it. */
const WHOLE_PERIODS: ReadonlyMap<string, WagePeriod> = new Map([
  ['sejam', 'hour'], ['perjam', 'hour'], ['hourly', 'hour'], ['sehari', 'day'], ['perhari', 'day'], ['harian', 'day'], ['daily', 'day'],
  ['seminggu', 'week'], ['perminggu', 'week'], ['mingguan', 'week'], ['weekly', 'week'], ['sebulan', 'month'], ['perbulan', 'month'], ['bulanan', 'month'], ['monthly', 'month'],
  ['setahun', 'year'], ['pertahun', 'year'], ['tahunan', 'year'], ['annual', 'year'], ['yearly', 'year'], ['annually', 'year'],
])
/** Between an amount and the word that parts it: `5 juta setiap bulan`. */
const PER: ReadonlySet<string> = new Set(['per', 'setiap', 'tiap', 'a', 'each', 'every'])

/** How many words before an amount its cue may stand. */
const REACH = 10
/** The same for the word that says how often it is paid. */
const PERIOD_REACH = 4
/** Less is no wage for a month and more is no wage: a year, a telephone number, a turnover. */
const LEAST_PAY = 5_000
const MOST_PAY = 1_000_000_000

const BLANK = /^\s{1,3}$/

/** `Rp5.000.000` is one word with its first digits. */
const JOINED = /^(?:rp|idr)(?=\d)/

interface Amount extends WrittenNumber {
  first: number
  marked: boolean
  scale: number
}

/**
 * Wages of a passage: `gaji 5jt`, `Rp 4.500.000 - 5.000.000`, `4,5 - 6 juta`. An amount needs a currency or a unit of thousands, or a wage word
 * before it; commissions, bonuses and turnovers are left out. A single amount is both ends. O(words).
 */
export function readWages (text: string, tokens: readonly Token[], reader: number = EVERY_READER): Reading[] {
  const found: Reading[] = []
  for (let place = 0; place < tokens.length; place++) {
    if (!isFor(tokens[place]!, reader)) continue
    const low = amountAt(text, tokens, place)
    if (low === undefined) continue
    const from = rangeAfter(text, tokens, low.last)
    const high = from === undefined ? undefined : amountAt(text, tokens, from)
    const last = (high ?? low).last
    const marked = low.marked || high?.marked === true
    // A number without a unit that is too small for a pay is none, whatever stands before it.
    if (!marked && low.value < LEAST_PAY) {
      place = last
      continue
    }
    const cue = cueBefore(tokens, place)
    if (cue !== 'other' && (marked || cue === 'wage')) {
      const ends = endsOf(low, high, edgeBefore(tokens, low.first))
      if (ends !== undefined) {
        const { period: after, end } = periodAfter(text, tokens, last)
        const period = after ?? periodBefore(tokens, low.first)
        const meaning = { kind: 'wage', ...ends, period } as const
        found.push({ start: tokens[low.first]!.start, end: tokens[end]!.end, confidence: cue === 'wage' ? (marked ? 950 : 800) : uncued(low.first, period), meaning })
      }
    }
    place = last
  }
  return found
}

/** How sure an amount of money is a wage that no word says is one: at the beginning of a line, and where it is paid again and again. */
function uncued (first: number, period: WagePeriod | null): number {
  return first === 0 ? 700 : period === null ? 550 : 650
}

/** True when an amount may begin with a word. */
export function beginsAmount (word: string): boolean {
  return beginsNumber(word) || CURRENCY.has(word) || JOINED.test(word)
}

function amountAt (text: string, tokens: readonly Token[], place: number): Amount | undefined {
  const first = tokens[place]?.word ?? ''
  if (!beginsNumber(first) && first[0] !== 'r' && first[0] !== 'i') return undefined
  const joined = beginsNumber(first) ? null : JOINED.exec(first)
  const currency = CURRENCY.has(first) || joined !== null
  const at = CURRENCY.has(first) ? place + 1 : place
  const number = joined === null ? numberAt(text, tokens, at) : numberAt(text, tokens, place, first.slice(joined[0].length))
  if (number === undefined) return undefined
  const next = tokens[number.last + 1]
  if (number.unit === '' && next !== undefined && SCALES.has(next.word) && /^\s{0,3}$/.test(gapBefore(text, tokens, number.last + 1))) {
    const scale = SCALES.get(next.word)!
    return scale === MILLION ? millionsAt(text, tokens, number, place) : amount(number.value, place, number.last + 1, next.word, true, scale)
  }
  const scale = SCALES.get(number.unit)
  if (number.unit !== '' && scale === undefined) return undefined
  return amount(number.value, place, number.last, number.unit, currency || scale !== undefined, scale ?? 1)
}

/** `lima juta`, `dua juta lima ratus ribu`: thousands that follow millions are added to them. */
function millionsAt (text: string, tokens: readonly Token[], { value, last }: WrittenNumber, first: number): Amount {
  const millions = last + 1
  const unit = tokens[millions]!.word
  const rest = tokens[millions + 1]?.opens === false && BLANK.test(gapBefore(text, tokens, millions + 1)) ? numberAt(text, tokens, millions + 1) : undefined
  if (rest !== undefined && rest.unit === '' && rest.value < THOUSAND) {
    const hundreds = tokens[rest.last + 1]?.word === 'ratus'
    const thousands = rest.last + (hundreds ? 2 : 1)
    if (SCALES.get(tokens[thousands]?.word ?? '') === THOUSAND) return amount(value + rest.value * (hundreds ? 100 : 1) / THOUSAND, first, thousands, unit, true, MILLION)
  }
  return amount(value, first, millions, unit, true, MILLION)
}

/** Property by property: a spread of objects whose numbers may be fractions took more time than all the rest of the reading. */
function amount (value: number, first: number, last: number, unit: string, marked: boolean, scale: number): Amount {
  return { value, last, unit, first, marked, scale }
}

function endsOf (low: Amount, high: Amount | undefined, edge: 'upper' | 'lower' | undefined): { min: number | null, max: number | null } | undefined {
  if (high === undefined) {
    const pay = payOf(low, low.scale)
    if (pay === undefined) return undefined
    return edge === 'upper' ? { min: null, max: pay } : edge === 'lower' ? { min: pay, max: null } : { min: pay, max: pay }
  }
  // `4 - 5 juta`: the unit stands once, for both.
  const min = payOf(low, low.scale === 1 && low.value < 1000 ? high.scale : low.scale)
  const max = payOf(high, high.scale)
  return min === undefined || max === undefined || max < min ? undefined : { min, max }
}

function payOf ({ value }: WrittenNumber, scale: number): number | undefined {
  const pay = Math.round(value * scale)
  return pay >= LEAST_PAY && pay <= MOST_PAY ? pay : undefined
}

function cueBefore (tokens: readonly Token[], place: number): 'wage' | 'other' | undefined {
  for (let at = place - 1; at >= 0 && at >= place - REACH; at--) {
    const { word } = tokens[at]!
    if (WAGE_CUES.has(word)) return 'wage'
    if (OTHER_CUES.has(word)) return 'other'
  }
  return undefined
}

function edgeBefore (tokens: readonly Token[], first: number): 'upper' | 'lower' | undefined {
  for (let at = first - 1; at >= 0 && at >= first - 2; at--) {
    const { word } = tokens[at]!
    if (UPPER_END.has(word)) return 'upper'
    if (LOWER_END.has(word)) return 'lower'
  }
  return undefined
}

function periodAfter (text: string, tokens: readonly Token[], last: number): { period: WagePeriod | null, end: number } {
  const next = tokens[last + 1]
  if (next === undefined || next.opens) return { period: null, end: last }
  const whole = WHOLE_PERIODS.get(next.word)
  if (whole !== undefined) return { period: whole, end: last + 1 }
  const per = PER.has(next.word) ? last + 2 : last + 1
  const period = PERIODS.get(tokens[per]?.word ?? '')
  const linked = per === last + 2 || gapBefore(text, tokens, last + 1).includes('/')
  return period === undefined || !linked ? { period: null, end: last } : { period, end: per }
}

/** The period that stands before an amount, in its thought: `gaji bulanan 5 juta`, `per hari 130.000`. */
function periodBefore (tokens: readonly Token[], first: number): WagePeriod | null {
  for (let at = first - 1; at >= 0 && at >= first - PERIOD_REACH; at--) {
    const { word } = tokens[at]!
    const period = WHOLE_PERIODS.get(word) ?? (PER.has(tokens[at - 1]?.word ?? '') ? PERIODS.get(word) : undefined)
    if (period !== undefined) return period
    // A colon opens a thought, and the amount stands behind it.
    if (tokens[at]!.opens) return null
  }
  return null
}
