import { Type } from 'typebox'
import { refuseHaste } from '../access/sign-in.ts'
import { noteShown, readAudited } from '../audit/audited-read.ts'
import { cardDocument, registrationDocument } from '../cards/card-document.ts'
import { latestCard, latestRequest, reportsOf } from '../cards/card-rows.ts'
import { dueReports, recordReport, reportPlan } from '../cards/report.ts'
import { keepSigned, signableCard, signatureOf, signedCard } from '../cards/signed-cards.ts'
import { REVOCATION_REASONS, revokeCard, type RevocationReason } from '../cards/revoke-card.ts'
import { Problem } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { answerFormat, orTable, sendRows } from '../http/table-answer.ts'
import { addDays } from '../people/days.ts'
import { deskOf, type Desk } from '../people/desk.ts'
import { readPhoto } from '../people/photos.ts'
import { DaySchema, IdSchema, reference } from '../schemas/common.ts'
import { FormatSchema } from '../schemas/format.ts'
import { ReasonBody } from '../schemas/office.ts'
import { CardSchema, DueReportSchema, SignatureSchema } from '../schemas/people.ts'
import { isDay } from '../time.ts'
import type { RouteContext } from './context.ts'
import { atDesk } from './desk-writes.ts'
import { badField } from './judging.ts'
import { reachedPerson, subjectOf } from './reached-person.ts'
import { requireOffice } from './require-office.ts'

const Params = Type.Object({ id: Type.String() })
const Headers = Type.Object({ 'idempotency-key': Type.Optional(Type.String()) })
const KEYED = ['bad-request-field', 'key-reused', 'request-in-flight'] as const
const PDF = 'application/pdf'
const pdfAnswer = (description: string) => ({ description, content: { [PDF]: { schema: Type.String() } } }) as never
const tags = ['cards']
/** Reports that are due within this many days are listed unless another day is asked for. */
const SOON_DAYS = 30
/** Of one table. */
const MOST_REPORTS = 1_000_000

/** A person's card: read, printed, reported for, revoked. */
export function addCardRoutes (app: App, context: RouteContext): void {
  const { registry, signer, access } = context

  app.get('/v1/people/:id/card', {
    schema: {
      summary: "A person's card and the last request",
      operationId: 'getCard',
      tags,
      params: Params,
      response: answers({
        200: Type.Object({
          card: Type.Union([reference(CardSchema), Type.Null()]),
          request: Type.Union([Type.Object({ id: IdSchema, kind: Type.String(), state: Type.String(), askedAt: Type.String(), reasons: Type.Array(Type.String()), note: Type.Union([Type.String(), Type.Null()]), revision: Type.Integer() }), Type.Null()]),
        }),
      }, { problems: ['record-not-found'] }),
    },
  }, async request => await readAudited(registry, { actor: request.caller.id, action: 'card-read', subject: subjectOf(request.params.id) }, async transaction => {
    const { id } = await reachedPerson(context, request, transaction)
    const card = await latestCard(transaction, id)
    const asked = await latestRequest(transaction, id)
    return {
      card: card === undefined
        ? null
        : { id: card.id, person: id, number: card.number, issuedOn: card.issuedOn, expiresOn: card.expiresOn, state: card.state, reason: card.reason, token: card.token, signature: await signatureOf(transaction, card.id), reports: reportPlan(card, await reportsOf(transaction, card.id)) },
      request: asked === undefined
        ? null
        : { id: asked.id, kind: asked.kind, state: asked.state, askedAt: asked.askedAt.toISOString(), reasons: asked.reasons, note: asked.noteSealed === null ? null : registry.vault.open(id, asked.noteSealed), revision: asked.revision },
    }
  }))

  app.get('/v1/people/:id/card.pdf', {
    schema: { summary: 'The card to print (AK/I)', operationId: 'getCardPdf', tags, params: Params, response: answers({ 200: pdfAnswer('The card, A4, to be folded.') }, { problems: ['record-not-found', 'wrong-state', 'office-not-set'] }) },
  }, async (request, reply) => {
    const office = requireOffice(context)
    const read = await readAudited(registry, { actor: request.caller.id, action: 'card-printed', subject: subjectOf(request.params.id) }, async transaction => {
      const person = await reachedPerson(context, request, transaction)
      const card = await latestCard(transaction, person.id)
      if (card?.state !== 'valid') throw new Problem('wrong-state', { detail: 'There is no valid card to print.', detailId: 'Tidak ada kartu yang berlaku untuk dicetak.' })
      return { person, card, signed: await signedCard(transaction, registry.vault, card), reports: await reportsOf(transaction, card.id), photo: await readPhoto(transaction, registry.vault, person.id) }
    })
    const pdf = read.signed ?? await cardDocument(office, read.person, read.card, read.reports, read.photo)
    return await reply.type(PDF).header('content-disposition', 'attachment; filename="kartu-ak1.pdf"').header('cache-control', 'no-store').send(pdf as never)
  })

  app.get('/v1/people/:id/registration.pdf', {
    schema: { summary: 'The registration sheet to print (AK/II)', operationId: 'getRegistrationPdf', tags, params: Params, response: answers({ 200: pdfAnswer('The sheet.') }, { problems: ['record-not-found', 'office-not-set'] }) },
  }, async (request, reply) => {
    const office = requireOffice(context)
    const { person, card } = await readAudited(registry, { actor: request.caller.id, action: 'registration-printed', subject: subjectOf(request.params.id) }, async transaction => {
      const person = await reachedPerson(context, request, transaction)
      return { person, card: await latestCard(transaction, person.id) }
    })
    const shown = request.reach === 'all' ? person : { ...person, details: { ...person.details, notes: undefined } }
    const pdf = await registrationDocument(office, registry.taxonomy, shown, context.today(), card?.number)
    return await reply.type(PDF).header('content-disposition', 'attachment; filename="formulir-ak2.pdf"').header('cache-control', 'no-store').send(pdf as never)
  })

  app.post('/v1/people/:id/card-reports', {
    schema: {
      summary: 'Report: still looking for work',
      operationId: 'reportCard',
      tags,
      description: 'At 6, 12 and 18 months after the issue, each from 30 days before it is due.',
      params: Params,
      headers: Headers,
      response: answers({ 201: Type.Object({ card: IdSchema, number: Type.Integer() }) }, { body: true, problems: [...KEYED, 'record-not-found', 'wrong-state'] }),
    },
  }, async (request, reply) => {
    await atDesk(context, request, reply, 'card-reported', async desk => {
      const { id } = await reachedPerson(context, request, desk.transaction)
      return { answer: { status: 201, body: await recordReport(desk, id) }, subject: id }
    })
    return await reply
  })

  app.get('/v1/card-reports', {
    schema: {
      summary: 'Reports that are due',
      operationId: 'listDueReports',
      tags,
      querystring: Type.Object({ until: Type.Optional(DaySchema), limit: Type.Integer({ minimum: 1, maximum: 1000, default: 200 }), format: FormatSchema }, { additionalProperties: false }),
      response: answers({ 200: orTable(Type.Object({ items: Type.Array(reference(DueReportSchema)) }), 'A page, or all of them as a table.') }, { problems: ['bad-request-field'] }),
    },
  }, async (request, reply) => {
    const { until = addDays(context.today(), SOON_DAYS), limit } = request.query
    if (!isDay(until)) throw badField('/query/until', until, 'a day as YYYY-MM-DD', 'hari sebagai TTTT-BB-HH')
    const format = answerFormat(request.query.format, request.headers.accept)
    const items = await dueReports(registry.db, until, format === 'json' ? limit : MOST_REPORTS)
    await noteShown(registry, request.caller, 'card-reports-read', items.map(({ person }) => person))
    if (format === 'json') return { items }
    const rows = items.map(({ card, person, cardNumber, number, dueOn }) => [card, person, cardNumber, String(number), dueOn])
    return await sendRows(reply, format, 'card-reports', ['card', 'person', 'cardNumber', 'number', 'dueOn'], rows) as never
  })

  app.post('/v1/cards/:id/revocation', {
    schema: {
      summary: 'Revoke a card',
      operationId: 'revokeCard',
      tags,
      params: Params,
      headers: Headers,
      body: Type.Object({ reason: Type.Unsafe<RevocationReason>({ type: 'string', enum: [...REVOCATION_REASONS] }) }, { additionalProperties: false }),
      response: answers({ 200: Type.Object({ id: IdSchema }) }, { body: true, problems: [...KEYED, 'record-not-found', 'wrong-state'] }),
    },
  }, async (request, reply) => {
    await atDesk(context, request, reply, 'card-revoked', async desk => {
      const apply = await revokeCard(desk, request.params.id, request.body.reason)
      return { answer: { status: 200, body: { id: request.params.id } }, subject: request.params.id, reason: request.body.reason, apply }
    })
    return await reply
  })

  app.post('/v1/cards/:id/signature', {
    schema: {
      summary: 'Have a card signed by the certifier',
      operationId: 'signCard',
      tags,
      description: 'With the NIK and passphrase of the officer who signs, which are sent on and kept nowhere. From then on the card is printed as it was signed; what changes later needs another signature. Takes no Idempotency-Key: not even a hash of a passphrase should be kept.',
      params: Params,
      body: Type.Object({ nik: Type.String({ pattern: '^\\d{16}$' }), passphrase: Type.String({ minLength: 1, maxLength: 256 }) }, { additionalProperties: false }),
      response: answers({ 201: SignatureSchema }, { body: true, problems: ['bad-request-field', 'record-not-found', 'wrong-state', 'revision-mismatch', 'office-not-set', 'signing-off', 'signature-refused', 'signer-away', 'too-many-tries'] }),
    },
  }, async (request, reply) => {
    const office = requireOffice(context)
    if (signer === undefined) throw new Problem('signing-off')
    const { id } = request.params
    const desk = (transaction: Parameters<typeof deskOf>[1]): Desk => deskOf(registry, transaction, request.caller.id, context.now())
    const tries = `signature ${request.caller.id}`
    refuseHaste(access.byLogin.wait(tries))
    const { card, person, reports, photo } = await readAudited(registry, { actor: request.caller.id, action: 'card-signing-begun', subject: subjectOf(id) }, async transaction => {
      const { card, person } = await signableCard(desk(transaction), id)
      return { card, person, reports: await reportsOf(transaction, card.id), photo: await readPhoto(transaction, registry.vault, person.id) }
    })
    // Noted before it is judged, so that tries side by side count: a certifier locks a certificate after some.
    access.byLogin.failed(tries)
    const signed = await signer.sign(await cardDocument(office, person, card, reports, photo), request.body).catch(error => {
      // A signer that is away says nothing of the passphrase.
      if (error instanceof Problem && error.code === 'signer-away') access.byLogin.succeeded(tries)
      throw error
    })
    access.byLogin.succeeded(tries)
    const signature = await registry.write(async transaction => {
      const kept = await keepSigned(desk(transaction), id, person.revision, signer.name, signed)
      await registry.audit.record(transaction, { actor: request.caller.id, action: 'card-signed', subject: id, detail: { signer: kept.signer, sha256: kept.sha256 } })
      return { answer: kept, apply: () => {} }
    })
    return await reply.code(201).send(signature)
  })

  app.post('/v1/card-keys/rotation', {
    schema: {
      summary: 'Sign with a new key from now on',
      operationId: 'rotateCardKey',
      tags,
      description: 'Cards that were signed with older keys verify as before: those keys stay published.',
      headers: Headers,
      response: answers({ 201: Type.Object({ kid: Type.String() }) }, { body: true, problems: [...KEYED] }),
    },
  }, async (request, reply) => {
    await context.writes.run(request, reply, async transaction => {
      const { kid } = await registry.vault.rotateSigningKey(transaction)
      await registry.audit.record(transaction, { actor: request.caller.id, action: 'card-key-rotated', detail: { kid } })
      return { answer: { status: 201, body: { kid } }, apply: () => registry.vault.loadSigningKeys(registry.db) }
    })
    return await reply
  })

  app.post('/v1/card-keys/:kid/revocation', {
    schema: {
      summary: 'Believe a signing key no more',
      operationId: 'revokeCardKey',
      tags,
      description: 'For a key that somebody else may have: it leaves the published set, and no card that it signed is genuine any more. Sign with a new key first. Tells how many valid cards bear its signature; each is copied by a request of the kind `lost`.',
      params: Type.Object({ kid: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }),
      headers: Headers,
      body: ReasonBody,
      response: answers({ 200: Type.Object({ kid: Type.String(), cards: Type.Integer() }) }, { body: true, problems: [...KEYED, 'record-not-found', 'wrong-state'] }),
    },
  }, async (request, reply) => {
    const { kid } = request.params
    await context.writes.run(request, reply, async transaction => {
      if (kid === registry.vault.signing.current().kid) throw new Problem('wrong-state', { detail: 'This key signs now. Have a new one sign first: POST /v1/card-keys/rotation.', detailId: 'Kunci ini sedang dipakai. Ganti dahulu: POST /v1/card-keys/rotation.' })
      if (!await registry.vault.revokeSigningKey(transaction, kid)) throw new Problem('record-not-found')
      const { count } = await transaction.selectFrom('cards').select(({ fn }) => fn.countAll<string>().as('count')).where('key_id', '=', kid).where('state', '=', 'valid').executeTakeFirstOrThrow()
      await registry.audit.record(transaction, { actor: request.caller.id, action: 'card-key-revoked', reason: request.body.reason, detail: { kid } })
      return { answer: { status: 200, body: { kid, cards: Number(count) } }, apply: () => registry.vault.loadSigningKeys(registry.db) }
    })
    return await reply
  })
}
