import { Worker } from 'node:worker_threads'
import type { Catalogue } from '@padan/taxonomy'
import { Problem } from '../errors/problem.ts'
import type { WordReply, WordRequest } from './word-thread.ts'
import type { WordResults, WordStart, WordTask } from './word-work.ts'

const THREAD = new URL('word-thread.js', import.meta.url)
/** More than these are refused, so that what waits is bounded: at 200,000 characters a text some tens of megabytes. */
const MOST_WAITING = 100
const TRY_AGAIN = '2'
/** Work is linear in the text; whatever takes longer is a fault of ours, and is ended. */
const LONGEST_MS = 120_000
/** Megabytes of objects: the taxonomy, the extractor and every index take about a fifth of it. */
const MEMORY = 1024

interface Waiting {
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

/**
 * Reads words in a thread of its own: making the extractor and the indexes takes seconds, a long text some tenths of one, and meanwhile the service answers others. The
 * thread starts with the first task and is kept; one that breaks down fails the tasks it had, and the next task starts another.
 */
export class WordReader {
  readonly #catalogues: readonly Catalogue[]
  readonly #waiting = new Map<number, Waiting>()
  #thread: Worker | undefined
  #timer: NodeJS.Timeout | undefined
  #next = 0
  #isClosed = false

  constructor (catalogues: readonly Catalogue[]) {
    this.#catalogues = catalogues
  }

  /** Does a task after those before it. Throws Problem `words-busy` when too many wait, `not-ready` after `close`. */
  async do<Task extends WordTask> (task: Task): Promise<WordResults[Task['kind']]> {
    if (this.#isClosed) throw new Problem('not-ready')
    if (this.#waiting.size >= MOST_WAITING) throw new Problem('words-busy', { headers: { 'retry-after': TRY_AGAIN } })
    const id = this.#next++
    return await new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#running().postMessage({ id, task } satisfies WordRequest)
      this.#watch()
    })
  }

  async close (): Promise<void> {
    this.#isClosed = true
    await this.#end(new Problem('not-ready'))
  }

  #running (): Worker {
    if (this.#thread !== undefined) return this.#thread
    const thread = new Worker(THREAD, { workerData: { catalogues: this.#catalogues } satisfies WordStart, resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
    this.#thread = thread
    thread.on('message', ({ id, result }: WordReply) => {
      this.#waiting.get(id)?.resolve(result as never)
      this.#waiting.delete(id)
      this.#watch()
    })
    thread.on('error', error => { if (this.#thread === thread) this.#end(error).catch(() => {}) })
    thread.on('exit', code => { if (this.#thread === thread) this.#end(new Error(`The thread that reads words ended with code ${code}.`)).catch(() => {}) })
    // What waits for an answer keeps the process; a thread that waits for work does not.
    thread.unref()
    return thread
  }

  /** Counts the time since the last sign of life, while anything waits. */
  #watch (): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#waiting.size === 0) return
    this.#timer = setTimeout(() => { this.#end(new Error(`Reading words took more than ${LONGEST_MS} ms.`)).catch(() => {}) }, LONGEST_MS)
  }

  async #end (reason: unknown): Promise<void> {
    clearTimeout(this.#timer)
    const thread = this.#thread
    this.#thread = undefined
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(reason)
    await thread?.terminate()
  }
}
