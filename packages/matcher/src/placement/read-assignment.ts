import type { Market } from './market.ts'
import { idsFromOne, marketFromArcs, type Arcs } from './market-from-arcs.ts'
import { marketFromCosts } from './market-from-costs.ts'
import { readDimacs } from './read-dimacs.ts'
import { wordsOf, type Word } from './text-words.ts'

/** A square of so many numbers is the largest that is taken. */
const MOST_ROWS = 20_000
/** Row, column and cost. */
const ARC = 3

/**
 * A market out of an assignment problem as it is published:
 * - of the OR-Library (J. E. Beasley), `assign100` to `assign800`: n, then the n x n costs row by row, broken over lines at will;
 * - `assignp800` to `assignp5000` there: n, then a line for each pair that may be, with row, column (both from 1) and cost. Told by lines of three numbers
 *   that are not n x n in all; of a pair that comes twice the lower cost counts;
 * - of the DIMACS challenges: lines that begin with `c`, `p asn`, `n` and `a`.
 *
 * Whatever separates numbers is white space. Throws RangeError with the line, from 1, of what is not as expected. O(text).
 */
export function readAssignment (text: string): Market {
  const words = wordsOf(text)
  const first = words.next()
  if (first.done === true) throw new RangeError('Line 1: expected the number of rows, but the text is empty.')
  if (first.value.word === 'c' || first.value.word === 'p') return readDimacs(text)
  const size = wholeWord(first.value.word, first.value.line)
  if (size < 1 || size > MOST_ROWS) throw new RangeError(`Line ${first.value.line}: expected a number of rows from 1 to ${MOST_ROWS}, got ${size}.`)
  return isListOfPairs(text, size) ? readPairs(words, size) : readSquare(words, size, first.value.line)
}

function readSquare (words: Iterable<Word>, size: number, firstLine: number): Market {
  const costs = new Int32Array(size * size)
  let read = 0
  let line = firstLine
  for (const each of words) {
    if (read === costs.length) throw new RangeError(`Line ${each.line}: expected the end after ${size} x ${size} costs, got '${each.word}'.`)
    line = each.line
    costs[read++] = wholeWord(each.word, line)
  }
  if (read < costs.length) throw new RangeError(`Line ${line}: expected ${size} x ${size} costs, but the text ends after ${read}.`)
  return marketFromCosts(costs, { width: size })
}

/** Whether every line after the first has three words, and they are no square. A square of three has such lines as well. */
function isListOfPairs (text: string, size: number): boolean {
  if (size === ARC) return false
  let numLines = 0
  let isFirst = true
  for (const [line] of text.matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
    const numWords = line.trim().split(/\s+/).length
    if (isFirst && numWords !== 1) return false
    if (!isFirst && numWords !== ARC) return false
    numLines += Number(!isFirst)
    isFirst = false
  }
  return numLines > 0 && numLines * ARC !== size * size
}

function readPairs (words: Iterable<Word>, size: number): Market {
  const arcs: Arcs = { rows: [], columns: [], costs: [] }
  let part = 0
  for (const { word, line } of words) {
    const number = wholeWord(word, line)
    if (part < 2 && (number < 1 || number > size)) throw new RangeError(`Line ${line}: expected a ${part === 0 ? 'row' : 'column'} from 1 to ${size}, got '${word.slice(0, 40)}'.`)
    if (part === 0) arcs.rows.push(number - 1)
    else if (part === 1) arcs.columns.push(number - 1)
    else arcs.costs.push(number)
    part = (part + 1) % ARC
  }
  return marketFromArcs(idsFromOne(size), idsFromOne(size), arcs)
}

function wholeWord (word: string, line: number): number {
  const number = Number(word)
  if (/^[+-]?\d+$/.test(word) && Math.abs(number) <= 2_147_483_647) return number
  throw new RangeError(`Line ${line}: expected a whole number from -2147483647 to 2147483647, got '${word.slice(0, 40)}'.`)
}
