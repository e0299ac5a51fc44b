import type { QueryTerms } from './query-terms.ts'
import { SHARES } from './shares.ts'

/** How like a name is, from the squared rarities it shares with a text, its own norm and the text's length. */
export function nameLikeness (shared: number, norm: number, length: number): number {
  const cosine = shared / (norm * length)
  // A name that a long text holds whole is a better sign than the cosine shows, which falls with all the text's other words.
  const whole = shared / (norm * norm)
  return SHARES.nameLength * cosine + (1 - SHARES.nameLength) * whole * Math.sqrt(cosine)
}

/** What a thing that agrees in everything with a text would come to; `paired` is what all the text's pairs of words add. */
export function wholeOf ({ most }: QueryTerms, paired: number): number {
  const { name, second, bag, grams, k1 } = SHARES
  return name + second + bag * (1 + paired / (most * (k1 + 1))) + grams
}

/** A thing's score, 0 to 1: its likest two names, BM25 over all it says with its pairs of words, and the likeness of its letters. Grows with each of them. */
export function scoreOf ({ most, telling }: QueryTerms, first: number, next: number, words: number, letters: number, described: boolean, whole: number): number {
  const { name, second, bag, grams, nameWords, k1 } = SHARES
  const named = name * first + second * next
  return (named * (described ? Math.min(1, nameWords / telling) : 1) + bag * (words / (most * (k1 + 1))) + grams * letters) / whole
}
