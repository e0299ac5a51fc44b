import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { readAudited } from '../audit/audited-read.ts'
import { sealReason } from '../audit/sealed-reason.ts'
import { refuseHaste } from '../access/sign-in.ts'
import { SETTABLE } from '../access/field-rules.ts'
import { keptFor } from '../access/field-table.ts'
import { viewerOf } from '../access/viewers.ts'
import { approveRequest, requireEtag } from '../cards/decide-request.ts'
import { requestCard } from '../cards/request-card.ts'
import { Problem } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { orTable, sendItems } from '../http/table-answer.ts'
import { missingParts } from '../people/completeness.ts'
import { REMOVAL_REASONS, reactivatePerson, removePerson } from '../people/leave-register.ts'
import { maskNik, nikRemarks, plainNik } from '../people/nik.ts'
import { findPerson, type StoredPerson } from '../people/people-rows.ts'
import { eventsOf } from '../people/person-events.ts'
import { requireUnchecked, requireUncheckedPhoto } from '../people/checked-parts.ts'
import { hasPhoto, putPhoto, readPhoto } from '../people/photos.ts'
import { changePerson, registerPerson } from '../people/register-person.ts'
import { IdSchema, reference } from '../schemas/common.ts'
import { WholeListQuery } from '../schemas/format.ts'
import { CounterRegistrationSchema, PersonChangeSchema, PersonEventSchema, PersonViewSchema, RegisteredSchema } from '../schemas/people.ts'
import { MOST_PICTURE_BYTES } from '../forms/picture.ts'
import type { RouteContext } from './context.ts'
import { atDesk } from './desk-writes.ts'
import { badField } from './judging.ts'
import { reachedPerson, subjectOf } from './reached-person.ts'
import { requireOffice } from './require-office.ts'

const Params = Type.Object({ id: Type.String() })
const Headers = Type.Object({ 'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })) })
const EditHeaders = Type.Object({ ...Headers.properties, 'if-match': Type.Optional(Type.String({ description: 'Write only if the stored revision is this ETag.' })) })
const Changed = Type.Object({ id: IdSchema, revision: Type.Integer() })
const Done = Type.Object({ id: IdSchema })
const tags = ['people']
const KEYED = ['bad-request-field', 'key-reused', 'request-in-flight'] as const
const REGISTERING = ['bad-record', 'too-young', 'guardian-needed', 'nik-registered'] as const

/** The registry of people. */
export function addPeopleRoutes (app: App, context: RouteContext): void {
  const { registry } = context

  app.post('/v1/counter-registrations', {
    schema: {
      summary: 'Register somebody at the counter',
      operationId: 'registerAtCounter',
      tags,
      description: 'In one request: registers, and where asked for also requests the card and, by a verifier, approves it. All of it or nothing.',
      headers: Headers,
      body: CounterRegistrationSchema,
      response: answers({ 201: RegisteredSchema }, { body: true, problems: [...KEYED, ...REGISTERING, 'profile-incomplete', 'office-not-set', 'numbers-used-up', 'not-allowed'] }),
    },
  }, async (request, reply) => {
    const { person, profile, consents, guardian, school, request: asks, approve, guardianVerified } = request.body
    const office = approve ? requireOffice(context) : undefined
    await atDesk(context, request, reply, 'person-registered', async desk => {
      const id = await registerPerson(desk, { person, profile, consents, guardian, school } as Parameters<typeof registerPerson>[1], 'counter')
      const asked = asks || approve ? await requestCard(desk, id, 'new') : undefined
      const approved = office === undefined || asked === undefined ? undefined : await approveRequest(desk, office, asked.id, { guardianVerified })
      const body = { id, ...(asked === undefined ? {} : { request: asked.id }), ...(approved === undefined ? {} : { card: approved.answer.card, number: approved.answer.number }) }
      return { answer: { status: 201, body }, subject: id, apply: approved?.apply }
    })
    return await reply
  })

  app.post('/v1/people/find', {
    schema: {
      summary: 'Find a person by NIK or card number',
      operationId: 'findPerson',
      tags,
      description: 'What is looked for is in the body: an address is written to logs along the way.',
      body: Type.Object({ nik: Type.Optional(Type.String({ maxLength: 40 })), number: Type.Optional(Type.String({ maxLength: 40 })) }, { additionalProperties: false }),
      response: answers({ 200: Done }, { body: true, problems: ['bad-request-field', 'record-not-found'] }),
    },
  }, async request => {
    const { nik, number } = request.body
    if ((nik === undefined) === (number === undefined)) throw badField('/nik', undefined, 'either nik or number, and not both', 'salah satu dari nik atau number, tidak keduanya')
    const id = await readAudited(registry, (subject: string | undefined) => ({ actor: request.caller.id, action: 'person-searched', subject, detail: { by: nik === undefined ? 'number' : 'nik' } }),
      transaction => findPerson(transaction, registry.vault, nik === undefined ? { number: number as string } : { nik: plainNik(nik) }))
    if (id === undefined) throw new Problem('record-not-found')
    return { id }
  })

  app.get('/v1/people/:id', {
    schema: { summary: 'Read a person', operationId: 'getPerson', tags, params: Params, response: answers({ 200: reference(PersonViewSchema) }, { problems: ['record-not-found'] }) },
  }, async (request, reply) => {
    const { person, photo } = await readAudited(registry, { actor: request.caller.id, action: 'person-read', subject: subjectOf(request.params.id) }, async transaction => ({
      person: await reachedPerson(context, request, transaction),
      photo: await hasPhoto(transaction, request.params.id),
    }))
    return await reply.header('etag', `"${person.revision}"`).send(shown(person, photo) as never)
  })

  app.put('/v1/people/:id', {
    schema: {
      summary: 'Change what a person has told',
      operationId: 'putPerson',
      tags,
      description: 'From the request for a card on, people themselves change what a verifier sees no proof of; the rest is corrected by the office.',
      params: Params,
      headers: EditHeaders,
      body: PersonChangeSchema,
      response: answers({ 200: Changed }, { body: true, problems: [...KEYED, ...REGISTERING, 'record-not-found', 'revision-mismatch', 'checked-already'] }),
    },
  }, async (request, reply) => {
    await atDesk(context, request, reply, 'person-changed', async desk => {
      const stored = await reachedPerson(context, request, desk.transaction)
      requireEtag(request.headers['if-match'], stored.revision)
      if (request.reach === 'own') await requireUnchecked(desk, stored, { ...request.body.person, guardian: request.body.guardian } as Parameters<typeof requireUnchecked>[2])
      const person = keptFor<object>(viewerOf(request.caller), SETTABLE, 'PersonDetails', request.body.person, stored.details)
      const { revision, apply } = await changePerson(desk, stored, { ...request.body, person } as Parameters<typeof changePerson>[2])
      return { answer: { status: 200, headers: { etag: `"${revision}"` }, body: { id: stored.id, revision } }, subject: stored.id, apply }
    })
    return await reply
  })

  app.get('/v1/people/:id/events', {
    schema: { summary: 'What happened to a registration', operationId: 'listPersonEvents', tags, params: Params, querystring: WholeListQuery, response: answers({ 200: orTable(Type.Object({ items: Type.Array(reference(PersonEventSchema)) }), 'All of it, as a table too.') }, { problems: ['bad-request-field', 'record-not-found'] }) },
  }, async (request, reply) => {
    const items = await readAudited(registry, { actor: request.caller.id, action: 'person-events-read', subject: subjectOf(request.params.id) }, async transaction => {
      const { id } = await reachedPerson(context, request, transaction)
      return await eventsOf(transaction, id)
    })
    return await sendItems(reply, request.query.format, 'events', ['number', 'kind', 'reason', 'on', 'at', 'by', 'detail'], items) as never
  })

  app.post('/v1/people/:id/nik', {
    schema: {
      summary: 'Show a NIK in full',
      operationId: 'revealNik',
      tags,
      description: 'For a reason, which is recorded with the name of whoever asks, sealed as the rest of what is held on the person.',
      params: Params,
      body: Type.Object({ reason: Type.String({ minLength: 3, maxLength: 200 }) }, { additionalProperties: false }),
      response: answers({ 200: Type.Object({ nik: Type.Union([Type.String(), Type.Null()]) }) }, { body: true, problems: ['bad-request-field', 'record-not-found', 'too-many-tries'] }),
    },
  }, async request => {
    const wait = context.access.niks.take(request.caller.id)
    if (wait > 0) request.log.warn({ event: 'nik-budget-spent', caller: request.caller.id }, 'somebody has had as many NIKs shown as one may in an hour')
    refuseHaste(wait)
    const { details } = await readAudited(registry, ({ id }: StoredPerson) => ({ actor: request.caller.id, action: 'nik-revealed', subject: id, reason: sealReason(registry.vault, id, request.body.reason) }),
      async transaction => await reachedPerson(context, request, transaction))
    return { nik: details.nik ?? null }
  })

  app.get('/v1/people/:id/photo', {
    schema: {
      summary: 'The photo of a person',
      operationId: 'getPhoto',
      tags,
      params: Params,
      response: answers({ 200: { description: 'The picture.', content: { 'image/jpeg': { schema: Type.String() }, 'image/png': { schema: Type.String() } } } as never }, { problems: ['record-not-found'] }),
    },
  }, async (request, reply) => {
    const photo = await readAudited(registry, { actor: request.caller.id, action: 'photo-read', subject: subjectOf(request.params.id) }, async transaction => {
      const { id } = await reachedPerson(context, request, transaction)
      return await readPhoto(transaction, registry.vault, id)
    })
    if (photo === undefined) throw new Problem('record-not-found', { detail: 'There is no photo of this person.', detailId: 'Belum ada pas foto orang ini.' })
    return await reply.type(`image/${photo.kind}`).header('cache-control', 'no-store').send(photo.bytes as never)
  })

  app.post('/v1/people/:id/removal', {
    schema: {
      summary: 'Take a person off the register',
      operationId: 'removePerson',
      tags,
      description: 'People themselves remove themselves by `own-request` or `own-effort`.',
      params: Params,
      headers: Headers,
      body: Type.Object({ reason: Type.Unsafe<typeof REMOVAL_REASONS[number]>({ type: 'string', enum: [...REMOVAL_REASONS] }) }, { additionalProperties: false }),
      response: answers({ 200: Done }, { body: true, problems: [...KEYED, 'record-not-found', 'wrong-state'] }),
    },
  }, async (request, reply) => {
    const { reason } = request.body
    if (request.reach === 'own' && reason !== 'own-request' && reason !== 'own-effort') throw badField('/reason', reason, 'own-request or own-effort', 'own-request atau own-effort')
    await atDesk(context, request, reply, 'person-removed', async desk => {
      const { id } = await reachedPerson(context, request, desk.transaction)
      return { answer: { status: 200, body: { id } }, subject: id, reason, apply: await removePerson(desk, id, reason) }
    })
    return await reply
  })

  app.post('/v1/people/:id/reactivation', {
    schema: {
      summary: 'Put a person back on the register',
      operationId: 'reactivatePerson',
      tags,
      params: Params,
      headers: Headers,
      body: Type.Object({ reason: Type.Unsafe<'contract-ended' | 'dismissed' | 'available-again' | 'reported-late' | 'correction'>({ type: 'string', enum: ['contract-ended', 'dismissed', 'available-again', 'reported-late', 'correction'] }) }, { additionalProperties: false }),
      response: answers({ 200: Done }, { body: true, problems: [...KEYED, 'record-not-found', 'wrong-state'] }),
    },
  }, async (request, reply) => {
    await atDesk(context, request, reply, 'person-reactivated', async desk => {
      const { id } = await reachedPerson(context, request, desk.transaction)
      return { answer: { status: 200, body: { id } }, subject: id, reason: request.body.reason, apply: await reactivatePerson(desk, id, request.body.reason) }
    })
    return await reply
  })

  app.register(async (scope: App) => {
    // A picture comes as it is. Its route alone reads it.
    scope.addContentTypeParser(['image/jpeg', 'image/png'], { parseAs: 'buffer', bodyLimit: MOST_PICTURE_BYTES }, (request, body, done) => {
      request.bodyHash = createHash('sha256').update(body).digest('hex')
      done(null, body)
    })
    scope.put('/v1/people/:id/photo', {
      bodyLimit: MOST_PICTURE_BYTES,
      schema: {
        summary: 'Store the photo of a person',
        operationId: 'putPhoto',
        tags,
        description: 'The picture itself as the body, image/jpeg or image/png.',
        params: Params,
        headers: Headers,
        response: answers({ 200: Done }, { body: true, problems: ['bad-picture', 'record-not-found', 'checked-already', ...KEYED] }),
      },
    }, async (request, reply) => {
      const { body } = request
      if (!Buffer.isBuffer(body)) throw new Problem('unsupported-media-type', { detail: 'A picture was expected: image/jpeg or image/png.', detailId: 'Seharusnya gambar: image/jpeg atau image/png.' })
      await atDesk(context, request, reply, 'photo-stored', async desk => {
        const person = await reachedPerson(context, request, desk.transaction)
        if (request.reach === 'own') await requireUncheckedPhoto(desk, person)
        await putPhoto(desk, person.id, body)
        return { answer: { status: 200, body: { id: person.id } }, subject: person.id }
      })
      return await reply
    })
  })
}

function shown ({ details, profile, ...person }: StoredPerson, photo: boolean): object {
  const { nik, ...others } = details
  return {
    ...others,
    ...(nik === undefined ? {} : { nik: maskNik(nik) }),
    id: person.id,
    state: person.state,
    school: person.school,
    account: person.account,
    revision: person.revision,
    createdAt: person.createdAt.toISOString(),
    updatedAt: person.updatedAt.toISOString(),
    profile,
    missing: missingParts(details, profile, photo),
    remarks: nik === undefined ? [] : nikRemarks(nik, details),
  }
}
