import { setImmediate } from 'node:timers/promises'
import { createMatcher, type IndexedMatcher, type Profile } from '@padan/matcher'
import type { Catalogue } from '@padan/taxonomy'
import { startThread } from './ask-thread.ts'
import { inOrder, joinLists, rankLists, type ListOptions, type TopLists } from './rank-list.ts'
import type { Answer, Task, WorkerStart } from './worker.ts'

export interface RankAllOptions {
  /** At most so many in each list, a whole number >= 0. Default 50. */
  limit?: number
  /** As for a single ranking. */
  profile?: string | Profile
  asOf?: string
  /** Threads besides this one, 0 to 64; with 0 the work is done here, a part at a time. Default 0. */
  workers?: number
  /** The catalogues the matcher's taxonomy was loaded with: every thread loads it anew. */
  catalogues?: readonly Catalogue[]
  /** Called after every part, with lists done and lists in all. */
  onProgress?: (done: number, total: number) => void
  /** Stops the work; the promise is then rejected with the signal's reason, and no thread is left. */
  signal?: AbortSignal
}

/** Both sides' top lists of a whole market. Ids stand in UTF-16 order, and list n belongs to id n of its side. */
export interface MarketLists {
  seekers: { ids: readonly string[], lists: TopLists }
  vacancies: { ids: readonly string[], lists: TopLists }
}

/** Records in a part: small enough to show progress and to stop soon, large enough to be worth a message. */
const PART_SIZE = 256
const MOST_WORKERS = 64

/**
 * Ranks everybody for every vacancy and every vacancy for everybody. The lists are those of `rankSeekers` and `rankVacancies`, and the
 * bytes are the same for any number of workers. The market is the one that stands when this is called: records that come or go meanwhile change nothing, for
 * which a copy of the index is kept until the end. Throws RangeError for a bad option; a thread that fails fails the whole.
 */
export async function rankAll (matcher: IndexedMatcher, options: RankAllOptions = {}): Promise<MarketLists> {
  const { workers = 0, signal, onProgress = () => {} } = options
  if (!Number.isInteger(workers) || workers < 0 || workers > MOST_WORKERS) throw new RangeError(`workers must be a whole number from 0 to ${MOST_WORKERS}, got ${String(workers)}.`)
  signal?.throwIfAborted()
  const sides = { seekers: inOrder(matcher.seekers.ids()), vacancies: inOrder(matcher.vacancies.ids()) }
  const tasks = tasksOf(sides.vacancies.ids.length, sides.seekers.ids.length)
  const total = sides.vacancies.ids.length + sides.seekers.ids.length
  let done = 0
  const parts: TopLists[] = []
  const take = (task: Task, lists: TopLists): void => {
    parts[task.part] = lists
    done += task.to - task.from
    onProgress(done, total)
  }
  const asked = listOptions(options)
  if (workers === 0) {
    const copy = copyOf(matcher)
    for (const task of tasks) {
      const others = task.side === 'vacancies' ? sides.seekers : sides.vacancies
      take(task, rankLists(copy, task.side, sides[task.side].ids.slice(task.from, task.to), others.positionOf, asked))
      await setImmediate()
      signal?.throwIfAborted()
    }
  } else {
    await askWorkers(matcher, tasks, { ...options, workers: Math.min(workers, Math.max(1, tasks.length)) }, asked, take)
  }
  const partsOf = (side: Task['side']): TopLists => joinLists(tasks.filter(task => task.side === side).map(task => parts[task.part]))
  return {
    seekers: { ids: sides.seekers.ids, lists: partsOf('seekers') },
    vacancies: { ids: sides.vacancies.ids, lists: partsOf('vacancies') },
  }
}

function copyOf (matcher: IndexedMatcher): IndexedMatcher {
  const copy = createMatcher({ taxonomy: matcher.taxonomy, profiles: matcher.profiles })
  copy.load(matcher.save())
  return copy
}

function listOptions ({ limit = 50, profile, asOf }: RankAllOptions): ListOptions {
  return { limit, ...profile === undefined ? {} : { profile }, ...asOf === undefined ? {} : { asOf } }
}

/** Vacancies first: their lists take longer, so the last parts to finish are short. */
function tasksOf (vacancies: number, seekers: number): Task[] {
  const tasks: Task[] = []
  for (const [side, count] of [['vacancies', vacancies], ['seekers', seekers]] as const) {
    for (let from = 0; from < count; from += PART_SIZE) tasks.push({ part: tasks.length, side, from, to: Math.min(count, from + PART_SIZE) })
  }
  return tasks
}

/** Hands the tasks out one at a time to whoever is free, and ends every thread whatever happens. */
async function askWorkers (matcher: IndexedMatcher, tasks: readonly Task[], { workers, catalogues = [], signal }: RankAllOptions, options: ListOptions, take: (task: Task, lists: TopLists) => void): Promise<void> {
  const start: WorkerStart = { snapshot: shared(matcher.save()), catalogues, profiles: matcher.profiles, options }
  const threads = Array.from({ length: workers! }, () => startThread(new URL('worker.js', import.meta.url), start))
  const ended = new AbortController()
  let next = 0
  try {
    await new Promise<void>((resolve, reject) => {
      // A signal may live longer than the work: nothing of it stays there.
      signal?.addEventListener('abort', () => reject(signal.reason), { signal: ended.signal })
      let busy = threads.length
      for (const thread of threads) {
        thread.on('error', reject)
        thread.on('exit', code => reject(new Error(`A worker ended with code ${code} before its work was done.`)))
        thread.on('message', (answer: Answer | 'ready') => {
          try {
            if (answer !== 'ready') take(tasks[answer.part], answer.lists)
          } catch (error) {
            reject(error)
            return
          }
          if (next < tasks.length) thread.postMessage(tasks[next++])
          else if (--busy === 0) resolve()
        })
      }
    })
  } finally {
    ended.abort()
    await Promise.all(threads.map(thread => thread.removeAllListeners('exit').terminate()))
  }
}

/** The bytes in memory that all threads see, so that they are not copied for each. */
function shared (bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
  copy.set(bytes)
  return copy
}
