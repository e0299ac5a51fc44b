import { INFORMAL } from '../words/informal.ts'
import type { TextIndex } from './text-index.ts'
import { termsOf } from './terms.ts'

/** Longer input is no title. */
const LONGEST = 300
const MOST_HITS = 30
const PER_MILLE = 1000
/**
 * Shares of what two titles have in common: words, letters, and the things that an index of titles finds for both. On the tune part of the titles (`evaluate`) letters
 * alone tell best; the other two keep a say for titles without a letter in common.
 */
const SHARES = { words: 0.1, letters: 0.75, things: 0.15 }

/** Says how alike two titles are, per mille: 1000 for the same words. Symmetric. */
export type TitleLikeness = (left: string, right: string) => number

/**
 * Likeness of job titles by an index of occupations: two titles are alike when they share words, when their letters do, and when the same
 * occupations answer to both, so that `programmer` and `software developer` may meet without a letter in common. O(a search for each title).
 */
export function createTitleLikeness (index: TextIndex): TitleLikeness {
  return (left, right) => {
    if (typeof left !== 'string' || typeof right !== 'string') throw new TypeError('Titles must be strings.')
    const one = titleWords(left)
    const other = titleWords(right)
    if (one.size === 0 || other.size === 0) return 0
    if (one.size === other.size && [...one].every(word => other.has(word))) return PER_MILLE
    const things = cosine(thingsOf(index, left), thingsOf(index, right))
    const likeness = SHARES.words * dice(one, other) + SHARES.letters * dice(gramsOf([...one]), gramsOf([...other])) + SHARES.things * things
    return Math.min(PER_MILLE - 1, Math.floor(likeness * PER_MILLE))
  }
}

function titleWords (title: string): Set<string> {
  return new Set(termsOf(formal(title)).map(({ term }) => term))
}

/** Short forms of titles in full: `Sr. Mgr`. */
function formal (title: string): string {
  return title.slice(0, LONGEST).toLowerCase().replace(/[a-z]+/g, word => INFORMAL.get(word) ?? word)
}

function thingsOf (index: TextIndex, title: string): Map<string, number> {
  return new Map(index.search(formal(title), { limit: MOST_HITS }).map(({ code, score }) => [code, score * score]))
}

function dice<Key> (left: ReadonlySet<Key>, right: ReadonlySet<Key>): number {
  let shared = 0
  for (const key of left) if (right.has(key)) shared++
  return 2 * shared / (left.size + right.size)
}

function gramsOf (words: readonly string[]): Set<string> {
  const grams = new Set<string>()
  for (const word of words) {
    const padded = ` ${word} `
    for (let place = 0; place + 3 <= padded.length; place++) grams.add(padded.slice(place, place + 3))
  }
  return grams
}

function cosine (left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let dot = 0
  for (const [key, value] of left) dot += value * (right.get(key) ?? 0)
  const norm = (vector: ReadonlyMap<string, number>): number => {
    let sum = 0
    for (const value of vector.values()) sum += value * value
    return Math.sqrt(sum)
  }
  return dot === 0 ? 0 : dot / (norm(left) * norm(right))
}
