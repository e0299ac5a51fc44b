import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { ownerOf, requireReach } from '../access/reach.ts'
import { Problem, type Language } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { languageOf } from '../http/language.ts'
import { sendTable } from '../http/table-answer.ts'
import { CHECKED_BY_MATCHER } from '../http/validation.ts'
import { badRowCells, badRowHeader, headerOf, sentence } from '../imports/bad-rows.ts'
import { NOT_READ, signatureOf } from '../imports/column-map.ts'
import { badRowsOf, insertChunk, insertImport, readImport, rememberColumns, rememberedColumns, sealedFor, type ImportRow } from '../imports/import-rows.ts'
import { kindTemplateCsv, kindTemplateXlsx } from '../imports/kind-template.ts'
import { KIND_NAMES, KINDS, type KindName } from '../imports/kinds/kinds.ts'
import { receive } from '../imports/receive.ts'
import { receiveTable } from '../imports/received-table.ts'
import { problemOfFailure } from '../jobs/job-failure.ts'
import { reference } from '../schemas/common.ts'
import { ImportModeSchema, RegistryImportSchema, type RegistryImport } from '../schemas/import.ts'
import { cancelJob, countWaiting, insertJob, readJob, type JobRow } from '../store/job-rows.ts'
import { FileError } from '../tables/file-error.ts'
import { MEDIA_TYPES } from '../tables/source.ts'
import type { RouteContext } from './context.ts'
import { badField } from './judging.ts'
import { LOOK_AGAIN } from './submit-job.ts'

const LONGEST_SHEET_NAME = 31
const LONGEST_MAPPING = 6000
const MOST_ERRORS = 100
const TRY_AGAIN = '30'
const tags = ['imports']

const Query = Type.Object({
  dryRun: Type.Boolean({ default: false, description: 'Try every row and report; store nothing.' }),
  mode: Type.Unsafe<'all' | 'valid'>({ ...ImportModeSchema, default: 'all', description: '`all`: one bad row and nothing is stored; `valid`: the good rows are stored, a hundred at a time.' }),
  sheet: Type.Optional(Type.String({ minLength: 1, maxLength: LONGEST_SHEET_NAME, description: 'Sheet of a workbook, by name or by number from 1. Default: the first that is shown.' })),
  mapping: Type.Optional(Type.String({ maxLength: LONGEST_MAPPING, description: 'What headers of the file mean, as JSON: `{"Nama Siswa":"name","Wali Kelas":"-"}`; `-` for a column that is not to be read. Remembered for files with the same header.' })),
}, { additionalProperties: false })
const Headers = Type.Object({ 'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })) })
const Body = Type.Unsafe<Readable | undefined>({ type: 'string', description: 'A table with a header line: CSV, or a sheet of an XLSX workbook.', [CHECKED_BY_MATCHER]: true })
const Params = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) })
const BadRowParams = Type.Object({ id: Params.properties.id, file: Type.Union([Type.Literal('bad-rows.csv'), Type.Literal('bad-rows.xlsx')]) })
const TEMPLATES = KIND_NAMES.flatMap(kind => [`${kind}.csv`, `${kind}.xlsx`] as const)
const TABLE = { content: { 'text/csv': { schema: Type.String() }, [MEDIA_TYPES.xlsx]: { schema: Type.String() } } }
const Taken = Type.Object({ id: Type.String(), rows: Type.Integer(), job: Type.String({ description: 'Address of the job.' }) })

const OPERATIONS: Readonly<Record<KindName, readonly [id: string, summary: string]>> = {
  people: ['importPeople', 'Import people into the registry'],
  pupils: ['importPupils', "Import a school's pupils"],
  certificates: ['importCertificates', 'Import certificates of competence'],
  outcomes: ['importOutcomes', 'Import who was hired, left or was removed'],
  'work-history': ['importWorkHistory', 'Import where people have worked'],
  schools: ['importSchools', 'Import the schools that people went to'],
  trainings: ['importTrainings', 'Import trainings that people had'],
  skills: ['importSkills', 'Import skills, with their years'],
  employers: ['importEmployers', 'Import employers'],
  postings: ['importPostings', 'Import postings, as drafts'],
}

/** Tables of the registry, imported as jobs that go on after a restart. */
export async function addRegistryImportRoutes (app: App, context: RouteContext): Promise<void> {
  addTemplates(app)
  addLooking(app, context)
  await app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser([MEDIA_TYPES.csv, MEDIA_TYPES.xlsx], (_request, payload, done) => done(null, payload))
    for (const kind of KIND_NAMES) addKind(scope, context, kind)
  })
}

function addKind (app: App, context: RouteContext, kind: KindName): void {
  const [operationId, summary] = OPERATIONS[kind]
  app.post(`/v1/imports/${kind}`, {
    bodyLimit: context.config.IMPORT_LIMIT,
    schema: {
      summary,
      operationId,
      tags,
      description: 'The file is read and its columns are understood before the answer; its rows are then tried or stored as a job. GET /v1/imports/{id} tells how far it is.',
      consumes: [MEDIA_TYPES.csv, MEDIA_TYPES.xlsx],
      querystring: Query,
      headers: Headers,
      body: Body,
      response: answers({ 202: Taken }, { body: true, problems: ['bad-file', 'bad-request-field', 'key-reused', 'request-in-flight', 'too-many-jobs'] }),
    },
  }, async (request, reply) => {
    const type = request.headers['content-type']?.split(';', 1)[0].trim().toLowerCase()
    const format = type === MEDIA_TYPES.csv ? 'csv' : type === MEDIA_TYPES.xlsx ? 'xlsx' : undefined
    if (format === undefined) throw new Problem('unsupported-media-type')
    const given = readMapping(request.query.mapping, kind)
    const { spool, hash } = await receive((request.body as Readable | undefined) ?? Readable.from([]), request.headers['content-length'], context.config.IMPORT_LIMIT)
    try {
      await take(context, request, reply, { kind, given, hash, format, source: spool.source })
    } finally {
      await spool.close()
    }
    return await reply
  })
}

interface Asked {
  kind: KindName
  given: Record<string, string>
  hash: string
  format: 'csv' | 'xlsx'
  source: () => AsyncIterable<Uint8Array>
}

async function take (context: RouteContext, request: FastifyRequest, reply: FastifyReply, { kind, given, hash, format, source }: Asked): Promise<void> {
  const { registry, writes, jobs, config } = context
  const { vault } = registry
  const { dryRun, mode, sheet } = request.query as Static<typeof Query>
  const id = randomUUID()
  const owner = ownerFor(request)
  const table = await asProblem(receiveTable(source, {
    format, sheet, kind: KINDS[kind], given, dryRun, vault, sealedFor: sealedFor(id), remember: async header => await rememberedColumns(registry.db, kind, owner, signatureOf(vault, header)),
  }))
  try {
    // A plain hash of a table of people could be tried out.
    request.bodyHash = vault.blindIndex('nik', `body ${hash}`)
    await writes.run(request, reply, async transaction => {
      const waiting = await countWaiting(transaction)
      if (waiting >= config.JOBS_WAITING) throw new Problem('too-many-jobs', { headers: { 'retry-after': TRY_AGAIN } })
      await insertJob(transaction, id, 'import', request.caller.id, {})
      await insertImport(transaction, vault, {
        id, kind, owner, school: request.reach === 'own' ? owner : null, mode, dry_run: dryRun, rows: table.rows, facts: { mapped: table.mapped, missing: table.missing, notices: table.notices },
      })
      let number = 0
      for await (const chunk of table.chunks()) await insertChunk(transaction, id, number++, chunk)
      if (Object.keys(given).length > 0) await rememberColumns(transaction, kind, owner, signatureOf(vault, table.header), table.mapped)
      await registry.audit.record(transaction, { actor: request.caller.id, action: 'import-sent', subject: id, detail: { kind, rows: table.rows, dryRun, mode } })
      return { answer: { status: 202, headers: { location: `/v1/imports/${id}`, 'retry-after': LOOK_AGAIN }, body: { id, rows: table.rows, job: `/v1/jobs/${id}` } }, apply: () => jobs.wake() }
    })
  } finally {
    await table.close()
  }
}

function addLooking (app: App, context: RouteContext): void {
  const { registry, writes, jobs } = context

  app.get('/v1/imports/:id', {
    schema: { summary: 'Ask how far an import is and what it did', operationId: 'getImport', tags, params: Params, response: answers({ 200: reference(RegistryImportSchema) }, { problems: ['bad-request-field', 'job-not-found'] }) },
  }, async (request, reply) => {
    const { row, job } = await importOf(context, request, request.params.id)
    if (job.state === 'queued' || job.state === 'running') reply.header('retry-after', LOOK_AGAIN)
    return describe(row, job, await firstErrors(registry, row), languageOf(request.headers['accept-language']))
  })

  app.delete('/v1/imports/:id', {
    schema: {
      summary: 'Stop an import',
      operationId: 'cancelImport',
      tags,
      description: 'What is stored by then stays; of the rest nothing is kept. With the mode `all` that is nothing.',
      params: Params,
      headers: Headers,
      response: answers({ 200: reference(RegistryImportSchema) }, { body: true, problems: ['bad-request-field', 'job-not-found', 'job-over', 'key-reused', 'request-in-flight'] }),
    },
  }, async (request, reply) => {
    const { id } = request.params
    const owner = jobs.ownerOf(id)
    if (owner !== undefined) {
      requireReach(request, owner, 'job-not-found')
      // The one transaction of the mode `all` would hold up everything that follows.
      jobs.pause(id)
    }
    await importOf(context, request, id)
    await writes.run(request, reply, async transaction => {
      const cancelled = await cancelJob(transaction, id)
      const job = cancelled ?? await readJob(transaction, id)
      const row = await readImport(transaction, registry.vault, id)
      if (row === undefined || job === undefined) throw new Problem('job-not-found')
      if (job.state !== 'cancelled') throw new Problem('job-over')
      if (cancelled !== undefined) await registry.audit.record(transaction, { actor: request.caller.id, action: 'import-cancelled', subject: id })
      // The answer is kept for repeats in the open: what the file calls its columns is not in it.
      return { answer: { status: 200, body: { ...describe(row, job, [], languageOf(request.headers['accept-language'])), columns: [] } }, apply: () => jobs.stop(id) }
    })
    return await reply
  })

  app.get('/v1/imports/:id/:file', {
    schema: {
      summary: 'Download the rows that were refused, with their reasons',
      operationId: 'getBadRows',
      tags,
      description: 'The columns as they came, then line and reason. Mended, the file is imported as it is. Kept, sealed, as long as the import: seven days.',
      params: BadRowParams,
      response: answers({ 200: { description: 'The table.', ...TABLE } as never }, { problems: ['bad-request-field', 'job-not-found'] }),
    },
  }, async (request, reply) => {
    const { id, file } = request.params
    const { row } = await importOf(context, request, id)
    const language = languageOf(request.headers['accept-language'])
    await registry.write(async transaction => {
      await registry.audit.record(transaction, { actor: request.caller.id, action: 'bad-rows-read', subject: id, detail: { rows: row.rejected } })
      return { answer: undefined, apply: () => {} }
    })
    const rows = async function * (): AsyncGenerator<string[][], void> {
      for await (const batch of badRowsOf(registry.db, registry.vault, id)) yield batch.map(bad => badRowCells(bad, row, language))
    }
    return await sendTable(reply, file.endsWith('.csv') ? 'csv' : 'xlsx', { name: 'bad-rows', header: badRowHeader(row, language), rows: rows() }) as never
  })
}

function addTemplates (app: App): void {
  app.get('/v1/imports/tables/:file', {
    schema: {
      summary: 'Download a table of the registry to fill in',
      operationId: 'getImportTemplate',
      tags,
      description: 'A header and an example in the language of `Accept-Language`; in the workbook a second sheet explains every column.',
      params: Type.Object({ file: Type.Unsafe<typeof TEMPLATES[number]>({ type: 'string', enum: TEMPLATES }) }),
      response: answers({ 200: { description: 'The table.', ...TABLE } as never }, { problems: ['bad-request-field'] }),
    },
  }, async ({ params: { file }, headers }, reply) => {
    const [kind, format] = file.split('.') as [KindName, 'csv' | 'xlsx']
    const language = languageOf(headers['accept-language'])
    reply.header('content-disposition', `attachment; filename="padan-${file}"`)
    return format === 'csv'
      ? await reply.type('text/csv; charset=utf-8').send(kindTemplateCsv(kind, language) as never)
      : await reply.type(MEDIA_TYPES.xlsx).send(kindTemplateXlsx(kind, language) as never)
  })
}

/** The office shares its imports and what it remembers; a school has its own. */
function ownerFor ({ reach, caller }: FastifyRequest): string {
  return reach === 'all' ? 'office' : ownerOf(caller)
}

async function importOf ({ registry }: RouteContext, request: FastifyRequest, id: string): Promise<{ row: ImportRow, job: JobRow }> {
  // In this order: what a job that is over has done does not change any more.
  const job = await readJob(registry.db, id)
  const row = await readImport(registry.db, registry.vault, id)
  if (row === undefined || job === undefined) throw new Problem('job-not-found')
  requireReach(request, row.owner, 'job-not-found')
  return { row, job }
}

async function firstErrors ({ db, vault }: RouteContext['registry'], { id, facts }: ImportRow): Promise<RegistryImport['errors']> {
  const errors: RegistryImport['errors'] = []
  for await (const batch of badRowsOf(db, vault, id)) {
    for (const { line, faults } of batch) {
      errors.push(...faults.map(fault => ({ row: line, column: headerOf(fault, facts), code: fault.code, message: sentence(fault, facts, 'en'), messageId: sentence(fault, facts, 'id') })))
    }
    if (errors.length >= MOST_ERRORS) break
  }
  return errors.slice(0, MOST_ERRORS)
}

function describe (row: ImportRow, job: JobRow, errors: RegistryImport['errors'], language: Language): RegistryImport {
  const { id, kind, mode, dry_run: dryRun, rows, done, created, changed, unchanged, rejected, facts: { mapped, missing, notices } } = row
  return {
    id,
    kind,
    state: job.state,
    dryRun,
    mode,
    rows,
    done,
    created,
    changed,
    unchanged,
    rejected,
    columns: mapped,
    missing,
    notices,
    errors,
    problem: job.problem === null ? null : problemOfFailure(job.problem).document(id, language),
  }
}

/** Throws Problem `bad-request-field`. */
function readMapping (text: string | undefined, kind: KindName): Record<string, string> {
  if (text === undefined) return {}
  const names = new Set(KINDS[kind].columns.map(({ name }) => name))
  try {
    const mapping: unknown = JSON.parse(text)
    const isUsable = mapping !== null && typeof mapping === 'object' && !Array.isArray(mapping) && Object.values(mapping).every(name => name === NOT_READ || names.has(name as string))
    if (isUsable) return mapping as Record<string, string>
  } catch {}
  throw badField('/query/mapping', text.slice(0, 80), `a JSON object from headers of the file to ${[...names].join(', ')} or "-"`, `objek JSON dari judul kolom berkas ke ${[...names].join(', ')}, atau "-"`)
}

async function asProblem<T> (work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof FileError) throw new Problem('bad-file', { detail: error.error.message, detailId: error.error.messageId, errors: [error.error] })
    throw error
  }
}
