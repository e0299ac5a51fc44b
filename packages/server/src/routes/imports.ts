import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { SideTable } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { CHECKED_BY_MATCHER } from '../http/validation.ts'
import { checkImport, type CheckedImport } from '../imports/check-import.ts'
import { receive } from '../imports/receive.ts'
import { foresee, storeImport } from '../imports/store-import.ts'
import { reference } from '../schemas/common.ts'
import { ImportModeSchema, ImportProblemSchema, ImportReportSchema } from '../schemas/import.ts'
import { FileError } from '../tables/file-error.ts'
import type { TableFormat } from '../tables/source.ts'
import type { RouteContext } from './context.ts'

const NDJSON = 'application/x-ndjson'
const CSV = 'text/csv'

const Query = Type.Object({
  dryRun: Type.Boolean({ default: false, description: 'Check and report, store nothing.' }),
  mode: Type.Unsafe<'all' | 'valid'>({ ...ImportModeSchema, default: 'all', description: '`all`: one bad row and nothing is stored; `valid`: the good rows are stored.' }),
}, { additionalProperties: false })

const Headers = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })),
})

/** The body is a stream of lines, checked row by row. */
const Body = Type.Unsafe<Readable | undefined>({ type: 'string', description: 'NDJSON, one record a line, or a CSV table with a header line.', [CHECKED_BY_MATCHER]: true })

/** Bulk imports, streamed, with a report of every bad row. These routes take files, not JSON. */
export async function addImportRoutes (app: App, context: RouteContext): Promise<void> {
  await app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser([NDJSON, CSV], (_request, payload, done) => done(null, payload))
    for (const side of ['seekers', 'vacancies'] as const) addImportRoute(scope, context, side)
  })
}

function addImportRoute (app: App, context: RouteContext, side: SideTable): void {
  app.post(`/v1/${side}/import`, {
    bodyLimit: context.config.IMPORT_LIMIT,
    schema: {
      summary: `Import many ${side}`,
      operationId: side === 'seekers' ? 'importSeekers' : 'importVacancies',
      tags: [side],
      consumes: [NDJSON, CSV],
      querystring: Query,
      headers: Headers,
      body: Body,
      response: answers({ 200: reference(ImportReportSchema) }, {
        body: true,
        problems: ['bad-record', 'bad-file', 'bad-request-field', 'key-reused', 'request-in-flight'],
        problemSchemas: { 422: reference(ImportProblemSchema) },
      }),
    },
  }, async (request, reply) => {
    const format = formatOf(request)
    const { dryRun, mode } = request.query
    const { spool, hash } = await receive((request.body as Readable | undefined) ?? Readable.from([]), request.headers['content-length'], context.config.IMPORT_LIMIT)
    try {
      request.bodyHash = hash
      const { taxonomy } = context.registry
      const checked = await asProblem(checkImport(spool.source, { side, format, mode, dryRun, taxonomy }))
      try {
        await answer(context, request, reply, side, checked)
      } finally {
        await checked.close()
      }
    } finally {
      await spool.close()
    }
    return await reply
  })
}

async function answer ({ registry, writes }: RouteContext, request: FastifyRequest, reply: FastifyReply, side: SideTable, checked: CheckedImport): Promise<void> {
  const { dryRun, mode, rejected } = checked.report
  const refused = mode === 'all' && rejected > 0
  if (dryRun) {
    const report = await foresee(registry, checked, side)
    if (refused) throw refusal(report)
    reply.send(report)
    return
  }
  await writes.run(request, reply, async transaction => {
    if (refused) throw refusal(checked.report)
    const { answer: report, apply } = await storeImport(registry, transaction, checked, { side })
    return { answer: { status: 200, body: report }, apply }
  })
}

function formatOf (request: FastifyRequest): TableFormat {
  const type = request.headers['content-type']?.split(';', 1)[0].trim().toLowerCase()
  if (type === NDJSON) return 'ndjson'
  if (type === CSV) return 'csv'
  throw new Problem('unsupported-media-type')
}

function refusal (report: CheckedImport['report']): Problem {
  const { rows, rejected, errors, ...rest } = report
  return new Problem('bad-record', {
    detail: `${rejected} of ${rows} rows cannot be used; nothing was stored.`,
    detailId: `${rejected} dari ${rows} baris tidak dapat dipakai; tidak ada yang disimpan.`,
    errors,
    members: { ...rest, rows, rejected },
  })
}

async function asProblem<T> (work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof FileError) throw new Problem('bad-file', { detail: error.error.message, detailId: error.error.messageId, errors: [error.error] })
    throw error
  }
}
