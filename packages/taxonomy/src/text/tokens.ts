import { normaliseName } from '../normalise.ts'

/** A word of a text: its comparable form, and where it stands. */
export interface Token {
  word: string
  /** Offsets in the text, UTF-16 code units; `end` is the first one after the word. */
  start: number
  end: number
  /** Something before the word ends a thought, so that no phrase runs across: a line's end, a semicolon, a full stop. */
  opens: boolean
  /** A comma or `&` stands before the word: a long name may hold one, two words that are merely listed may not be read as one term. */
  pauses: boolean
}

/** Letters and digits, with apostrophes inside. No two parts of it can match the same character, so the scan is linear. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['`‘’ʼ´][\p{L}\p{N}\p{M}]+)*/gu

/** Ends a thought wherever it stands. Bullets do; brackets, commas and slashes do not, since names hold them. */
const BREAK = /[\n\r;:!?•●▪·|]/

/** Parts of a list. Brackets, slashes and dashes are none: `UI/UX`, `laba-rugi`. */
const PAUSE = /[,&+]/

/** A full stop ends a thought unless the word before it is so short that it reads as an abbreviation: `Ms. Word`, `No. 5`. */
const LONGEST_ABBREVIATION = 3

/** The words of a text in order. O(length). */
export function tokensOf (text: string): Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const gap = text.slice(last, start)
    const before = tokens.at(-1)
    const stopped = gap.includes('.') && before !== undefined && before.end - before.start > LONGEST_ABBREVIATION
    last = start + match[0].length
    tokens.push({ word: normaliseName(match[0]), start, end: last, opens: before === undefined || stopped || BREAK.test(gap), pauses: PAUSE.test(gap) })
  }
  return tokens
}
