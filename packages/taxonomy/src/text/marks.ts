import type { Reading } from './mention.ts'
import { PhraseTrie } from './phrase-trie.ts'
import { EVERY_READER, gapBefore, isFor, type Token } from './tokens.ts'

/** Words that deny what follows, and words that deny what went before; Indonesian and English, by hand. */
const DENIES_AFTER = [
  'tidak perlu', 'tidak harus', 'tidak wajib', 'tidak butuh', 'tidak dibutuhkan', 'tidak diperlukan', 'tidak membutuhkan', 'tidak memerlukan', 'tidak menerima',
  'tidak mensyaratkan', 'tdk perlu', 'tdk wajib',
  'gak perlu', 'ga perlu', 'nggak perlu', 'tak perlu', 'tanpa', 'bukan', 'non', 'no', 'no need for', 'without', 'not', 'does not require', 'selain', 'kecuali', 'except',
]
const DENIES_BEFORE = [
  'tidak diperlukan', 'tidak wajib', 'tidak diutamakan', 'tidak perlu', 'tidak harus', 'tidak dibutuhkan', 'tidak disyaratkan', 'not required', 'not needed',
  'is not required', 'not necessary', 'not mandatory',
]
const PREFERS = [
  'diutamakan', 'lebih diutamakan', 'lebih disukai', 'disukai', 'lebih utama', 'nilai tambah', 'nilai plus', 'nilai lebih', 'menjadi nilai tambah',
  'menjadi nilai plus', 'merupakan nilai tambah', 'poin plus',
  'prioritas', 'diprioritaskan', 'diusahakan', 'preferred', 'preferably', 'prefer', 'is a plus', 'a plus', 'an advantage', 'advantageous', 'nice to have',
  'will be a plus', 'is preferred', 'utamakan',
]
const JOINS: ReadonlySet<string> = new Set(['atau', 'or', 'ataupun', 'maupun', 'either'])
/** May stand between two alternatives beside a slash or `atau`: `SMA atau minimal D3`. */
const FILLERS: ReadonlySet<string> = new Set([
  'atau', 'or', 'ataupun', 'maupun', 'minimal', 'min', 'setara', 'sederajat', 'jurusan', 'lulusan', 'bahasa', 'sim', 'kab', 'kota', 'k', 'di', 'dan', 'and',
])

const DENY = 0
const DENIED = 1
const PREFER = 2

const marks = new PhraseTrie()
for (const phrase of DENIES_AFTER) marks.add(phrase, DENY)
const marksAfter = new PhraseTrie()
for (const phrase of DENIES_BEFORE) marksAfter.add(phrase, DENIED)
const preferences = new PhraseTrie()
for (const phrase of PREFERS) preferences.add(phrase, PREFER)

/** How many words a denial reaches: `tidak wajib memiliki SIM A`. */
const DENY_REACH = 3
/** Words between two alternatives, at most. */
const MOST_BETWEEN = 3

/** A reading with its words and its marks. */
export interface MarkedReading {
  reading: Reading
  first: number
  last: number
  negated: boolean
  preferred: boolean
  /** Group of alternatives, from 0 within the passage; -1 for none. */
  group: number
}

/**
 * Marks the readings of a passage, which come in order of their start: what is denied, what is only preferred, and which are alternatives. A denial holds for
 * the next three words; a preference for what follows it up to a comma or a bracket, or, where nothing follows, for what stands before it. O(words + readings).
 */
export function markReadings (text: string, tokens: readonly Token[], readings: readonly Reading[], reader: number = EVERY_READER): MarkedReading[] {
  const marked = placed(tokens, readings)
  if (tokens.some(token => isFor(token, reader))) markClauses(text, tokens, marked, reader)
  groupAlternatives(text, tokens, marked)
  return marked
}

/** True when a denial or a preference begins with a word. */
export function beginsMark (word: string): boolean {
  return marks.begins(word) || marksAfter.begins(word) || preferences.begins(word)
}

function markClauses (text: string, tokens: readonly Token[], marked: readonly MarkedReading[], reader: number): void {
  const clauses = clausesOf(text, tokens)
  for (const { last } of marks.scan(tokens, reader)) {
    for (const mention of startingWithin(marked, last + 1, last + DENY_REACH)) {
      if (clauses[mention.first] === clauses[last] && mention.reading.negated === undefined && !FREE_OF_DENIAL.has(mention.reading.meaning.kind)) mention.negated = true
    }
  }
  for (const { first, last } of marksAfter.scan(tokens, reader)) {
    for (const mention of endingWithin(marked, first - 1 - DENY_REACH, first - 1)) {
      if (clauses[mention.last] === clauses[first] && startingWithin(marked, last + 1, last + DENY_REACH).length === 0) mention.negated = true
    }
  }
  for (const { first, last } of preferences.scan(tokens, reader)) {
    if (tokens[first - 1]?.word === 'tidak') continue
    const clause = clauses[first]!
    const after = startingWithin(marked, last + 1, tokens.length).filter(mention => clauses[mention.first] === clause)
    const nearest = bracketed(text, tokens, first) ? clause - 1 : clause
    const touched = after.length > 0 ? after : endingWithin(marked, 0, first - 1).filter(mention => clauses[mention.last]! >= nearest)
    for (const mention of touched) mention.preferred = true
  }
}

/** Kinds whose own rules decide: a job type is not denied by a word for another, and a refused demand stays one. */
const FREE_OF_DENIAL: ReadonlySet<Reading['meaning']['kind']> = new Set(['protected', 'wage'])

function placed (tokens: readonly Token[], readings: readonly Reading[]): MarkedReading[] {
  let place = 0
  return readings.map(reading => {
    while (place < tokens.length - 1 && tokens[place]!.end <= reading.start) place++
    let last = place
    while (last < tokens.length - 1 && tokens[last + 1]!.start < reading.end) last++
    return { reading, first: place, last, negated: reading.negated === true, preferred: false, group: -1 }
  })
}

/** The number of the clause each word stands in; a new one begins with a thought, after a comma and at a bracket. */
function clausesOf (text: string, tokens: readonly Token[]): number[] {
  let clause = 0
  return tokens.map(({ opens }, place) => {
    if (place > 0 && (opens || /[,()[\]]/.test(gapBefore(text, tokens, place)))) clause++
    return clause
  })
}

function bracketed (text: string, tokens: readonly Token[], place: number): boolean {
  return /[(,]/.test(gapBefore(text, tokens, place))
}

function startingWithin (marked: readonly MarkedReading[], from: number, to: number): MarkedReading[] {
  const found: MarkedReading[] = []
  for (let at = lowerBound(marked, from); at < marked.length && marked[at]!.first <= to; at++) found.push(marked[at]!)
  return found
}

function endingWithin (marked: readonly MarkedReading[], from: number, to: number): MarkedReading[] {
  const found: MarkedReading[] = []
  for (let at = lowerBound(marked, from); at < marked.length && marked[at]!.first <= to; at++) if (marked[at]!.last <= to) found.push(marked[at]!)
  return found
}

function lowerBound (marked: readonly MarkedReading[], first: number): number {
  let low = 0
  let high = marked.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (marked[middle]!.first < first) low = middle + 1
    else high = middle
  }
  return low
}

function groupAlternatives (text: string, tokens: readonly Token[], marked: readonly MarkedReading[]): void {
  if (marked.length < 2) return
  const lastOf = new Map<string, MarkedReading>()
  let groups = 0
  for (const mention of marked) {
    const { kind } = mention.reading.meaning
    const before = lastOf.get(kind)
    lastOf.set(kind, mention)
    if (before === undefined || before.last >= mention.first || mention.first - before.last - 1 > MOST_BETWEEN || !areJoined(text, tokens, before, mention)) continue
    if (before.group < 0) before.group = groups++
    mention.group = before.group
  }
}

function areJoined (text: string, tokens: readonly Token[], left: MarkedReading, right: MarkedReading): boolean {
  let joined = text.slice(left.reading.end, right.reading.start).includes('/')
  for (let place = left.last + 1; place < right.first; place++) {
    const { word, opens } = tokens[place]!
    if (opens || !FILLERS.has(word)) return false
    if (JOINS.has(word)) joined = true
  }
  return joined && !tokens[right.first]!.opens
}
