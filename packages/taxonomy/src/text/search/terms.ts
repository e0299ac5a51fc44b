import { stemmer as stemEnglish } from 'stemmer'
import { isRoot, stemIndonesian } from '../stem/indonesian-stemmer.ts'
import { passagesOf } from '../passages.ts'
import { tokensOf } from '../tokens.ts'
import { STOP_WORDS } from './stop-words.ts'

/** A word of a name or a query: as it is written (in comparable form), and the term it counts as. */
export interface TextTerm {
  word: string
  term: string
}

/** Terms of a text in order, without words that say nothing unless there are no others. At most `most` words are looked at. */
export function termsOf (text: string, most: number = Infinity): TextTerm[] {
  return telling(wordsOf(text, most))
}

/** Most names: ASCII without apostrophes, where words are runs of letters and digits. */
const PLAIN = /^[^'`\x80-\uffff]*$/
const PLAIN_WORD = /[a-z0-9]+/g

/** The words of a text in comparable form, at most so many. */
export function wordsOf (text: string, most: number = Infinity): string[] {
  if (most === Infinity && PLAIN.test(text)) return text.toLowerCase().match(PLAIN_WORD) ?? []
  const words: string[] = []
  // Passage by passage, so that the rest of a long text costs nothing.
  for (const passage of passagesOf(text)) {
    for (const { word } of tokensOf(passage.text)) if (word !== '' && words.push(word) >= most) return words
  }
  return words
}

/** The terms of words, in order, without those that say nothing unless there are no others. */
export function telling (words: readonly string[]): TextTerm[] {
  const told = words.filter(word => !STOP_WORDS.has(word))
  return (told.length > 0 ? told : words).map(word => ({ word, term: termOf(word) }))
}

/**
 * What a word counts as: its root where it is Indonesian, else its English stem (Porter, 1980). Which language it is, the lexicon of roots tells: the words
 * that both have (`program`) come to one term.
 */
export function termOf (word: string): string {
  if (word.length > LONGEST_WORD) return word
  const before = known.get(word)
  if (before !== undefined) return before
  const root = stemIndonesian(word)
  const term = root !== word || isRoot(root) ? root : stemEnglish(word)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, term)
  return term
}

/** Words met lately; the answer does not depend on it. */
const known = new Map<string, string>()
const MOST_KNOWN = 20_000
/** Longer words are none, and are not kept. */
const LONGEST_WORD = 40
