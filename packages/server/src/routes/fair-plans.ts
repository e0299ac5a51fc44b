import type { App } from '../http/app-type.ts'
import { reference } from '../schemas/common.ts'
import { FairPlanRequestSchema } from '../schemas/fair.ts'
import type { RouteContext } from './context.ts'
import { readSource } from './market-source.ts'
import { ACCEPTED, JobHeaders, submitJob } from './submit-job.ts'

/** Plans of a fair's day, as jobs. */
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
}
