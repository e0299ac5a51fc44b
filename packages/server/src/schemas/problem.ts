import { Type, type Static } from 'typebox'
import { reference } from './common.ts'

/** One thing that is wrong, with its place. */
export const FieldErrorSchema = Type.Object({
  row: Type.Optional(Type.Integer({ description: 'Line of a CSV (its header is line 1) or of an NDJSON file (from 1).' })),
  id: Type.Optional(Type.String({ description: "The record's id, where it has a usable one." })),
  pointer: Type.String({ description: 'JSON pointer into the record or the request.' }),
  column: Type.Optional(Type.String({ description: 'Column of a CSV.' })),
  code: Type.String({ description: 'Stable name of what is wrong.' }),
  received: Type.Optional(Type.String({ description: 'What came, cut short. Never given for personal data.' })),
  expected: Type.String({ description: 'What would have been accepted.' }),
  message: Type.String({ description: 'One English sentence.' }),
  messageId: Type.String({ description: 'The same in Indonesian.' }),
}, { $id: 'FieldError' })
export type FieldError = Static<typeof FieldErrorSchema>

/** RFC 9457. */
export const ProblemSchema = Type.Object({
  type: Type.String({ description: 'Reference to a page about this kind of problem.' }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  instance: Type.String({ description: 'The request id.' }),
  errors: Type.Optional(Type.Array(reference(FieldErrorSchema))),
}, { $id: 'Problem', additionalProperties: true, description: 'A problem document (RFC 9457).' })
export type ProblemDocument = Static<typeof ProblemSchema> & Record<string, unknown>
