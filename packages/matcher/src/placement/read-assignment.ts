import type { Market } from './market.ts'
import { marketFromCosts } from './market-from-costs.ts'
import { wordsOf } from './text-words.ts'

/** A square of so many numbers is the largest that is taken. */
const MOST_ROWS = 20_000

/**
 * A market out of an assignment problem as the OR-Library writes it (J. E. Beasley, files `assign100` to `assign800`, `assignp800` and the
 * like): n, then the n x n costs row by row, broken over lines at will. Whatever separates numbers is white space.
 * Throws RangeError with the line, from 1, of a word that is no whole number, and for too few or too many of them. O(text).
 */
export function readAssignment (text: string): Market {
  const words = wordsOf(text)
  const first = words.next()
  if (first.done === true) throw new RangeError('Line 1: expected the number of rows, but the text is empty.')
  const size = wholeWord(first.value.word, first.value.line)
  if (size < 1 || size > MOST_ROWS) throw new RangeError(`Line ${first.value.line}: expected a number of rows from 1 to ${MOST_ROWS}, got ${size}.`)
  const costs = new Int32Array(size * size)
  let read = 0
  let line = first.value.line
  for (const each of words) {
    if (read === costs.length) throw new RangeError(`Line ${each.line}: expected the end after ${size} x ${size} costs, got '${each.word}'.`)
    line = each.line
    costs[read++] = wholeWord(each.word, line)
  }
  if (read < costs.length) throw new RangeError(`Line ${line}: expected ${size} x ${size} costs, but the text ends after ${read}.`)
  return marketFromCosts(costs, { width: size })
}

function wholeWord (word: string, line: number): number {
  const number = Number(word)
  if (/^[+-]?\d+$/.test(word) && Math.abs(number) <= 2_147_483_647) return number
  throw new RangeError(`Line ${line}: expected a whole number from -2147483647 to 2147483647, got '${word.slice(0, 40)}'.`)
}
