import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { countOtherAdmins, deleteSessions, insertAccount, readAccount, readAccounts, updateAccount, type AccountRow } from '../access/account-rows.ts'
import type { Role } from '../access/caller.ts'
import { replaceCode } from '../access/codes.ts'
import { resetAccount } from '../access/reset-account.ts'
import { readIdentities } from '../access/identities.ts'
import { readLogin } from '../access/logins.ts'
import { readAudited } from '../audit/audited-read.ts'
import { Problem } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { AccountListSchema, AccountSchema, InvitedSchema, NewAccountSchema, RoleSchema, type Account } from '../schemas/account.ts'
import { reference } from '../schemas/common.ts'
import { cursorOf, idOfCursor } from '../store/cursor.ts'
import type { Vault } from '../vault/vault.ts'
import type { RouteContext } from './context.ts'
import { badField } from './judging.ts'

/** Roles that are of something, from the start or, for an employer, from the registration of its firm on. */
const BOUND: ReadonlySet<Role> = new Set(['teacher', 'employer', 'seeker'])
/** What accounts of some roles are of. */
const WANTED_OF: Readonly<Partial<Record<Role, readonly [string, string]>>> = {
  teacher: ['the school, as it stands with its pupils: an NPSN or a name', 'sekolahnya, seperti pada data siswa: NPSN atau nama'],
  seeker: ['the id of the person, as the registration answered it', 'id pencari kerjanya, seperti dijawab saat pendaftaran'],
}
const BOUND_LATER: ReadonlySet<Role> = new Set(['employer'])

const Params = Type.Object({ id: Type.String() })
const Keyed = Type.Object({ 'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })) })
const Matched = Type.Object({
  'if-match': Type.Optional(Type.String({ description: 'Change only if the stored revision is this ETag.' })),
  ...Keyed.properties,
})
const ListQuery = Type.Object({
  role: Type.Optional(RoleSchema),
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
  cursor: Type.Optional(Type.String({ maxLength: 2000 })),
}, { additionalProperties: false })
const Change = Type.Object({
  state: Type.Unsafe<'active' | 'locked' | 'closed'>({ type: 'string', enum: ['active', 'locked', 'closed'], description: '`locked` can be undone, `closed` cannot. All sessions end.' }),
}, { additionalProperties: false })

/** Accounts: whom an admin lets in, and as what. */
export function addAccountRoutes (app: App, { access, registry, writes }: RouteContext): void {
  const { vault } = registry
  const { clock } = access

  app.get('/v1/account', {
    schema: { summary: 'Read your own account', operationId: 'getOwnAccount', tags: ['access'], response: answers({ 200: reference(AccountSchema) }) },
  }, async ({ caller }) => accountOf(vault, await readAccount(registry.db, caller.id)))

  app.get('/v1/accounts', {
    schema: { summary: 'List the accounts', operationId: 'listAccounts', tags: ['access'], querystring: ListQuery, response: answers({ 200: reference(AccountListSchema) }, { problems: ['bad-request-field', 'bad-cursor'] }) },
  }, async ({ query, caller }) => {
    const after = query.cursor === undefined ? undefined : idOfCursor(query.cursor)
    const page = await readAudited(registry, { actor: caller.id, action: 'accounts-listed' }, transaction => readAccounts(transaction, query.limit + 1, after, query.role))
    const items = page.slice(0, query.limit)
    return { items: items.map(row => accountOf(vault, row)), next: page.length > items.length ? cursorOf(items[items.length - 1].id) : null }
  })

  app.post('/v1/accounts', {
    schema: {
      summary: 'Invite somebody',
      operationId: 'createAccount',
      tags: ['access'],
      description: 'The answer has a one-time code to hand over; with it the invited one sets a password (POST /v1/passwords). Officers invite seekers only.',
      headers: Keyed,
      body: NewAccountSchema,
      response: answers({ 201: reference(InvitedSchema) }, { body: true, problems: ['bad-request-field', 'login-taken', 'not-allowed', 'key-reused', 'request-in-flight'] }),
    },
  }, async (request, reply) => {
    const { role, of } = request.body
    requireSeekers(request, role)
    if (BOUND.has(role) !== (of !== undefined) && !BOUND_LATER.has(role)) {
      throw badField('/of', of, ...WANTED_OF[role] ?? [`none for the role ${role}`, `kosong untuk peran ${role}`])
    }
    const login = readLogin(request.body.login)
    await writes.run(request, reply, async transaction => {
      const { id } = await insertAccount(transaction, vault, clock.now(), { role, of, login, state: 'invited' })
      const { code, expires } = await replaceCode(transaction, clock, 'invitation', id)
      await registry.audit.record(transaction, { actor: request.caller.id, action: 'account-created', subject: id, detail: { role, ...(of === undefined ? {} : { of }) } })
      return { answer: { status: 201, headers: { location: `/v1/accounts/${id}` }, body: { account: id }, once: { code, expires: expires.toISOString() } }, apply: () => {} }
    })
    return await reply
  })

  app.get('/v1/accounts/:id', {
    schema: { summary: 'Read an account', operationId: 'getAccount', tags: ['access'], params: Params, response: answers({ 200: reference(AccountSchema) }, { problems: ['record-not-found'] }) },
  }, async ({ params, caller }, reply) => {
    const row = await readAudited(registry, { actor: caller.id, action: 'account-read', subject: params.id.replaceAll('\0', '') }, transaction => readAccount(transaction, params.id))
    return await reply.header('etag', `"${row.revision}"`).send(accountOf(vault, row))
  })

  app.patch('/v1/accounts/:id', {
    schema: {
      summary: 'Lock, unlock or close an account',
      operationId: 'changeAccount',
      tags: ['access'],
      params: Params,
      headers: Matched,
      body: Change,
      response: answers({ 200: reference(AccountSchema) }, { body: true, problems: ['record-not-found', 'bad-request-field', 'last-admin', 'revision-mismatch', 'key-reused', 'request-in-flight'] }),
    },
  }, async (request, reply) => {
    const { params: { id }, body: { state }, caller } = request
    await writes.run(request, reply, async transaction => {
      const row = await readAccount(transaction, id)
      requireRevision(request, row)
      if (row.state === 'closed' && state !== 'closed') throw badField('/state', state, 'closed: a closed account stays closed', 'closed: akun yang ditutup tetap tertutup')
      if (row.password === null && state === 'active' && (await readIdentities(transaction, id)).length === 0) throw badField('/state', state, 'locked or closed: a password was never set', 'locked atau closed: kata sandi belum pernah dibuat')
      if (row.role === 'admin' && state !== 'active' && await countOtherAdmins(transaction, id) === 0) throw new Problem('last-admin')
      const changed = await updateAccount(transaction, id, clock.now(), { state })
      if (state !== 'active') await deleteSessions(transaction, id)
      await registry.audit.record(transaction, { actor: caller.id, action: 'account-changed', subject: id, detail: { state } })
      // The login is personal: a repeated request is answered without it.
      const { login, ...kept } = accountOf(vault, changed)
      return {
        answer: { status: 200, headers: { etag: `"${changed.revision}"` }, body: { ...kept, login: null }, once: { login } },
        apply: () => {
          access.sessions.forget(id)
          if (changed.login_hash !== null) access.byLogin.succeeded(changed.login_hash)
        },
      }
    })
    return await reply
  })

  app.post('/v1/accounts/:id/reset', {
    schema: {
      summary: 'Give somebody a one-time code for a new password',
      operationId: 'resetAccount',
      tags: ['access'],
      description: 'All sessions of the account end; the old password works until the code is used. Officers do so for seekers only.',
      params: Params,
      headers: Keyed,
      response: answers({ 200: reference(InvitedSchema) }, { body: true, problems: ['record-not-found', 'bad-request-field', 'key-reused', 'request-in-flight'] }),
    },
  }, async (request, reply) => {
    const { params: { id }, caller, reach } = request
    await writes.run(request, reply, async transaction => {
      const { role, state } = await readAccount(transaction, id)
      if ((reach === 'own' && role !== 'seeker') || state === 'closed' || state === 'locked') throw new Problem('record-not-found', { detail: 'There is no such account.', detailId: 'Akun ini tidak ada.' })
      const { code, expires } = await resetAccount(transaction, registry.audit, clock, { id, state }, caller.id)
      return { answer: { status: 200, body: { account: id }, once: { code, expires: expires.toISOString() } }, apply: () => access.sessions.forget(id) }
    })
    return await reply
  })
}

/** Whoever reaches only its own here gives accounts to seekers. */
function requireSeekers ({ reach }: FastifyRequest, role: Role): void {
  if (reach === 'own' && role !== 'seeker') throw new Problem('not-allowed')
}

function requireRevision ({ headers }: FastifyRequest, { revision }: AccountRow): void {
  const wanted = headers['if-match']
  if (wanted === undefined) return
  const tags = wanted.split(',').map(tag => tag.trim())
  if (!tags.includes('*') && !tags.includes(`"${revision}"`)) throw new Problem('revision-mismatch')
}

function accountOf (vault: Vault, row: AccountRow): Account {
  return {
    id: row.id,
    role: row.role,
    of: row.bound,
    state: row.state,
    login: row.login_sealed === null ? null : vault.open(row.id, row.login_sealed),
    revision: row.revision,
    created: row.created_at.toISOString(),
    updated: row.updated_at.toISOString(),
  }
}
