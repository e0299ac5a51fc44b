import { Type } from 'typebox'
import { AnySchema, DaySchema, IdSchema, JobTypeSchema, PointSchema } from './common.ts'

const RequiredUnitSchema = Type.Object({
  unit: Type.String({ description: 'Unit code, or `code@decree` where the code alone is ambiguous.', examples: ['C.24LAS01.028.1'] }),
  importance: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  must: Type.Optional(Type.Boolean({ description: 'Hard rule: a known credit below 500 takes the pair out of a ranking.' })),
  certificate: Type.Optional(Type.Boolean({ description: 'Hard rule: held with a certificate valid on the day.' })),
}, { additionalProperties: false })

const RequiredEducationSchema = Type.Object({
  min: Type.String({ examples: ['SMK'] }),
  must: Type.Optional(Type.Boolean()),
}, { additionalProperties: false })

const RequiredExperienceSchema = Type.Object({
  months: Type.Integer({ minimum: 0, maximum: 720 }),
}, { additionalProperties: false })

const WageSchema = Type.Object({
  min: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'What is promised, whole rupiah a month.' })),
  max: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'What may be reached; shown, not scored.' })),
}, { additionalProperties: false })

/** An opening, as the engine may see it. A property left out earns no points; `'any'` is left open and met by everybody. */
export const VacancySchema = Type.Object({
  id: IdSchema,
  title: Type.Optional(Type.String({ maxLength: 200 })),
  seats: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  opens: Type.Optional(DaySchema),
  closes: Type.Optional(DaySchema),
  units: Type.Optional(Type.Union([Type.Array(RequiredUnitSchema, { minItems: 1, maxItems: 200 }), AnySchema])),
  education: Type.Optional(Type.Union([RequiredEducationSchema, AnySchema])),
  fields: Type.Optional(Type.Union([Type.Array(Type.String(), { minItems: 1, maxItems: 50, description: 'Field of study codes.' }), AnySchema])),
  experience: Type.Optional(Type.Union([RequiredExperienceSchema, AnySchema])),
  occupation: Type.Optional(Type.String({ description: 'KBJI code.', examples: ['7212'] })),
  sector: Type.Optional(Type.String({ description: 'KBLI code.' })),
  region: Type.Optional(Type.String({ description: 'Kemendagri code of a kecamatan or kota/kabupaten.', examples: ['36.71.01'] })),
  point: Type.Optional(PointSchema),
  remote: Type.Optional(Type.Boolean()),
  wage: Type.Optional(WageSchema),
  jobType: Type.Optional(JobTypeSchema),
  hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 168 })),
  licences: Type.Optional(Type.Array(Type.String(), { maxItems: 20 })),
  provides: Type.Optional(Type.Array(Type.String(), { description: 'Adjustments the employer provides, codes of accommodations.' })),
  adultsOnly: Type.Optional(Type.Boolean()),
}, { $id: 'Vacancy', additionalProperties: false, description: 'An opening. What the advert does not tell is left out.' })
