import { Type } from 'typebox'
import { IdSchema, reference } from './common.ts'
import { FormatSchema } from './format.ts'
import { SeekerSchema } from './seeker.ts'
import { VacancySchema } from './vacancy.ts'

/** The answer to a write. It holds no record, so that what is kept for replays holds none either. */
export const ReceiptSchema = Type.Object({
  id: IdSchema,
  revision: Type.String({ description: 'Grows with every write; the ETag.' }),
}, { $id: 'Receipt' })

export const ListQuerySchema = Type.Object({
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 50 }),
  cursor: Type.Optional(Type.String({ maxLength: 1024, description: 'The `next` of the page before.' })),
  format: FormatSchema,
}, { additionalProperties: false })

const Next = Type.Union([Type.String(), Type.Null()], { description: 'Cursor of the next page; null on the last.' })

export const SeekerListSchema = Type.Object({ items: Type.Array(reference(SeekerSchema)), next: Next }, { $id: 'SeekerList' })
export const VacancyListSchema = Type.Object({ items: Type.Array(reference(VacancySchema)), next: Next }, { $id: 'VacancyList' })
