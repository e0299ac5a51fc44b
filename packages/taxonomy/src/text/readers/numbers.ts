import { gapBefore, type Token } from '../tokens.ts'

/** A number in a text: its value, its last word, and the letters that are written onto it (`jt` of `5jt`). */
export interface WrittenNumber {
  value: number
  last: number
  unit: string
}

const DIGITS = /^(\d{1,12})([a-z]{0,6})$/

/** Numbers in words as adverts write them, Indonesian and English. */
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'].map((word, place) => [word, place + 1] as const),
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, place) => [word, place + 1] as const),
])

/** Words between the ends of a range; `s/d` comes as two words. */
const RANGE_WORDS: ReadonlySet<string> = new Set(['sampai', 'hingga', 'sd', 'to', 'until'])
const RANGE_GAP = /^\s{0,3}[-–—~]\s{0,3}$/

/** A first look at a word: no other begins a number. */
export function beginsNumber (word: string): boolean {
  const code = word.charCodeAt(0)
  return (code >= 48 && code <= 57) || NUMBER_WORDS.has(word)
}

/**
 * The number that begins at a word: `5`, `4,5`, `4.500.000`, `4.500.000,00`, `5jt`, `dua`. A point or comma before exactly three digits parts
 * thousands, before one or two it parts a fraction. `word` stands in for the first word where only its end is a number. O(1): at most five words are looked at.
 */
export function numberAt (text: string, tokens: readonly Token[], place: number, word: string = tokens[place]?.word ?? ''): WrittenNumber | undefined {
  if (!beginsNumber(word)) return undefined
  const spoken = NUMBER_WORDS.get(word)
  if (spoken !== undefined) return { value: spoken, last: place, unit: '' }
  const head = DIGITS.exec(word)
  if (head === null) return undefined
  let value = Number(head[1])
  let unit = head[2]!
  let last = place
  while (unit === '' && last < place + 4 && last + 1 < tokens.length) {
    const gap = gapBefore(text, tokens, last + 1)
    const next = DIGITS.exec(tokens[last + 1]!.word)
    if ((gap !== '.' && gap !== ',') || next === null) break
    const grouped = next[1]!.length === 3
    if (!grouped && next[1]!.length > 2) break
    // After thousands a fraction is `,00`; it says nothing.
    if (grouped) value = value * 1000 + Number(next[1])
    else if (last === place) value += Number(next[1]) / 10 ** next[1]!.length
    unit = next[2]!
    last++
    if (!grouped) break
  }
  return { value, last, unit }
}

/** The word after which the upper end of a range begins, or undefined when no range follows the word at `last`. */
export function rangeAfter (text: string, tokens: readonly Token[], last: number): number | undefined {
  const next = tokens[last + 1]
  if (next === undefined) return undefined
  if (RANGE_GAP.test(gapBefore(text, tokens, last + 1))) return last + 1
  if (RANGE_WORDS.has(next.word)) return last + 2
  return next.word === 's' && tokens[last + 2]?.word === 'd' ? last + 3 : undefined
}
