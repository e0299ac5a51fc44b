import type { FastifyRequest, FastifySchema } from 'fastify'
import type { TSchema } from 'typebox'
import { PROBLEMS } from '../errors/codes.ts'
import { Problem } from '../errors/problem.ts'
import type { App } from '../http/app-type.ts'
import { problemAnswer } from '../http/answers.ts'
import { COLUMNS, OWN_COLUMNS, SEEN, SETTABLE } from './field-rules.ts'
import { partOf, refusedBy, seenBy, type Part } from './fields.ts'
import { viewerOf, viewersOf } from './viewers.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: string
    /** What some callers do not see of the route's answers, by status. */
    unseen?: ReadonlyMap<number, Part>
    /** What some callers may not set. */
    unset?: Part
  }
}

type RouteSchema = FastifySchema & { operationId?: string }

/** Holds what routes answer and take against the table of fields. A field without a row throws here, at the start. Must come after the guard, which says who may call. */
export function addFieldGuard (app: App): void {
  app.addHook('onRoute', route => {
    const { operationId, body, response } = (route.schema ?? {}) as RouteSchema
    const rule = route.config?.rule
    if (operationId === undefined || rule === undefined) return
    const viewers = viewersOf(rule)
    const unseen = new Map<number, Part>()
    for (const [status, answer] of Object.entries(response as Record<string, object>)) {
      const part = Number(status) < 300 ? partOf(jsonOf(answer), operationId, SEEN, viewers) : undefined
      if (part !== undefined) unseen.set(Number(status), part)
    }
    const unset = partOf(body as TSchema | undefined, `${operationId} body`, SETTABLE, viewers)
    if (unset !== undefined) (response as Record<number, unknown>)[PROBLEMS['not-allowed'].status] ??= problemAnswer(['not-allowed'])
    route.config = { ...route.config, operationId, unseen, unset }
  })
  // Before defaults are filled in.
  app.addHook('preValidation', async request => {
    const viewer = viewerOf(request.caller)
    const refused = refusedBy(viewer, request.body, request.routeOptions.config.unset)
    if (refused === undefined) return
    throw new Problem('not-allowed', {
      detail: `${refused} is not for the role '${viewer}' to set; leave it out.`,
      detailId: `${refused} tidak boleh diisi oleh peran '${viewer}'; kosongkan saja.`,
    })
  })
  app.addHook('preSerialization', async (request, reply, payload) => seenOf(request, reply.statusCode, payload))
}

/** What the caller of a request sees of an answer. */
export function seenOf (request: FastifyRequest, status: number, body: unknown): unknown {
  const part = request.routeOptions.config.unseen?.get(status)
  // A refusal may come before anybody knows who calls.
  return part === undefined ? body : seenBy(viewerOf(request.caller), body, part)
}

/** Positions of the columns of a table that the caller of a request sees. Throws for a column without a row. */
export function columnsFor ({ caller, routeOptions: { config: { operationId = '' } } }: FastifyRequest, header: readonly string[]): number[] {
  const positions = header.map((_, position) => position)
  if (OWN_COLUMNS.has(operationId)) return positions
  const table = COLUMNS[operationId]
  const strange = header.filter(name => table?.[name] === undefined)
  if (strange.length > 0) throw new Error(`The columns ${strange.join(', ')} of '${operationId}' have no row: say in access/field-rules.ts who has them.`)
  return positions.filter(position => table[header[position]].includes(viewerOf(caller)))
}

/** The schema of an answer as JSON. */
function jsonOf (answer: object): TSchema | undefined {
  if (!('content' in answer)) return answer as TSchema
  return (answer.content as Record<string, { schema?: TSchema }>)['application/json']?.schema
}
