import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { SideTable } from '../database/tables.ts'
import { Problem, type Language } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { languageOf } from '../http/language.ts'
import { CHECKED_BY_MATCHER } from '../http/validation.ts'
import { checkImport, type CheckedImport, type ImportOptions } from '../imports/check-import.ts'
import { receive } from '../imports/receive.ts'
import { Spool } from '../imports/spool.ts'
import { foresee, storeImport } from '../imports/store-import.ts'
import { reference } from '../schemas/common.ts'
import { ImportModeSchema, ImportProblemSchema, ImportReportSchema } from '../schemas/import.ts'
import type { FieldError } from '../schemas/problem.ts'
import { ERROR_HEADER, errorCells } from '../tables/error-table.ts'
import { FileError } from '../tables/file-error.ts'
import { MEDIA_TYPES, type Source, type TableFormat } from '../tables/source.ts'
import { csvText } from '../tables/write-table.ts'
import type { RouteContext } from './context.ts'
import { badField } from './judging.ts'

const LONGEST_SHEET_NAME = 31

const Query = Type.Object({
  dryRun: Type.Boolean({ default: false, description: 'Check and report, store nothing.' }),
  mode: Type.Unsafe<'all' | 'valid'>({ ...ImportModeSchema, default: 'all', description: '`all`: one bad row and nothing is stored; `valid`: the good rows are stored.' }),
  sheet: Type.Optional(Type.String({ minLength: 1, maxLength: LONGEST_SHEET_NAME, description: 'Sheet of a workbook, by name or by number from 1. Default: the first that is shown.' })),
  report: Type.Unsafe<'json' | 'csv'>({ type: 'string', enum: ['json', 'csv'], default: 'json', description: '`csv`, with `dryRun`: every bad row with its reason as a table.' }),
}, { additionalProperties: false })

const Headers = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })),
})

/** The body is a stream of lines, checked row by row. */
const Body = Type.Unsafe<Readable | undefined>({ type: 'string', description: 'NDJSON, one record a line, or a table with a header line: CSV or a sheet of an XLSX workbook.', [CHECKED_BY_MATCHER]: true })

/** Bulk imports, streamed, with a report of every bad row. These routes take files, not JSON. */
export async function addImportRoutes (app: App, context: RouteContext): Promise<void> {
  await app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(Object.values(MEDIA_TYPES), (_request, payload, done) => done(null, payload))
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
      consumes: Object.values(MEDIA_TYPES),
      querystring: Query,
      headers: Headers,
      body: Body,
      response: answers({
        200: { description: 'The report; of a dry run, on request, every bad row as a table.', content: { 'application/json': { schema: reference(ImportReportSchema) }, 'text/csv': { schema: Type.String() } } } as never,
      }, {
        body: true,
        problems: ['bad-record', 'bad-file', 'bad-request-field', 'key-reused', 'request-in-flight'],
        problemSchemas: { 422: reference(ImportProblemSchema) },
      }),
    },
  }, async (request, reply) => {
    const format = formatOf(request)
    const { dryRun, mode, sheet, report } = request.query
    if (report === 'csv' && !dryRun) throw badField('/query/report', 'csv', 'json, since dryRun is false', 'json, karena dryRun bernilai false')
    const { spool, hash } = await receive((request.body as Readable | undefined) ?? Readable.from([]), request.headers['content-length'], context.config.IMPORT_LIMIT)
    try {
      request.bodyHash = hash
      const { taxonomy } = context.registry
      if (report === 'csv') return await sendBadRows(reply, spool.source, { side, format, sheet, mode, dryRun, taxonomy }, languageOf(request.headers['accept-language']))
      const checked = await asProblem(checkImport(spool.source, { side, format, sheet, mode, dryRun, taxonomy }))
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

/** The table waits in a file until the last row is checked: only then is it known that the file can be read at all. */
async function sendBadRows (reply: FastifyReply, source: Source, options: ImportOptions, language: Language): Promise<never> {
  const table = await Spool.create()
  try {
    await table.append(csvText([ERROR_HEADER]))
    const onErrors = async (errors: readonly FieldError[]): Promise<void> => table.append(csvText(errors.map(error => errorCells(error, language))))
    await (await asProblem(checkImport(source, { ...options, onErrors }))).close()
  } catch (error) {
    await table.close()
    throw error
  }
  const stream = Readable.from(table.source(), { objectMode: false })
  stream.once('close', () => { table.close().catch(error => reply.log.error({ err: error }, 'a temporary file was not closed')) })
  reply.header('content-disposition', 'attachment; filename="bad-rows.csv"')
  return await reply.type('text/csv; charset=utf-8').send(stream as never) as never
}

function formatOf (request: FastifyRequest): TableFormat {
  const type = request.headers['content-type']?.split(';', 1)[0].trim().toLowerCase()
  for (const [format, media] of Object.entries(MEDIA_TYPES)) if (media === type) return format as TableFormat
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
