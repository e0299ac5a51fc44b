import type { Reading } from '../mention.ts'
import { PhraseTrie } from '../phrase-trie.ts'
import { EVERY_READER, isFor, type Token } from '../tokens.ts'
import { beginsNumber, numberAt, rangeAfter } from './numbers.ts'

const MONTHS_PER_YEAR = 12
const UNITS: ReadonlyMap<string, number> = new Map([
  ...['tahun', 'thn', 'th', 'tahunan', 'year', 'years', 'yr', 'yrs'].map(word => [word, MONTHS_PER_YEAR] as const),
  ...['bulan', 'bln', 'month', 'months'].map(word => [word, 1] as const),
])
/** Whole durations in one word. */
const SPANS: ReadonlyMap<string, number> = new Map([['setahun', MONTHS_PER_YEAR], ['sebulan', 1]])

const EXPERIENCE_WORDS: ReadonlySet<string> = new Set(['pengalaman', 'berpengalaman', 'pglmn', 'pnglmn', 'experience', 'experienced', 'experiences'])
const LEAST_WORDS: ReadonlySet<string> = new Set(['min', 'minimal', 'minimum', 'minimun', 'setidaknya', 'sekurangnya', 'least'])
/** What the years were spent on: beside a minimum it tells of experience though the word is not there. */
const WORK_WORDS: ReadonlySet<string> = new Set(['dibidang', 'dibidangnya', 'bidang', 'bidangnya', 'sebagai', 'posisi'])

/** Before a least duration these tell of a past: `pernah menjadi penjahit min. 2 tahun`. */
const PAST_WORDS: ReadonlySet<string> = new Set(['pernah', ...WORK_WORDS])
/** Before a further duration of the same line these make it a part of the first: `minimal 3 tahun, dengan 1 tahun sebagai supervisor`. */
const PART_WORDS: ReadonlySet<string> = new Set(['dengan', 'with', 'termasuk', 'including'])
const PART_REACH = 3
/** Too little for an answer: a part of an experience that is asked in full. */
const PART = 550

/** An age, an upper end, a term of contract: the number after it is none of experience. */
const OTHER_MATTER: ReadonlySet<string> = new Set([
  'usia', 'umur', 'berusia', 'berumur', 'age', 'aged', 'maks', 'maksimal', 'maksimum', 'max', 'maximum', 'kontrak', 'contract', 'sejak',
])
/** A firm that tells of its own years (`berpengalaman lebih dari 40 tahun`) names more than this. */
const MOST_ASKED = 30 * MONTHS_PER_YEAR

/** Before the word for it these make it a demand though no number stands there: `memiliki pengalaman`. */
const HAVING: ReadonlySet<string> = new Set([
  'memiliki', 'mempunyai', 'punya', 'ada', 'wajib', 'harus', 'sudah', 'diutamakan', 'disukai', 'have', 'has', 'having', 'with', 'prior', 'previous', 'proven', 'relevant',
])
/** The same behind it: `pengalaman kerja`, `berpengalaman di bidangnya`. */
const SPENT_ON: ReadonlySet<string> = new Set([...WORK_WORDS, 'kerja', 'di', 'dalam', 'pada', 'menjadi', 'mengoperasikan', 'menggunakan', 'diutamakan', 'in', 'as', 'working', 'preferred', 'required'])
/** Whose it is not a worker's: `customer experience in our outlets`, `didampingi tim berpengalaman di bidangnya`. */
const OTHERS_OWN: ReadonlySet<string> = new Set(['customer', 'user', 'guest', 'brand', 'shopping', 'learning', 'tim', 'team', 'trainer', 'mentor', 'perusahaan', 'kami', 'memberikan', 'meningkatkan', 'menciptakan'])
const ANY_AMOUNT = 700

/** How far from the word for it a duration is still one of experience. */
const REACH_AFTER = 14
const REACH_BEFORE = 4

/** Welcome to people without experience. The second ones deny experience itself. */
const OPEN_PHRASES = [
  'fresh graduate', 'fresh graduates', 'fresh graduated', 'freshgraduate', 'freshgraduated', 'fresh grad', 'freshgrad', 'fresh gradute', 'fresh graduet',
  'lulusan baru', 'baru lulus', 'lulusan fresh',
]
const DENIED = ['pengalaman', 'berpengalaman', 'experience', 'pengalaman kerja', 'work experience', 'prior experience', 'previous experience']
const DENIALS = [
  'tanpa', 'non', 'belum ada', 'belum punya', 'belum memiliki', 'belum ber', 'belum', 'tidak perlu', 'tdk perlu', 'gak perlu', 'tidak harus', 'tidak wajib',
  'tidak punya',
  'tidak memiliki', 'tidak diperlukan', 'no', 'without',
]
const DENIED_AFTER = [
  'pengalaman tidak diperlukan', 'pengalaman tidak wajib', 'pengalaman tidak diutamakan', 'pengalaman tidak perlu', 'experience not required', 'experience not needed',
  'experience is not required', 'experience is not needed',
]
const WELCOME = 0
const NEGATED = 1

/** Before an open phrase these turn it round: `bukan untuk fresh graduate`. */
const CLOSES: ReadonlySet<string> = new Set(['bukan', 'no', 'not', 'non'])
const CLOSES_WITH: ReadonlySet<string> = new Set(['menerima', 'untuk'])
const CLOSING_REACH = 3

const phrases = new PhraseTrie()
for (const phrase of OPEN_PHRASES) phrases.add(phrase, WELCOME)
for (const phrase of DENIED_AFTER) phrases.add(phrase, NEGATED)
for (const denial of DENIALS) for (const what of DENIED) phrases.add(`${denial} ${what}`, NEGATED)

interface Duration {
  first: number
  last: number
  min: number
  max: number | null
}

/**
 * Experience in a passage: durations beside the word for it (`pengalaman minimal 2 thn`, `2+ years of experience`, `min. 1 tahun di bidangnya`), and
 * words that welcome people without any. Where a passage has neither, the first words that ask for some (`berpengalaman di bidangnya`). O(words).
 */
export function readExperience (text: string, tokens: readonly Token[], reader: number = EVERY_READER): Reading[] {
  const found: Reading[] = []
  for (const { value, first, last } of phrases.scan(tokens, reader)) {
    if (value === WELCOME && closedBefore(tokens, first)) continue
    const negated = value === NEGATED
    found.push({ ...span(tokens, first, last), confidence: 950, meaning: { kind: 'experience', min: 0, max: negated ? 0 : null }, ...(negated ? { negated } : {}) })
  }
  let asked = false
  let timed = false
  for (let place = 0; place < tokens.length; place++) {
    if (!isFor(tokens[place]!, reader)) continue
    const duration = durationAt(text, tokens, place)
    if (duration === undefined) continue
    const { first, last, min, max } = duration
    timed = true
    const sure = sureness(tokens, duration)
    if (sure > 0 && min <= MOST_ASKED) {
      const confidence = asked && isPart(tokens, first) ? PART : sure
      found.push({ ...span(tokens, first, last), confidence, meaning: { kind: 'experience', min, max } })
      asked = true
    }
    place = last
  }
  // A time beside it that is none of experience is an age, or a firm's own years: better silent.
  const bare = found.length > 0 || timed ? -1 : tokens.findIndex((_token, place) => asksForSome(tokens, place))
  if (bare >= 0) found.push({ ...span(tokens, bare, bare), confidence: ANY_AMOUNT, meaning: { kind: 'experience', min: null, max: null } })
  return found
}

function asksForSome (tokens: readonly Token[], place: number): boolean {
  const { word, opens } = tokens[place]!
  if (!EXPERIENCE_WORDS.has(word)) return false
  const before = opens ? '' : tokens[place - 1]?.word ?? ''
  if (OTHERS_OWN.has(before) || (before === 'yang' && OTHERS_OWN.has(tokens[place - 2]?.word ?? ''))) return false
  const next = tokens[place + 1]
  // Alone it heads what follows: `Pengalaman kerja:`.
  if (opens && next?.word === 'kerja' && (tokens[place + 2]?.opens ?? true)) return false
  return HAVING.has(before) || (next !== undefined && !next.opens && SPENT_ON.has(next.word)) || (opens && (word === 'berpengalaman' || word === 'experienced'))
}

/** True when something about experience may begin with a word. */
export function beginsExperience (word: string): boolean {
  return beginsNumber(word) || SPANS.has(word) || EXPERIENCE_WORDS.has(word) || phrases.begins(word)
}

function span (tokens: readonly Token[], first: number, last: number): { start: number, end: number } {
  return { start: tokens[first]!.start, end: tokens[last]!.end }
}

function isPart (tokens: readonly Token[], first: number): boolean {
  for (let at = first - 1; at >= 0 && at >= first - PART_REACH; at--) {
    if (PART_WORDS.has(tokens[at]!.word)) return true
    if (!LEAST_WORDS.has(tokens[at]!.word) && tokens[at]!.word !== 'at') return false
  }
  return false
}

function closedBefore (tokens: readonly Token[], first: number): boolean {
  for (let at = first - 1; at >= 0 && at >= first - CLOSING_REACH; at--) {
    if (tokens[at + 1]!.opens) return false
    const { word } = tokens[at]!
    if (CLOSES.has(word) || (word === 'tidak' && CLOSES_WITH.has(tokens[at + 1]!.word))) return true
  }
  return false
}

/** How sure it is that a duration is one of experience, per mille; 0 when it is none. */
function sureness (tokens: readonly Token[], { first, last }: Duration): number {
  for (let at = first - 1; at >= 0 && at >= first - REACH_AFTER; at--) {
    if (tokens[at + 1]!.opens && at + 1 !== first && !LEAST_WORDS.has(tokens[at + 1]!.word)) break
    const { word } = tokens[at]!
    if (OTHER_MATTER.has(word)) return 0
    if (word === 'lebih' && tokens[at + 1]?.word === 'dari') return 0
    if (EXPERIENCE_WORDS.has(word)) return 900
  }
  for (let at = last + 1; at < tokens.length && at <= last + REACH_BEFORE; at++) {
    if (tokens[at]!.opens) break
    if (EXPERIENCE_WORDS.has(tokens[at]!.word)) return 850
  }
  const atLeast = LEAST_WORDS.has(tokens[first - 1]?.word ?? '')
  if (!atLeast) return 0
  const next = tokens[last + 1]
  const working = next !== undefined && !next.opens && (WORK_WORDS.has(next.word) || (next.word === 'di' && WORK_WORDS.has(tokens[last + 2]?.word ?? '')))
  return working || workedBefore(tokens, first) ? 700 : 0
}

function workedBefore (tokens: readonly Token[], first: number): boolean {
  for (let at = first - 1; at >= 0 && at >= first - REACH_AFTER; at--) {
    if (PAST_WORDS.has(tokens[at]!.word)) return true
    if (tokens[at]!.opens) return false
  }
  return false
}

function durationAt (text: string, tokens: readonly Token[], place: number): Duration | undefined {
  const whole = SPANS.get(tokens[place]!.word)
  if (whole !== undefined) return { first: place, last: place, min: whole, max: null }
  const low = numberAt(text, tokens, place)
  if (low === undefined || low.value > 99) return undefined
  const lowUnit = unitAfter(tokens, low.last, low.unit)
  const from = rangeAfter(text, tokens, lowUnit?.last ?? low.last)
  const high = from === undefined ? undefined : numberAt(text, tokens, from)
  const highUnit = high === undefined || high.value > 99 ? undefined : unitAfter(tokens, high.last, high.unit)
  if (high !== undefined && highUnit !== undefined) {
    const min = Math.round(low.value * (lowUnit ?? highUnit).months)
    const max = Math.round(high.value * highUnit.months)
    return { first: place, last: highUnit.last, min, max: max < min ? null : max }
  }
  return lowUnit === undefined ? undefined : { first: place, last: lowUnit.last, min: Math.round(low.value * lowUnit.months), max: null }
}

/** The unit of time written onto a number or after it; between them the number may stand again in words: `3 (tiga) tahun`. */
function unitAfter (tokens: readonly Token[], last: number, written: string): { months: number, last: number } | undefined {
  if (written !== '') {
    const months = UNITS.get(written)
    return months === undefined ? undefined : { months, last }
  }
  for (let at = last + 1; at <= last + 2 && at < tokens.length; at++) {
    const { word, opens } = tokens[at]!
    const months = UNITS.get(word)
    if (opens) return undefined
    if (months !== undefined) return { months, last: at }
    if (numberAt('', tokens, at)?.unit !== '' || /^\d/.test(word)) return undefined
  }
  return undefined
}
