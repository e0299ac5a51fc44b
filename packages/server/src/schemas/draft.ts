import type { SeekerDraft, VacancyDraft } from '@padan/matcher/drafts'
import { Type, type TSchema } from 'typebox'
import { DaySchema } from './common.ts'
import { SeekerSchema } from './seeker.ts'
import { VacancySchema } from './vacancy.ts'

/** Longest text of a draft, in characters: some forty pages. */
const LONGEST_TEXT = 200_000

const TextSchema = Type.String({ maxLength: LONGEST_TEXT, description: 'The words as they are. Nothing of them is stored or logged.' })

export const VacancyTextSchema = Type.Object({ text: TextSchema }, { additionalProperties: false })

export const SeekerTextSchema = Type.Object({
  text: TextSchema,
  asOf: Type.Optional(Type.Unsafe<string>({ ...DaySchema, description: 'The day that "until now" means. Default: today.' })),
}, { additionalProperties: false })

const Offset = Type.Integer({ minimum: 0, description: 'UTF-16 code units of the text.' })
const Confidence = Type.Integer({ minimum: 0, maximum: 1000 })

const SourceSchema = Type.Object({ start: Offset, end: Offset, surface: Type.String(), confidence: Confidence, says: Type.String({ description: 'A code of the taxonomy, or a number.' }) })
const FieldSchema = Type.Object({
  field: Type.String(),
  state: Type.Union([Type.Literal('found'), Type.Literal('guessed'), Type.Literal('unknown')]),
  confidence: Type.Union([Confidence, Type.Null()]),
  from: Type.Array(SourceSchema),
  alternatives: Type.Array(Type.Object({ value: Type.Unknown(), from: Type.Array(SourceSchema) })),
  notes: Type.Array(Type.String({ description: 'Why it is only guessed, or empty though the text speaks of it: docs/drafts.md.' })),
})
const NamedSchema = Type.Object({ code: Type.String(), from: Type.Array(SourceSchema) })
const RefusedSchema = Type.Object({ kind: Type.String(), start: Offset, end: Offset, surface: Type.String() })
const LeftOutSchema = Type.Object({ kind: Type.String(), start: Offset, end: Offset })

/** A record's properties without its id, all of them optional. */
function recordWithoutId ({ properties: { id: _id, ...properties } }: { properties: Record<string, TSchema> }): TSchema {
  return Type.Object(properties, { additionalProperties: false })
}

const COMMON = {
  fields: Type.Array(FieldSchema, { description: 'Every property of the record but id.' }),
  beside: Type.Object({ concepts: Type.Array(NamedSchema), languages: Type.Array(NamedSchema, { description: 'ISO 639.' }) }),
  leftOut: Type.Array(LeftOutSchema, { description: 'Personal data that was passed over: where, never what.' }),
  complete: Type.Boolean({ description: 'False when the text names more than is read.' }),
}

/** A vacancy to confirm. */
export const VacancyDraftSchema = Type.Unsafe<VacancyDraft>(Type.Object({
  kind: Type.Literal('vacancy'),
  record: recordWithoutId(VacancySchema),
  ...COMMON,
  refused: Type.Array(RefusedSchema, { description: 'Demands that no employer may make; they are in no record.' }),
}, { $id: 'VacancyDraft', description: 'What the words of an advert say, as a vacancy to confirm.' }))

/** A seeker to confirm. */
export const SeekerDraftSchema = Type.Unsafe<SeekerDraft>(Type.Object({
  kind: Type.Literal('seeker'),
  record: recordWithoutId(SeekerSchema),
  ...COMMON,
}, { $id: 'SeekerDraft', description: 'What the words of a CV say, as a seeker to confirm.' }))
