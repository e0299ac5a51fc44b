import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { Type } from 'typebox'
import { requireReach } from '../access/reach.ts'
import { noteShown } from '../audit/audited-read.ts'
import type { SideTable, Tables } from '../database/tables.ts'
import { fieldErrors, Problem } from '../errors/problem.ts'
import { answers, NothingSchema } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { answerFormat, orTable, sendTable } from '../http/table-answer.ts'
import { CHECKED_BY_MATCHER } from '../http/validation.ts'
import { IdSchema, reference } from '../schemas/common.ts'
import { ListQuerySchema, ReceiptSchema, SeekerListSchema, VacancyListSchema } from '../schemas/records.ts'
import { SeekerSchema } from '../schemas/seeker.ts'
import { VacancySchema } from '../schemas/vacancy.ts'
import { checkRecords } from '../store/check-records.ts'
import { cursorOf, idOfCursor } from '../store/cursor.ts'
import { deleteRow, readPage, readRevision, readRow, upsertRows, type MatchRecord } from '../store/record-rows.ts'
import { recordCells, recordHeader } from '../tables/record-table.ts'
import type { RouteContext } from './context.ts'
import { badField, recordNotFound } from './judging.ts'

/** Rows that are read at once while everything is written out. */
const EXPORT_ROWS = 1000

const Params = Type.Object({ id: Type.String() })
/** In a body the id may be left out: the address has it. */
const bodyOf = (schema: typeof SeekerSchema | typeof VacancySchema) =>
  Type.Unsafe<unknown>({ ...Type.Object({ ...schema.properties, id: Type.Optional(IdSchema) }, { additionalProperties: false }), [CHECKED_BY_MATCHER]: true })

const Headers = Type.Object({
  'if-match': Type.Optional(Type.String({ description: 'Write only if the stored revision is this ETag.' })),
  'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })),
})

const SIDES = {
  seekers: { name: 'seeker', title: 'Seeker', schema: SeekerSchema, list: SeekerListSchema },
  vacancies: { name: 'vacancy', title: 'Vacancy', schema: VacancySchema, list: VacancyListSchema },
} as const

/** Storing, reading, deleting and listing the records of one side. */
export function addRecordRoutes (app: App, context: RouteContext, side: SideTable): void {
  const { registry, writes } = context
  const { name, title, schema, list } = SIDES[side]
  const tags = [side]
  /** Seekers are people: who looked at whom is in the trail. */
  const show = async ({ caller }: FastifyRequest, ids: string[]): Promise<void> => {
    if (side === 'seekers') await noteShown(registry, caller, 'seekers-read', ids)
  }

  app.put(`/v1/${side}/:id`, {
    schema: {
      summary: `Store or replace a ${name}`,
      operationId: `put${title}`,
      tags,
      params: Params,
      headers: Headers,
      body: bodyOf(schema),
      response: answers({ 200: reference(ReceiptSchema), 201: reference(ReceiptSchema) }, {
        body: true,
        problems: ['bad-record', 'bad-request-field', 'key-reused', 'request-in-flight', 'revision-mismatch'],
      }),
    },
  }, async (request, reply) => {
    const record = recordFrom(request.params.id, request.body)
    const problems = checkRecords(side, [record], registry.taxonomy)
    if (problems.length > 0) throw new Problem('bad-record', { errors: fieldErrors(problems) })
    const { id } = record
    await writes.run(request, reply, async transaction => {
      await requireMatch(request, transaction, side, id)
      const created = !registry.has(side, id)
      const revision = (await upsertRows(transaction, side, [record])).get(id) as string
      return {
        answer: { status: created ? 201 : 200, headers: { etag: `"${revision}"` }, body: { id, revision } },
        apply: () => registry.remember(side, [record]),
      }
    })
    return await reply
  })

  app.get(`/v1/${side}/:id`, {
    schema: { summary: `Read a ${name}`, operationId: `get${title}`, tags, params: Params, response: answers({ 200: reference(schema) }, { problems: ['record-not-found'] }) },
  }, async (request, reply) => {
    const { params } = request
    requireReach(request, params.id)
    // The memory knows every id; only what it knows is asked of the database, which takes no odd text.
    const row = registry.has(side, params.id) ? await readRow(registry.db, side, params.id) : undefined
    if (row === undefined) throw recordNotFound(name, params.id)
    await show(request, [params.id])
    return await reply.header('etag', `"${row.revision}"`).send(row.record as never)
  })

  app.delete(`/v1/${side}/:id`, {
    schema: {
      summary: `Delete a ${name}`,
      operationId: `delete${title}`,
      tags,
      params: Params,
      headers: Headers,
      response: answers({ 204: NothingSchema }, {
        body: true,
        problems: ['record-not-found', 'bad-request-field', 'key-reused', 'request-in-flight', 'revision-mismatch'],
      }),
    },
  }, async (request, reply) => {
    const { id } = request.params
    await writes.run(request, reply, async transaction => {
      if (!registry.has(side, id)) throw recordNotFound(name, id)
      await requireMatch(request, transaction, side, id)
      await deleteRow(transaction, side, id)
      return { answer: { status: 204 }, apply: () => registry.forget(side, id) }
    })
    return await reply
  })

  app.get(`/v1/${side}`, {
    schema: {
      summary: `List the ${side}`,
      operationId: `list${title}`,
      tags,
      querystring: ListQuerySchema,
      response: answers({ 200: orTable(reference(list), 'A page, or all of them as a table that imports take; `limit` and `cursor` are for pages.') }, { problems: ['bad-request-field', 'bad-cursor'] }),
    },
  }, async (request, reply) => {
    const { query, headers } = request
    const format = answerFormat(query.format, headers.accept)
    if (format !== 'json') return await sendTable(reply, format, { name: side, header: recordHeader(side), rows: rowsOf(registry.db, side, page => show(request, page)) }) as never
    const after = query.cursor === undefined ? undefined : idOfCursor(query.cursor)
    // One more than asked for tells whether there is a next page.
    const page = await readPage(registry.db, side, query.limit + 1, after)
    const items = page.slice(0, query.limit)
    await show(request, items.map(({ id }) => id))
    return await reply.send({ items, next: page.length > items.length ? cursorOf(items[items.length - 1].id) : null } as never)
  })
}

/** All records as rows of a table, a page at a time; `show` is told of each page before it leaves. */
async function * rowsOf (db: Kysely<Tables>, side: SideTable, show: (ids: string[]) => Promise<void>): AsyncGenerator<string[][], void> {
  let after: string | undefined
  while (true) {
    const page = await readPage(db, side, EXPORT_ROWS, after)
    if (page.length === 0) return
    await show(page.map(({ id }) => id))
    yield page.map(record => recordCells(side, record))
    after = page[page.length - 1].id
  }
}

function recordFrom (id: string, body: unknown): MatchRecord {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return body as MatchRecord
  const given = (body as { id?: unknown }).id
  if (given !== undefined && given !== id) {
    throw badField('/id', typeof given === 'string' ? given : undefined, 'the id of the address, or none', 'id yang sama dengan alamat, atau kosong')
  }
  return { ...body, id }
}

/** Throws Problem `revision-mismatch` unless `If-Match` is absent or names the stored revision. */
async function requireMatch (request: FastifyRequest, db: Kysely<Tables>, side: SideTable, id: string): Promise<void> {
  const wanted = request.headers['if-match']
  if (wanted === undefined) return
  const revision = await readRevision(db, side, id)
  const tags = wanted.split(',').map(tag => tag.trim())
  if (revision === undefined || !(tags.includes('*') || tags.includes(`"${revision}"`))) throw new Problem('revision-mismatch')
}
