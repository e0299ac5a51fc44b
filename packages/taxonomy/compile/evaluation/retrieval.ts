import { createTextIndex, type IndexedThing } from '../../dist/text/index.js'
import { bm25, characterNgrams, type Search } from './baseline-searches.ts'
import { intervalOf, leadText, meanLead } from './bootstrap.ts'
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
/** Questions of a task, the first by the hash of their text: more hardly move a figure, and cost minutes. All of the units' are among them. */
const MOST_QUESTIONS = 1000
const LEAD_NOTE = 'Padan\'s MRR less that of the better baseline of the task, with the 95 % interval by bootstrap: the questions are drawn anew a thousand times, from a fixed seed, the same for both. A lead whose interval holds 0\nmay be chance.'
const LEAD_HEADINGS = ['task', 'better baseline', 'lead in MRR', 'damaged words: better baseline', 'lead in MRR']
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

/** The ranks of all questions of a task by one search, clean and damaged, as 1 / rank. */
interface Ranked {
  search: string
  clean: readonly number[]
  damaged: readonly number[]
}

/** Both tables: the figures, and by how much ours are above the better baseline's. */
export function retrievalTable (tasks: readonly Task[]): string {
  const done = tasks.map(rankedBy)
  const lines = done.flatMap(({ task, questions, ranked }) => ranked.map(({ search, clean, damaged }) => {
    const share = (within: number): number => clean.filter(value => value >= 1 / within).length / clean.length
    return `| ${[task.name, task.things.length, questions, search, ...[meanOf(clean), share(1), share(5), meanOf(damaged)].map(value => value.toFixed(3))].join(' | ')} |\n`
  }))
  const leads = done.map(({ task, ranked: [ours, ...baselines] }) => {
    const [clean, damaged] = [leadOver(ours!, baselines, 'clean'), leadOver(ours!, baselines, 'damaged')]
    return `| ${[task.name, clean.over, clean.lead, damaged.over, damaged.lead].join(' | ')} |\n`
  })
  return `| ${HEADINGS.join(' | ')} |\n|${' --- |'.repeat(HEADINGS.length)}\n${lines.join('')}\n${LEAD_NOTE}\n\n| ${LEAD_HEADINGS.join(' | ')} |\n|${' --- |'.repeat(LEAD_HEADINGS.length)}\n${leads.join('')}`
}

function rankedBy (task: Task): { task: Task, questions: number, ranked: Ranked[] } {
  const index = createTextIndex(task.things)
  const questions = [...task.questions].sort((a, b) => hashOf(a.text) - hashOf(b.text) || (a.code < b.code ? -1 : 1)).slice(0, MOST_QUESTIONS)
  const searches: ReadonlyArray<readonly [string, Search]> = [
    ['Padan', text => index.search(text, { limit: MOST }).map(({ code }) => code)], ['character n-grams', characterNgrams(task.things)], ['BM25', bm25(task.things)],
  ]
  const reciprocal = (rank: number): number => rank < 0 ? 0 : 1 / (rank + 1)
  return {
    task,
    questions: questions.length,
    ranked: searches.map(([search, find]) => ({
      search,
      clean: questions.map(({ text, code }) => reciprocal(find(text).indexOf(code))),
      damaged: questions.map(({ text, code }) => reciprocal(find(damage(text, RETRIEVAL_SEED)).indexOf(code))),
    })),
  }
}

/** By how much the mean of ours is above that of the better baseline. */
function leadOver (ours: Ranked, baselines: readonly Ranked[], words: 'clean' | 'damaged'): { over: string, lead: string } {
  const better = [...baselines].sort((a, b) => meanOf(b[words]) - meanOf(a[words]))[0]!
  return { over: better.search, lead: leadText(meanOf(ours[words]) - meanOf(better[words]), intervalOf(ours[words].length, meanLead(ours[words], better[words]))) }
}

function meanOf (values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
