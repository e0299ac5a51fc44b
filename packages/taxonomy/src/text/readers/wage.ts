import type { Reading, WagePeriod } from '../mention.ts'
import { EVERY_READER, gapBefore, isFor, type Token } from '../tokens.ts'
import { beginsNumber, numberAt, rangeAfter, type WrittenNumber } from './numbers.ts'

/** Words of money on a job site, gathered by hand from what adverts write. */
const CURRENCY: ReadonlySet<string> = new Set(['rp', 'idr', 'rupiah'])
const SCALES: ReadonlyMap<string, number> = new Map([
  ['jt', 1e6], ['jta', 1e6], ['juta', 1e6], ['million', 1e6], ['mio', 1e6], ['rb', 1e3], ['rbu', 1e3], ['ribu', 1e3], ['k', 1e3],
])
const WAGE_CUES: ReadonlySet<string> = new Set([
  'gaji', 'gajih', 'gapok', 'upah', 'salary', 'wage', 'wages', 'penghasilan', 'pendapatan', 'thp', 'honor', 'income', 'salaries', 'remunerasi',
])
/** Money for something else than the work itself. The nearest word before the amount decides. */
const OTHER_CUES: ReadonlySet<string> = new Set([
  'komisi', 'bonus', 'insentif', 'tunjangan', 'internet', 'omset', 'omzet', 'target', 'budget', 'anggaran', 'penjualan', 'menjual', 'denda', 'deposit', 'transport',
  'commission', 'incentive', 'allowance', 'kredit', 'modal', 'harga', 'proyek', 'uang',
])
const UPPER_END: ReadonlySet<string> = new Set(['hingga', 'sampai', 'maks', 'maksimal', 'max', 'maximum', 'up'])
const LOWER_END: ReadonlySet<string> = new Set(['mulai', 'min', 'minimal', 'minimum', 'from', 'dari', 'atas', 'start', 'starting'])
const PERIODS: ReadonlyMap<string, WagePeriod> = new Map([
  ['jam', 'hour'], ['hour', 'hour'], ['hari', 'day'], ['day', 'day'], ['minggu', 'week'], ['week', 'week'],
  ['bulan', 'month'], ['bln', 'month'], ['month', 'month'], ['perbulan', 'month'], ['tahun', 'year'], ['year', 'year'], ['annum', 'year'],
])

/** How many words before an amount its cue may stand. */
const REACH = 10
/** Less is no wage for a month and more is no wage: a year, a telephone number, a turnover. */
const LEAST_PAY = 5_000
const MOST_PAY = 1_000_000_000

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
        const { period, end } = periodAfter(text, tokens, last)
        const meaning = { kind: 'wage', ...ends, period } as const
        found.push({ start: tokens[low.first]!.start, end: tokens[end]!.end, confidence: cue === 'wage' ? (marked ? 950 : 800) : (low.first === 0 ? 700 : 550), meaning })
      }
    }
    place = last
  }
  return found
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
    return amount(number.value, place, number.last + 1, next.word, true, SCALES.get(next.word)!)
  }
  const scale = SCALES.get(number.unit)
  if (number.unit !== '' && scale === undefined) return undefined
  return amount(number.value, place, number.last, number.unit, currency || scale !== undefined, scale ?? 1)
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
  const per = next.word === 'per' ? last + 2 : last + 1
  const period = PERIODS.get(tokens[per]?.word ?? '')
  const linked = per === last + 2 || next.word === 'perbulan' || gapBefore(text, tokens, last + 1).includes('/')
  return period === undefined || !linked ? { period: null, end: last } : { period, end: per }
}
