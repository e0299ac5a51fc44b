import type { App } from '../http/app-type.ts'
import { reference } from '../schemas/common.ts'
import { PlacementRequestSchema, type PlacementOptions, type PlacementRequest } from '../schemas/placement.ts'
import type { RouteContext } from './context.ts'
import { badField } from './judging.ts'
import { readSource } from './market-source.ts'
import { ACCEPTED, JobHeaders, submitJob } from './submit-job.ts'

/** Which options go with which method. */
const OPTIONS: Readonly<Record<PlacementRequest['method'], ReadonlyArray<keyof PlacementOptions>>> = {
  stable: ['ties', 'refusals', 'fixed', 'withdrawn', 'caps', 'groups', 'typeCaps', 'reserves'],
  best: ['objective', 'refusals', 'fixed'],
  recommend: ['limit', 'balance', 'rounds'],
}

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

export function checkMethod ({ method, from, options = {}, whyNot }: PlacementRequest): void {
  if (from === 'preferences' && method !== 'stable') {
    throw badField('/from', from, `ledgers or costs: ${method} needs scores, and preferences have none`, `ledgers atau costs: ${method} memerlukan skor, sedangkan preferences tidak memilikinya`)
  }
  if (method === 'recommend' && whyNot !== undefined) throw badField('/whyNot', undefined, 'no whyNot with recommend, which explains every list', 'tanpa whyNot untuk recommend, yang menjelaskan setiap daftar')
  for (const name of Object.keys(options) as Array<keyof PlacementOptions>) {
    if (OPTIONS[method].includes(name)) continue
    throw badField(`/options/${name}`, undefined, `options of ${method}: ${OPTIONS[method].join(', ')}`, `opsi untuk ${method}: ${OPTIONS[method].join(', ')}`)
  }
}
