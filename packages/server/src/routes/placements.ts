import type { App } from '../http/app-type.ts'
import { reference } from '../schemas/common.ts'
import { PlacementRequestSchema, type PlacementOptions, type PlacementRequest } from '../schemas/placement.ts'
import type { RouteContext } from './context.ts'
import { badField, pairOptions, recordNotFound } from './judging.ts'
import { ACCEPTED, JobHeaders, submitJob } from './submit-job.ts'

const SOURCES = ['ledgers', 'preferences', 'costs'] as const

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

/**
 * What can be told at once: that the parts of the request go together and that the records it names are there. What shows only when the
 * market is made is told by the job. Throws Problem.
 */
function readPlacement (context: RouteContext, body: PlacementRequest): PlacementRequest {
  checkParts(body)
  return body.from === 'ledgers' ? { ...body, ledgers: readLedgers(context, body.ledgers ?? {}) } : body
}

export function checkParts ({ method, from, options = {}, ...rest }: PlacementRequest): void {
  if (from === 'preferences' && method !== 'stable') {
    throw badField('/from', from, `ledgers or costs: ${method} needs scores, and preferences have none`, `ledgers atau costs: ${method} memerlukan skor, sedangkan preferences tidak memilikinya`)
  }
  for (const source of SOURCES) {
    if (source !== from && rest[source] !== undefined) throw badField(`/${source}`, undefined, `no ${source}, since from is ${from}`, `tanpa ${source}, karena from berisi ${from}`)
  }
  if (from !== 'ledgers' && rest[from] === undefined) throw badField(`/${from}`, undefined, `${from}, since from is ${from}`, `${from}, karena from berisi ${from}`)
  for (const name of Object.keys(options) as Array<keyof PlacementOptions>) {
    if (OPTIONS[method].includes(name)) continue
    throw badField(`/options/${name}`, undefined, `options of ${method}: ${OPTIONS[method].join(', ')}`, `opsi untuk ${method}: ${OPTIONS[method].join(', ')}`)
  }
}

type Ledgers = NonNullable<PlacementRequest['ledgers']>

/** The day and the profile are settled now, so that a job that waits over midnight judges the day it was asked for. */
export function readLedgers (context: RouteContext, ledgers: Ledgers): Ledgers {
  const { matcher } = context.registry
  const { profile, asOf } = pairOptions(context, ledgers as Parameters<typeof pairOptions>[1])
  requireStored('seeker', ledgers.seekers, id => matcher.seekers.has(id))
  requireStored('vacancy', ledgers.vacancies ?? ledgers.seats?.map(({ vacancyId }) => vacancyId), id => matcher.vacancies.has(id))
  return { ...ledgers, profile: profile as Ledgers['profile'], asOf }
}

function requireStored (name: string, ids: readonly string[] = [], isStored: (id: string) => boolean): void {
  const unknown = ids.find(id => !isStored(id))
  if (unknown !== undefined) throw recordNotFound(name, unknown)
}
