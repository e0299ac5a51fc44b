import { Type, type Static } from 'typebox'
import { ownerOf, requireReach } from '../access/reach.ts'
import { namesOfEmployers } from '../employers/employer-rows.ts'
import type { Changed } from '../employers/employers.ts'
import { requireEmployer } from '../employers/require-employer.ts'
import { Problem } from '../errors/problem.ts'
import { cellsOf } from '../exchange/columns.ts'
import { POSTING_COLUMNS } from '../exchange/posting-columns.ts'
import { placeOf, titleOf } from '../forms/names.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { answerFormat, orTable, sendRows } from '../http/table-answer.ts'
import { minimumWageFor } from '../postings/check-posting.ts'
import { PostingSchema, type Posting } from '../postings/posting-schema.ts'
import { demandsOf, pageOfDemands, pageOfPostings, type StoredDemand, type StoredPosting } from '../postings/posting-rows.ts'
import { changePosting, closePosting, draftPosting, publishPosting, requirePosting, returnPosting, submitPosting } from '../postings/postings.ts'
import { vacancyDocument } from '../postings/vacancy-form.ts'
import { reference, SentIdSchema } from '../schemas/common.ts'
import { FormatSchema } from '../schemas/format.ts'
import {
  DemandListSchema, IdParams, OpenPostingListSchema, OpenPostingSchema, PageQuery, POSTING_STATES, PostingListSchema, PostingViewSchema, PublishBody, ReasonBody, WriteHeaders,
} from '../schemas/office.ts'
import type { Desk } from '../people/desk.ts'
import { requireOffice } from './require-office.ts'
import type { RouteContext } from './context.ts'
import { act, CREATED, ifMatch, RECEIPT } from './office-act.ts'
import { sendList } from './pages-of.ts'

const tags = ['postings']
const FindProblems = ['record-not-found', 'bad-request-field'] as const
const ListQuery = Type.Object({
  ...PageQuery, employerId: Type.Optional(SentIdSchema), state: Type.Optional(Type.Unsafe<typeof POSTING_STATES[number]>({ type: 'string', enum: POSTING_STATES })),
}, { additionalProperties: false })
const OpenQuery = Type.Object(PageQuery, { additionalProperties: false })
const DraftBody = Type.Object({ employerId: SentIdSchema, posting: reference(PostingSchema) }, { additionalProperties: false })
const DemandQuery = Type.Object({ state: Type.Unsafe<'asked' | 'approved' | 'refused'>({ type: 'string', enum: ['asked', 'approved', 'refused'], default: 'refused' }), limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }), after: Type.Optional(Type.String({ pattern: '^\\d{1,18}$', description: 'The `number` of the last one of the page before.' })), format: FormatSchema }, { additionalProperties: false })
const DEMAND_HEADER = ['number', 'postingId', 'kind', 'sex', 'min', 'max', 'reasonCode', 'reason', 'state', 'decision']
/** More than an office decides in a decade. */
const MOST_DEMANDS = 100_000
const OPEN_HEADER = ['id', 'employerName', 'seatsLeft', 'minimumWage', ...POSTING_COLUMNS.map(({ name }) => name)]

/** Postings: firms write them, officers publish them, everybody reads the open ones. */
export function addPostingRoutes (app: App, context: RouteContext): void {
  const { registry: { db, taxonomy }, today } = context
  const viewsOf = async (postings: readonly StoredPosting[]): Promise<Array<Static<typeof PostingViewSchema>>> => {
    const demands = await demandsOf(db, postings.map(({ id }) => id))
    return postings.map(posting => viewOf(posting, demands))
  }
  const viewOf = ({ id, employerId, state, reason, revision, filled, record }: StoredPosting, demands: readonly StoredDemand[]): Static<typeof PostingViewSchema> => ({
    id,
    employerId,
    state,
    reason,
    revision,
    filled,
    minimumWage: minimumWageFor(record, taxonomy, today()) ?? null,
    demands: demands.filter(({ postingId }) => postingId === id).map(({ demand, state, decision }) => ({ demand, state, decision })),
    posting: record,
  })
  const openOf = async (postings: readonly StoredPosting[]): Promise<Array<Static<typeof OpenPostingSchema>>> => {
    const demands = await demandsOf(db, postings.map(({ id }) => id))
    const names = await namesOfEmployers(db, postings.map(({ employerId }) => employerId))
    return postings.map(({ id, employerId, record, filled }) => {
      return {
        id,
        employer: names.get(employerId) ?? '',
        kindOfWork: record.occupation === undefined ? null : titleOf(taxonomy.occupations, record.occupation),
        place: record.region === undefined ? null : placeOf(taxonomy, record.region),
        seatsLeft: record.seats - filled,
        minimumWage: minimumWageFor(record, taxonomy, today()) ?? null,
        demands: demands.filter(({ postingId, state }) => postingId === id && state === 'approved').map(({ demand }) => demand),
        posting: record,
      }
    })
  }

  app.get('/v1/open-postings', {
    schema: { summary: 'List the postings that are open', operationId: 'listOpenPostings', tags, querystring: OpenQuery, response: answers({ 200: orTable(reference(OpenPostingListSchema), 'A page, or all of them as a table.') }, { problems: ['bad-request-field', 'bad-cursor'] }) },
  }, async ({ query, headers }, reply) => await sendList(reply, {
    name: 'open-postings',
    query,
    accept: headers.accept,
    page: async (limit, after) => await openOf(await pageOfPostings(db, limit, after, { state: 'published' })),
    header: OPEN_HEADER,
    cells: ({ id, employer, seatsLeft, minimumWage, posting }) => [id, employer, String(seatsLeft), minimumWage === null ? '' : String(minimumWage.rupiah), ...cellsOf(POSTING_COLUMNS, posting)],
    numbers: new Set(['seatsLeft', 'minimumWage', 'seats', 'wageMin', 'wageMax']),
  }) as never)

  app.get('/v1/open-postings/:id', {
    schema: { summary: 'Read an open posting', operationId: 'getOpenPosting', tags, params: IdParams, response: answers({ 200: reference(OpenPostingSchema) }, { problems: FindProblems }) },
  }, async ({ params: { id } }) => {
    const posting = await requirePosting(db, id)
    if (posting.state !== 'published') throw new Problem('record-not-found')
    return (await openOf([posting]))[0]
  })

  app.get('/v1/postings', {
    schema: { summary: 'List the postings', operationId: 'listPostings', tags, querystring: ListQuery, response: answers({ 200: orTable(reference(PostingListSchema), 'A page, or all of them as a table that imports take.') }, { problems: ['bad-request-field', 'bad-cursor'] }) },
  }, async ({ query, headers, caller, reach }, reply) => {
    const employerId = reach === 'own' ? ownerOf(caller) : query.employerId
    return await sendList(reply, {
      name: 'postings',
      query,
      accept: headers.accept,
      page: async (limit, after) => await viewsOf(await pageOfPostings(db, limit, after, { employerId, state: query.state })),
      header: ['id', 'state', 'filled', ...POSTING_COLUMNS.map(({ name }) => name)],
      cells: ({ id, state, filled, employerId: employer, posting }) => [id, state, String(filled), ...cellsOf(POSTING_COLUMNS, { ...posting, employer })],
      numbers: new Set(['filled', 'seats', 'wageMin', 'wageMax']),
    }) as never
  })

  app.get('/v1/postings/:id', {
    schema: { summary: 'Read a posting', operationId: 'getPosting', tags, params: IdParams, response: answers({ 200: reference(PostingViewSchema) }, { problems: FindProblems }) },
  }, async (request, reply) => {
    const posting = await requirePosting(db, request.params.id)
    requireReach(request, posting.employerId)
    return await reply.header('etag', `"${posting.revision}"`).send((await viewsOf([posting]))[0])
  })

  app.get('/v1/postings/:id/vacancy.pdf', {
    schema: {
      summary: 'The vacancy to print (AK/III)',
      operationId: 'getVacancyForm',
      tags,
      description: 'For the employer to sign. Headcounts by sex are on it for the statistics; of demands of age or sex those that an officer approved.',
      params: IdParams,
      response: answers({ 200: { description: 'The sheet, A4.', content: { 'application/pdf': { schema: Type.String() } } } as never }, { problems: [...FindProblems, 'office-not-set'] }),
    },
  }, async (request, reply) => {
    const office = requireOffice(context)
    const posting = await requirePosting(db, request.params.id)
    requireReach(request, posting.employerId)
    const { record: employer } = await requireEmployer(db, posting.employerId)
    const pdf = await vacancyDocument(office, taxonomy, { posting, employer, demands: await demandsOf(db, [posting.id]) }, today())
    return await reply.type('application/pdf').header('content-disposition', 'attachment; filename="lowongan-ak3.pdf"').send(pdf as never)
  })

  app.get('/v1/demands', {
    schema: { summary: 'List demands of age or sex', operationId: 'listDemands', tags, querystring: DemandQuery, description: 'Those that were refused, unless asked otherwise.', response: answers({ 200: orTable(reference(DemandListSchema), 'A page, or all of them as a table.') }, { problems: ['bad-request-field'] }) },
  }, async ({ query, headers }, reply) => {
    const format = answerFormat(query.format, headers.accept)
    if (format === 'json') return { items: await pageOfDemands(db, query.state, query.limit, query.after) }
    const rows = (await pageOfDemands(db, query.state, MOST_DEMANDS)).map(({ number, postingId, demand, state, decision }) => [
      number, postingId, demand.kind, 'sex' in demand ? demand.sex : '', 'min' in demand ? String(demand.min ?? '') : '', 'max' in demand ? String(demand.max ?? '') : '', demand.reasonCode, demand.reason, state, decision ?? '',
    ])
    return await sendRows(reply, format, 'demands', DEMAND_HEADER, rows) as never
  })

  app.post('/v1/postings', {
    schema: { summary: 'Write a posting', operationId: 'draftPosting', tags, headers: WriteHeaders, body: DraftBody, response: CREATED },
  }, async (request, reply) => await act(context, request, reply, 'posting-drafted', async desk => {
    const { employerId, posting } = request.body
    requireReach(request, employerId)
    return { receipt: await draftPosting(desk, employerId, posting as Posting) }
  }, 201))

  app.put('/v1/postings/:id', {
    schema: { summary: 'Change a posting', operationId: 'changePosting', tags, description: 'It becomes a draft again and leaves the rankings.', params: IdParams, headers: WriteHeaders, body: reference(PostingSchema), response: RECEIPT },
  }, async (request, reply) => await act(context, request, reply, 'posting-changed', async desk => {
    requireReach(request, (await requirePosting(desk.transaction, request.params.id)).employerId)
    return await changePosting(desk, request.params.id, request.body as Posting, ifMatch(request))
  }))

  const step = <Body>(operationId: string, path: string, summary: string, action: string, work: (desk: Desk, id: string, body: Body, match: string | undefined) => Promise<Changed>, body?: object): void => {
    app.post(`/v1/postings/:id/${path}`, {
      schema: { summary, operationId, tags, params: IdParams, headers: WriteHeaders, ...(body === undefined ? {} : { body }), response: RECEIPT },
    }, async (request, reply) => await act(context, request, reply, action, async desk => {
      const { id } = request.params
      requireReach(request, (await requirePosting(desk.transaction, id)).employerId)
      return await work(desk, id, request.body as Body, ifMatch(request))
    }))
  }
  step('submitPosting', 'submission', 'Hand a posting to the office', 'posting-submitted', async (desk, id, _body, match) => await submitPosting(desk, id, match))
  step<Static<typeof PublishBody>>('publishPosting', 'publication', 'Publish a posting', 'posting-published', async (desk, id, { decisions }, match) => await publishPosting(desk, id, decisions, match), PublishBody)
  step<Static<typeof ReasonBody>>('returnPosting', 'return', 'Send a posting back with what is to be mended', 'posting-returned', async (desk, id, { reason }, match) => await returnPosting(desk, id, reason, match), ReasonBody)
  step<Static<typeof ReasonBody>>('closePosting', 'closure', 'Close a posting', 'posting-closed', async (desk, id, { reason }, match) => await closePosting(desk, id, reason, match), ReasonBody)
}
