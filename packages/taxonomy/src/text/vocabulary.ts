/** Number of a word that no phrase holds. */
export const NO_NUMBER = -1

/**
 * Numbers for the words that phrases are made of, from 0 in the order in which they came, one list for all phrases: a text's word is looked up once, however many lists of
 * phrases it is compared with. Only phrases add words, never texts, so it is as large as the words of the catalogues that were loaded.
 */
const numbers = new Map<string, number>()

/** The number of a word, a new one if it has none. */
export function numberWord (word: string): number {
  const known = numbers.get(word)
  if (known !== undefined) return known
  numbers.set(word, numbers.size)
  return numbers.size - 1
}

/** The number of a word; NO_NUMBER if no phrase holds it yet. */
export function numberOf (word: string): number {
  return numbers.get(word) ?? NO_NUMBER
}

/** How many words have a number. While it stays the same, a word without one has none still. */
export function numNumbered (): number {
  return numbers.size
}
