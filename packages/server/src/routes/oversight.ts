import { join } from 'node:path'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { readAudited } from '../audit/audited-read.ts'
import { entriesBefore } from '../audit/chain.ts'
import type { AuditRow } from '../audit/entry.ts'
import { openReason } from '../audit/sealed-reason.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { answerFormat, orTable, sendRows, textOf } from '../http/table-answer.ts'
import { Problem } from '../errors/problem.ts'
import { deskOf } from '../people/desk.ts'
import { breachPack } from '../privacy/breach-pack.ts'
import { DATA_MAP } from '../privacy/data-map.ts'
import { PURPOSES } from '../privacy/purposes.ts'
import { sweepRetention } from '../privacy/retention.ts'
import { FormatSchema, PagedListQuery } from '../schemas/format.ts'
import { KEPT, SentIdSchema } from '../schemas/common.ts'
import type { RouteContext } from './context.ts'
import { sendList } from './pages-of.ts'

const Text = Type.String()
const MaybeText = Type.Union([Text, Type.Null()])
const HeadSchema = Type.Object({ number: Type.Integer(), hash: Text })
const EntrySchema = Type.Object({ number: Type.Integer(), at: Text, actor: Text, action: Text, subject: MaybeText, reason: { ...MaybeText, description: 'As it is kept and hashed.' }, words: { ...MaybeText, description: 'A reason in somebody\'s own words; null when its person was erased.' }, detail: Type.Unknown(), previous: Text, hash: Text })
const Moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$', description: 'ISO 8601 with an offset.', examples: ['2026-11-28T10:00:00+07:00'] })

const ENTRY_HEADER = ['number', 'at', 'actor', 'action', 'subject', 'reason', 'words', 'detail', 'previous', 'hash'] as const
const RECORD_HEADER = ['table', 'rows', 'personal', 'what', 'whatId', 'purpose', 'purposeId', 'until', 'untilId'] as const

/** For whoever answers for the service: the trail, what is processed, backups, breaches, what is over. */
export function addOversightRoutes (app: App, context: RouteContext): void {
  const { registry, now } = context
  const tags = ['oversight']
  const wordsOf = (row: AuditRow): string | null => openReason(registry.vault, row)

  app.get('/v1/audit', {
    schema: {
      summary: 'The audit trail, newest first',
      operationId: 'listAudit',
      tags,
      description: 'As a table the whole trail, or all of it that is asked for.',
      querystring: Type.Object({
        ...PagedListQuery.properties,
        subject: Type.Optional(SentIdSchema),
        actor: Type.Optional(SentIdSchema),
        action: Type.Optional(Type.String({ maxLength: 64, pattern: KEPT })),
      }, { additionalProperties: false }),
      response: answers({ 200: orTable(Type.Object({ items: Type.Array(EntrySchema), next: MaybeText }), 'A page, or a table.') }, { problems: ['bad-request-field', 'bad-cursor'] }),
    },
  }, async ({ query, headers, caller }, reply) => await sendList(reply, {
    name: 'audit',
    query,
    accept: headers.accept,
    page: async (limit, before) => {
      if (before !== undefined && !/^\d{1,15}$/.test(before)) throw new Problem('bad-cursor')
      const rows = await readAudited(registry, { actor: caller.id, action: 'audit-read' }, transaction => entriesBefore(transaction, limit, before, query))
      return rows.map(row => ({ id: row.number, row }))
    },
    item: ({ row }) => ({ ...row, number: Number(row.number), words: wordsOf(row), detail: row.detail === null ? null : JSON.parse(row.detail) as unknown }),
    header: ENTRY_HEADER,
    cells: ({ row }) => ENTRY_HEADER.map(name => textOf(name === 'words' ? wordsOf(row) : row[name])),
    numbers: new Set(['number']),
  }) as never)

  app.get('/v1/audit/verification', {
    schema: {
      summary: 'Is the audit trail whole?',
      operationId: 'verifyAudit',
      tags,
      response: answers({
        200: Type.Object({
          valid: Type.Boolean(),
          entries: Type.Integer(),
          head: HeadSchema,
          anchor: Type.Union([HeadSchema, Type.Null()]),
          problem: Type.Union([Type.Object({ number: Type.Integer(), what: Text, whatId: Text }), Type.Null()]),
        }),
      }),
    },
  }, async () => await registry.audit.verify(registry.db))

  app.get('/v1/processing-record', {
    schema: {
      summary: 'What is processed, why, and until when (UU PDP Art. 31)',
      operationId: 'getProcessingRecord',
      tags,
      description: 'Made from the tables that are there and the rows in them. As a table: of each what is held, why and until when.',
      querystring: Type.Object({ format: FormatSchema }, { additionalProperties: false }),
      response: answers({
        200: orTable(Type.Object({
          at: Text,
          tables: Type.Array(Type.Object({ table: Text, rows: Type.Integer(), personal: Type.Boolean(), what: Text, whatId: Text, purpose: Text, purposeId: Text, until: Text, untilId: Text })),
          consents: Type.Array(Type.Object({ purpose: Text, version: Type.Integer(), basis: Text, basisId: Text })),
          retention: Type.Array(Type.Object({ table: Text, days: Type.Integer(), why: Text, whyId: Text })),
        }), 'The record.'),
      }, { problems: ['bad-request-field'] }),
    },
  }, async ({ query, headers }, reply) => {
    const tables = []
    for (const [table, { person, what, whatId, purpose, purposeId, until, untilId }] of Object.entries(DATA_MAP)) {
      const { rows: [{ there }] } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(registry.db)
      if (!there) continue
      const { rows: [{ count }] } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(registry.db)
      tables.push({ table, rows: count, personal: person !== null, what, whatId, purpose, purposeId, until, untilId })
    }
    const format = answerFormat(query.format, headers.accept)
    if (format !== 'json') return await sendRows(reply, format, 'processing-record', RECORD_HEADER, tables.map(row => RECORD_HEADER.map(name => textOf(row[name])))) as never
    return {
      at: now().toISOString(),
      tables,
      consents: PURPOSES.map(({ purpose, version, basis, basisId }) => ({ purpose, version, basis, basisId })),
      retention: context.retention.map(({ table, days, why, whyId }) => ({ table, days, why, whyId })),
    }
  })

  app.post('/v1/breach-packs', {
    schema: {
      summary: 'Who was exposed, and the letters that are due',
      operationId: 'makeBreachPack',
      tags,
      description: 'By the audit trail and the rankings shown, in a window of time (UU PDP Art. 46: within 3 x 24 hours, to the people and the agency).',
      body: Type.Object({
        from: Moment,
        to: Moment,
        foundAt: Moment,
        actors: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 128 }), { minItems: 1, maxItems: 100 })),
        what: Type.String({ minLength: 10, maxLength: 4000 }),
        whatId: Type.String({ minLength: 10, maxLength: 4000 }),
        fields: Type.Array(Type.String({ minLength: 2, maxLength: 60 }), { minItems: 1, maxItems: 40 }),
      }, { additionalProperties: false }),
      response: answers({
        200: Type.Object({
          dueAt: Text,
          overdue: Type.Boolean(),
          acts: Type.Integer(),
          people: Type.Array(Text),
          letters: Type.Object({ agency: Text, agencyId: Text, person: Text, personId: Text }),
        }),
      }, { body: true, problems: ['bad-request-field'] }),
    },
  }, async request => await readAudited(registry, { actor: request.caller.id, action: 'breach-pack-made', detail: { from: request.body.from, to: request.body.to } }, transaction => breachPack(transaction, request.body, now())))

  app.post('/v1/retention-sweeps', {
    schema: {
      summary: 'Delete what is past its time',
      description: 'Of people a hundred at once are erased, by each line of the schedule: ask again while it tells so many.',
      operationId: 'sweepRetention',
      tags,
      body: Type.Object({ dryRun: Type.Boolean({ default: true }) }, { additionalProperties: false }),
      response: answers({ 200: Type.Object({ dryRun: Type.Boolean(), swept: Type.Array(Type.Object({ table: Text, days: Type.Integer(), rows: Type.Integer() })) }) }, { body: true, problems: ['bad-request-field', 'clock-leapt'] }),
    },
  }, async request => {
    const { dryRun } = request.body
    if (!dryRun && await context.day.today() === undefined) throw new Problem('clock-leapt')
    const swept = await registry.write(async transaction => {
      const { swept, apply } = await sweepRetention(deskOf(registry, transaction, request.caller.id, now()), context.retention, dryRun, account => context.access.sessions.forget(account))
      await registry.audit.record(transaction, { actor: request.caller.id, action: dryRun ? 'retention-foreseen' : 'retention-swept', detail: { rows: swept.reduce((sum, { rows }) => sum + rows, 0) } })
      return { answer: swept, apply }
    })
    return { dryRun, swept }
  })

  app.post('/v1/backups', {
    schema: {
      summary: 'Back everything up to a file of the server',
      operationId: 'makeBackup',
      tags,
      description: 'In the folder PADAN_BACKUPS. On the embedded database other requests to the database wait meanwhile.',
      response: answers({ 201: Type.Object({ file: Text, at: Text, layout: Text, rows: Type.Integer(), bytes: Type.Integer() }) }, { problems: ['backups-off'] }),
    },
  }, async (request, reply) => {
    const { folder } = registry.vault
    const { backups } = context
    if (folder === undefined || backups === undefined) throw new Problem('backups-off')
    const at = now()
    await registry.write(async transaction => {
      await registry.audit.record(transaction, { actor: request.caller.id, action: 'backup-made' })
      return { answer: undefined, apply: () => {} }
    })
    const file = `padan-${at.toISOString().replaceAll(/[:.]/g, '-')}.backup`
    const report = await writeBackup(registry.db, registry.vault, folder, join(backups, file), at)
    return await reply.code(201).send({ file, ...report })
  })
}
