import { join } from 'node:path'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { readAudited } from '../audit/audited-read.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { Problem } from '../errors/problem.ts'
import { breachPack } from '../privacy/breach-pack.ts'
import { DATA_MAP } from '../privacy/data-map.ts'
import { PURPOSES } from '../privacy/purposes.ts'
import { RETENTION, sweepRetention } from '../privacy/retention.ts'
import { cursorOf, idOfCursor } from '../store/cursor.ts'
import type { RouteContext } from './context.ts'

const Text = Type.String()
const MaybeText = Type.Union([Text, Type.Null()])
const HeadSchema = Type.Object({ number: Type.Integer(), hash: Text })
const EntrySchema = Type.Object({ number: Type.Integer(), at: Text, actor: Text, action: Text, subject: MaybeText, reason: MaybeText, detail: Type.Unknown(), previous: Text, hash: Text })
const Moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$', description: 'ISO 8601 with an offset.', examples: ['2026-11-28T10:00:00+07:00'] })

/** For whoever answers for the service: the trail, what is processed, backups, breaches, what is over. */
export function addOversightRoutes (app: App, context: RouteContext): void {
  const { registry, now } = context
  const tags = ['oversight']

  app.get('/v1/audit', {
    schema: {
      summary: 'The audit trail, newest first',
      operationId: 'listAudit',
      tags,
      querystring: Type.Object({
        limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
        cursor: Type.Optional(Text),
        subject: Type.Optional(Type.String({ maxLength: 128 })),
        actor: Type.Optional(Type.String({ maxLength: 128 })),
        action: Type.Optional(Type.String({ maxLength: 64 })),
      }, { additionalProperties: false }),
      response: answers({ 200: Type.Object({ items: Type.Array(EntrySchema), next: MaybeText }) }, { problems: ['bad-request-field', 'bad-cursor'] }),
    },
  }, async request => {
    const { limit, cursor, ...wanted } = request.query
    const before = cursor === undefined ? undefined : idOfCursor(cursor)
    if (before !== undefined && !/^\d{1,15}$/.test(before)) throw new Problem('bad-cursor')
    return await readAudited(registry, { actor: request.caller.id, action: 'audit-read' }, async transaction => {
      let query = transaction.selectFrom('audit').selectAll().orderBy('number', 'desc').limit(limit + 1)
      if (before !== undefined) query = query.where('number', '<', before)
      for (const column of ['subject', 'actor', 'action'] as const) {
        const value = wanted[column]
        if (value !== undefined) query = query.where(column, '=', value.replaceAll('\0', ''))
      }
      const rows = await query.execute()
      const items = rows.slice(0, limit).map(row => ({ ...row, number: Number(row.number), detail: row.detail === null ? null : JSON.parse(row.detail) as unknown }))
      return { items, next: rows.length > limit ? cursorOf(String(items[items.length - 1].number)) : null }
    })
  })

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
      description: 'Made from the tables that are there and the rows in them.',
      response: answers({
        200: Type.Object({
          at: Text,
          tables: Type.Array(Type.Object({ table: Text, rows: Type.Integer(), personal: Type.Boolean(), what: Text, whatId: Text, purpose: Text, purposeId: Text, until: Text, untilId: Text })),
          consents: Type.Array(Type.Object({ purpose: Text, version: Type.Integer(), basis: Text, basisId: Text })),
          retention: Type.Array(Type.Object({ table: Text, days: Type.Integer(), why: Text, whyId: Text })),
        }),
      }),
    },
  }, async () => {
    const tables = []
    for (const [table, { person, what, whatId, purpose, purposeId, until, untilId }] of Object.entries(DATA_MAP)) {
      const { rows: [{ there }] } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(registry.db)
      if (!there) continue
      const { rows: [{ count }] } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(registry.db)
      tables.push({ table, rows: count, personal: person !== null, what, whatId, purpose, purposeId, until, untilId })
    }
    return {
      at: now().toISOString(),
      tables,
      consents: PURPOSES.map(({ purpose, version, basis, basisId }) => ({ purpose, version, basis, basisId })),
      retention: RETENTION.map(({ table, days, why, whyId }) => ({ table, days, why, whyId })),
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
      operationId: 'sweepRetention',
      tags,
      body: Type.Object({ dryRun: Type.Boolean({ default: true }) }, { additionalProperties: false }),
      response: answers({ 200: Type.Object({ dryRun: Type.Boolean(), swept: Type.Array(Type.Object({ table: Text, days: Type.Integer(), rows: Type.Integer() })) }) }, { body: true, problems: ['bad-request-field'] }),
    },
  }, async request => {
    const { dryRun } = request.body
    const swept = await registry.write(async transaction => {
      const rows = await sweepRetention(transaction, now(), dryRun)
      await registry.audit.record(transaction, { actor: request.caller.id, action: dryRun ? 'retention-foreseen' : 'retention-swept', detail: { rows: rows.reduce((sum, { rows }) => sum + rows, 0) } })
      return { answer: rows, apply: () => {} }
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
