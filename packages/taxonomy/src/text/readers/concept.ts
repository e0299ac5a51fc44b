import { createConceptFinder } from '../concept-finder.ts'
import type { Reading } from '../mention.ts'
import { createTextIndex, type IndexedThing } from '../search/text-index.ts'
import { STOP_WORDS } from '../search/stop-words.ts'
import type { Token } from '../tokens.ts'

const EXACT = 850
const OTHER_FORM = 750
/** Likeness below this is none: the best F1 on the tune part of ESCO's skills, half of which were taken out so that nothing was right (`calibrate-likeness`, docs/extraction.md). */
const LEAST_LIKENESS = 580
/** A clause of fewer telling words says too little to be told by likeness, and one of more is no single thing. */
const FEWEST_WORDS = 2
const MOST_WORDS = 12
const MOST_LIKE = 2

/** Words that part what somebody asks for: `plan and manage budgets`, `menjahit serta memotong`. */
const PARTS: ReadonlySet<string> = new Set(['and', 'or', 'dan', 'atau', 'serta', 'then', 'while', 'including', 'termasuk', 'untuk', 'guna', 'agar'])

export interface ConceptReader {
  read (text: string, tokens: readonly Token[], reader: number): Reading[]
  /** False for words that no passage needs to be read for. */
  wakes (word: string): boolean
}

/** Reads the things of a catalogue that a passage names; with `likeness` also those that a clause without a name is like. */
export function conceptReader (things: readonly IndexedThing[], likeness: boolean): ConceptReader {
  const finder = createConceptFinder(things)
  const index = likeness ? createTextIndex(things) : undefined
  const read = (text: string, tokens: readonly Token[], reader: number): Reading[] => {
    const readings: Reading[] = []
    const taken = new Uint8Array(tokens.length)
    for (const { thing, first, last, exact } of finder.find(tokens, likeness ? undefined : reader)) {
      taken.fill(1, first, last + 1)
      readings.push(reading(tokens, first, last, exact ? EXACT : OTHER_FORM, things[thing]!.code, 'name'))
    }
    if (index === undefined) return readings
    for (const { first, last } of clausesOf(tokens)) {
      if (taken.subarray(first, last + 1).includes(1)) continue
      for (const { code, score } of index.search(text.slice(tokens[first]!.start, tokens[last]!.end), { limit: MOST_LIKE })) {
        if (score >= LEAST_LIKENESS) readings.push(reading(tokens, first, last, score, code, 'likeness'))
      }
    }
    return readings
  }
  return { read, wakes: word => finder.begins(word) || likeness }
}

function reading (tokens: readonly Token[], first: number, last: number, confidence: number, code: string, by: 'name' | 'likeness'): Reading {
  return { start: tokens[first]!.start, end: tokens[last]!.end, confidence, meaning: { kind: 'concept', code, by } }
}

/** Runs of words between breaks, commas and joining words, without everyday words at either end. */
function clausesOf (tokens: readonly Token[]): Array<{ first: number, last: number }> {
  const clauses: Array<{ first: number, last: number }> = []
  let first = 0
  const close = (end: number): void => {
    let from = first
    let last = end
    while (from <= last && STOP_WORDS.has(tokens[from]!.word)) from++
    while (last >= from && STOP_WORDS.has(tokens[last]!.word)) last--
    const telling = last - from + 1
    if (telling >= FEWEST_WORDS && telling <= MOST_WORDS) clauses.push({ first: from, last })
    first = end + 1
  }
  for (let place = 0; place < tokens.length; place++) {
    const { word, opens, pauses } = tokens[place]!
    if (place > first && (opens || pauses)) close(place - 1)
    if (PARTS.has(word)) {
      close(place - 1)
      first = place + 1
    }
  }
  close(tokens.length - 1)
  return clauses
}
