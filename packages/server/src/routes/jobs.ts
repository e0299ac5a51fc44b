import { setImmediate } from 'node:timers/promises'
import type { Static } from 'typebox'
import { Type } from 'typebox'
import type { Caller } from '../access/caller.ts'
import { requireReach } from '../access/reach.ts'
import { noteShown, peopleIn } from '../audit/audited-read.ts'
import { Problem } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { languageOf } from '../http/language.ts'
import { answerFormat, orTable, sendTable } from '../http/table-answer.ts'
import { reference } from '../schemas/common.ts'
import { JobIdSchema, JobSchema, PartQuerySchema, PartSchema } from '../schemas/job.ts'
import { FairPlanResultSchema } from '../schemas/fair-result.ts'
import { PlacementResultSchema } from '../schemas/placement-result.ts'
import { ItemListSchema } from '../schemas/result-items.ts'
import { cursorOf, idOfCursor } from '../store/cursor.ts'
import { findItems, readItems, type PlacedItem } from '../store/job-items.ts'
import { cancelJob, countBefore, readJob } from '../store/job-rows.ts'
import { RESULT_NUMBERS, resultTable } from '../tables/result-table.ts'
import type { RouteContext } from './context.ts'
import { isUnderWay, jobOf, resultOf } from './kept-job.ts'
import { describeJob, JobHeaders, LOOK_AGAIN } from './submit-job.ts'

const JobParams = Type.Object({ id: JobIdSchema })
const PartParams = Type.Object({ id: JobIdSchema, part: PartSchema })
const ResultSchema = Type.Union([reference(PlacementResultSchema), reference(FairPlanResultSchema)])
const PAGE_ITEMS = 2000
const FROM_THE_START = -1

/** Jobs: how far they are, what came out, and the way to stop them. */
export function addJobRoutes (app: App, context: RouteContext): void {
  const { registry, writes, jobs } = context

  app.get('/v1/jobs/:id', {
    schema: { summary: 'Ask how far a job is', operationId: 'getJob', tags: ['jobs'], params: JobParams, response: answers({ 200: reference(JobSchema) }, { problems: ['job-not-found'] }) },
  }, async (request, reply) => {
    const { params, headers } = request
    const job = await jobOf(context, request, params.id)
    const before = job.state === 'queued' ? await countBefore(registry.db, job.id) : 0
    if (isUnderWay(job)) reply.header('retry-after', LOOK_AGAIN)
    return describeJob(job, jobs, before, languageOf(headers['accept-language']))
  })

  app.delete('/v1/jobs/:id', {
    schema: {
      summary: 'Cancel a job',
      operationId: 'cancelJob',
      tags: ['jobs'],
      description: 'A job that waits or runs ends at once and leaves nothing. Cancelling it again changes nothing.',
      params: JobParams,
      headers: JobHeaders,
      response: answers({ 200: reference(JobSchema) }, { body: true, problems: ['job-not-found', 'job-over', 'bad-request-field', 'key-reused', 'request-in-flight'] }),
    },
  }, async (request, reply) => {
    const { id } = request.params
    await writes.run(request, reply, async transaction => {
      const { caller } = await readJob(transaction, id) ?? {}
      requireReach(request, caller, 'job-not-found')
      const job = await cancelJob(transaction, id) ?? await readJob(transaction, id)
      if (job === undefined) throw new Problem('job-not-found')
      if (job.state !== 'cancelled') throw new Problem('job-over')
      return { answer: { status: 200, body: describeJob(job, jobs, 0, languageOf(request.headers['accept-language'])) }, apply: () => jobs.stop(id) }
    })
    return await reply
  })

  app.get('/v1/jobs/:id/result', {
    schema: {
      summary: 'Read the result of a job',
      operationId: 'getResult',
      tags: ['jobs'],
      params: JobParams,
      response: answers({ 200: ResultSchema }, { problems: ['job-not-found', 'job-not-done', 'job-without-result'] }),
    },
  }, async (request, reply) => {
    const text = await resultOf(context, request, request.params.id)
    await noteShown(registry, request.caller, 'result-read', peopleIn(text))
    return await reply.type('application/json; charset=utf-8').serializer((kept: string) => kept).send(text as never)
  })

  app.get('/v1/jobs/:id/result/:part', {
    schema: {
      summary: 'Read a list of a result, in pages, by id or as a table',
      operationId: 'getResultPart',
      tags: ['jobs'],
      params: PartParams,
      querystring: PartQuerySchema,
      response: answers({
        200: orTable(reference(ItemListSchema), 'A page, or the whole list as a table.'),
      }, { problems: ['job-not-found', 'job-not-done', 'job-without-result', 'bad-request-field', 'bad-cursor', 'not-found'] }),
    },
  }, async (request, reply) => {
    const { params, query, headers } = request
    const result = JSON.parse(await resultOf(context, request, params.id))
    const table = resultTable(result, params.part)
    if (table === undefined) throw new Problem('not-found', { detail: `The result has no list of ${params.part}.`, detailId: `Hasil ini tidak memuat daftar ${params.part}.` })
    const format = answerFormat(query.format, headers.accept)
    if (format !== 'json') {
      return await sendTable(reply, format, { name: params.part, header: table.header, rows: rowsOf(context, request.caller, params, query.id, table), numbers: RESULT_NUMBERS }) as never
    }
    const page = await pageOf(context, params.id, params.part, query)
    await noteShown(registry, request.caller, 'result-read', peopleIn(page.items))
    return await reply.send(page as never)
  })
}

type PartQuery = Static<typeof PartQuerySchema>

async function pageOf ({ registry }: RouteContext, id: string, part: string, query: PartQuery): Promise<{ items: unknown[], next: string | null }> {
  if (query.id !== undefined) return { items: (await itemsOf(registry.db, id, part, query.id)).map(({ item }) => item), next: null }
  const after = query.cursor === undefined ? FROM_THE_START : positionOf(query.cursor)
  const found = await readItems(registry.db, id, part, after, query.limit + 1)
  const page = found.slice(0, query.limit)
  return { items: page.map(({ item }) => item), next: found.length > page.length ? cursorOf(String(page[page.length - 1].position)) : null }
}

async function itemsOf (db: RouteContext['registry']['db'], jobId: string, part: string, id: string): Promise<PlacedItem[]> {
  return id.includes('\0') ? [] : await findItems(db, jobId, part, id)
}

function positionOf (cursor: string): number {
  const text = idOfCursor(cursor)
  if (!/^\d{1,9}$/.test(text)) throw new Problem('bad-cursor')
  return Number(text)
}

/** The whole list a page at a time, so that memory does not grow with it. */
async function * rowsOf ({ registry }: RouteContext, caller: Caller, { id: jobId, part }: Static<typeof PartParams>, id: string | undefined, { rows }: NonNullable<ReturnType<typeof resultTable>>): AsyncGenerator<string[][], void> {
  const shown = async (items: PlacedItem[]): Promise<string[][]> => {
    await noteShown(registry, caller, 'result-read', peopleIn(items))
    return items.flatMap(({ item }) => rows(item))
  }
  if (id !== undefined) {
    yield await shown(await itemsOf(registry.db, jobId, part, id))
    return
  }
  let after = FROM_THE_START
  while (true) {
    const page = await readItems(registry.db, jobId, part, after, PAGE_ITEMS)
    if (page.length === 0) return
    yield await shown(page)
    after = page[page.length - 1].position
    // The embedded database answers without the event loop ever turning; whoever else waits is let in here.
    await setImmediate()
  }
}
