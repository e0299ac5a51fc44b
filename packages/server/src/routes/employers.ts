import { Type, type Static } from 'typebox'
import { viewerOf } from '../access/viewers.ts'
import { requireReach } from '../access/reach.ts'
import { findDuplicates, pageOfEmployers, type StoredEmployer } from '../employers/employer-rows.ts'
import { EmployerSchema } from '../employers/employer-schema.ts'
import { changeEmployer, registerEmployer, returnEmployer, verifyEmployer } from '../employers/employers.ts'
import { requireEmployer } from '../employers/require-employer.ts'
import { Problem } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { orTable, sendItems } from '../http/table-answer.ts'
import { newId } from '../people/desk.ts'
import { reference } from '../schemas/common.ts'
import { WholeListQuery } from '../schemas/format.ts'
import { DuplicatesSchema, EMPLOYER_STATES, EmployerListSchema, EmployerViewSchema, IdParams, PageQuery, ReasonBody, WriteHeaders } from '../schemas/office.ts'
import { EMPLOYER_COLUMNS } from '../exchange/employer-columns.ts'
import { cellsOf } from '../exchange/columns.ts'
import type { RouteContext } from './context.ts'
import { act, CREATED, ifMatch, RECEIPT } from './office-act.ts'
import { sendList } from './pages-of.ts'

const tags = ['employers']
const ListQuery = Type.Object({ ...PageQuery, state: Type.Optional(Type.Unsafe<typeof EMPLOYER_STATES[number]>({ type: 'string', enum: EMPLOYER_STATES })) }, { additionalProperties: false })

/** Firms: they register, officers vouch for them. */
export function addEmployerRoutes (app: App, context: RouteContext): void {
  const { db } = context.registry

  app.post('/v1/employers', {
    schema: { summary: 'Register an employer', operationId: 'registerEmployer', tags, headers: WriteHeaders, body: reference(EmployerSchema), response: CREATED },
  }, async (request, reply) => await act(context, request, reply, 'employer-registered', async desk => {
    const { caller, reach } = request
    const id = newId('e')
    if (reach === 'own') {
      // An account stands for one firm, from its first registration on.
      if (caller.of !== undefined) throw new Problem('not-allowed', { detail: 'This account has registered its employer already; change that entry.', detailId: 'Akun ini sudah mendaftarkan pemberi kerjanya; ubah data yang ada.' })
      const { numUpdatedRows } = await desk.transaction.updateTable('accounts').set({ bound: id }).where('id', '=', caller.id).where('bound', 'is', null).executeTakeFirst()
      if (numUpdatedRows === 0n) throw new Problem('not-allowed')
    }
    // What an account is bound to is remembered with its sessions.
    return { receipt: await registerEmployer(desk, request.body as Static<typeof EmployerSchema>, id), apply: () => context.access.sessions.forget(caller.id) }
  }, 201))

  app.put('/v1/employers/:id', {
    schema: { summary: 'Change an employer', operationId: 'changeEmployer', tags, params: IdParams, headers: WriteHeaders, body: reference(EmployerSchema), response: RECEIPT },
  }, async (request, reply) => await act(context, request, reply, 'employer-changed', async desk => {
    requireReach(request, request.params.id)
    return await changeEmployer(desk, request.params.id, request.body as Static<typeof EmployerSchema>, viewerOf(request.caller), ifMatch(request))
  }))

  app.get('/v1/employers/:id', {
    schema: { summary: 'Read an employer', operationId: 'getEmployer', tags, description: 'To the office with how many entries may be the same firm.', params: IdParams, response: answers({ 200: reference(EmployerViewSchema) }, { problems: ['record-not-found', 'bad-request-field'] }) },
  }, async (request, reply) => {
    requireReach(request, request.params.id)
    const employer = await requireEmployer(db, request.params.id)
    const duplicates = request.reach === 'all' ? { duplicates: (await findDuplicates(db, employer.id, employer.record)).length } : {}
    return await reply.header('etag', `"${employer.revision}"`).send({ ...viewOf(employer), ...duplicates })
  })

  app.get('/v1/employers', {
    schema: { summary: 'List the employers', operationId: 'listEmployers', tags, querystring: ListQuery, response: answers({ 200: orTable(reference(EmployerListSchema), 'A page, or all of them as a table that imports take.') }, { problems: ['bad-request-field', 'bad-cursor'] }) },
  }, async ({ query, headers }, reply) => await sendList(reply, {
    name: 'employers',
    query,
    accept: headers.accept,
    page: async (limit, after) => (await pageOfEmployers(db, limit, after, query.state)).map(viewOf),
    header: ['id', 'state', ...EMPLOYER_COLUMNS.map(({ name }) => name)],
    cells: ({ id, state, employer }) => [id, state, ...cellsOf(EMPLOYER_COLUMNS, employer)],
  }) as never)

  app.get('/v1/employers/:id/duplicates', {
    schema: { summary: 'Find entries that may be the same firm', operationId: 'findEmployerDuplicates', tags, description: 'By NIB, name and telephone, each with its points. Nothing is merged.', params: IdParams, querystring: WholeListQuery, response: answers({ 200: orTable(reference(DuplicatesSchema), 'All of them, as a table too.') }, { problems: ['record-not-found', 'bad-request-field'] }) },
  }, async ({ params: { id }, query }, reply) => {
    const items = await findDuplicates(db, id, (await requireEmployer(db, id)).record)
    return await sendItems(reply, query.format, 'duplicates', ['id', 'state', 'name', 'score', 'reasons'], items) as never
  })

  app.post('/v1/employers/:id/verification', {
    schema: { summary: 'Vouch for an employer', operationId: 'verifyEmployer', tags, params: IdParams, headers: WriteHeaders, response: RECEIPT },
  }, async (request, reply) => await act(context, request, reply, 'employer-verified', async desk => await verifyEmployer(desk, request.params.id, ifMatch(request))))

  app.post('/v1/employers/:id/return', {
    schema: { summary: 'Send an employer back with what is to be mended', operationId: 'returnEmployer', tags, description: 'Or vouch for it no more: its postings leave the rankings and come back with it.', params: IdParams, headers: WriteHeaders, body: ReasonBody, response: RECEIPT },
  }, async (request, reply) => await act(context, request, reply, 'employer-returned', async desk => await returnEmployer(desk, request.params.id, request.body.reason, ifMatch(request))))
}

function viewOf ({ id, state, reason, revision, record }: StoredEmployer): Static<typeof EmployerViewSchema> {
  return { id, state, reason, revision, employer: record }
}
