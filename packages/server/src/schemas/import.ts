import { Type, type Static } from 'typebox'
import { reference } from './common.ts'
import { FieldErrorSchema } from './problem.ts'

export const ImportModeSchema = Type.Union([Type.Literal('all'), Type.Literal('valid')])
export type ImportMode = Static<typeof ImportModeSchema>

const Count = Type.Integer({ minimum: 0 })

const NoticeSchema = Type.Object({
  code: Type.String(),
  message: Type.String(),
  messageId: Type.String(),
})
export type Notice = Static<typeof NoticeSchema>

const REPORT = {
  dryRun: Type.Boolean(),
  mode: ImportModeSchema,
  rows: Count,
  stored: Count,
  created: Count,
  replaced: Count,
  rejected: Count,
  errors: Type.Array(reference(FieldErrorSchema), { description: 'The first 1,000.' }),
  errorsTruncated: Type.Boolean(),
  notices: Type.Array(NoticeSchema),
}

export const ImportReportSchema = Type.Object(REPORT, { $id: 'ImportReport', description: 'What an import did, or would do.' })
export type ImportReport = Static<typeof ImportReportSchema>

/** A refused import: a problem document that carries the report. */
export const ImportProblemSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  instance: Type.String(),
  ...Type.Partial(Type.Object(REPORT)).properties,
}, { $id: 'ImportProblem', description: 'A problem document with the report of the refused import.' })
