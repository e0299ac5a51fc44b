import { createTextIndex, type IndexedThing } from '../../dist/text/index.js'
import { bm25, characterNgrams, type Search } from './baseline-searches.ts'
import { damage } from './damage.ts'
import { hashOf, partOf, type Part } from './split.ts'

export interface Question {
  text: string
  /** The thing it belongs to. */
  code: string
}

/** Things to search, and questions whose answers are known. */
export interface Task {
  name: string
  things: readonly IndexedThing[]
  questions: readonly Question[]
}

export const RETRIEVAL_SEED = 'padan-retrieval-1'
const MOST = 50
/** Questions of a task, the first by the hash of their text: more hardly move a figure and cost minutes. */
const MOST_QUESTIONS = 400
const HEADINGS = ['task', 'things', 'questions', 'search', 'MRR', 'first', 'among five', 'damaged words: MRR']

/** One synonym of each thing is taken out of it and asked for; things keep at least one other. */
export function leaveOneNameOut (name: string, things: readonly IndexedThing[], part: Part): Task {
  const questions: Question[] = []
  const kept = things.map(thing => {
    const synonyms = [...new Set(thing.synonyms ?? [])].filter(synonym => synonym !== '' && synonym.toLowerCase() !== thing.label.toLowerCase())
    if (synonyms.length < 2) return { ...thing, synonyms }
    const out = hashOf(`${RETRIEVAL_SEED}:${thing.code}`) % synonyms.length
    if (partOf(thing.code, RETRIEVAL_SEED) === part) questions.push({ text: synonyms[out]!, code: thing.code })
    return { ...thing, synonyms: synonyms.filter((_, place) => place !== out) }
  })
  return { name, things: kept, questions }
}

export function retrievalTable (tasks: readonly Task[]): string {
  const lines = tasks.flatMap(task => {
    const index = createTextIndex(task.things)
    const questions = [...task.questions].sort((a, b) => hashOf(a.text) - hashOf(b.text) || (a.code < b.code ? -1 : 1)).slice(0, MOST_QUESTIONS)
    const searches: ReadonlyArray<readonly [string, Search]> = [
      ['Padan', text => index.search(text, { limit: MOST }).map(({ code }) => code)], ['character n-grams', characterNgrams(task.things)], ['BM25', bm25(task.things)],
    ]
    return searches.map(([search, find]) => {
      const ranks = questions.map(({ text, code }) => find(text).indexOf(code))
      const damaged = questions.map(({ text, code }) => find(damage(text, RETRIEVAL_SEED)).indexOf(code))
      const share = (within: number): number => ranks.filter(rank => rank >= 0 && rank < within).length / ranks.length
      return `| ${[task.name, task.things.length, questions.length, search, ...[meanReciprocal(ranks), share(1), share(5), meanReciprocal(damaged)].map(value => value.toFixed(3))].join(' | ')} |\n`
    })
  })
  return `| ${HEADINGS.join(' | ')} |\n|${' --- |'.repeat(HEADINGS.length)}\n${lines.join('')}`
}

function meanReciprocal (ranks: readonly number[]): number {
  return ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / ranks.length
}
