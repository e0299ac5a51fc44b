import type { IndexedThing } from '../search/text-index.ts'
import { wordsOf } from '../search/terms.ts'

/** A word is common when the names of so many things hold it, or of this part of all things if that is more. */
const FEWEST_THINGS = 8
const PART_OF_THINGS = 1000

/** Tells the words that the names of many things of a catalogue hold. They are counted at the first question, O(words of all names). */
export function commonWords (things: readonly IndexedThing[]): (word: string) => boolean {
  let counts: Map<string, number> | undefined
  const fewest = Math.max(FEWEST_THINGS, things.length / PART_OF_THINGS)
  return word => {
    counts ??= countsOf(things)
    return (counts.get(word) ?? 0) >= fewest
  }
}

function countsOf (things: readonly IndexedThing[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { label, synonyms = [] } of things) {
    const words = new Set([label, ...synonyms].flatMap(name => wordsOf(name)))
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}
