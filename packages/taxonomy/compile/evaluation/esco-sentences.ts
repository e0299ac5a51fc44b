import { createExtractor, type IndexedThing } from '../../dist/text/index.js'
import { characterNgrams, wordsOf } from './baseline-searches.ts'
import { handSentences } from './hand-sentences.ts'
import { f1Of, precisionOf, recallOf, type Score } from './score.ts'
import { hashOf, type Part } from './split.ts'
import type { Task } from './retrieval.ts'
import { escoTasks } from './tasks.ts'

/** Sentences as English adverts have them; each `{}` is a skill. Written by hand. */
const TEMPLATES = [
  'You will {} and report to the head of department.',
  'Responsibilities include: {}, {}.',
  'We are looking for a motivated colleague who is able to {}.',
  'At least 3 years of experience; {} is a plus.',
  'Your tasks: {}; {}; {}.',
  'The successful candidate has proven experience with {} and {}, and lives nearby.',
  'Bachelor\'s degree required, knowledge of {} preferred.',
  'Must have: {} ({} is nice to have).',
  'In this role you {} for our customers across the region.',
  'Every day our team members {} in one of our branches.',
]
/** And these name none. */
const FILLERS = [
  'This is a full-time position with a competitive salary and 25 days of holiday.',
  'Founded in 1998, we are one of the fastest growing companies of the region.',
  'Please send your application with a recent CV by the end of March.',
  'Our office is a short walk from the central station, parking is available.',
]
const EVERY_FILLER = 4
const MOST_SKILLS = 400
const LONGEST_NAME = 12

interface Sentence {
  text: string
  codes: ReadonlySet<string>
}

/**
 * Finding skills of ESCO in English sentences that name them by a name that was taken out of the catalogue: right is a (sentence, skill) that belongs together. Beside Padan the names that are left, looked for as they stand, and
 * the likest skill of each part between commas by character n-grams. Then the same of sentences by hand that name their skill in other words, with all names in the catalogue.
 */
export function escoSentencesTable (path: string, part: Part): string {
  const [{ things, questions }, whole] = escoTasks(path, part) as [Task, Task]
  const asked = [...questions].sort((a, b) => hashOf(a.text) - hashOf(b.text) || (a.code < b.code ? -1 : 1)).slice(0, MOST_SKILLS)
  const byHand = handSentences(part).map(({ text, code }): Sentence => ({ text, codes: new Set([code]) }))
  const rows = [...rowsOf('names left out', things, sentencesOf(asked)), ...rowsOf('other words', whole.things, byHand)]
  return `| sentences with | read by | sentences | skills in them | read | precision | recall | F1 | read in sentences without any |\n| ${Array(9).fill('---').join(' | ')} |\n${rows.join('')}`
}

function rowsOf (name: string, things: readonly IndexedThing[], sentences: readonly Sentence[]): string[] {
  const extractor = createExtractor({ things }, { kinds: ['concept'], minConfidence: LEAST_SURE })
  const likest = characterNgrams(things)
  const readers: ReadonlyArray<readonly [reader: string, read: (text: string) => Iterable<string>]> = [
    ['Padan', text => extractor.extract(text).map(mention => mention.kind === 'concept' ? mention.code : '')],
    ['names as they stand', namesIn(things)],
    ['character n-grams, the likest of each part', text => text.split(/[,;:.()]/).filter(piece => piece.trim() !== '').flatMap(piece => likest(piece).slice(0, 1))],
  ]
  return readers.map(([reader, read]) => {
    const score: Score = { gold: 0, said: 0, right: 0 }
    let inFillers = 0
    for (const { text, codes } of sentences) {
      const said = new Set(read(text))
      score.gold += codes.size
      score.said += said.size
      for (const code of said) if (codes.has(code)) score.right++
      if (codes.size === 0) inFillers += said.size
    }
    return `| ${name} | ${reader} | ${sentences.length} | ${score.gold} | ${score.said} | ${[precisionOf(score), recallOf(score), f1Of(score)].map(value => value.toFixed(3)).join(' | ')} | ${inFillers} |\n`
  })
}

/** As of the extractor's own bound for likeness; common words that are names as well stay below it. */
const LEAST_SURE = 580

function sentencesOf (asked: ReadonlyArray<{ text: string, code: string }>): Sentence[] {
  const sentences: Sentence[] = []
  for (let next = 0, place = 0; next < asked.length; place++) {
    if (place % EVERY_FILLER === EVERY_FILLER - 1) {
      sentences.push({ text: FILLERS[(place - EVERY_FILLER + 1) / EVERY_FILLER % FILLERS.length]!, codes: new Set() })
      continue
    }
    const codes = new Set<string>()
    const text = TEMPLATES[place % TEMPLATES.length]!.replaceAll('{}', () => {
      const { text = 'other duties', code = '' } = asked[next++] ?? {}
      if (code !== '') codes.add(code)
      return text
    })
    sentences.push({ text, codes })
  }
  return sentences
}

/** What one writes first: every name looked for as whole words, of overlapping ones the longest. */
function namesIn (things: readonly IndexedThing[]): (text: string) => string[] {
  const codesOf = new Map<string, Set<string>>()
  for (const { code, label, synonyms = [] } of things) {
    for (const name of [label, ...synonyms].map(name => wordsOf(name).join(' '))) codesOf.set(name, (codesOf.get(name) ?? new Set()).add(code))
  }
  return text => {
    const words = wordsOf(text)
    const found: string[] = []
    for (let first = 0; first < words.length;) {
      let last = Math.min(words.length, first + LONGEST_NAME)
      while (last > first && !codesOf.has(words.slice(first, last).join(' '))) last--
      found.push(...codesOf.get(words.slice(first, last).join(' ')) ?? [])
      first = Math.max(last, first + 1)
    }
    return found
  }
}
