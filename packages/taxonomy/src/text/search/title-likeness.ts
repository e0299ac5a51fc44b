import { checkText } from '../../check-arguments.ts'
import { formalTitle } from '../words/title-forms.ts'
import { RANK_WORDS, senseOf } from '../words/work-senses.ts'
import { STOP_WORDS } from './stop-words.ts'
import { termOf, wordsOf } from './terms.ts'

/** Longer input is no title; more words are none either, and bound the cost. */
const LONGEST = 300
const MOST_WORDS = 40
const PER_MILLE = 1000
/**
 * Chosen on the tune part of the titles (`evaluate`), Indonesian and English, clean and damaged: the share that words aligned with one another have beside the cosine of all letters;
 * how alike two forms of a word are, two words of one sense, and a short form and the words it is made of; and what a word of rank or a bare `worker` weighs, and a word that says nothing.
 */
const SHARES = { words: 0.8, letters: 0.2, form: 0.95, sense: 0.8, initials: 0.9, rank: 0.5, nothing: 0.2 }
const SHORTEST_INITIALS = 2
const LONGEST_INITIALS = 5

/** A word of a title with what it is compared by. */
interface TitleWord {
  word: string
  term: string
  sense: number | undefined
  grams: ReadonlySet<string>
  weight: number
}

/**
 * How alike two job titles are, per mille, in Indonesian or English: 1000 for the same words. Each word is laid beside the likest one of the other title, by letters, by sense
 * (`nurse`, `perawat`) or as initials of several (`PA`, `personal assistant`), and words of rank count half; the letters of both titles as a whole count beside that. Symmetric. O(words * words) of
 * at most 40 words each. Throws TypeError for what is no text.
 */
export function similarTitles (left: string, right: string): number {
  checkText(left, 'similarTitles')
  checkText(right, 'similarTitles')
  const one = titleWords(left)
  const other = titleWords(right)
  if (one.length === 0 || other.length === 0) return 0
  if (spellingOf(one) === spellingOf(other)) return PER_MILLE
  const likeness = SHARES.words * aligned(one, other) + SHARES.letters * cosine(lettersOf(one), lettersOf(other))
  return Math.min(PER_MILLE - 1, Math.floor(likeness * PER_MILLE))
}

function titleWords (title: string): TitleWord[] {
  return joined(wordsOf(formalTitle(title.slice(0, LONGEST)), MOST_WORDS)).map(word => {
    const term = termOf(word)
    const weight = STOP_WORDS.has(word) ? SHARES.nothing : RANK_WORDS.has(word) ? SHARES.rank : 1
    return { word, term, sense: senseOf(word) ?? senseOf(term), grams: new Set(gramsOf(word)), weight }
  })
}

/** Two words that have a sense together count as one: `tukang kayu` is a carpenter, and nothing of wood. */
function joined (words: readonly string[]): string[] {
  const all: string[] = []
  for (let place = 0; place < words.length; place++) {
    const pair = `${words[place]!}${words[place + 1] ?? ''}`
    if (place + 1 < words.length && senseOf(pair) !== undefined) {
      all.push(pair)
      place++
    } else all.push(words[place]!)
  }
  return all
}

function spellingOf (words: readonly TitleWord[]): string {
  return [...new Set(words.map(({ word }) => word))].sort().join(' ')
}

/** The mean likeness of each word of both titles to its likest in the other, by weight. */
function aligned (one: readonly TitleWord[], other: readonly TitleWord[]): number {
  const best = [new Float64Array(one.length), new Float64Array(other.length)] as const
  for (const [i, left] of one.entries()) {
    for (const [j, right] of other.entries()) {
      const likeness = alike(left, right)
      best[0][i] = Math.max(best[0][i]!, likeness)
      best[1][j] = Math.max(best[1][j]!, likeness)
    }
  }
  raiseInitials(one, other, best[0], best[1])
  raiseInitials(other, one, best[1], best[0])
  let sum = 0
  let weights = 0
  for (const [words, values] of [[one, best[0]], [other, best[1]]] as const) {
    for (const [place, { weight }] of words.entries()) {
      sum += weight * values[place]!
      weights += weight
    }
  }
  return sum / weights
}

function alike (left: TitleWord, right: TitleWord): number {
  if (left.word === right.word) return 1
  if (left.term === right.term) return SHARES.form
  let shared = 0
  for (const gram of left.grams) if (right.grams.has(gram)) shared++
  const letters = 2 * shared / (left.grams.size + right.grams.size)
  return left.sense !== undefined && left.sense === right.sense ? Math.max(SHARES.sense, letters) : letters
}

/** `emt` stands for `emergency medical technician`: the short form and the words that begin with its letters are alike. */
function raiseInitials (short: readonly TitleWord[], long: readonly TitleWord[], ofShort: Float64Array, ofLong: Float64Array): void {
  // Words that say nothing lend no letter: `PPIC`, `production planning and inventory control`.
  const lending = [...long.keys()].filter(place => !STOP_WORDS.has(long[place]!.word))
  const initials = lending.map(place => long[place]!.word[0]).join('')
  for (const [place, { word }] of short.entries()) {
    if (word.length < SHORTEST_INITIALS || word.length > LONGEST_INITIALS) continue
    const from = initials.indexOf(word)
    if (from < 0) continue
    ofShort[place] = Math.max(ofShort[place]!, SHARES.initials)
    for (const at of lending.slice(from, from + word.length)) ofLong[at] = Math.max(ofLong[at]!, SHARES.initials)
  }
}

function lettersOf (words: readonly TitleWord[]): Map<string, number> {
  const letters = new Map<string, number>()
  for (const { word, weight } of words) for (const gram of gramsOf(word)) letters.set(gram, (letters.get(gram) ?? 0) + weight)
  return letters
}

/** Runs of two and three letters, a space at either end counted. */
function gramsOf (word: string): string[] {
  const padded = ` ${word} `
  const grams: string[] = []
  for (const length of [2, 3]) for (let place = 0; place + length <= padded.length; place++) grams.push(padded.slice(place, place + length))
  return grams
}

function cosine (left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let dot = 0
  for (const [key, value] of left) dot += value * (right.get(key) ?? 0)
  return dot === 0 ? 0 : dot / Math.sqrt(squares(left) * squares(right))
}

function squares (vector: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const value of vector.values()) sum += value * value
  return sum
}
