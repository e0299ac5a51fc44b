import { createConceptFinder } from '../concept-finder.ts'
import type { Reading } from '../mention.ts'
import { createTextIndex, type IndexedThing, type TextHit, type TextIndex } from '../search/text-index.ts'
import type { Token } from '../tokens.ts'
import { commonWords } from './common-words.ts'
import { isTelling, spansOf, type Clause, type Span } from './spans.ts'

const EXACT = 850
const OTHER_FORM = 750
/** A name of one word that many things' names hold (`report`, `design`), or one inside a clause that is like another thing: told, and sure of nothing. */
const COMMON = 450
/** Likeness below this is none: the best F1 on the tune part of ESCO's skills, half of which were taken out so that nothing was right (`calibrate-likeness`, docs/extraction.md). */
const LEAST_LIKENESS = 580
/** So much likelier must a part of a clause be than the whole, per mille. */
const CLEARLY = 100
const MOST_KEPT = 10_000
/** Longer texts are hardly met again. */
const LONGEST_KEPT = 200

export interface ConceptReader {
  read (text: string, tokens: readonly Token[], reader: number): Reading[]
  /** False for words that no passage needs to be read for. */
  wakes (word: string): boolean
}

/** Reads the things of a catalogue that a passage names. O(words). */
export function conceptReader (things: readonly IndexedThing[]): ConceptReader {
  const finder = createConceptFinder(things)
  const read = (_text: string, tokens: readonly Token[], reader: number): Reading[] => finder.find(tokens, reader)
    .map(({ thing, first, last, exact }) => reading(tokens, { first, last }, exact ? EXACT : OTHER_FORM, things[thing]!.code, 'name'))
  return { read, wakes: finder.begins }
}

/** The same, and the likest thing of each span of words that names do not cover more than half of. A search for each new span. */
export function likenessReader (things: readonly IndexedThing[]): ConceptReader {
  const finder = createConceptFinder(things)
  const common = commonWords(things)
  const likest = createLikest(things)
  const read = (text: string, tokens: readonly Token[]): Reading[] => {
    const names = finder.find(tokens)
    const vague = names.map(({ first, last }) => first === last && common(tokens[first]!.word))
    /** How many words the longest name or likeness over each word has. */
    const widest = new Uint16Array(tokens.length)
    const cover = ({ first, last }: Span): void => { for (let at = first; at <= last; at++) widest[at] = Math.max(widest[at]!, last - first + 1) }
    for (const [place, name] of names.entries()) if (!vague[place]) cover(name)
    const taken = widest.slice()
    const look = (span: Span): Found | undefined => {
      const hit = isTold(tokens, span, taken) ? undefined : likest(text.slice(tokens[span.first]!.start, tokens[span.last]!.end))
      return hit === undefined ? undefined : { ...span, ...hit }
    }
    const likes = spansOf(tokens).flatMap(clause => likestOf(clause, look))
    for (const like of likes) cover(like)
    const readings = names.map(({ thing, first, last, exact }, place) => {
      // What a whole clause is like, and a longer name, say more than a name inside.
      const words = last - first + 1
      const inside = widest[first]! > words && widest[last]! > words
      return reading(tokens, { first, last }, vague[place] || inside ? COMMON : exact ? EXACT : OTHER_FORM, things[thing]!.code, 'name')
    })
    for (const like of likes) readings.push(reading(tokens, like, like.score, like.code, 'likeness'))
    return readings
  }
  // The finder is asked about every word, since it makes its names ready then.
  return { read, wakes: word => finder.begins(word) || true }
}

/** The likest thing of a text, where it is like enough. The index is made at the first question, and answers are kept, since adverts repeat their phrases; they do not depend on what was kept. */
function createLikest (things: readonly IndexedThing[]): (text: string) => TextHit | undefined {
  const kept = new Map<string, TextHit | undefined>()
  let index: TextIndex | undefined
  return text => {
    if (kept.has(text)) return kept.get(text)
    index ??= createTextIndex(things)
    const [hit] = index.search(text, { limit: 1, least: LEAST_LIKENESS })
    const answer = hit === undefined || hit.score < LEAST_LIKENESS ? undefined : hit
    if (text.length > LONGEST_KEPT) return answer
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(text, answer)
    return answer
  }
}

interface Found extends Span {
  code: string
  score: number
}

/** The likest thing of a clause, or of each of its parts where one of these is clearly more like its own; of the clause without its circumstances where neither is like anything. */
function likestOf ({ whole, parts, cuts }: Clause, look: (span: Span) => Found | undefined): Found[] {
  const wholly = look(whole)
  const partly = parts.flatMap(span => look(span) ?? [])
  if (wholly !== undefined && partly.every(({ score }) => score <= wholly.score + CLEARLY)) return [wholly]
  if (partly.length > 0) return partly
  for (const cut of cuts) {
    const found = look(cut)
    if (found !== undefined) return [found]
  }
  return []
}

/** True where names hold more than half of the telling words of a span. */
function isTold (tokens: readonly Token[], { first, last }: Span, taken: Uint16Array): boolean {
  let telling = 0
  let told = 0
  for (let place = first; place <= last; place++) {
    if (!isTelling(tokens[place]!.word)) continue
    telling++
    if (taken[place]! > 0) told++
  }
  return 2 * told > telling
}

function reading (tokens: readonly Token[], { first, last }: Span, confidence: number, code: string, by: 'name' | 'likeness'): Reading {
  return { start: tokens[first]!.start, end: tokens[last]!.end, confidence, meaning: { kind: 'concept', code, by } }
}
