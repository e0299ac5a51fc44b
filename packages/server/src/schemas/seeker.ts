import { Type } from 'typebox'
import { AnySchema, DaySchema, EvidenceSchema, IdSchema, JobTypeSchema, PointSchema } from './common.ts'

const HeldUnitSchema = Type.Object({
  unit: Type.String({ description: 'Unit code, or `code@decree` where the code alone is ambiguous.', examples: ['C.24LAS01.028.1'] }),
  evidence: EvidenceSchema,
  expires: Type.Optional(DaySchema),
}, { additionalProperties: false })

const EducationSchema = Type.Object({
  level: Type.String({ description: 'TS, SD, SMP, SMA, SMK, D1..D4, S1, PROFESI, S2, S3.', examples: ['SMK'] }),
  field: Type.Optional(Type.String({ description: 'Field of study code.' })),
}, { additionalProperties: false })

const ExperienceSchema = Type.Object({
  occupation: Type.String({ description: 'KBJI code, 1 to 6 digits.', examples: ['7212'] }),
  months: Type.Integer({ minimum: 0, maximum: 720 }),
}, { additionalProperties: false })

const WishSchema = Type.Object({
  wage: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'Whole rupiah a month.' }), AnySchema])),
  occupations: Type.Optional(Type.Union([Type.Array(Type.String(), { minItems: 1, maxItems: 20, description: 'KBJI codes.' }), AnySchema])),
  sectors: Type.Optional(Type.Union([Type.Array(Type.String(), { minItems: 1, maxItems: 20, description: 'KBLI codes.' }), AnySchema])),
  jobTypes: Type.Optional(Type.Union([Type.Array(JobTypeSchema, { minItems: 1 }), AnySchema])),
  maxHours: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 168, description: 'Hours a week.' }), AnySchema])),
}, { additionalProperties: false })

const HeldLicenceSchema = Type.Object({
  licence: Type.String({ examples: ['sim-b1'] }),
  expires: Type.Optional(DaySchema),
}, { additionalProperties: false })

/** A person looking for work, as the engine may see them. A property left out is not known; a list that is given is the whole list. */
export const SeekerSchema = Type.Object({
  id: IdSchema,
  units: Type.Optional(Type.Array(HeldUnitSchema, { maxItems: 500 })),
  education: Type.Optional(Type.Array(EducationSchema, { minItems: 1, maxItems: 20 })),
  experience: Type.Optional(Type.Array(ExperienceSchema, { maxItems: 100 })),
  region: Type.Optional(Type.String({ description: 'Kemendagri code of a kecamatan or kota/kabupaten.', examples: ['36.71.01'] })),
  point: Type.Optional(PointSchema),
  wish: Type.Optional(WishSchema),
  reachKm: Type.Optional(Type.Integer({ minimum: 0, maximum: 20_040 })),
  willingToMove: Type.Optional(Type.Boolean()),
  licences: Type.Optional(Type.Array(HeldLicenceSchema, { maxItems: 50 })),
  needs: Type.Optional(Type.Array(Type.String(), { description: 'Adjustments needed at work, codes of accommodations.' })),
  adultFrom: Type.Optional(DaySchema),
}, { $id: 'Seeker', additionalProperties: false, description: 'A person looking for work. There is no place for a name, NIK, sex, religion, age or contact.' })
