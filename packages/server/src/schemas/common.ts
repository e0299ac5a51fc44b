import { Type, type Static, type TSchema, type TUnsafe } from 'typebox'

/** A value that is only read, as everything is that is answered. */
export type ReadOnly<T> = T extends object ? { readonly [Key in keyof T]: ReadOnly<T[Key]> } : T

/**
 * Points at a schema that the application has registered under its `$id`, so that the OpenAPI document names it once; the type is that of
 * the schema itself.
 */
export function reference<T extends TSchema> (schema: T): TUnsafe<ReadOnly<Static<T>>> {
  const { $id } = schema as { $id?: string }
  if ($id === undefined) throw new TypeError('Only a schema with an $id can be referred to.')
  return Type.Unsafe<ReadOnly<Static<T>>>({ $ref: `${$id}#` })
}

export const DaySchema = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A day, YYYY-MM-DD.', examples: ['2026-11-20'] })

export const IdSchema = Type.String({ minLength: 1, maxLength: 128, description: 'Id without control characters or outer spaces.' })

/** Text that PostgreSQL keeps: no NUL, and no half of a surrogate pair. */
export const KEPT = '^[^\\u0000\\ud800-\\udfff]*$'

/** An id that is sent to be looked up or kept. */
export const SentIdSchema = Type.String({ minLength: 1, maxLength: 128, pattern: KEPT })

export const JobTypeSchema = Type.Union([
  Type.Literal('full-time'), Type.Literal('part-time'), Type.Literal('contract'), Type.Literal('daily'),
  Type.Literal('freelance'), Type.Literal('internship'), Type.Literal('apprenticeship'),
])

export const EvidenceSchema = Type.Union([Type.Literal('certified'), Type.Literal('trained'), Type.Literal('experienced'), Type.Literal('claimed')])

export const PointSchema = Type.Object({
  lat: Type.Number({ minimum: -90, maximum: 90, description: 'Degrees.' }),
  lng: Type.Number({ minimum: -180, maximum: 180, description: 'Degrees.' }),
}, { additionalProperties: false })

/** `'any'`: everything is acceptable. Not the same as leaving the property out, which says "not known". */
export const AnySchema = Type.Literal('any')

export const LanguageSchema = Type.Union([Type.Literal('id'), Type.Literal('en')])
