import { Type, type Static } from 'typebox'

const Format = Type.Union([Type.Literal('json'), Type.Literal('csv'), Type.Literal('xlsx')], {
  description: 'CSV and XLSX give the whole list as a table. Default: what `Accept` asks for, else JSON.',
})
export type AnswerFormat = Static<typeof Format>

/** How a list is answered. */
export const FormatSchema = Type.Optional(Format)

/** What a list in pages is asked for. */
export const PagedListQuery = Type.Object({
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
  cursor: Type.Optional(Type.String({ maxLength: 1024, description: 'The `next` of the page before.' })),
  format: FormatSchema,
}, { additionalProperties: false })

/** What a list that is always told as a whole is asked for. */
export const WholeListQuery = Type.Object({ format: FormatSchema }, { additionalProperties: false })
