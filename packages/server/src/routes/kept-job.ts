import type { FastifyRequest } from 'fastify'
import { requireReach } from '../access/reach.ts'
import { Problem } from '../errors/problem.ts'
import { readJob, readResult, type JobRow } from '../store/job-rows.ts'
import type { RouteContext } from './context.ts'
import { LOOK_AGAIN } from './submit-job.ts'

/** A job that the caller may see. Throws Problem. */
export async function jobOf ({ registry }: RouteContext, request: FastifyRequest, id: string): Promise<JobRow> {
  // PostgreSQL has no NUL, and no job's id does.
  const job = id.includes('\0') ? undefined : await readJob(registry.db, id)
  if (job === undefined) throw new Problem('job-not-found')
  requireReach(request, job.caller, 'job-not-found')
  return job
}

/** JSON of a done job's result. Throws Problem. */
export async function resultOf (context: RouteContext, request: FastifyRequest, id: string): Promise<string> {
  const job = await jobOf(context, request, id)
  if (isUnderWay(job)) throw new Problem('job-not-done', { headers: { 'retry-after': LOOK_AGAIN } })
  const result = await readResult(context.registry.db, id)
  if (typeof result !== 'string') throw new Problem('job-without-result')
  return result
}

export function isUnderWay ({ state }: JobRow): boolean {
  return state === 'queued' || state === 'running'
}
