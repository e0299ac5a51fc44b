import { Type, type Static } from 'typebox'

const Format = Type.Union([Type.Literal('json'), Type.Literal('csv'), Type.Literal('xlsx')], {
  description: 'CSV and XLSX give the whole list as a table. Default: what `Accept` asks for, else JSON.',
})
export type AnswerFormat = Static<typeof Format>

/** How a list is answered. */
export const FormatSchema = Type.Optional(Format)
