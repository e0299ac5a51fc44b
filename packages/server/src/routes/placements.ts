import type { App } from '../http/app-type.ts'
import { METHOD_OPTIONS, strayOption } from '../jobs/method-options.ts'
import { reference } from '../schemas/common.ts'
import { PlacementRequestSchema, type PlacementRequest } from '../schemas/placement.ts'
import type { RouteContext } from './context.ts'
import { badField } from './judging.ts'
import { readSource } from './market-source.ts'
import { ACCEPTED, JobHeaders, submitJob } from './submit-job.ts'

/** Placements under capacity, as jobs. */
export function addPlacementRoutes (app: App, context: RouteContext): void {
  app.post('/v1/placements', {
    bodyLimit: context.config.JOB_BODY_LIMIT,
    schema: {
      summary: 'Place people under capacity',
      operationId: 'place',
      tags: ['placement'],
      description: 'Answers at once with a job. The result carries a certificate, and an independent check of it is part of the job.',
      headers: JobHeaders,
      body: reference(PlacementRequestSchema),
      response: ACCEPTED,
    },
  }, async (request, reply) => {
    const asked = readPlacement(context, request.body)
    await submitJob(context, request, reply, 'placement', asked)
    return await reply
  })
}

/** Throws Problem for options that do not go with the method, and as `readSource` does. */
function readPlacement (context: RouteContext, body: PlacementRequest): PlacementRequest {
  checkMethod(body)
  return { ...body, ...readSource(context, body) }
}

function checkMethod ({ method, from, options = {}, whyNot }: PlacementRequest): void {
  if (from === 'preferences' && method !== 'stable') {
    throw badField('/from', from, `ledgers or costs: ${method} needs scores, and preferences have none`, `ledgers atau costs: ${method} memerlukan skor, sedangkan preferences tidak memilikinya`)
  }
  if (method === 'recommend' && whyNot !== undefined) throw badField('/whyNot', undefined, 'no whyNot with recommend, which explains every list', 'tanpa whyNot untuk recommend, yang menjelaskan setiap daftar')
  const stray = strayOption(method, options)
  if (stray === undefined) return
  const allowed = METHOD_OPTIONS[method].join(', ')
  throw badField(`/options/${stray}`, undefined, `options of ${method}: ${allowed}`, `opsi untuk ${method}: ${allowed}`)
}
