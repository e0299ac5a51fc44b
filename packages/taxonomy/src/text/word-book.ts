import { lettersOf } from './formal.ts'
import { termOf } from './search/terms.ts'
import { comparable, wordFacts, type WordFacts } from './tokens.ts'
import type { Speller } from './typos.ts'
import { INFORMAL_IN_ADVERTS } from './words/informal.ts'

/** Says whether a reader needs to look where a word stands. `surface` is the word as written. */
export type Wakes = (word: string, surface: string) => boolean

/** Longer words are nobody's, and would fill the book. */
const LONGEST_KEPT = 40
const MOST_KEPT = 50_000

/**
 * What is known of writings, each looked at once: its formal word, a typing error mended, and which readers it wakes, reader `i` by bit `i`. Texts repeat their
 * words, so most cost one look-up. The answers do not depend on what was kept. O(length of the word) for each reader at a new one.
 */
export function createWordBook (speller: Speller, wakes: readonly Wakes[]): (surface: string) => WordFacts {
  const kept = new Map<string, WordFacts>()
  return surface => {
    const before = kept.get(surface)
    if (before !== undefined) return before
    const facts = factsOf(surface, speller, wakes)
    if (surface.length > LONGEST_KEPT) return facts
    if (kept.size >= MOST_KEPT) kept.clear()
    // A slice keeps the whole text alive; put together anew it does not.
    kept.set(` ${surface}`.slice(1), facts)
    return facts
  }
}

function factsOf (surface: string, speller: Speller, wakes: readonly Wakes[]): WordFacts {
  const plain = comparable(surface)
  const formal = INFORMAL_IN_ADVERTS.get(plain) ?? lettersOf(plain)
  const mended = formal === undefined ? speller.mend(plain) : undefined
  const word = formal ?? mended ?? plain
  let bits = 0
  for (let reader = 0; reader < wakes.length; reader++) if (wakes[reader]!(word, surface)) bits |= 1 << reader
  return wordFacts(word, mended !== undefined, bits, termOf(word))
}
