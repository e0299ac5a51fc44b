import { SHARES } from './shares.ts'
import { SortedWords } from './sorted-words.ts'
import type { Substitute } from './substitutes.ts'
import { senseLines, senseOf } from '../words/work-senses.ts'
import { telling, termOf, wordsOf, type TextTerm } from './terms.ts'

/** A text as the index asks for it: each term once, with the weight of the surest word that it stands for. */
export interface QueryTerms {
  terms: readonly number[]
  weights: readonly number[]
  /** Root of the sum of squared rarities of the text's own words, those the catalogue does not know included. */
  length: number
  /** Its words in order, in letters: a misspelt one as the word that it is nearest to. */
  words: readonly string[]
  /** The likeliest term of each of them; -1 where there is none. */
  ordered: readonly number[]
  /** How many of its words tell something, each counted once. */
  telling: number
  /** Sum of their rarities: what BM25 could reach. */
  most: number
}

const MOST_WORDS = 300
/** Words whose meanings are kept. */
const MOST_KEPT = 10_000
/** Words of fewer letters have too many neighbours to be mended; longer ones may have two letters wrong. */
const SHORTEST_MENDED = 4
const SHORTEST_MENDED_TWICE = 8
/** How much a near word counts for the one that was written, by edits. */
const NEAR_WEIGHTS = [1, 0.8, 0.6]
const MOST_NEAR = 4
const MOST_NEAR_FOUND = 64
/** A word the catalogue knows only by a longer or shorter relative: `programming`, `programmers`. */
const KIN_WEIGHT = 0.6
const SHORTEST_KIN = 5
const SPLIT_WEIGHT = 0.9
const SHORTEST_PART = 3
/** Text of so many telling words is a sentence, whose other words are not to be likened by letters; those of a title are (`lainnya`). */
const FEWEST_OF_SENTENCE = 9
/** By its fifth word a sentence's beginning counts half of what its first one counts more. */
const EARLY = 4
/** Words that an unfinished one may become. */
const MOST_FINISHED = 24
const FINISHED_WEIGHT = 0.9

/** Prepares the reading of texts for an index with these terms, words, rarities and substitutes. */
export function createQueryReader (
  termIds: ReadonlyMap<string, number>, wordTerms: ReadonlyMap<string, number>, rarity: Float64Array, substitutes: ReadonlyMap<number, readonly Substitute[]>
): (text: string, typing: boolean) => QueryTerms {
  const sorted = new SortedWords(wordTerms.keys())
  const senses = senseLines().map(line => [...new Set(line.flatMap(word => termIds.get(termOf(word)) ?? []))])
  const kept = new Map<string, { meant: readonly Substitute[], spelling: string | undefined }>()
  let rarest = 1
  for (const value of rarity) if (value > rarest) rarest = value

  return (text, typing) => {
    const weights = new Map<number, number>()
    const raise = (term: number, weight: number): void => {
      if ((weights.get(term) ?? 0) < weight) weights.set(term, weight)
    }
    let squares = 0
    let most = 0
    const all = wordsOf(text, MOST_WORDS)
    const words = telling(all)
    const spelt = new Map<string, string>()
    const own = new Map<string, number>()
    for (const [place, word] of words.entries()) {
      if (own.has(word.term)) continue
      // A sentence begins with what it is about.
      const stress = words.length < FEWEST_OF_SENTENCE ? 1 : 1 + SHARES.early / (1 + place / EARLY)
      const meant = typing && place === words.length - 1 ? meantBy(word, true, spelt) : wholeWord(word, spelt)
      own.set(word.term, meant[0]?.term ?? -1)
      let known = 0
      for (const { term, weight } of meant) {
        raise(term, weight * stress)
        known = Math.max(known, rarity[term]! * weight * stress)
        for (const substitute of substitutes.get(term) ?? []) raise(substitute.term, weight * substitute.weight * SHARES.substitutes * stress)
      }
      for (const term of senses[senseOf(word.word) ?? senseOf(word.term) ?? -1] ?? []) {
        raise(term, SHARES.senses * stress)
        known = Math.max(known, rarity[term]! * SHARES.senses * stress)
      }
      const worth = known === 0 ? rarest / 2 : known
      squares += worth * worth
      most += worth
    }
    // Two words that the catalogue writes as one: `fork lift`.
    for (let place = 1; place < words.length; place++) {
      const joined = wordTerms.get(words[place - 1]!.word + words[place]!.word)
      if (joined !== undefined) raise(joined, SPLIT_WEIGHT)
    }
    const terms = [...weights.keys()].sort((a, b) => a - b)
    const lettered = own.size >= FEWEST_OF_SENTENCE ? words.map(({ word }) => word) : all
    return {
      words: lettered.map(word => spelt.get(word) ?? word),
      ordered: words.map(({ term }) => own.get(term)!),
      telling: own.size,
      terms,
      weights: terms.map(term => weights.get(term)!),
      length: Math.sqrt(squares),
      most: Math.max(1, most),
    }
  }

  function meantBy ({ word, term }: TextTerm, unfinished: boolean, spelt: Map<string, string>): Substitute[] {
    const known = termIds.get(term) ?? wordTerms.get(word)
    const meant: Substitute[] = known === undefined ? [] : [{ term: known, weight: 1 }]
    if (unfinished) {
      const { from, to } = sorted.beginning(word)
      for (let place = from; place < to && place < from + MOST_FINISHED; place++) meant.push({ term: wordTerms.get(sorted.words[place]!)!, weight: FINISHED_WEIGHT })
    }
    return meant.length > 0 ? meant : [...splitInTwo(word), ...near(word, spelt), ...kin(word)]
  }

  /** What a whole word means; answers are kept, since texts repeat their words, and do not depend on what was kept. */
  function wholeWord (term: TextTerm, spelt: Map<string, string>): readonly Substitute[] {
    let answer = kept.get(term.word)
    if (answer === undefined) {
      const spelling = new Map<string, string>()
      answer = { meant: meantBy(term, false, spelling), spelling: spelling.get(term.word) }
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(term.word, answer)
    }
    if (answer.spelling !== undefined) spelt.set(term.word, answer.spelling)
    return answer.meant
  }

  /** The nearest words, all those of the fewest edits up to a few; the first letter counts for more than the others. */
  function near (word: string, spelt: Map<string, string>): Substitute[] {
    if (word.length < SHORTEST_MENDED || /\d/.test(word)) return []
    const likest = sorted.near(word, word.length >= SHORTEST_MENDED_TWICE ? 2 : 1, MOST_NEAR_FOUND)
      .sort((a, b) => a.edits - b.edits || Number(sorted.words[a.place]![0] !== word[0]) - Number(sorted.words[b.place]![0] !== word[0]) || a.place - b.place)
      .slice(0, MOST_NEAR)
    if (likest.length > 0) spelt.set(word, sorted.words[likest[0]!.place]!)
    return likest.map(({ place, edits }) => ({ term: wordTerms.get(sorted.words[place]!)!, weight: NEAR_WEIGHTS[edits]! }))
  }

  function kin (word: string): Substitute[] {
    const shared = Math.max(SHORTEST_KIN, Math.ceil(word.length * 0.7))
    if (word.length < shared) return []
    const { from, to } = sorted.beginning(word.slice(0, shared))
    const meant: Substitute[] = []
    for (let place = from; place < to && meant.length < MOST_NEAR; place++) {
      if (sorted.words[place]!.length <= word.length + 3) meant.push({ term: wordTerms.get(sorted.words[place]!)!, weight: KIN_WEIGHT })
    }
    return meant
  }

  function splitInTwo (word: string): Substitute[] {
    for (let place = word.length - SHORTEST_PART; place >= SHORTEST_PART; place--) {
      const left = wordTerms.get(word.slice(0, place))
      const right = wordTerms.get(word.slice(place))
      if (left !== undefined && right !== undefined) return [{ term: left, weight: SPLIT_WEIGHT }, { term: right, weight: SPLIT_WEIGHT }]
    }
    return []
  }
}
