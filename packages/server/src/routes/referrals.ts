import { Type, type Static } from 'typebox'
import { ownerOf, requireReach } from '../access/reach.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { orTable } from '../http/table-answer.ts'
import { leaveRegister } from '../referrals/leave-register.ts'
import { pageOfReferrals, type StoredReferral } from '../referrals/referral-rows.ts'
import { answerReferral, refer, requireReferral, sendOn, type Reply } from '../referrals/referrals.ts'
import { IdSchema, reference } from '../schemas/common.ts'
import { IdParams, PageQuery, ReferBody, ReferralListSchema, ReferralViewSchema, ReplyBody, WriteHeaders } from '../schemas/office.ts'
import type { RouteContext } from './context.ts'
import { badField } from './judging.ts'
import { isDay } from '../time.ts'
import { act, CREATED, ifMatch, RECEIPT } from './office-act.ts'
import { sendList } from './pages-of.ts'

const tags = ['referrals']
const ListQuery = Type.Object({ ...PageQuery, postingId: Type.Optional(IdSchema) }, { additionalProperties: false })
const HEADER = ['id', 'postingId', 'employerId', 'personId', 'state', 'callAt', 'callPlace', 'reasonCode', 'starts']

/** Referrals: an officer sends people to a posting, the employer answers. */
export function addReferralRoutes (app: App, context: RouteContext): void {
  const { registry: { db } } = context

  app.post('/v1/referrals', {
    schema: { summary: 'Refer a person to a posting', operationId: 'refer', tags, description: 'With `call` the person is called to the office first (AK/IV); without, sent to the employer (AK/V).', headers: WriteHeaders, body: ReferBody, response: CREATED },
  }, async (request, reply) => await act(context, request, reply, 'referral-made', async desk => ({ receipt: await refer(desk, request.body) }), 201))

  app.post('/v1/referrals/:id/introduction', {
    schema: { summary: 'Send on a person who was called', operationId: 'sendReferralOn', tags, params: IdParams, headers: WriteHeaders, response: RECEIPT },
  }, async (request, reply) => await act(context, request, reply, 'referral-introduced', async desk => ({ receipt: await sendOn(desk, request.params.id, ifMatch(request)) })))

  app.post('/v1/referrals/:id/reply', {
    schema: { summary: 'Answer a referral', operationId: 'answerReferral', tags, description: 'A hire takes a seat; there are never more than there are seats.', params: IdParams, headers: WriteHeaders, body: ReplyBody, response: RECEIPT },
  }, async (request, reply) => await act(context, request, reply, 'referral-answered', async desk => {
    requireReach(request, (await requireReferral(desk.transaction, request.params.id)).employerId)
    const answer = request.body as Reply
    if (answer.outcome === 'hired' && !isDay(answer.starts)) throw badField('/starts', answer.starts, 'a day as YYYY-MM-DD', 'hari sebagai TTTT-BB-HH')
    return await answerReferral(desk, request.params.id, answer, leaveRegister, ifMatch(request))
  }))

  app.get('/v1/referrals/:id', {
    schema: { summary: 'Read a referral', operationId: 'getReferral', tags, params: IdParams, response: answers({ 200: reference(ReferralViewSchema) }, { problems: ['record-not-found', 'bad-request-field'] }) },
  }, async (request, reply) => {
    const referral = await requireReferral(db, request.params.id)
    requireReach(request, request.caller.role === 'seeker' ? referral.personId : referral.employerId)
    return await reply.header('etag', `"${referral.revision}"`).send(viewOf(referral))
  })

  app.get('/v1/referrals', {
    schema: { summary: 'List the referrals', operationId: 'listReferrals', tags, querystring: ListQuery, response: answers({ 200: orTable(reference(ReferralListSchema), 'A page, or all of them as a table.') }, { problems: ['bad-request-field', 'bad-cursor'] }) },
  }, async ({ query, headers, caller, reach }, reply) => {
    const own = reach === 'own' ? { [caller.role === 'seeker' ? 'personId' : 'employerId']: ownerOf(caller) } : {}
    return await sendList(reply, {
      name: 'referrals',
      query,
      accept: headers.accept,
      page: async (limit, after) => (await pageOfReferrals(db, limit, after, { postingId: query.postingId, ...own })).map(viewOf),
      header: HEADER,
      cells: ({ id, postingId, employerId, personId, state, call, reasonCode, starts }) => [id, postingId, employerId, personId, state, call?.at ?? '', call?.place ?? '', reasonCode ?? '', starts ?? ''],
    }) as never
  })
}

function viewOf (referral: StoredReferral): Static<typeof ReferralViewSchema> {
  return referral
}
