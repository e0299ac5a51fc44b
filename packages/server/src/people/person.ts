import { Type, type Static } from 'typebox'
import { DaySchema, type ReadOnly } from '../schemas/common.ts'

const text = (maxLength: number, description?: string) => Type.String({ minLength: 1, maxLength, ...(description === undefined ? {} : { description }) })
const choice = <Text extends string>(texts: readonly Text[], description?: string) => Type.Unsafe<Text>({ type: 'string', enum: [...texts], ...(description === undefined ? {} : { description }) })
const Year = Type.Integer({ minimum: 1940, maximum: 2199 })

export const SexSchema = Type.Union([Type.Literal('male'), Type.Literal('female')])

const SchoolSchema = Type.Object({
  level: choice(['SD', 'SMP', 'SMA', 'SMK', 'D1', 'D2', 'D3', 'D4', 'AKTA', 'S1', 'PROFESI', 'S2', 'S3']),
  school: Type.Optional(text(100)),
  major: Type.Optional(text(100)),
  year: Type.Optional(Year),
}, { additionalProperties: false })

const DatedSchema = Type.Object({ name: text(100), year: Type.Optional(Year) }, { additionalProperties: false })

const JobSchema = Type.Object({
  employer: text(100),
  position: text(100),
  from: Type.Optional(text(20)),
  to: Type.Optional(text(20)),
  wage: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  leftBecause: Type.Optional(text(200)),
}, { additionalProperties: false })

/** Who a person is: kept sealed, never in a match. */
export const PersonDetailsSchema = Type.Object({
  name: text(100, 'As on the identity card.'),
  nik: Type.Optional(Type.String({ maxLength: 40, description: '16 digits. Left out in a change, it stays as it is.' })),
  birthPlace: text(60),
  birthDate: DaySchema,
  sex: SexSchema,
  address: text(200, 'Where the person lives.'),
  phone: Type.Optional(Type.String({ pattern: '^[+0-9][0-9 .()-]{5,24}$' })),
  email: Type.Optional(Type.String({ maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' })),
  maritalStatus: Type.Optional(Type.Union([Type.Literal('married'), Type.Literal('single')])),
  religion: Type.Optional(choice(['islam', 'catholic', 'protestant', 'hindu', 'buddhist', 'confucian', 'other'])),
  education: Type.Array(SchoolSchema, { maxItems: 20, default: [] }),
  skills: Type.Array(DatedSchema, { maxItems: 50, default: [] }),
  trainings: Type.Optional(Type.Array(DatedSchema, { maxItems: 50 })),
  languages: Type.Optional(Type.Array(text(40), { maxItems: 20 })),
  experience: Type.Optional(Type.Array(JobSchema, { maxItems: 50 })),
  heightCm: Type.Optional(Type.Integer({ minimum: 50, maximum: 260 })),
  weightKg: Type.Optional(Type.Integer({ minimum: 10, maximum: 400 })),
  disability: Type.Optional(text(200)),
  placeWanted: Type.Optional(choice(['domestic', 'abroad', 'either'], 'Where work is wanted, for the sheet AK/II.')),
  notes: Type.Optional(text(1000, "The interviewer's notes.")),
}, { $id: 'PersonDetails', additionalProperties: false })
export type PersonDetails = ReadOnly<Static<typeof PersonDetailsSchema>>

/** Whoever answers for a pupil under 18. */
export const GuardianSchema = Type.Object({
  name: text(100),
  relation: Type.Union([Type.Literal('parent'), Type.Literal('guardian')]),
  phone: Type.Optional(Type.String({ pattern: '^[+0-9][0-9 .()-]{5,24}$' })),
}, { additionalProperties: false })
export type Guardian = ReadOnly<Static<typeof GuardianSchema>>

/** What is sealed in one piece. */
export interface SealedPerson extends PersonDetails {
  guardian?: Guardian
}
