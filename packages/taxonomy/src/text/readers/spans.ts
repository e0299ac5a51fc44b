import { STOP_WORDS } from '../search/stop-words.ts'
import type { Token } from '../tokens.ts'
import { leadIns } from './lead-ins.ts'

/** A run of words, the last one included. */
export interface Span {
  first: number
  last: number
}

/** A span of fewer telling words says too little to be told by likeness, and one of more is no single thing. */
const FEWEST_WORDS = 2
const MOST_WORDS = 12

/** Words that part what somebody asks for: `plan and manage budgets`, `menjahit serta memotong`. A thing may hold them as well, so both are looked at. */
const PARTS: ReadonlySet<string> = new Set(['and', 'or', 'dan', 'atau', 'serta', 'then', 'while', 'including', 'termasuk', 'untuk', 'guna', 'agar'])

/** What follows one of these often tells where, when or for whom: `maintain web servers for our customers`. */
const CIRCUMSTANCES: ReadonlySet<string> = new Set(['for', 'in', 'on', 'at', 'with', 'within', 'across', 'by', 'from', 'through', 'together', 'using', 'under', 'during', 'di', 'pada', 'dengan', 'dari', 'dalam', 'bagi', 'kepada', 'melalui'])
/** Spans of a clause that are looked at without their circumstances, at most. */
const MOST_CUTS = 2

/** What may be a thing of its own, between breaks, commas and the words that lead in, and its parts between joining words; empty where it has none. */
export interface Clause {
  whole: Span
  parts: Span[]
  /** The whole without its last circumstances, longest first. */
  cuts: Span[]
}

/** The clauses of a passage, without everyday words at either end. O(words). */
export function spansOf (tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = []
  for (const clause of runsOf(tokens, bordersOf(tokens))) {
    const parts = runsOf(tokens.slice(clause.first, clause.last + 1), PARTING).map(({ first, last }) => ({ first: clause.first + first, last: clause.first + last }))
    const whole = fitting(tokens, clause)
    const fits = parts.length < 2 ? [] : parts.flatMap(part => fitting(tokens, part) ?? [])
    if (whole !== undefined) clauses.push({ whole, parts: fits, cuts: cutsOf(tokens, whole) })
    else for (const part of fits) clauses.push({ whole: part, parts: [], cuts: cutsOf(tokens, part) })
  }
  return clauses
}

function cutsOf (tokens: readonly Token[], { first, last }: Span): Span[] {
  const cuts: Span[] = []
  for (let place = last; place > first && cuts.length < MOST_CUTS; place--) {
    const cut = CIRCUMSTANCES.has(tokens[place]!.word) ? fitting(tokens, { first, last: place - 1 }) : undefined
    if (cut !== undefined) cuts.push(cut)
  }
  return cuts
}

/** Whether a run ends before a word, and whether the word is of no run. */
type Border = (tokens: readonly Token[], place: number) => { ends: boolean, out: boolean }

const PARTING: Border = (tokens, place) => {
  const joins = PARTS.has(tokens[place]!.word)
  return { ends: joins, out: joins }
}

function bordersOf (tokens: readonly Token[]): Border {
  const out = new Uint8Array(tokens.length)
  for (const { first, last } of leadIns.scan(tokens)) out.fill(1, first, last + 1)
  return (_tokens, place) => ({ ends: tokens[place]!.opens || tokens[place]!.pauses || out[place] === 1, out: out[place] === 1 })
}

function runsOf (tokens: readonly Token[], border: Border): Span[] {
  const runs: Span[] = []
  let first = 0
  for (let place = 0; place < tokens.length; place++) {
    const { ends, out } = border(tokens, place)
    if (ends && place > first) runs.push({ first, last: place - 1 })
    if (ends) first = out ? place + 1 : place
  }
  if (first < tokens.length) runs.push({ first, last: tokens.length - 1 })
  return runs
}

function fitting (tokens: readonly Token[], { first, last }: Span): Span | undefined {
  while (first <= last && !isTelling(tokens[first]!.word)) first++
  while (last >= first && !isTelling(tokens[last]!.word)) last--
  const words = last - first + 1
  return words >= FEWEST_WORDS && words <= MOST_WORDS ? { first, last } : undefined
}

/** False for everyday words and single letters: those of a list, of an abbreviation, of HTML. */
export function isTelling (word: string): boolean {
  return word.length > 1 && !STOP_WORDS.has(word)
}
