import { Type } from 'typebox'
import { requireReach } from '../access/reach.ts'
import { readAudited } from '../audit/audited-read.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { Problem } from '../errors/problem.ts'
import { deskOf, type Desk } from '../people/desk.ts'
import { syncRankable } from '../people/rankable.ts'
import { giveConsent } from '../privacy/consents.ts'
import { askRequest, decideDataRequest, openRequests, requestsOf, reviewObjection } from '../privacy/data-requests.ts'
import { exportPage, exportPerson } from '../privacy/export-person.ts'
import { requireGuardianConsent } from '../privacy/guardian-consent.ts'
import { PURPOSES } from '../privacy/purposes.ts'
import { syncShared } from '../privacy/sharing.ts'
import { CONSENT_PURPOSES, REQUEST_KINDS, REVIEW_OUTCOMES, type ConsentPurpose, type RequestKind, type ReviewOutcome } from '../privacy/tables.ts'
import { withdrawConsent } from '../privacy/withdraw-consent.ts'
import { DaySchema, IdSchema, SentIdSchema } from '../schemas/common.ts'
import { PagedListQuery, WholeListQuery } from '../schemas/format.ts'
import { orTable, sendItems, textOf } from '../http/table-answer.ts'
import type { RouteContext } from './context.ts'
import { atDesk } from './desk-writes.ts'
import { sendList } from './pages-of.ts'

const Params = Type.Object({ id: Type.String({ maxLength: 128 }) })
const Headers = Type.Object({ 'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })) })
const KEYED = ['bad-request-field', 'key-reused', 'request-in-flight'] as const
const PurposeName = Type.Unsafe<ConsentPurpose>({ type: 'string', enum: [...CONSENT_PURPOSES] })
const KindName = Type.Unsafe<RequestKind>({ type: 'string', enum: [...REQUEST_KINDS] })
const OutcomeName = Type.Unsafe<ReviewOutcome>({ type: 'string', enum: [...REVIEW_OUTCOMES] })
const Words = Type.String({ minLength: 3, maxLength: 2000 })
const Maybe = (schema: ReturnType<typeof Type.String>) => Type.Union([schema, Type.Null()])

const ConsentSchema = Type.Object({
  purpose: PurposeName,
  givenAt: Type.String(),
  withdrawnAt: Maybe(Type.String()),
  evidence: Type.Record(Type.String(), Type.Unknown()),
  by: Type.String(),
})

const RequestSchema = Type.Object({
  id: IdSchema,
  personId: IdSchema,
  kind: KindName,
  state: Type.String(),
  askedAt: Type.String(),
  dueAt: Type.String({ description: 'Three times 24 hours after it was asked (UU PDP).' }),
  overdue: Type.Boolean(),
  hoursLeft: Type.Integer(),
  about: Type.Record(Type.String(), Type.Unknown()),
  words: Maybe(Type.String()),
  decidedAt: Maybe(Type.String()),
  decidedBy: Maybe(Type.String()),
  answer: Maybe(Type.String()),
  reviewedAt: Maybe(Type.String({ description: 'Of an objection that was granted: when somebody of the office decided anew.' })),
  reviewedBy: Maybe(Type.String()),
  outcome: Type.Union([OutcomeName, Type.Null()]),
  review: Maybe(Type.String()),
})

const REQUEST_HEADER = ['id', 'personId', 'kind', 'state', 'askedAt', 'dueAt', 'overdue', 'hoursLeft', 'words', 'about'] as const
const PERSON_REQUEST_HEADER = [...REQUEST_HEADER, 'decidedAt', 'decidedBy', 'answer', 'reviewedAt', 'reviewedBy', 'outcome'] as const
/** Where a page ended: when a request is due, and its id. */
const PLACE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z [a-z0-9-]{1,64}$/

/** The rights of people over their own data, and the office's clocks. */
export function addPrivacyRoutes (app: App, context: RouteContext): void {
  const { registry, now } = context
  const tags = ['privacy']

  app.get('/v1/purposes', {
    schema: {
      summary: 'What people are asked to agree to',
      operationId: 'listPurposes',
      tags,
      response: answers({ 200: Type.Object({ items: Type.Array(Type.Object({ purpose: PurposeName, version: Type.Integer(), basis: Type.String(), basisId: Type.String(), notice: Type.String(), noticeId: Type.String() })) }) }),
    },
  }, async () => ({ items: [...PURPOSES] }))

  app.get('/v1/people/:id/consents', {
    schema: { summary: 'What a person agreed to', operationId: 'listConsents', tags, params: Params, querystring: WholeListQuery, response: answers({ 200: orTable(Type.Object({ items: Type.Array(ConsentSchema) }), 'All of them, as a table too.') }, { problems: ['bad-request-field', 'record-not-found'] }) },
  }, async (request, reply) => {
    const { id } = request.params
    requireReach(request, id)
    const items = await readAudited(registry, { actor: request.caller.id, action: 'consents-read', subject: id.slice(0, 128) }, async transaction => {
      const rows = await transaction.selectFrom('consents').selectAll().where('person_id', '=', plain(id)).orderBy('given_at').execute()
      return rows.map(row => ({ purpose: row.purpose, givenAt: row.given_at.toISOString(), withdrawnAt: row.withdrawn_at?.toISOString() ?? null, evidence: row.evidence, by: row.by }))
    })
    return await sendItems(reply, request.query.format, 'consents', ['purpose', 'givenAt', 'withdrawnAt', 'evidence', 'by'], items) as never
  })

  app.post('/v1/people/:id/consents', {
    schema: {
      summary: 'Write down a consent',
      operationId: 'giveConsent',
      tags,
      description: 'With how it was asked for and given. Somebody under 18 needs the guardian\'s; somebody with a disability is asked in a way that suits (UU PDP Art. 25, 26).',
      params: Params,
      headers: Headers,
      body: Type.Object({
        purpose: PurposeName,
        way: Type.Unsafe<'online' | 'counter' | 'paper' | 'guardian'>({ type: 'string', enum: ['online', 'counter', 'paper', 'guardian'] }),
        accessible: Type.Optional(Type.Unsafe<string>({ type: 'string', enum: ['read-aloud', 'sign-language', 'braille', 'large-print', 'plain-language', 'pictures'], description: 'How it was made accessible.' })),
        guardianVerifiedOn: Type.Optional(DaySchema),
      }, { additionalProperties: false }),
      response: answers({ 200: Type.Object({ id: IdSchema }) }, { body: true, problems: [...KEYED, 'record-not-found', 'guardian-needed'] }),
    },
  }, async (request, reply) => {
    const { id } = request.params
    requireReach(request, id)
    await atDesk(context, request, reply, 'consent-given', async desk => {
      await requireKnown(desk, id)
      const { purpose, ...evidence } = request.body
      await requireGuardianConsent(desk, id, { ...evidence, atOffice: request.reach === 'all' })
      const { version } = PURPOSES.find(known => known.purpose === purpose) as { version: number }
      await giveConsent(desk.transaction, { personId: id, purpose, at: desk.now, by: desk.by, evidence: { ...evidence, notice: version } })
      if (purpose === 'sharing-with-employers') await syncShared(desk.transaction, desk.by, id)
      return { answer: { status: 200, body: { id } }, subject: id, apply: await syncRankable(desk.transaction, registry, id) }
    })
    return await reply
  })

  app.post('/v1/people/:id/withdrawals', {
    schema: {
      summary: 'Withdraw a consent',
      operationId: 'withdrawConsent',
      tags,
      description: 'At once: when this is answered the person is in no ranking any more without the consent to matching, and no employer sees the person without the one to sharing.',
      params: Params,
      headers: Headers,
      body: Type.Object({ purpose: PurposeName }, { additionalProperties: false }),
      response: answers({ 200: Type.Object({ id: IdSchema }) }, { body: true, problems: [...KEYED, 'record-not-found', 'no-such-consent'] }),
    },
  }, async (request, reply) => {
    const { id } = request.params
    requireReach(request, id)
    await atDesk(context, request, reply, 'consent-withdrawn', async desk => {
      await requireKnown(desk, id)
      return { answer: { status: 200, body: { id } }, subject: id, reason: request.body.purpose, apply: await withdrawConsent(desk, id, request.body.purpose) }
    })
    return await reply
  })

  app.post('/v1/people/:id/requests', {
    schema: {
      summary: 'Ask something about one\'s own data',
      operationId: 'askDataRequest',
      tags,
      description: 'Access, correction, erasure, restriction or its lifting, or an objection to a result of matching. The law gives the office 3 x 24 hours.',
      params: Params,
      headers: Headers,
      body: Type.Object({
        kind: KindName,
        words: Type.Optional(Words),
        vacancyId: Type.Optional(SentIdSchema),
        rankingId: Type.Optional(SentIdSchema),
      }, { additionalProperties: false }),
      response: answers({ 201: Type.Object({ id: IdSchema, dueAt: Type.String() }) }, { body: true, problems: [...KEYED, 'record-not-found'] }),
    },
  }, async (request, reply) => {
    const { id } = request.params
    requireReach(request, id)
    await atDesk(context, request, reply, 'data-request-asked', async desk => {
      await requireKnown(desk, id)
      const { kind, words, ...about } = request.body
      const asked = await askRequest(desk, id, { kind, words, about })
      return { answer: { status: 201, body: { id: asked.id, dueAt: asked.dueAt.toISOString() } }, subject: id, reason: kind }
    })
    return await reply
  })

  app.get('/v1/people/:id/requests', {
    schema: { summary: 'What a person asked, and what came of it', operationId: 'listPersonRequests', tags, params: Params, querystring: WholeListQuery, response: answers({ 200: orTable(Type.Object({ items: Type.Array(RequestSchema) }), 'All of them, as a table too.') }, { problems: ['bad-request-field', 'record-not-found'] }) },
  }, async (request, reply) => {
    const { id } = request.params
    requireReach(request, id)
    const items = await readAudited(registry, { actor: request.caller.id, action: 'data-requests-read', subject: id.slice(0, 128) }, transaction => requestsOf(transaction, registry.vault, now(), plain(id)))
    return await sendItems(reply, request.query.format, 'requests', PERSON_REQUEST_HEADER, items) as never
  })

  app.get('/v1/data-requests', {
    schema: {
      summary: 'Requests to act on, the most urgent first',
      operationId: 'listDataRequests',
      tags,
      querystring: PagedListQuery,
      response: answers({ 200: orTable(Type.Object({ items: Type.Array(RequestSchema), next: Maybe(Type.String()) }), 'A page, or all of them as a table.') }, { problems: ['bad-request-field', 'bad-cursor'] }),
    },
  }, async ({ query, headers, caller }, reply) => await sendList(reply, {
    name: 'data-requests',
    query,
    accept: headers.accept,
    page: async (limit, after) => {
      if (after !== undefined && !PLACE.test(after)) throw new Problem('bad-cursor')
      const found = await readAudited(registry, (found: Awaited<ReturnType<typeof openRequests>>) => ({ actor: caller.id, action: 'data-requests-read', detail: { people: found.map(({ request }) => request.personId) } }),
        transaction => openRequests(transaction, registry.vault, now(), limit, after))
      return found.map(({ place, request }) => ({ id: place, request }))
    },
    item: ({ request }) => request,
    header: REQUEST_HEADER,
    cells: ({ request }) => REQUEST_HEADER.map(name => textOf(request[name])),
    numbers: new Set(['hoursLeft']),
  }) as never)

  app.post('/v1/data-requests/:id/decision', {
    schema: {
      summary: 'Decide a request',
      operationId: 'decideDataRequest',
      tags,
      description: 'By a person, with an answer to the one who asked. A restriction, its lifting and an erasure are carried out with it. With an objection that is granted the person is in no ranking and no placement until somebody of the office has decided anew (`/review`); an officer may refer the person by hand.',
      params: Params,
      headers: Headers,
      body: Type.Object({ granted: Type.Boolean(), answer: Words }, { additionalProperties: false }),
      response: answers({ 200: Type.Object({ id: IdSchema, kind: KindName }) }, { body: true, problems: [...KEYED, 'record-not-found', 'request-decided', 'erasure-refused'] }),
    },
  }, async (request, reply) => {
    const { granted, answer } = request.body
    await context.writes.run(request, reply, async transaction => {
      const desk = deskOf(registry, transaction, request.caller.id, now())
      const { personId, kind, apply } = await decideDataRequest(desk, plain(request.params.id), granted, answer, account => context.access.sessions.forget(account))
      await registry.audit.record(transaction, { actor: request.caller.id, action: granted ? `${kind}-granted` : `${kind}-refused`, subject: personId })
      return { answer: { status: 200, body: { id: request.params.id, kind } }, apply }
    })
    return await reply
  })

  app.post('/v1/data-requests/:id/review', {
    schema: {
      summary: 'Decide anew what a granted objection was about',
      operationId: 'reviewObjection',
      tags,
      description: 'By a person, instead of the engine (UU PDP Art. 10): puts the person forward (with a referral of its own), does not, or has mended the record. The answer goes to the person, who is ranked again from then on.',
      params: Params,
      headers: Headers,
      body: Type.Object({ outcome: OutcomeName, answer: Words }, { additionalProperties: false }),
      response: answers({ 200: Type.Object({ id: IdSchema }) }, { body: true, problems: [...KEYED, 'record-not-found', 'wrong-state'] }),
    },
  }, async (request, reply) => {
    const { outcome, answer } = request.body
    const id = plain(request.params.id)
    await atDesk(context, request, reply, 'objection-reviewed', async desk => {
      const { personId, apply } = await reviewObjection(desk, id, outcome, answer)
      return { answer: { status: 200, body: { id } }, subject: personId, reason: outcome, apply }
    })
    return await reply
  })

  app.get('/v1/people/:id/export', {
    schema: {
      summary: 'Everything that is held on a person',
      operationId: 'exportPerson',
      tags,
      description: 'As JSON, or as a page to be read and printed. With the rankings that showed the person, and who opened the data.',
      params: Params,
      querystring: Type.Object({ format: Type.Unsafe<'json' | 'html'>({ type: 'string', enum: ['json', 'html'], default: 'json' }) }, { additionalProperties: false }),
      response: answers({
        200: { description: 'The export.', content: { 'application/json': { schema: Type.Unsafe<unknown>({ type: 'object', additionalProperties: true }) }, 'text/html': { schema: Type.String() } } } as never,
      }, { problems: ['bad-request-field', 'record-not-found'] }),
    },
  }, async (request, reply) => {
    const { id } = request.params
    requireReach(request, id)
    const found = await readAudited(registry, { actor: request.caller.id, action: 'person-exported', subject: id.slice(0, 128) }, transaction => exportPerson(deskOf(registry, transaction, request.caller.id, now()), id))
    reply.header('content-disposition', `attachment; filename="data-pribadi.${request.query.format}"`)
    return await (request.query.format === 'html' ? reply.type('text/html; charset=utf-8').send(exportPage(found) as never) : reply.type('application/json; charset=utf-8').serializer((body: unknown) => JSON.stringify(body)).send(found as never))
  })
}

async function requireKnown ({ transaction }: Desk, id: string): Promise<void> {
  const row = await transaction.selectFrom('people').select('id').where('id', '=', plain(id)).executeTakeFirst()
  if (row === undefined) throw new Problem('record-not-found')
}

/** PostgreSQL has no NUL, and no id does. */
function plain (id: string): string {
  return id.replaceAll('\0', '')
}
