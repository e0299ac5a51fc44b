import type { Market } from './market.ts'
import { marketFromPreferences, type OneSidedPair, type SeekerPreferences, type VacancyPreferences } from './market-from-preferences.ts'

/** A market, with the pairs that only one side lists. */
export interface ResidentsMarket {
  market: Market
  oneSided: OneSidedPair[]
}

const MOST_PARTIES = 10_000_000

/**
 * A market out of a hospitals/residents problem with ties, in the plain text that generators of such problems write: a line with the numbers of
 * residents and hospitals, a line for each resident and then for each hospital, both numbered from 1. Residents become seekers and
 * hospitals vacancies, ids being their numbers. Ties stand in round brackets. A hospital's line has its capacity in the middle. Colons may be left out, in a
 * line, where generators write none. Empty lines, and what follows a `#`, do not count.
 *
 *     3 2
 *     1: 1 2
 *     2: (1 2)
 *     3: 2
 *     1: 2: 2 (1 3)
 *     2: 1: 3 1 2
 *
 * Throws RangeError with the line, from 1, and what was expected. O(text).
 */
export function readResidents (text: string): ResidentsMarket {
  if (typeof text !== 'string') throw new TypeError(`Expected a text, got ${text === null ? 'null' : typeof text}.`)
  const lines = linesOf(text)
  const counts = lines.shift()
  if (counts === undefined) throw new RangeError('Line 1: expected the numbers of residents and hospitals, but the text is empty.')
  const [numResidents, numHospitals] = readCounts(counts)
  if (lines.length !== numResidents + numHospitals) {
    const { line } = lines.at(-1) ?? counts
    throw new RangeError(`Line ${line}: expected ${numResidents} lines of residents and ${numHospitals} of hospitals, but there are ${lines.length} lines after the first.`)
  }
  const residents = lines.slice(0, numResidents).map((line, index): SeekerPreferences => {
    const [id, prefers] = partsOf(line, 2, 'number: preferences')
    return { id: readNumber(line, id, index + 1), prefers: readList(line, prefers, numHospitals) }
  })
  const hospitals = lines.slice(numResidents).map((line, index): VacancyPreferences => {
    const [id, capacity, prefers] = partsOf(line, 3, 'number: capacity: preferences')
    return { id: readNumber(line, id, index + 1), seats: wholeIn(line, capacity, 0, MOST_PARTIES, 'a capacity'), prefers: readList(line, prefers, numResidents) }
  })
  return marketFromPreferences({ seekers: residents, vacancies: hospitals })
}

interface Line {
  line: number
  text: string
}

function linesOf (text: string): Line[] {
  return text.split(/\r\n|\n|\r/)
    .map((content, index) => ({ line: index + 1, text: content.replace(/#.*/, '').trim() }))
    .filter(line => line.text !== '')
}

function readCounts (line: Line): [number, number] {
  const words = line.text.split(/\s+/)
  if (words.length !== 2) throw expected(line, 'the numbers of residents and hospitals', line.text)
  return [wholeIn(line, words[0], 0, MOST_PARTIES, 'a number of residents'), wholeIn(line, words[1], 0, MOST_PARTIES, 'a number of hospitals')]
}

function partsOf (line: Line, count: number, what: string): string[] {
  const parts = line.text.includes(':') ? line.text.split(':').map(part => part.trim()) : withoutColons(line.text, count)
  if (parts.length !== count) throw expected(line, `'${what}'`, line.text)
  return parts
}

/** The first words, and the rest as it is. */
function withoutColons (text: string, count: number): string[] {
  const words = text.split(/\s+/)
  return words.length < count - 1 ? words : [...words.slice(0, count - 1), words.slice(count - 1).join(' ')]
}

function readNumber (line: Line, word: string, number: number): string {
  if (/^\d+$/.test(word) && Number(word) === number) return String(number)
  throw expected(line, `the line of number ${number}`, word)
}

/** Preferences as lists of ids, ties as lists within. */
function readList (line: Line, text: string, numOthers: number): Array<string | string[]> {
  const list: Array<string | string[]> = []
  const seen = new Set<string>()
  let tie: string[] | null = null
  for (const [word] of text.matchAll(/[()]|[^\s()]+/g)) {
    if (word === '(') {
      if (tie !== null) throw expected(line, "a ')' before the next '('", word)
      tie = []
    } else if (word === ')') {
      if (tie === null) throw expected(line, "a '(' before this ')'", word)
      list.push(tie)
      tie = null
    } else {
      const id = String(wholeIn(line, word, 1, numOthers, 'a number'))
      if (seen.has(id)) throw expected(line, 'each number once', word)
      seen.add(id)
      if (tie === null) list.push(id)
      else tie.push(id)
    }
  }
  if (tie !== null) throw expected(line, "a ')' that ends the tie", 'the end of the line')
  return list
}

function wholeIn (line: Line, word: string, least: number, most: number, what: string): number {
  const number = Number(word)
  if (/^\d+$/.test(word) && number >= least && number <= most) return number
  throw expected(line, `${what} from ${least} to ${most}`, word)
}

function expected ({ line }: Line, what: string, got: string): RangeError {
  return new RangeError(`Line ${line}: expected ${what}, got '${got.slice(0, 40)}'.`)
}
