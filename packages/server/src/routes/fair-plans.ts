import { setImmediate } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Problem } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { interviewsOf, type PlanBefore } from '../jobs/plan-before.ts'
import { reference } from '../schemas/common.ts'
import type { FairPlanResult, InvitedSeeker } from '../schemas/fair-result.ts'
import { FairPlanRequestSchema, ReplanRequestSchema, type ReplanRequest } from '../schemas/fair.ts'
import { JobIdSchema, JobSchema } from '../schemas/job.ts'
import { readItems } from '../store/job-items.ts'
import type { RouteContext } from './context.ts'
import { resultOf } from './kept-job.ts'
import { readSource } from './market-source.ts'
import { ACCEPTED, JobHeaders, PROBLEMS_OF_JOBS, submitJob } from './submit-job.ts'

const PAGE_ITEMS = 2000

/** Plans of a fair's day, and what becomes of them when the day turns out differently, as jobs. */
export function addFairPlanRoutes (app: App, context: RouteContext): void {
  app.post('/v1/fair-plans', {
    bodyLimit: context.config.JOB_BODY_LIMIT,
    schema: {
      summary: 'Plan who is at which booth when',
      operationId: 'planFair',
      tags: ['placement'],
      description: 'Answers at once with a job. The result has the day of each person and of each booth, and an independent check of the plan is part of the job.',
      headers: JobHeaders,
      body: reference(FairPlanRequestSchema),
      response: ACCEPTED,
    },
  }, async (request, reply) => {
    const asked = { ...request.body, ...readSource(context, request.body) }
    await submitJob(context, request, reply, 'fair-plan', asked)
    return await reply
  })

  app.post('/v1/fair-plans/:id/replans', {
    bodyLimit: context.config.JOB_BODY_LIMIT,
    schema: {
      summary: 'Change a plan, disturbing as little as possible',
      operationId: 'replanFair',
      tags: ['placement'],
      description: 'Answers at once with a job. `id` is the job of the plan as it stands, made or changed. The result is a plan, checked as every plan is, and says what was kept, moved, cancelled and added; who is meant is in its list `changes`. ' +
        'Market and fair are sent again, since requests are not kept; earlier changes are, with the plan.',
      params: Type.Object({ id: JobIdSchema }),
      headers: JobHeaders,
      body: reference(ReplanRequestSchema),
      response: answers({ 202: reference(JobSchema) }, { body: true, problems: [...PROBLEMS_OF_JOBS, 'job-not-found', 'job-not-done', 'job-without-result', 'not-found'] }),
    },
  }, async (request, reply) => {
    const { change, ...body } = request.body
    const source = readSource(context, body)
    const before = await planBefore(context, request, request.params.id, change)
    await submitJob(context, request, reply, 'fair-plan', { ...body, ...source, before })
    return await reply
  })
}

/** The plan of a job, as a change needs it. Throws Problem for a job that is not there, not done or no plan. */
async function planBefore (context: RouteContext, request: FastifyRequest, id: string, change: ReplanRequest['change']): Promise<PlanBefore> {
  const result = JSON.parse(await resultOf(context, request, id)) as FairPlanResult
  if (result.kind !== 'fair-plan') throw new Problem('not-found', { detail: `Job ${id} made no fair plan; give the job of one.`, detailId: `Pekerjaan ${id} tidak menghasilkan rencana bursa; berikan pekerjaan yang menghasilkannya.` })
  const interviews: PlanBefore['interviews'][number][] = []
  for (let after = -1; ;) {
    const page = await readItems(context.registry.db, id, 'seekers', after, PAGE_ITEMS)
    if (page.length === 0) break
    for (const one of interviewsOf(page.map(({ item }) => item as unknown as InvitedSeeker))) interviews.push(one)
    after = page[page.length - 1].position
    // The embedded database answers without the event loop ever turning; whoever else waits is let in here.
    await setImmediate()
  }
  const changes = [...result.replan?.changes ?? [], change] as PlanBefore['changes']
  return { of: id, changes, interviews, prices: result.proof.prices }
}
