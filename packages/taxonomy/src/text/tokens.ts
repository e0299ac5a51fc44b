import { normaliseName } from '../normalise.ts'
import { NO_NUMBER } from './vocabulary.ts'

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
  /** What is known of the word beside where it stands. */
  facts: WordFacts
}

/** What is known of a writing wherever it stands, so that it is found out once and not at every sight. */
export interface WordFacts {
  /** The comparable form; for the readers of adverts the formal writing, with a typing error mended. */
  word: string
  mended: boolean
  /** A bit for each reader that the word may say something to. All bits where nobody looked. */
  wakes: number
  /** What the word counts as in other forms of names; undefined where nobody looked. */
  term: string | undefined
  /** Numbers of the word and of its term among the words that phrases hold, as far as they were known when that many were numbered: `looked`. */
  number: number
  termNumber: number
  looked: number
}

/** Facts of a word whose numbers nobody looked up yet. */
export function wordFacts (word: string, mended: boolean, wakes: number, term: string | undefined): WordFacts {
  return { word, mended, wakes, term, number: NO_NUMBER, termNumber: NO_NUMBER, looked: NO_NUMBER }
}

/** The bits of a reader that looks at every word. */
export const EVERY_READER = -1

/** Whether a reader needs to look at a word. */
export function isFor ({ facts }: Token, reader: number): boolean {
  return reader === EVERY_READER || (facts.wakes & reader) !== 0
}

/** Letters and digits, with apostrophes and characters without width inside. No two parts of it can match the same character, so the scan is linear. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['`‘’ʼ´\u00AD\u200B-\u200D\u2060\uFEFF]+[\p{L}\p{N}\p{M}]+)*/yu

/** Most words are these, and compare as they stand in lower case. */
const PLAIN = /^[A-Za-z0-9]+$/

/** Characters without width, which some put inside words to hide them: soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
const NO_WIDTH = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

const LATIN = /[a-z]/i

/** Cyrillic and Greek letters that look like a Latin one; they count as it where they stand beside Latin letters (Unicode TR39 confusables, hand-picked). */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([...'аеорсухіјѕԁһкмтвнαονρτυ'].map((letter, place) => [letter, 'aeopcyxijsdhkmtbhaovptu'[place]!]))

/** Ends a thought wherever it stands. Bullets do; brackets, commas and slashes do not, since names hold them. */
const BREAKS = '\n\r;:!?•●▪·|'

/** Parts of a list. Brackets, slashes and dashes are none: `UI/UX`, `laba-rugi`. */
const PAUSES = ',&+'

/** A full stop ends a thought unless the word before it is so short that it reads as an abbreviation: `Ms. Word`, `No. 5`. */
const LONGEST_ABBREVIATION = 3

const NUM_ASCII = 128
const IS_WORD = 1
const IS_BREAK = 2
const IS_PAUSE = 4
const IS_STOP = 8
/** Inside a word between letters, outside it anywhere else: the expression decides. */
const IS_INNER = 16

const KINDS = Uint8Array.from({ length: NUM_ASCII }, (_, code) => {
  const character = String.fromCharCode(code)
  if (PLAIN.test(character)) return IS_WORD
  if (character === '.') return IS_STOP
  if (character === "'" || character === '`') return IS_INNER
  return BREAKS.includes(character) ? IS_BREAK : PAUSES.includes(character) ? IS_PAUSE : 0
})

/** The words of a text in order, with what `factsOf` knows of each writing. O(length). */
export function tokensOf (text: string, factsOf: (surface: string) => WordFacts = plainFacts): Token[] {
  const tokens: Token[] = []
  const length = text.length
  let gap = IS_BREAK
  let before = 0
  for (let place = 0; place < length;) {
    const code = text.charCodeAt(place)
    const kind = code < NUM_ASCII ? KINDS[code]! : IS_INNER
    if ((kind & (IS_WORD | IS_INNER)) === 0) {
      gap |= kind
      place++
      continue
    }
    const end = wordEnd(text, place)
    if (end === place) {
      if (code >= NUM_ASCII && BREAKS.includes(text[place]!)) gap |= IS_BREAK
      place++
      continue
    }
    const facts = factsOf(text.slice(place, end))
    const opens = (gap & IS_BREAK) !== 0 || ((gap & IS_STOP) !== 0 && before > LONGEST_ABBREVIATION)
    tokens.push({ word: facts.word, start: place, end, opens, pauses: (gap & IS_PAUSE) !== 0, facts })
    before = end - place
    gap = 0
    place = end
  }
  return tokens
}

/** Where the word that begins at a place ends; the place itself when none begins. Letters and digits of ASCII need no expression. */
function wordEnd (text: string, place: number): number {
  let end = place
  let code = NUM_ASCII
  while (end < text.length && (code = text.charCodeAt(end)) < NUM_ASCII && KINDS[code] === IS_WORD) end++
  if (end === text.length || (code < NUM_ASCII && (end === place || KINDS[code] !== IS_INNER))) return end
  WORD.lastIndex = place
  return WORD.test(text) ? WORD.lastIndex : place
}

function plainFacts (surface: string): WordFacts {
  return wordFacts(comparable(surface), false, EVERY_READER, undefined)
}

/** What stands between a word and the one before it; between the text's beginning and the first word. */
export function gapBefore (text: string, tokens: readonly Token[], place: number): string {
  return text.slice(place === 0 ? 0 : tokens[place - 1]!.end, tokens[place]!.start)
}

/** The form in which a word is compared: lower case, without accents, apostrophes and characters without width, look-alikes of Latin letters as those. */
export function comparable (word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  const visible = word.replace(NO_WIDTH, '')
  if (!LATIN.test(visible)) return normaliseName(visible)
  let latin = ''
  for (const letter of visible) latin += LOOK_ALIKES.get(letter.toLowerCase()) ?? letter
  return normaliseName(latin)
}
