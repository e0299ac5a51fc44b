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

/** Letters and digits, with apostrophes and characters without width inside. No two parts of it can match the same character, so the scan is linear. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['`‘’ʼ´\u00AD\u200B-\u200D\u2060\uFEFF]+[\p{L}\p{N}\p{M}]+)*/gu

/** Most words are these, and compare as they stand in lower case. */
const PLAIN = /^[A-Za-z0-9]+$/

/** Characters without width, which some put inside words to hide them: soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
const NO_WIDTH = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

const LATIN = /[a-z]/i

/** Cyrillic and Greek letters that look like a Latin one; they count as it where they stand beside Latin letters (Unicode TR39 confusables, hand-picked). */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([...'аеорсухіјѕԁһкмтвнαονρτυ'].map((letter, place) => [letter, 'aeopcyxijsdhkmtbhaovptu'[place]!]))

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
    tokens.push({ word: comparable(match[0]), start, end: last, opens: before === undefined || stopped || BREAK.test(gap), pauses: PAUSE.test(gap) })
  }
  return tokens
}

/** What stands between a word and the one before it; between the text's beginning and the first word. */
export function gapBefore (text: string, tokens: readonly Token[], place: number): string {
  return text.slice(place === 0 ? 0 : tokens[place - 1]!.end, tokens[place]!.start)
}

function comparable (word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  const visible = word.replace(NO_WIDTH, '')
  if (!LATIN.test(visible)) return normaliseName(visible)
  let latin = ''
  for (const letter of visible) latin += LOOK_ALIKES.get(letter.toLowerCase()) ?? letter
  return normaliseName(latin)
}
