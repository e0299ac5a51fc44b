import { Type } from 'typebox'
import { DaySchema, IdSchema, LanguageSchema, reference } from './common.ts'
import { LedgerSchema } from './ledger.ts'
import { OwnProfileSchema, SharesSchema } from './profile.ts'

const Score = Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'Millionths of a tenth: 10,000,000 is 100 %.' })

const RankedPairSchema = Type.Object({
  id: IdSchema,
  score: Score,
  potential: Score,
  fit: Score,
  appeal: Score,
  unitWeights: Type.Array(Type.Integer()),
  ledger: Type.Optional(reference(LedgerSchema)),
})

export const RankingSchema = Type.Object({
  profile: Type.String(),
  shares: reference(SharesSchema),
  asOf: Type.Union([Type.String(), Type.Null()]),
  taxonomy: Type.String({ description: 'Version of the reference data.' }),
  engine: Type.String({ description: 'Version of the engine.' }),
  results: Type.Array(RankedPairSchema),
}, { $id: 'Ranking', description: 'Best first: score, then potential, both descending, then id ascending.' })

/** What every judging request may say. */
export const JudgeOptions = {
  profile: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 64 }), OwnProfileSchema], {
    description: 'Name of a profile (see /v1/profiles), or one of your own. Default job-fair.',
  })),
  asOf: Type.Optional(DaySchema),
}

const RankOptions = {
  ...JudgeOptions,
  limit: Type.Integer({ minimum: 0, maximum: 1000, default: 50 }),
  explain: Type.Boolean({ default: false, description: 'Add the ledger to each result.' }),
}

/** The record inside is judged by the matcher's own checker, which names every bad field. */
const InlineRecord = Type.Unsafe<unknown>({ description: 'A record that is judged without being stored.' })

export const RankSeekersSchema = Type.Object({
  vacancyId: Type.Optional(Type.String()),
  vacancy: Type.Optional(InlineRecord),
  ...RankOptions,
}, { additionalProperties: false })

export const RankVacanciesSchema = Type.Object({
  seekerId: Type.Optional(Type.String()),
  seeker: Type.Optional(InlineRecord),
  ...RankOptions,
}, { additionalProperties: false })

export const PairSchema = Type.Object({
  seekerId: Type.Optional(Type.String()),
  seeker: Type.Optional(InlineRecord),
  vacancyId: Type.Optional(Type.String()),
  vacancy: Type.Optional(InlineRecord),
  ...JudgeOptions,
  language: Type.Optional(LanguageSchema),
}, { additionalProperties: false })

export const PairQuerySchema = Type.Object({
  profile: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  asOf: Type.Optional(DaySchema),
  language: Type.Optional(LanguageSchema),
}, { additionalProperties: false })
