import { setImmediate } from 'node:timers/promises'
import { askThread } from '@padan/matcher/threads'
import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { appendItems } from '../store/job-items.ts'
import { beginAgain, showsGone } from '../store/job-people.ts'
import { claimJob, endJob, failInterrupted, requeueImport, type ClaimedJob } from '../store/job-rows.ts'
import type { Registry } from '../store/registry.ts'
import { runImport } from '../imports/run-import.ts'
import { failureOf } from './job-failure.ts'
import { CHUNK_ITEMS, type JobEnd, type JobFailure, type JobOutput, type PartName } from './job-output.ts'
import type { JobStart } from './job-start.ts'

export interface JobRunnerOptions {
  registry: Registry
  atOnce: number
  /** Megabytes of objects in one thread. */
  memory: number
  /** The calendar's clock, for imports. */
  now: () => Date
  /** Told of trouble in the background. */
  onTrouble: (error: unknown) => void
}

export interface JobProgress {
  done: number
  total: number
}

interface RunningJob {
  /** Whose import it is. */
  owner?: string
  stop: AbortController
  progress: JobProgress
  end: Promise<void>
}

const RETRY_MS = 1000
/** So often a job begins again because somebody left while it ran, before a restart and after; where people come and go faster than it runs, it comes to nothing. */
const MOST_AGAIN = 4
/** Why a job ends that goes back into the line: whoever wants to cancel it must get at the database first. */
const PAUSED = Symbol('paused')
const THREAD = new URL('job-thread.js', import.meta.url)

/**
 * Works off the jobs of the database in the order they came, each in a thread of its own. The database says what is to be done and what
 * was done: a job is running from the commit that took it to the commit that ended it. What waits goes on after a restart; what was running when
 * the process ended has failed, for a job that brought a process down must not do so again and again. An import writes as it goes, in this thread:
 * it goes on where it was, and gives up by itself.
 */
export class JobRunner {
  readonly #options: JobRunnerOptions
  readonly #running = new Map<string, RunningJob>()
  #isOpen = false
  #isClosed = false
  #last: Promise<void> = Promise.resolve()

  constructor (options: JobRunnerOptions) {
    this.#options = options
  }

  /** Settles what the process before left, and begins. */
  async open (): Promise<void> {
    if (this.#isClosed) return
    await this.#options.registry.write(async transaction => {
      await failInterrupted(transaction, JSON.stringify({ code: 'job-interrupted' } satisfies JobFailure))
      return { answer: undefined, apply: () => { this.#isOpen = !this.#isClosed } }
    })
    this.wake()
  }

  /** Starts what may be started; called whenever a job comes or ends. */
  wake (): void {
    this.#last = this.#last.then(() => this.#startAll()).catch(error => { if (this.#isOpen) this.#options.onTrouble(error) })
  }

  /** How far a running job is. */
  progressOf (id: string): JobProgress | undefined {
    return this.#running.get(id)?.progress
  }

  /** Whose import is running under an id. */
  ownerOf (id: string): string | undefined {
    return this.#running.get(id)?.owner
  }

  /**
   * Has an import let go of the database, whose one transaction would hold up its own cancelling; it goes back into the line, from where it is
   * cancelled, or begins again.
   */
  pause (id: string): void {
    this.#running.get(id)?.stop.abort(PAUSED)
  }

  /** Ends the thread of a job that was cancelled. */
  stop (id: string): void {
    this.#running.get(id)?.stop.abort()
  }

  /** Ends every thread and starts no more. What was running is settled at the next start. */
  async close (): Promise<void> {
    this.#isOpen = false
    this.#isClosed = true
    for (const { stop } of this.#running.values()) stop.abort()
    await this.#last
    await Promise.all([...this.#running.values()].map(({ end }) => end))
  }

  async #startAll (): Promise<void> {
    const { registry, atOnce } = this.#options
    while (this.#isOpen && this.#running.size < atOnce) {
      const job = await registry.write(async transaction => ({ answer: await claimJob(transaction), apply: () => {} }))
      if (job === undefined) return
      const stop = new AbortController()
      const progress = { done: 0, total: 0 }
      const running: RunningJob = { stop, progress, end: Promise.resolve() }
      this.#running.set(job.id, running)
      running.end = this.#run(job, running)
        .catch(error => this.#settle(job.id, stop.signal, error))
        .finally(() => {
          this.#running.delete(job.id)
          this.wake()
        })
    }
  }

  async #run (job: ClaimedJob, running: RunningJob): Promise<void> {
    const { stop: { signal }, progress } = running
    const end = job.kind === 'import' ? await this.#import(job, running) : await this.#ask(job, signal, progress)
    if (end === undefined) return
    if ('output' in end) {
      await this.#keep(job, end.output, signal)
    } else {
      await this.#write(signal, transaction => endJob(transaction, job.id, { problem: JSON.stringify(end.failure) }))
    }
  }

  async #import (job: ClaimedJob, running: RunningJob): Promise<JobEnd | undefined> {
    const { registry, now } = this.#options
    return await runImport(job.id, {
      registry,
      by: job.caller,
      now,
      signal: running.stop.signal,
      onOwner: owner => { running.owner = owner },
      onProgress: (done, total) => { Object.assign(running.progress, { done, total }) },
    })
  }

  async #ask (job: ClaimedJob, signal: AbortSignal, progress: JobProgress): Promise<JobEnd> {
    try {
      const end = await askThread<JobEnd>(THREAD, this.#startOf(job), {
        signal,
        memory: this.#options.memory,
        onProgress: (done, total) => { Object.assign(progress, { done, total }) },
      })
      if ('failure' in end && end.failure.code === 'unproven-result') this.#options.onTrouble(new Error('A result did not pass its check.'))
      return end
    } catch (error) {
      signal.throwIfAborted()
      const failure = failureOf(error)
      if (failure === undefined) this.#options.onTrouble(error)
      return { failure: failure ?? { code: 'internal-error' } }
    }
  }

  #startOf (job: ClaimedJob): JobStart {
    const { matcher, catalogues } = this.#options.registry
    const request = JSON.parse(job.request)
    if (request.from !== 'ledgers') return { kind: job.kind, request } as JobStart
    // The records as they are now: a job sees no later write.
    return { kind: job.kind, request, records: { snapshot: matcher.save(), profiles: matcher.profiles, catalogues } } as JobStart
  }

  /** A piece at a time, so that other writes have their turn in between. Nobody sees a part of a result: the job is done with the last. */
  async #keep (job: ClaimedJob, { result, parts }: JobOutput, signal: AbortSignal): Promise<void> {
    const { id } = job
    for (const [part, chunks] of Object.entries(parts) as Array<[PartName, string[]]>) {
      for (const [number, chunk] of chunks.entries()) {
        await this.#write(signal, transaction => appendItems(transaction, id, part, number * CHUNK_ITEMS, chunk))
        // The embedded database answers without the event loop ever turning; whoever else waits is let in here.
        await setImmediate()
      }
    }
    await this.#write(signal, async transaction => {
      if (await showsGone(transaction, id)) await this.#withhold(transaction, job)
      else await endJob(transaction, id, { result })
    })
  }

  /** A market of the stored records is made again, without whoever left; of one that was sent along only the sender can take somebody out. */
  async #withhold (transaction: Transaction<Tables>, { id, request }: ClaimedJob): Promise<void> {
    if (JSON.parse(request).from === 'ledgers' && await beginAgain(transaction, id, MOST_AGAIN)) return
    await endJob(transaction, id, { problem: JSON.stringify({ code: 'people-left' } satisfies JobFailure) })
  }

  /** A job whose end could not be written must not seem to run for ever: its failure is written as soon as that goes. */
  async #settle (id: string, signal: AbortSignal, error: unknown): Promise<void> {
    if (signal.reason === PAUSED) {
      await this.#options.registry.write(async transaction => ({ answer: await requeueImport(transaction, id), apply: () => {} }))
      return
    }
    while (!signal.aborted) {
      this.#options.onTrouble(error)
      try {
        await this.#write(signal, transaction => endJob(transaction, id, { problem: JSON.stringify({ code: 'internal-error' } satisfies JobFailure) }))
        return
      } catch {
        await new Promise(resolve => { setTimeout(resolve, RETRY_MS).unref() })
      }
    }
  }

  async #write (signal: AbortSignal, work: (transaction: Transaction<Tables>) => Promise<void>): Promise<void> {
    await this.#options.registry.write(async transaction => {
      // A cancelled job is over in the database before its signal is given; nothing may follow.
      signal.throwIfAborted()
      return { answer: await work(transaction), apply: () => {} }
    })
  }
}
