import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { deleteSessions, readAccount } from '../access/account-rows.ts'
import { countedAddress } from '../access/address.ts'
import { CityLogin, type Identity, type OidcConfig } from '../access/city-login.ts'
import { citySignIn } from '../access/city-sign-in.ts'
import { linkIdentity, readIdentities, unlinkIdentities } from '../access/identities.ts'
import { refuseHaste, requirePassword } from '../access/sign-in.ts'
import { Problem } from '../errors/problem.ts'
import { answers, NothingSchema } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { CodeSchema, PasswordSchema, SignedInSchema } from '../schemas/account.ts'
import { reference } from '../schemas/common.ts'
import type { RouteContext } from './context.ts'

const Returned = {
  ticket: Type.String({ minLength: 1, maxLength: 2048, description: 'From the beginning of this log-in, in the same browser.' }),
  response: Type.String({ minLength: 1, maxLength: 8192, description: 'The query that the city\'s log-in sent the browser back with, as it is: `code=…&state=…`.' }),
}
const REFUSALS = ['bad-request-field', 'oidc-off', 'oidc-refused', 'oidc-away', 'too-many-tries'] as const

/** Signing in at the city's own log-in, by OpenID Connect. */
export function addCityLoginRoutes (app: App, { access, registry }: RouteContext, settings: OidcConfig): void {
  const { clock } = access
  const city = new CityLogin(settings, clock)
  const tags = ['access']

  /** Who came back; tries that fail are counted against their address. */
  const identityOf = async ({ ip, log, body }: FastifyRequest<{ Body: { ticket: string, response: string } }>): Promise<Identity> => {
    const address = `city ${countedAddress(ip)}`
    refuseHaste(access.byAddress.wait(address))
    access.byAddress.failed(address)
    try {
      const identity = await city.finish(body.ticket, body.response)
      access.byAddress.succeeded(address)
      return identity
    } catch (error) {
      // What the city or its library says may hold names: only its code is written down.
      if (error instanceof Problem && error.cause !== undefined) log.warn({ event: 'city-login-failed', code: (error.cause as { code?: unknown }).code }, 'the city\'s log-in could not be used')
      throw error
    }
  }

  app.post('/v1/city-logins', {
    schema: {
      summary: 'Begin to sign in at the city\'s log-in',
      operationId: 'beginCityLogin',
      tags,
      description: 'Send the browser to `url`. It comes back to OIDC_REDIRECT_URI with a query: send that with the ticket to POST /v1/city-logins/sessions or /v1/account/identities.',
      response: answers({ 201: Type.Object({ url: Type.String(), ticket: Type.String(), seconds: Type.Integer({ description: 'How long there is to come back.' }) }) }, { problems: ['oidc-off', 'oidc-away'] }),
    },
  }, async (_request, reply) => await reply.code(201).header('cache-control', 'no-store').send(await city.begin()))

  app.post('/v1/city-logins/sessions', {
    schema: {
      summary: 'Sign in with what the city\'s log-in answered',
      operationId: 'cityLogIn',
      tags,
      description: 'With a one-time code an invitation is taken up: the account is linked, and needs no password.',
      body: Type.Object({ ...Returned, code: Type.Optional(CodeSchema) }, { additionalProperties: false }),
      response: answers({ 201: reference(SignedInSchema) }, { body: true, problems: [...REFUSALS, 'identity-unknown', 'identity-taken', 'code-unusable'] }),
    },
  }, async (request, reply) => {
    const { account, id, token, expires } = await citySignIn(access, city, request, await identityOf(request), request.body.code)
    return await reply.code(201).header('cache-control', 'no-store').send({ session: id, token, expires: expires.toISOString(), account: account.id, role: account.role })
  })

  app.get('/v1/account/identities', {
    schema: {
      summary: 'Is your account linked with the city\'s log-in?',
      operationId: 'listIdentities',
      tags,
      response: answers({ 200: Type.Object({ items: Type.Array(Type.Object({ issuer: Type.String(), linked: Type.String({ description: 'ISO 8601, UTC.' }) })) }) }),
    },
  }, async ({ caller }) => ({ items: (await readIdentities(registry.db, caller.id)).map(({ issuer, created_at: linked }) => ({ issuer, linked: linked.toISOString() })) }))

  app.post('/v1/account/identities', {
    schema: {
      summary: 'Link your account with the city\'s log-in',
      operationId: 'linkIdentity',
      tags,
      description: 'Asks for the password: a session alone, were it stolen, must not open a second way in.',
      body: Type.Object({ ...Returned, password: PasswordSchema }, { additionalProperties: false }),
      response: answers({ 204: NothingSchema }, { body: true, problems: [...REFUSALS, 'wrong-credentials', 'identity-taken'] }),
    },
  }, async (request, reply) => {
    const { caller: { id } } = request
    await requirePassword(access, await readAccount(registry.db, id), request.body.password)
    const identity = await identityOf(request)
    await registry.write(async transaction => {
      await linkIdentity(transaction, id, identity, clock.now())
      await registry.audit.record(transaction, { actor: id, action: 'identity-linked', subject: id })
      return { answer: undefined, apply: () => {} }
    })
    return await reply.code(204).send(null)
  })

  app.delete('/v1/accounts/:id/identities', {
    schema: {
      summary: 'Unlink an account from the city\'s log-in',
      operationId: 'unlinkIdentities',
      tags,
      description: 'One\'s own (`current`), or as an admin anybody\'s. All sessions of the account end. Who has no password needs a reset afterwards (POST /v1/accounts/{id}/reset).',
      params: Type.Object({ id: Type.String() }),
      response: answers({ 204: NothingSchema }, { problems: ['record-not-found'] }),
    },
  }, async ({ params, caller, reach }, reply) => {
    const id = params.id === 'current' ? caller.id : params.id.replaceAll('\0', '')
    const nothing = (): Problem => new Problem('record-not-found', { detail: 'This account is not linked.', detailId: 'Akun ini tidak terhubung.' })
    if (reach === 'own' && id !== caller.id) throw nothing()
    await registry.write(async transaction => {
      if (await unlinkIdentities(transaction, id) === 0) throw nothing()
      await deleteSessions(transaction, id)
      await registry.audit.record(transaction, { actor: caller.id, action: 'identity-unlinked', subject: id })
      return { answer: undefined, apply: () => access.sessions.forget(id) }
    })
    return await reply.code(204).send(null)
  })
}
