import { Type, type Static } from 'typebox'
import { accountOfCode, useCode } from '../access/codes.ts'
import { deleteSessions, insertAccount, readAccount, updateAccount } from '../access/account-rows.ts'
import { countedAddress } from '../access/address.ts'
import { readLogin } from '../access/logins.ts'
import { readPassword } from '../access/read-password.ts'
import { refuseHaste, requirePassword, signIn } from '../access/sign-in.ts'
import { Problem } from '../errors/problem.ts'
import { answers, NothingSchema } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { CodeSchema, LoginSchema, PasswordSchema, SessionSchema, SignedInSchema } from '../schemas/account.ts'
import { reference } from '../schemas/common.ts'
import type { RouteContext } from './context.ts'

const Made = Type.Object({ account: Type.String({ description: 'Id of the account.' }) })
const AccountParams = Type.Object({ id: Type.String({ maxLength: 128 }) })
const SECRET = 'Takes no Idempotency-Key: nothing of a request that holds a password is kept, not even its hash.'

/** Signing in and out, passwords, and the first admin. */
export function addSessionRoutes (app: App, { access, registry, writes }: RouteContext): void {
  const { clock, hasher } = access

  /** Counts a try with a code against its address, so that codes are not guessed. */
  const withCode = async <T>(ip: string, work: () => Promise<T>): Promise<T> => {
    const address = `code ${countedAddress(ip)}`
    refuseHaste(access.byAddress.wait(address))
    access.byAddress.failed(address)
    const done = await work()
    access.byAddress.succeeded(address)
    return done
  }

  /** Sessions that still run, the oldest first. */
  const sessionsOf = async (account: string, current: string | undefined): Promise<Array<Static<typeof SessionSchema>>> => {
    const rows = await registry.db.selectFrom('sessions').selectAll().where('account', '=', account).where('expires_at', '>', clock.now()).orderBy('created_at').execute()
    return rows.map(({ id, created_at: created, seen_at: seen, expires_at: expires }) =>
      ({ id, created: created.toISOString(), seen: seen.toISOString(), expires: expires.toISOString(), current: id === current }))
  }

  app.post('/v1/setup', {
    schema: {
      summary: 'Make the first admin',
      operationId: 'setUp',
      tags: ['access'],
      description: `With the one-time code that the first start prints. ${SECRET}`,
      body: Type.Object({ code: CodeSchema, login: LoginSchema, password: PasswordSchema }, { additionalProperties: false }),
      response: answers({ 201: Made }, { body: true, problems: ['bad-request-field', 'code-unusable', 'login-taken', 'too-many-tries'] }),
    },
  }, async ({ body, ip }, reply) => {
    const account = await withCode(ip, async () => {
      await accountOfCode(registry.db, clock, body.code, ['setup'])
      const login = readLogin(body.login)
      const password = await hasher.hash(readPassword(body.password, login))
      return await registry.write(async transaction => {
        await useCode(transaction, clock, body.code, ['setup'])
        const { id } = await insertAccount(transaction, registry.vault, clock.now(), { role: 'admin', login, state: 'active', password })
        await registry.audit.record(transaction, { actor: id, action: 'set-up', subject: id })
        return { answer: id, apply: () => {} }
      })
    })
    return await reply.code(201).send({ account })
  })

  app.post('/v1/passwords', {
    schema: {
      summary: 'Set a password with a one-time code',
      operationId: 'setPassword',
      tags: ['access'],
      description: `Takes up an invitation, or replaces a forgotten password; all sessions of the account end. ${SECRET}`,
      body: Type.Object({ code: CodeSchema, password: PasswordSchema }, { additionalProperties: false }),
      response: answers({ 200: Made }, { body: true, problems: ['bad-request-field', 'code-unusable', 'too-many-tries'] }),
    },
  }, async ({ body, ip }) => await withCode(ip, async () => {
    const id = await accountOfCode(registry.db, clock, body.code, ['invitation', 'reset']) as string
    const { login_sealed: sealed } = await readAccount(registry.db, id)
    const password = await hasher.hash(readPassword(body.password, sealed === null ? '' : registry.vault.open(id, sealed)))
    return await registry.write(async transaction => {
      await useCode(transaction, clock, body.code, ['invitation', 'reset'])
      const { state } = await readAccount(transaction, id)
      // Whoever was locked or closed since the code was made stays so.
      if (state !== 'invited' && state !== 'active') throw new Problem('code-unusable')
      const { login_hash: login } = await updateAccount(transaction, id, clock.now(), { password, state: 'active' })
      await deleteSessions(transaction, id)
      await registry.audit.record(transaction, { actor: id, action: 'password-set', subject: id })
      return {
        answer: { account: id },
        apply: () => {
          access.sessions.forget(id)
          if (login !== null) access.byLogin.succeeded(login)
        },
      }
    })
  }))

  app.put('/v1/account/password', {
    schema: {
      summary: 'Change your password',
      operationId: 'changePassword',
      tags: ['access'],
      description: `Every other session of yours ends. ${SECRET}`,
      body: Type.Object({ current: PasswordSchema, password: PasswordSchema }, { additionalProperties: false }),
      response: answers({ 204: NothingSchema }, { body: true, problems: ['bad-request-field', 'wrong-credentials', 'too-many-tries'] }),
    },
  }, async ({ body, caller }, reply) => {
    const { id } = caller
    const before = await readAccount(registry.db, id)
    await requirePassword(access, before, body.current)
    const password = await hasher.hash(readPassword(body.password, before.login_sealed === null ? '' : registry.vault.open(id, before.login_sealed)))
    await registry.write(async transaction => {
      if ((await readAccount(transaction, id)).password !== before.password) throw new Problem('wrong-credentials')
      await updateAccount(transaction, id, clock.now(), { password })
      await deleteSessions(transaction, id, caller.session)
      await registry.audit.record(transaction, { actor: id, action: 'password-changed', subject: id })
      return { answer: undefined, apply: () => access.sessions.forget(id) }
    })
    return await reply.code(204).send(null)
  })

  app.post('/v1/sessions', {
    schema: {
      summary: 'Sign in',
      operationId: 'signIn',
      tags: ['access'],
      description: SECRET,
      body: Type.Object({ login: LoginSchema, password: PasswordSchema }, { additionalProperties: false }),
      response: answers({ 201: reference(SignedInSchema) }, { body: true, problems: ['bad-request-field', 'wrong-credentials', 'too-many-tries'] }),
    },
  }, async (request, reply) => {
    const { account, id, token, expires } = await signIn(access, request, request.body)
    return await reply.code(201).header('cache-control', 'no-store').send({ session: id, token, expires: expires.toISOString(), account: account.id, role: account.role })
  })

  app.get('/v1/sessions', {
    schema: { summary: 'List your sessions', operationId: 'listSessions', tags: ['access'], response: answers({ 200: Type.Object({ items: Type.Array(reference(SessionSchema)) }) }) },
  }, async ({ caller }) => ({ items: await sessionsOf(caller.id, caller.session) }))

  app.get('/v1/accounts/:id/sessions', {
    schema: {
      summary: 'List the sessions of an account',
      operationId: 'listAccountSessions',
      tags: ['access'],
      params: AccountParams,
      response: answers({ 200: Type.Object({ items: Type.Array(reference(SessionSchema)) }) }, { problems: ['record-not-found', 'bad-request-field'] }),
    },
  }, async ({ caller, params }) => {
    const { id } = await readAccount(registry.db, params.id)
    return { items: await sessionsOf(id, caller.session) }
  })

  app.delete('/v1/accounts/:id/sessions', {
    schema: {
      summary: 'End all sessions of an account',
      operationId: 'endAccountSessions',
      tags: ['access'],
      description: 'At once. The account stays as it is: whoever knows its password signs in again.',
      params: AccountParams,
      headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })) }),
      response: answers({ 200: Type.Object({ ended: Type.Integer() }) }, { body: true, problems: ['record-not-found', 'bad-request-field', 'key-reused', 'request-in-flight'] }),
    },
  }, async (request, reply) => {
    await writes.run(request, reply, async transaction => {
      const { id } = await readAccount(transaction, request.params.id)
      const { numDeletedRows } = await transaction.deleteFrom('sessions').where('account', '=', id).executeTakeFirst()
      await registry.audit.record(transaction, { actor: request.caller.id, action: 'sessions-ended', subject: id })
      return { answer: { status: 200, body: { ended: Number(numDeletedRows) } }, apply: () => access.sessions.forget(id) }
    })
    return await reply
  })

  app.delete('/v1/sessions/:id', {
    schema: {
      summary: 'Sign out, or end another session',
      operationId: 'endSession',
      tags: ['access'],
      description: '`current` is the one that the request came with. An admin ends anybody\'s.',
      params: Type.Object({ id: Type.String() }),
      headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })) }),
      response: answers({ 204: NothingSchema }, { body: true, problems: ['record-not-found', 'bad-request-field', 'key-reused', 'request-in-flight'] }),
    },
  }, async (request, reply) => {
    const { caller, reach, params } = request
    const id = params.id === 'current' ? caller.session ?? '' : params.id
    await writes.run(request, reply, async transaction => {
      let query = transaction.deleteFrom('sessions').where('id', '=', id.replaceAll('\0', ''))
      if (reach === 'own') query = query.where('account', '=', caller.id)
      const row = await query.returning('account').executeTakeFirst()
      if (row === undefined) throw new Problem('record-not-found', { detail: 'There is no such session.', detailId: 'Sesi ini tidak ada.' })
      await registry.audit.record(transaction, { actor: caller.id, action: 'session-ended', subject: id })
      return { answer: { status: 204 }, apply: () => access.sessions.forget(row.account, id) }
    })
    return await reply
  })
}
