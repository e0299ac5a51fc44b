import type { FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { readPerson } from '../people/people-rows.ts'
import { waitingRequests, type CardRequest } from '../cards/card-rows.ts'
import { approveRequest, RETURN_REASONS, returnRequest, type ReturnReason } from '../cards/decide-request.ts'
import { queueAge } from '../cards/queue-clock.ts'
import { requestCard } from '../cards/request-card.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { answerFormat, orTable, sendRows } from '../http/table-answer.ts'
import { ADULT_AGE } from '../people/check-details.ts'
import { ageOn } from '../people/days.ts'
import { nikRemarks } from '../people/nik.ts'
import { IdSchema, reference } from '../schemas/common.ts'
import { yesNoCell } from '../tables/cells.ts'
import { FormatSchema } from '../schemas/format.ts'
import { CardRequestSchema } from '../schemas/people.ts'
import type { RouteContext } from './context.ts'
import { atDesk } from './desk-writes.ts'
import { reachedPerson } from './reached-person.ts'
import { requireOffice } from './require-office.ts'

const Params = Type.Object({ id: Type.String() })
const Headers = Type.Object({ 'idempotency-key': Type.Optional(Type.String()), 'if-match': Type.Optional(Type.String({ description: 'Decide only if the request is still at this revision.' })) })
const KEYED = ['bad-request-field', 'key-reused', 'request-in-flight'] as const
const tags = ['cards']
const QUEUE_HEADER = ['id', 'person', 'name', 'kind', 'askedAt', 'hours', 'dueAt', 'overdue', 'minor', 'remarks']
/** Of one table: a queue of months. */
const MOST_REQUESTS = 10_000

/** Asking for a card, the queue, and the verifier's decision. */
export function addCardRequestRoutes (app: App, context: RouteContext): void {
  const { registry, now, office } = context

  app.post('/v1/people/:id/card-requests', {
    schema: {
      summary: 'Ask for a card, a renewal or a copy',
      operationId: 'requestCard',
      tags,
      params: Params,
      headers: Headers,
      body: Type.Object({ kind: Type.Union([Type.Literal('new'), Type.Literal('renewal'), Type.Literal('lost')], { default: 'new' }) }, { additionalProperties: false }),
      response: answers({ 201: Type.Object({ id: IdSchema }) }, { body: true, problems: [...KEYED, 'record-not-found', 'profile-incomplete', 'card-request-open', 'wrong-state'] }),
    },
  }, async (request, reply) => {
    await atDesk(context, request, reply, 'card-requested', async desk => {
      const { id } = await reachedPerson(context, request, desk.transaction)
      return { answer: { status: 201, body: await requestCard(desk, id, request.body.kind) }, subject: id }
    })
    return await reply
  })

  app.get('/v1/card-requests', {
    schema: {
      summary: 'The queue of requests for cards',
      operationId: 'listCardRequests',
      tags,
      description: 'The oldest first, each with its age against the promise of 24 hours, which run from Monday to Friday but for holidays.',
      querystring: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }), format: FormatSchema }, { additionalProperties: false }),
      response: answers({ 200: orTable(Type.Object({ items: Type.Array(reference(CardRequestSchema)), waiting: Type.Integer() }), 'A page, or all of them as a table.') }, { problems: ['bad-request-field'] }),
    },
  }, async (request, reply) => {
    const format = answerFormat(request.query.format, request.headers.accept)
    const queue = await readQueue(request, format === 'json' ? request.query.limit : MOST_REQUESTS)
    if (format === 'json') return queue
    const rows = queue.items.map(({ id, person, name, kind, askedAt, hours, dueAt, overdue, minor, remarks }) => [id, person, name, kind, askedAt, String(hours), dueAt, yesNoCell.write(overdue as never), yesNoCell.write(minor as never), remarks.join(' ')])
    return await sendRows(reply, format, 'card-requests', QUEUE_HEADER, rows) as never
  })

  const readQueue = async (request: FastifyRequest, limit: number): Promise<{ items: Array<Static<typeof CardRequestSchema>>, waiting: number }> => await registry.write(async transaction => {
    const waiting = await waitingRequests(transaction, limit)
    const items: Array<Static<typeof CardRequestSchema>> = []
    for (const { id, personId, kind, askedAt, revision } of waiting as CardRequest[]) {
      const person = await readPerson(transaction, registry.vault, personId)
      if (person === undefined) continue
      const { name, nik, birthDate } = person.details
      const { hours, dueAt, overdue } = queueAge(askedAt, now(), office?.holidays ?? new Set())
      items.push({
        id,
        person: personId,
        name,
        kind,
        askedAt: askedAt.toISOString(),
        hours,
        dueAt: dueAt.toISOString(),
        overdue,
        minor: ageOn(birthDate, context.today()) < ADULT_AGE,
        remarks: nik === undefined ? [] : nikRemarks(nik, person.details),
        revision,
      })
    }
    const { count } = await transaction.selectFrom('card_requests').select(transaction.fn.countAll<string>().as('count')).where('state', '=', 'waiting').executeTakeFirstOrThrow()
    await registry.audit.record(transaction, { actor: request.caller.id, action: 'card-queue-read', detail: { people: items.map(({ person }) => person) } })
    return { answer: { items, waiting: Number(count) }, apply: () => {} }
  })

  app.post('/v1/card-requests/:id/approval', {
    schema: {
      summary: 'Approve a request: the card is issued and signed',
      operationId: 'approveCardRequest',
      tags,
      params: Params,
      headers: Headers,
      body: Type.Object({ guardianVerified: Type.Boolean({ default: false, description: 'For somebody under 18: the agreement of the parent or guardian was checked.' }) }, { additionalProperties: false }),
      response: answers({ 200: Type.Object({ id: IdSchema, card: IdSchema, number: Type.String() }) }, {
        body: true, problems: [...KEYED, 'record-not-found', 'card-request-decided', 'revision-mismatch', 'guardian-needed', 'office-not-set', 'numbers-used-up', 'wrong-state'],
      }),
    },
  }, async (request, reply) => {
    const office = requireOffice(context)
    await atDesk(context, request, reply, 'card-approved', async desk => {
      const { answer, apply } = await approveRequest(desk, office, request.params.id, request.body, request.headers['if-match'])
      return { answer: { status: 200, body: answer }, subject: answer.card, apply }
    })
    return await reply
  })

  app.post('/v1/card-requests/:id/return', {
    schema: {
      summary: 'Return a request with what is to be mended',
      operationId: 'returnCardRequest',
      tags,
      params: Params,
      headers: Headers,
      body: Type.Object({
        reasons: Type.Array(Type.Unsafe<ReturnReason>({ type: 'string', enum: [...RETURN_REASONS] }), { minItems: 1, maxItems: RETURN_REASONS.length }),
        note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
      }, { additionalProperties: false }),
      response: answers({ 200: Type.Object({ id: IdSchema }) }, { body: true, problems: [...KEYED, 'record-not-found', 'card-request-decided', 'revision-mismatch'] }),
    },
  }, async (request, reply) => {
    await atDesk(context, request, reply, 'card-returned', async desk => {
      const body = await returnRequest(desk, request.params.id, request.body, request.headers['if-match'])
      return { answer: { status: 200, body }, subject: body.id, reason: request.body.reasons.join(', ') }
    })
    return await reply
  })
}
