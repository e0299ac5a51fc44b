import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { JobKind } from '../database/tables.ts'
import type { ProblemCode } from '../errors/codes.ts'
import { Problem, type Language } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import { languageOf } from '../http/language.ts'
import { problemOfFailure } from '../jobs/job-failure.ts'
import { JOB_STEPS } from '../jobs/stages.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import { reference } from '../schemas/common.ts'
import { JobSchema, type Job } from '../schemas/job.ts'
import { countWaiting, insertJob, type JobRow } from '../store/job-rows.ts'
import type { RouteContext } from './context.ts'

/** When to look again, in seconds. */
export const LOOK_AGAIN = '1'
const TRY_AGAIN = '30'

export const JobHeaders = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })),
})

export const PROBLEMS_OF_JOBS: readonly ProblemCode[] = ['bad-request-field', 'record-not-found', 'bad-record', 'key-reused', 'request-in-flight', 'too-many-jobs']

/** What a route answers that takes a job on. */
export const ACCEPTED = answers({ 202: reference(JobSchema) }, { body: true, problems: PROBLEMS_OF_JOBS })

/** Puts a checked request at the end of the line and answers 202 with where to look. Throws Problem `too-many-jobs`. */
export async function submitJob ({ writes, jobs, config }: RouteContext, request: FastifyRequest, reply: FastifyReply, kind: JobKind, asked: unknown): Promise<void> {
  await writes.run(request, reply, async transaction => {
    const waiting = await countWaiting(transaction)
    if (waiting >= config.JOBS_WAITING) throw new Problem('too-many-jobs', { headers: { 'retry-after': TRY_AGAIN } })
    const job = await insertJob(transaction, randomUUID(), kind, request.caller.id, asked)
    return {
      answer: { status: 202, headers: { location: addressOf(job.id), 'retry-after': LOOK_AGAIN }, body: describeJob(job, jobs, waiting, languageOf(request.headers['accept-language'])) },
      apply: () => jobs.wake(),
    }
  })
}

export function addressOf (id: string): string {
  return `/v1/jobs/${id}`
}

/** A job as it is told. */
export function describeJob (job: JobRow, jobs: JobRunner, before: number, language: Language): Job {
  const { id, kind, state } = job
  return {
    id,
    kind,
    state,
    before,
    progress: state === 'done' ? { done: JOB_STEPS, total: JOB_STEPS } : jobs.progressOf(id) ?? { done: 0, total: 0 },
    created: job.created_at.toISOString(),
    started: job.started_at?.toISOString() ?? null,
    finished: job.finished_at?.toISOString() ?? null,
    result: state === 'done' ? `${addressOf(id)}/result` : null,
    problem: job.problem === null ? null : problemOfFailure(job.problem).document(id, language),
  }
}
