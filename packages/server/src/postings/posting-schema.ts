import { Type, type Static } from 'typebox'
import { VacancySchema } from '../schemas/vacancy.ts'

export const CHANNELS = ['AKL', 'AKAD', 'AKAN'] as const
/** A job, or one of four things that are none: city on-the-job training, apprenticeship, school field practice, the national programme. */
export const SCHEMES = ['job', 'ojt', 'pemagangan', 'pkl', 'maganghub'] as const
export type Scheme = typeof SCHEMES[number]
/** Why an age or a sex may be asked for. */
export const DEMAND_REASONS = ['legal-ban', 'occupational-need', 'programme-rule'] as const
export const ALLOWANCE_PAYERS = ['employer', 'city', 'state'] as const

const word = <const Values extends readonly string[]>(values: Values, description: string) => Type.Unsafe<Values[number]>({ type: 'string', enum: values, description })
const text = (maxLength: number, description: string) => Type.String({ minLength: 1, maxLength, description })
const Heads = Type.Integer({ minimum: 0, maximum: 100_000 })
const Age = Type.Integer({ minimum: 15, maximum: 80 })

const REASON = {
  reasonCode: word(DEMAND_REASONS, 'Kind of reason.'),
  reason: Type.String({ minLength: 20, maxLength: 1000, description: 'Why the work cannot be done otherwise, for the officer.' }),
}
export const DemandSchema = Type.Union([
  Type.Object({ kind: Type.Literal('age'), min: Type.Optional(Age), max: Type.Optional(Age), ...REASON }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('sex'), sex: word(['male', 'female'], 'The sex asked for.'), ...REASON }, { additionalProperties: false }),
])
export type Demand = Static<typeof DemandSchema>

const { id: _id, adultsOnly, seats: _seats, closes: _closes, ...MATCHED } = VacancySchema.properties

/** A vacancy as an employer offers it. What the matcher may know of it are the fields of a match record; the rest it never sees. */
export const PostingSchema = Type.Object({
  ...MATCHED,
  adultsOnly,
  title: text(200, 'What people call the work.'),
  seats: Type.Integer({ minimum: 1, maximum: 10_000 }),
  closes: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Last day, YYYY-MM-DD.' }),
  description: Type.Optional(text(10_000, 'The work, in the employer\'s words.')),
  conditions: Type.Optional(text(5000, 'Working conditions.')),
  hoursText: Type.Optional(text(500, 'Days and shifts.')),
  headcounts: Type.Optional(Type.Object({ male: Heads, female: Heads, either: Heads }, { additionalProperties: false, description: 'For the statistics only; never used to match. Together the seats.' })),
  demands: Type.Optional(Type.Array(DemandSchema, { maxItems: 2, description: 'Age or sex, with a reason; shown only after an officer approved, never used to match.' })),
  channel: word(CHANNELS, 'Local, between regions, abroad.'),
  scheme: word(SCHEMES, 'What it is.'),
  months: Type.Optional(Type.Integer({ minimum: 1, maximum: 24, description: 'How long, unless it is a job.' })),
  allowance: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'Uang saku, rupiah a month.' })),
  allowancePayer: Type.Optional(word(ALLOWANCE_PAYERS, 'Who pays it.')),
  endorsement: Type.Optional(text(128, 'Number of the office\'s endorsement of the agreement.')),
  wageExemption: Type.Optional(word(['micro-small'], 'Micro and small firms agree on wages otherwise (PP 36/2021 art. 36).')),
  externalId: Type.Optional(text(128, 'Its number in the system it came from.')),
  wllpId: Type.Optional(text(64, 'Its number in WLLP.')),
  karirhubId: Type.Optional(text(64, 'Its number in Karirhub.')),
}, { $id: 'Posting', additionalProperties: false })
export type Posting = Static<typeof PostingSchema>

/** The fields that a match record has. */
export const MATCHED_FIELDS: readonly string[] = [...Object.keys(MATCHED), 'adultsOnly', 'closes']
