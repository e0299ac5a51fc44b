import { Type, type Static } from 'typebox'
import type { KeyRow } from '../access/keys.ts'
import { Problem } from '../errors/problem.ts'
import { answers, NothingSchema } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { orTable, sendItems } from '../http/table-answer.ts'
import { KeySchema, NewKeySchema } from '../schemas/account.ts'
import { reference } from '../schemas/common.ts'
import { WholeListQuery } from '../schemas/format.ts'
import type { RouteContext } from './context.ts'

const Keyed = Type.Object({ 'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })) })

const LIST_HEADER = ['id', 'name', 'scopes', 'madeBy', 'created', 'expires', 'usedOn', 'revoked'] as const

/** Keys of systems. */
export function addKeyRoutes (app: App, { access, registry, writes }: RouteContext): void {
  app.get('/v1/keys', {
    schema: { summary: 'List the keys', operationId: 'listKeys', tags: ['access'], querystring: WholeListQuery, response: answers({ 200: orTable(Type.Object({ items: Type.Array(reference(KeySchema)) }), 'All of them, as a table too.') }, { problems: ['bad-request-field'] }) },
  }, async ({ query }, reply) => await sendItems(reply, query.format, 'keys', LIST_HEADER, (await access.keys.list(registry.db)).map(keyOf)) as never)

  app.post('/v1/keys', {
    schema: {
      summary: 'Make a key for a system',
      operationId: 'makeKey',
      tags: ['access'],
      description: 'The key is told once and stored as a hash: the answer to a repeated request lacks it.',
      headers: Keyed,
      body: NewKeySchema,
      response: answers({ 201: reference(KeySchema) }, { body: true, problems: ['bad-request-field', 'key-reused', 'request-in-flight'] }),
    },
  }, async (request, reply) => {
    const { body: { name, scopes, days }, caller } = request
    await writes.run(request, reply, async transaction => {
      const { row, token } = await access.keys.make(transaction, { name: name.replaceAll('\0', ''), scopes, days, by: caller.id })
      await registry.audit.record(transaction, { actor: caller.id, action: 'key-made', subject: row.id, detail: { scopes: [...scopes], days } })
      return { answer: { status: 201, headers: { location: `/v1/keys/${row.id}` }, body: keyOf(row), once: { key: token } }, apply: () => {} }
    })
    return await reply
  })

  app.delete('/v1/keys/:id', {
    schema: {
      summary: 'Revoke a key',
      operationId: 'revokeKey',
      tags: ['access'],
      params: Type.Object({ id: Type.String() }),
      headers: Keyed,
      response: answers({ 204: NothingSchema }, { body: true, problems: ['record-not-found', 'bad-request-field', 'key-reused', 'request-in-flight'] }),
    },
  }, async (request, reply) => {
    const id = request.params.id.replaceAll('\0', '')
    await writes.run(request, reply, async transaction => {
      const revoked = await access.keys.revoke(transaction, id)
      if (revoked === undefined) throw new Problem('record-not-found', { detail: 'There is no such key.', detailId: 'Kunci ini tidak ada.' })
      await registry.audit.record(transaction, { actor: request.caller.id, action: 'key-revoked', subject: id })
      return { answer: { status: 204 }, apply: revoked.apply }
    })
    return await reply
  })
}

function keyOf (row: KeyRow): Static<typeof KeySchema> {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    madeBy: row.made_by,
    created: row.created_at.toISOString(),
    expires: row.expires_at.toISOString(),
    usedOn: row.used_on,
    revoked: row.revoked_at?.toISOString() ?? null,
  }
}
