import { parentPort, workerData } from 'node:worker_threads'
import { progressTo, type FromThread } from '@padan/matcher/threads'
import { failureOf } from './job-failure.ts'
import type { JobEnd } from './job-output.ts'
import type { JobStart } from './job-start.ts'
import { runFairPlan } from './run-fair-plan.ts'
import { runPlacement } from './run-placement.ts'

/** The thread of one job. What the engine refuses is an end like another; any other error ends the thread. */
async function end (start: JobStart): Promise<JobEnd> {
  try {
    const tell = progressTo(parentPort!)
    return start.kind === 'placement' ? await runPlacement(start, tell) : await runFairPlan(start, tell)
  } catch (error) {
    const failure = failureOf(error)
    if (failure === undefined) throw error
    return { failure }
  }
}

parentPort!.postMessage({ kind: 'result', result: await end(workerData as JobStart) } satisfies FromThread<JobEnd>)
