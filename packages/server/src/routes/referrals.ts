import { Type } from 'typebox'
import { ownerOf, ownerOfReferral, requireReach } from '../access/reach.ts'
import { personForEmployer } from '../access/person-for-employer.ts'
import { EMPLOYERS_SEE } from '../access/views.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { orTable } from '../http/table-answer.ts'
import { readPerson } from '../people/people-rows.ts'
import { callLetter, introductionLetter, letterFacts } from '../referrals/letters.ts'
import { leaveRegister } from '../referrals/leave-register.ts'
import { pageOfReferrals, type ReferralFilter } from '../referrals/referral-rows.ts'
import { answerReferral, refer, requireReferral, sendOn, type Reply } from '../referrals/referrals.ts'
import { reference, SentIdSchema } from '../schemas/common.ts'
import { IdParams, PageQuery, REFERRAL_NUMBER, ReferBody, ReferralListSchema, ReferralViewSchema, ReplyBody, WriteHeaders } from '../schemas/office.ts'
import { requireOffice } from './require-office.ts'
import type { RouteContext } from './context.ts'
import { badField } from './judging.ts'
import { isDay } from '../time.ts'
import { act, CREATED, ifMatch, RECEIPT } from './office-act.ts'
import { sendList } from './pages-of.ts'

const tags = ['referrals']
const PDF_ANSWER = { description: 'The letter, A4.', content: { 'application/pdf': { schema: Type.String() } } } as never
const ListQuery = Type.Object({ ...PageQuery, postingId: Type.Optional(SentIdSchema), number: Type.Optional(Type.String({ pattern: REFERRAL_NUMBER, description: 'As on the letter, without what stands before it: 000123/2026.' })) }, { additionalProperties: false })
const HEADER = ['id', 'number', 'postingId', 'employerId', 'personId', 'state', 'callAt', 'callPlace', 'reasonCode', 'starts']

/** Referrals: an officer sends people to a posting, the employer answers. */
export function addReferralRoutes (app: App, context: RouteContext): void {
  const { registry } = context

  app.post('/v1/referrals', {
    schema: { summary: 'Refer a person to a posting', operationId: 'refer', tags, description: 'With `call` the person is called to the office first (AK/IV); without, sent to the employer (AK/V).', headers: WriteHeaders, body: ReferBody, response: CREATED },
  }, async (request, reply) => await act(context, request, reply, 'referral-made', async desk => ({ receipt: await refer(desk, request.body) }), 201))

  app.post('/v1/referrals/:id/introduction', {
    schema: { summary: 'Send on a person who was called', operationId: 'sendReferralOn', tags, params: IdParams, headers: WriteHeaders, response: RECEIPT },
  }, async (request, reply) => await act(context, request, reply, 'referral-introduced', async desk => ({ receipt: await sendOn(desk, request.params.id, ifMatch(request)) })))

  app.post('/v1/referrals/:id/reply', {
    schema: { summary: 'Answer a referral', operationId: 'answerReferral', tags, description: 'A hire takes a seat; there are never more than there are seats.', params: IdParams, headers: WriteHeaders, body: ReplyBody, response: RECEIPT },
  }, async (request, reply) => await act(context, request, reply, 'referral-answered', async desk => {
    requireReach(request, ownerOfReferral(request.caller, await requireReferral(desk.transaction, request.params.id)))
    const answer = request.body as Reply
    if (answer.outcome === 'hired' && !isDay(answer.starts)) throw badField('/starts', answer.starts, 'a day as YYYY-MM-DD', 'hari sebagai TTTT-BB-HH')
    return await answerReferral(desk, request.params.id, answer, leaveRegister, ifMatch(request))
  }))

  app.get('/v1/referrals/:id', {
    schema: {
      summary: 'Read a referral',
      operationId: 'getReferral',
      tags,
      description: 'An employer reads it from when the person was sent on, while the person agrees to it (`sharing-with-employers`), and with it who the person is, until the answer ends the matter.',
      params: IdParams,
      response: answers({ 200: reference(ReferralViewSchema) }, { problems: ['record-not-found', 'bad-request-field'] }),
    },
  }, async (request, reply) => {
    const { id: actor } = request.caller
    const view = await registry.write(async transaction => {
      const referral = await requireReferral(transaction, request.params.id)
      requireReach(request, ownerOfReferral(request.caller, referral))
      const person = request.caller.role === 'employer' && EMPLOYERS_SEE[referral.state] === 'person' ? await readPerson(transaction, registry.vault, referral.personId) : undefined
      const shown = person === undefined ? {} : { person: personForEmployer({ ...person.details, id: person.id, profile: person.profile }) }
      await registry.audit.record(transaction, { actor, action: 'referral-read', subject: referral.personId, detail: { referral: referral.id, fields: Object.keys(shown.person ?? {}) } })
      return { answer: { ...referral, ...shown }, apply: () => {} }
    })
    return await reply.header('etag', `"${view.revision}"`).send(view as never)
  })

  const letters = [
    ['call', 'getCallLetter', 'The call letter to print (AK/IV)', 'surat-panggilan-ak4', callLetter],
    ['introduction', 'getIntroductionLetter', 'The introduction letter with its reply slip, to print (AK/V)', 'surat-pengantar-ak5', introductionLetter],
  ] as const
  for (const [name, operationId, summary, file, letter] of letters) {
    app.get(`/v1/referrals/:id/${name}.pdf`, {
      schema: { summary, operationId, tags, params: IdParams, response: answers({ 200: PDF_ANSWER }, { problems: ['record-not-found', 'bad-request-field', 'wrong-state', 'sharing-not-agreed', 'office-not-set'] }) },
    }, async (request, reply) => {
      const office = requireOffice(context)
      const facts = await registry.write(async transaction => {
        const referral = await requireReferral(transaction, request.params.id)
        requireReach(request, ownerOfReferral(request.caller, referral))
        await registry.audit.record(transaction, { actor: request.caller.id, action: 'letter-printed', subject: referral.personId, detail: { referral: referral.id, letter: name } })
        return { answer: await letterFacts(transaction, registry.vault, referral), apply: () => {} }
      })
      const pdf = await letter(office, facts, context.today())
      return await reply.type('application/pdf').header('content-disposition', `attachment; filename="${file}.pdf"`).header('cache-control', 'no-store').send(pdf as never)
    })
  }

  app.get('/v1/referrals', {
    schema: {
      summary: 'List the referrals',
      operationId: 'listReferrals',
      tags,
      description: 'Ids and states. An employer sees its own, of people who were sent on and agree to it.',
      querystring: ListQuery,
      response: answers({ 200: orTable(reference(ReferralListSchema), 'A page, or all of them as a table.') }, { problems: ['bad-request-field', 'bad-cursor'] }),
    },
  }, async ({ query, headers, caller, reach }, reply) => {
    const own: ReferralFilter = reach === 'all' ? {} : caller.role === 'seeker' ? { personId: ownerOf(caller) } : { employerId: ownerOf(caller), openToEmployer: true }
    return await sendList(reply, {
      name: 'referrals',
      query,
      accept: headers.accept,
      page: async (limit, after) => await registry.write(async transaction => {
        const page = await pageOfReferrals(transaction, limit, after, { postingId: query.postingId, number: query.number, ...own })
        if (page.length > 0) await registry.audit.record(transaction, { actor: caller.id, action: 'referrals-read', detail: { people: page.map(({ personId }) => personId) } })
        return { answer: page, apply: () => {} }
      }),
      header: HEADER,
      cells: ({ id, number, postingId, employerId, personId, state, call, reasonCode, starts }) => [id, number, postingId, employerId, personId, state, call?.at ?? '', call?.place ?? '', reasonCode ?? '', starts ?? ''],
    }) as never
  })
}
