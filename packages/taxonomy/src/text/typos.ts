/** Shorter words have too many neighbours that mean something else. */
const SHORTEST = 6
/** Longer input is no word of the lists; the bound keeps hostile text from costing anything. */
const LONGEST = 24
const MOST_MET = 20_000

/** Mends words that are one edit away from exactly one word of a closed list. */
export interface Speller {
  /** The listed word that is meant; undefined when the word is listed itself, when none is near, or when several are. O(length of the word). */
  mend (word: string): string | undefined
}

/**
 * A speller over a closed list; words of fewer than six letters are never mended, nor are `sound` ones. One edit is a letter too much, too
 * few, another, or two neighbours swapped; the first letter must be right, since errors seldom fall there and other words differ there.
 * Words are found by what is left when one letter is dropped (the deletion neighbourhoods of Mor and Fraenkel, 1982).
 */
export function createSpeller (words: Iterable<string>, sound: Iterable<string>): Speller {
  const listed = new Set([...words].filter(word => word.length >= SHORTEST && word.length <= LONGEST))
  const known = new Set([...listed, ...sound])
  const near = new Map<string, Set<string>>()
  for (const word of listed) {
    for (const rest of [word, ...restsOf(word)]) {
      const there = near.get(rest)
      if (there === undefined) near.set(rest, new Set([word]))
      else there.add(word)
    }
  }
  const starts = new Set([...listed].map(word => word[0]))
  /** Words met lately; null where nothing is meant. The answer does not depend on it. */
  const met = new Map<string, string | null>()
  return {
    mend (word) {
      if (word.length < SHORTEST || word.length > LONGEST || !starts.has(word[0])) return undefined
      const before = met.get(word)
      if (before !== undefined) return before ?? undefined
      if (met.size >= MOST_MET) met.clear()
      const mended = known.has(word) ? undefined : meantBy(word)
      met.set(word, mended ?? null)
      return mended
    },
  }

  function meantBy (word: string): string | undefined {
    const meant = new Set<string>()
    for (const rest of [word, ...restsOf(word)]) {
      for (const candidate of near.get(rest) ?? []) {
        if (candidate[0] === word[0] && oneEditApart(word, candidate)) meant.add(candidate)
      }
    }
    return meant.size === 1 ? [...meant][0] : undefined
  }
}

/** The word without one of its letters, each in turn; the first one stays. */
function restsOf (word: string): string[] {
  const rests: string[] = []
  for (let place = 1; place < word.length; place++) rests.push(word.slice(0, place) + word.slice(place + 1))
  return rests
}

/** Two words may share a rest and still differ by two edits: this tells. The words are not the same. */
export function oneEditApart (left: string, right: string): boolean {
  let place = 0
  while (place < left.length && left[place] === right[place]) place++
  const restLeft = left.slice(place)
  const restRight = right.slice(place)
  if (left.length === right.length) {
    return restLeft.slice(1) === restRight.slice(1) ||
      (restLeft[0] === restRight[1] && restLeft[1] === restRight[0] && restLeft.slice(2) === restRight.slice(2))
  }
  return left.length > right.length ? restLeft.slice(1) === restRight : restLeft === restRight.slice(1)
}
