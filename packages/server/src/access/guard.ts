import type { FastifySchema } from 'fastify'
import { PROBLEMS } from '../errors/codes.ts'
import { Problem } from '../errors/problem.ts'
import type { App } from '../http/app-type.ts'
import { problemAnswer } from '../http/answers.ts'
import type { Caller, Reach } from './caller.ts'
import { notSignedIn } from './credentials.ts'
import { refuseHaste } from './sign-in.ts'
import { countedAddress } from './address.ts'
import { ruleOf, type Rule } from './rules.ts'
import type { Access } from './access.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. */
    rule?: Rule
  }
}

/** Names of the ways to sign in, in the OpenAPI document. */
export const SECURITY_SCHEMES = {
  session: { type: 'http', scheme: 'bearer', description: 'The token of a session (`pds_…`), from POST /v1/sessions. What a role may do is in docs/access.md.' },
  key: { type: 'http', scheme: 'bearer', description: 'A key of a system (`pdn_…`), made by an admin for some scopes.' },
} as const

/**
 * Gives every route its rule and settles who calls and how far the right reaches, before any body is read. A route without a rule throws here,
 * at the start. Must come before the routes, and after the answers to what is no route.
 */
export function addGuard (app: App, access: Access): void {
  app.decorateRequest('caller', null as never)
  app.decorateRequest('reach', 'own')
  app.addHook('onRoute', route => {
    const schema = route.schema as (FastifySchema & { operationId?: string }) | undefined
    const rule = ruleOf(route.url, schema?.operationId)
    route.config = { ...route.config, rule }
    if (schema !== undefined) describe(schema, rule)
  })
  app.addHook('onRequest', async request => {
    const { rule = {} } = request.routeOptions.config
    request.caller = await access.callerOf(request, rule.public !== true)
    request.reach = reachOf(request.caller, rule)
    if (rule.metered === true) refuseHaste(access.reads.take(request.caller.kind === 'nobody' ? countedAddress(request.ip) : request.caller.id))
  })
}

/** How far the caller's right reaches. Throws Problem `not-signed-in` or `not-allowed`. */
export function reachOf (caller: Caller, rule: Rule): Reach {
  const reach = rightOf(caller, rule)
  if (reach !== undefined) return reach
  if (caller.kind === 'nobody' || caller.kind === 'local') throw notSignedIn()
  throw new Problem('not-allowed', caller.kind === 'key' && rule.scope !== undefined
    ? { detail: `The key was not made for this; the scope '${rule.scope}' is needed.`, detailId: `Kunci ini tidak dibuat untuk itu; diperlukan lingkup '${rule.scope}'.` }
    : {})
}

function rightOf (caller: Caller, rule: Rule): Reach | undefined {
  if (caller.kind === 'account' && caller.role !== undefined && rule.roles?.[caller.role] !== undefined) return rule.roles[caller.role]
  if (caller.kind === 'key' && rule.scope !== undefined && caller.scopes.includes(rule.scope)) return 'all'
  if (caller.kind === 'local' && rule.local === true) return 'all'
  // What is public is nobody's own.
  return rule.public === true ? 'own' : undefined
}

/** Puts the rule into the OpenAPI document: who may call, and how refusals look. */
function describe (schema: FastifySchema & { operationId?: string }, rule: Rule): void {
  if (schema.operationId === undefined) return
  const response = schema.response as Record<number, unknown>
  if (rule.metered === true) response[PROBLEMS['too-many-tries'].status] ??= problemAnswer(['too-many-tries'])
  if (rule.public === true) {
    schema.security = []
    return
  }
  schema.security = [
    ...(rule.roles === undefined ? [] : [{ session: Object.keys(rule.roles) }]),
    ...(rule.scope === undefined ? [] : [{ key: [rule.scope] }]),
  ]
  for (const code of ['not-signed-in', 'not-allowed'] as const) response[PROBLEMS[code].status] ??= problemAnswer([code])
}
