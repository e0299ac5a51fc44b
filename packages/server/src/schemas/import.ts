import { Type, type Static } from 'typebox'
import { reference } from './common.ts'
import { FieldErrorSchema, ProblemSchema } from './problem.ts'

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

const choice = <Text extends string>(texts: readonly Text[]) => Type.Unsafe<Text>({ type: 'string', enum: [...texts] })

/** How far an import of the registry is, and what it did. */
export const RegistryImportSchema = Type.Object({
  id: Type.String(),
  kind: choice(['people', 'pupils', 'certificates', 'outcomes', 'work-history', 'schools', 'trainings', 'skills', 'employers', 'postings']),
  state: choice(['queued', 'running', 'done', 'failed', 'cancelled']),
  dryRun: Type.Boolean(),
  mode: ImportModeSchema,
  rows: Count,
  done: Type.Integer({ minimum: 0, description: 'Rows that are settled.' }),
  created: Count,
  changed: Count,
  unchanged: Count,
  rejected: Count,
  columns: Type.Array(Type.Object({
    header: Type.String({ description: 'As it stands in the file.' }),
    column: Type.Union([Type.String(), Type.Null()], { description: 'What it was taken for; null when it was not read.' }),
    by: Type.Union([choice(['given', 'remembered', 'name', 'similar']), Type.Null()], { description: '`similar`: a guess that a dry run proposes and that only `mapping` confirms.' }),
  })),
  missing: Type.Array(Type.String(), { description: 'Needed columns that the file does not have; its rows were not looked at then.' }),
  notices: Type.Array(NoticeSchema),
  errors: Type.Array(Type.Object({
    row: Type.Integer(),
    column: Type.Union([Type.String(), Type.Null()]),
    code: Type.String(),
    message: Type.String(),
    messageId: Type.String(),
  }), { description: 'The first 100 things that are wrong; all of them, with their rows, in the file of bad rows.' }),
  problem: Type.Union([reference(ProblemSchema), Type.Null()]),
}, { $id: 'RegistryImport' })
export type RegistryImport = Static<typeof RegistryImportSchema>
