/** A term that stands for another in names of the same thing, and how surely, 0 to 1. */
export interface Substitute {
  term: number
  weight: number
}

/** Names of one thing that are compared with one another; more say little more and cost their square. */
const MOST_NAMES = 16
/** Terms that differ between two names of one thing, at most. */
const MOST_DIFFERING = 2
/** So many made-up sightings of each term keep a pair seen once from counting as much as one that always goes together. */
const DOUBT = 2
const MOST_SUBSTITUTES = 8
const LEAST_WEIGHT = 0.04

/**
 * What a catalogue's own synonyms teach: two names of one thing that differ in a term or two (`identify available services`, `establish available services`)
 * show terms that stand for each other, also in the names of other things. A weight is sightings of the pair over the geometric mean of the
 * sightings of both terms. `namesOf` gives the sorted terms of each name. O(things * names^2 * terms), the names bounded.
 */
export function learnSubstitutes (namesByThing: Iterable<ReadonlyArray<readonly number[]>>): Map<number, readonly Substitute[]> {
  const pairs = new Map<number, Map<number, number>>()
  const seen = new Map<number, number>()
  const note = (left: number, right: number, share: number): void => {
    const row = pairs.get(left)
    if (row === undefined) pairs.set(left, new Map([[right, share]]))
    else row.set(right, (row.get(right) ?? 0) + share)
    seen.set(left, (seen.get(left) ?? 0) + share)
  }
  for (const names of namesByThing) {
    // One thing shows a pair once, however many of its names repeat it.
    const shown = new Map<number, Map<number, number>>()
    for (let one = 0; one < names.length && one < MOST_NAMES; one++) {
      for (let other = one + 1; other < names.length && other < MOST_NAMES; other++) {
        const left = names[one]!.filter(term => !names[other]!.includes(term))
        const right = names[other]!.filter(term => !names[one]!.includes(term))
        if (left.length === 0 || right.length === 0 || left.length > MOST_DIFFERING || right.length > MOST_DIFFERING) continue
        const share = 1 / (left.length * right.length)
        for (const a of left) {
          for (const b of right) {
            const row = shown.get(Math.min(a, b)) ?? new Map<number, number>()
            row.set(Math.max(a, b), Math.max(share, row.get(Math.max(a, b)) ?? 0))
            shown.set(Math.min(a, b), row)
          }
        }
      }
    }
    for (const [a, row] of shown) {
      for (const [b, share] of row) {
        note(a, b, share)
        note(b, a, share)
      }
    }
  }
  const learned = new Map<number, readonly Substitute[]>()
  for (const [term, row] of pairs) {
    const best = [...row]
      .map(([other, count]) => ({ term: other, weight: count / Math.sqrt((seen.get(term)! + DOUBT) * (seen.get(other)! + DOUBT)) }))
      .filter(({ weight }) => weight >= LEAST_WEIGHT)
      .sort((a, b) => b.weight - a.weight || a.term - b.term)
      .slice(0, MOST_SUBSTITUTES)
    if (best.length > 0) learned.set(term, best)
  }
  return learned
}
