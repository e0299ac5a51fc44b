import { Type } from 'typebox'
import { EVENT_KINDS } from '../changes/events.ts'
import { Problem } from '../errors/problem.ts'
import { answers, NothingSchema } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { answerFormat, orTable, sendItems, sendTable, textOf } from '../http/table-answer.ts'
import { newId } from '../people/desk.ts'
import { reference } from '../schemas/common.ts'
import { FormatSchema, WholeListQuery } from '../schemas/format.ts'
import { DeliveryListSchema, IdParams, WebhookListSchema, WebhookSecretSchema, WriteHeaders } from '../schemas/office.ts'
import { makeSecret } from '../webhooks/sign.ts'
import { readTarget } from '../webhooks/target.ts'
import { listDeliveries, listWebhooks, readWebhook, replayDead } from '../webhooks/webhook-rows.ts'
import type { RouteContext } from './context.ts'
import { rowsOf } from './pages-of.ts'

const tags = ['webhooks']
/** How long the secret before still signs after a rotation. */
const OVERLAP_MS = 86_400_000
const Body = Type.Object({
  url: Type.String({ maxLength: 2000, description: 'https, on the public internet.' }),
  kinds: Type.Array(Type.Unsafe<typeof EVENT_KINDS[number]>({ type: 'string', enum: EVENT_KINDS }), { uniqueItems: true, default: [], description: 'Of what to tell; empty for everything.' }),
}, { additionalProperties: false })
const DeliveryQuery = Type.Object({
  state: Type.Unsafe<'waiting' | 'delivered' | 'dead'>({ type: 'string', enum: ['waiting', 'delivered', 'dead'], default: 'dead' }),
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
  after: Type.Optional(Type.String({ pattern: '^\\d{1,18}$' })),
  format: FormatSchema,
}, { additionalProperties: false })
const DELIVERY_HEADER = ['revision', 'state', 'attempts', 'lastStatus', 'lastError', 'nextAt'] as const
const PROBLEMS = ['record-not-found', 'bad-request-field', 'key-reused', 'request-in-flight', 'forbidden-target'] as const

/** Webhooks: other systems that are told of events, signed and at least once. */
export function addWebhookRoutes (app: App, context: RouteContext): void {
  const { registry, writes, now, webhookOrigins } = context
  const { db, vault, audit } = registry

  app.post('/v1/webhooks', {
    schema: { summary: 'Add a webhook', operationId: 'addWebhook', tags, description: 'The answer holds the secret, this once.', headers: WriteHeaders, body: Body, response: answers({ 201: reference(WebhookSecretSchema) }, { body: true, problems: PROBLEMS }) },
  }, async (request, reply) => {
    const { url, kinds } = request.body
    readTarget(url, webhookOrigins)
    const [id, secret] = [newId('w'), makeSecret()]
    await writes.run(request, reply, async transaction => {
      await transaction.insertInto('webhooks').values({ id, url, kinds, secrets: JSON.stringify([{ sealed: vault.seal(id, secret), until: null }]), created_by: request.caller.id }).execute()
      await audit.record(transaction, { actor: request.caller.id, action: 'webhook-added', subject: id })
      return { answer: { status: 201, body: { id }, once: { secret } }, apply: () => {} }
    })
    return await reply
  })

  app.get('/v1/webhooks', {
    schema: { summary: 'List the webhooks', operationId: 'listWebhooks', tags, querystring: WholeListQuery, response: answers({ 200: orTable(reference(WebhookListSchema), 'All of them, as a table too.') }, { problems: ['bad-request-field'] }) },
  }, async ({ query }, reply) => {
    const items = (await listWebhooks(db)).map(({ id, url, kinds, isActive }) => ({ id, url, kinds, isActive }))
    return await sendItems(reply, query.format, 'webhooks', ['id', 'url', 'kinds', 'isActive'], items) as never
  })

  app.post('/v1/webhooks/:id/secret', {
    schema: { summary: 'Give a webhook a new secret', operationId: 'rotateWebhookSecret', tags, description: 'For a day both secrets sign.', params: IdParams, headers: WriteHeaders, response: answers({ 200: reference(WebhookSecretSchema) }, { body: true, problems: PROBLEMS }) },
  }, async (request, reply) => {
    const { id } = request.params
    const secret = makeSecret()
    await writes.run(request, reply, async transaction => {
      const webhook = await readWebhook(transaction, id)
      if (webhook === undefined) throw new Problem('record-not-found')
      const until = new Date(now().getTime() + OVERLAP_MS).toISOString()
      // The last one only: two rotations in a day end the first secret at once.
      const before = webhook.secrets.filter(kept => kept.until === null).map(kept => ({ ...kept, until }))
      await transaction.updateTable('webhooks').set({ secrets: JSON.stringify([{ sealed: vault.seal(id, secret), until: null }, ...before]) }).where('id', '=', id).execute()
      await audit.record(transaction, { actor: request.caller.id, action: 'webhook-secret-rotated', subject: id })
      return { answer: { status: 200, body: { id }, once: { secret } }, apply: () => {} }
    })
    return await reply
  })

  app.delete('/v1/webhooks/:id', {
    schema: { summary: 'Remove a webhook', operationId: 'removeWebhook', tags, params: IdParams, headers: WriteHeaders, response: answers({ 204: NothingSchema }, { body: true, problems: PROBLEMS }) },
  }, async (request, reply) => {
    const { id } = request.params
    await writes.run(request, reply, async transaction => {
      const { numDeletedRows } = await transaction.deleteFrom('webhooks').where('id', '=', id).executeTakeFirst()
      if (numDeletedRows === 0n) throw new Problem('record-not-found')
      const forget = await vault.forget(transaction, id)
      await audit.record(transaction, { actor: request.caller.id, action: 'webhook-removed', subject: id })
      return { answer: { status: 204 }, apply: forget }
    })
    return await reply
  })

  app.get('/v1/webhooks/:id/deliveries', {
    schema: { summary: 'List deliveries', operationId: 'listDeliveries', tags, description: 'Those that were given up, unless asked otherwise.', params: IdParams, querystring: DeliveryQuery, response: answers({ 200: orTable(reference(DeliveryListSchema), 'A page, or all of them as a table.') }, { problems: ['record-not-found', 'bad-request-field'] }) },
  }, async ({ params: { id }, query, headers }, reply) => {
    const { state, limit, after } = query
    if (await readWebhook(db, id) === undefined) throw new Problem('record-not-found')
    const page = async (limit: number, after: string | undefined) => (await listDeliveries(db, id, state, limit, after)).map(({ webhookId: _id, nextAt, ...delivery }) => ({ ...delivery, id: delivery.revision, nextAt: nextAt.toISOString() }))
    const format = answerFormat(query.format, headers.accept)
    if (format !== 'json') return await sendTable(reply, format, { name: 'deliveries', header: DELIVERY_HEADER, rows: rowsOf(page, delivery => [DELIVERY_HEADER.map(name => textOf(delivery[name]))]) }) as never
    return { items: (await page(limit, after)).map(({ id: _revision, ...delivery }) => delivery) }
  })

  app.post('/v1/webhooks/:id/replay', {
    schema: { summary: 'Try again what was given up', operationId: 'replayDeliveries', tags, params: IdParams, headers: WriteHeaders, response: answers({ 200: Type.Object({ replayed: Type.Integer() }) }, { body: true, problems: PROBLEMS }) },
  }, async (request, reply) => {
    const { id } = request.params
    await writes.run(request, reply, async transaction => {
      if (await readWebhook(transaction, id) === undefined) throw new Problem('record-not-found')
      return { answer: { status: 200, body: { replayed: await replayDead(transaction, id, now()) } }, apply: () => context.wake() }
    })
    return await reply
  })
}
