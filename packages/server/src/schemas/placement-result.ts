import { Type, type Static } from 'typebox'
import { reference, type ReadOnly } from './common.ts'
import { MarketReportSchema, VerdictSchema } from './market-report.ts'

const Count = Type.Integer({ minimum: 0 })
const Id = Type.String()
const Score = Type.Union([Type.Integer(), Type.Null()], { description: 'What the pair is worth; null where there are no scores, or no pair.' })

const StableCertificateSchema = Type.Object({
  method: Type.Literal('stable'),
  proposals: Count,
  pairsLookedAt: Count,
  ties: Type.Object({ rule: Type.String(), seed: Type.Union([Type.Integer(), Type.Null()]) }, { description: 'Lottery numbers follow from the seed and the ids.' }),
})

const BestCertificateSchema = Type.Object({
  method: Type.Literal('best'),
  objective: Type.Union([Type.Literal('score'), Type.Literal('people-first')]),
  placed: Count,
  total: Type.Integer({ description: 'The sum of the scores of all pairs placed.' }),
  sumOfSurpluses: Type.Integer({ description: 'Of all seekers. Each stands in its item of the list of seekers.' }),
  sumOfPrices: Type.Integer({ description: "Of all seats. Each vacancy's price stands in its item of the list of vacancies." }),
}, { description: 'Duals: no placement has a total above the sum of surpluses and prices, and this one has it (with people-first, after covers).' })

const RecommendCertificateSchema = Type.Object({
  method: Type.Literal('recommend'),
  limit: Count,
  balance: Count,
  fairLoad: Type.Integer({ description: 'The least number of referrals a seat at which all lists find room.' }),
})

export const PlacementResultSchema = Type.Object({
  kind: Type.Literal('placement'),
  method: Type.Union([Type.Literal('stable'), Type.Literal('best'), Type.Literal('recommend')]),
  from: Type.Union([Type.Literal('ledgers'), Type.Literal('preferences'), Type.Literal('costs')]),
  engine: Type.String({ description: 'Version of the engine.' }),
  taxonomy: Type.Union([Type.String(), Type.Null()], { description: 'Version of the reference data, for ledgers.' }),
  profile: Type.Union([Type.String(), Type.Null()]),
  asOf: Type.Union([Type.String(), Type.Null()]),
  seekers: Count,
  vacancies: Count,
  seats: Count,
  pairs: Type.Integer({ minimum: 0, description: 'Pairs that could be placed.' }),
  oneSided: Type.Object({
    count: Count,
    first: Type.Array(Type.Object({ seeker: Id, vacancy: Id, listedBy: Type.Union([Type.Literal('seeker'), Type.Literal('vacancy')]) })),
  }, { description: 'Pairs that only one side listed; they are not in the market. The first 100.' }),
  certificate: Type.Union([StableCertificateSchema, BestCertificateSchema, RecommendCertificateSchema]),
  verdict: reference(VerdictSchema),
  report: reference(MarketReportSchema),
}, { $id: 'PlacementResult', description: 'A result without its lists, which are at `…/result/seekers` and `…/result/vacancies`.' })
export type PlacementResult = Static<typeof PlacementResultSchema>

const Dual = Type.Optional(Type.Integer())

export const WhyNotSchema = Type.Object({
  vacancyId: Id,
  reason: Type.Union([
    Type.Literal('placed-here'), Type.Literal('prefers-own'), Type.Literal('fixed'), Type.Literal('seeker-withdrawn'), Type.Literal('vacancy-withdrawn'),
    Type.Literal('no-seats'), Type.Literal('refused'), Type.Literal('behind'), Type.Literal('reserved'), Type.Literal('type-cap'), Type.Literal('cap'),
    Type.Literal('blocking'), Type.Literal('outscored'),
  ]),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
  changes: Type.Array(Type.Object({
    change: Type.Union([
      Type.Literal('more-seats'), Type.Literal('fewer-ahead'), Type.Literal('higher-cap'), Type.Literal('higher-type-cap'), Type.Literal('lift-refusal'), Type.Literal('take-part'),
      Type.Literal('higher-score'),
    ]),
    by: Type.Integer(),
  }), { description: 'What would surely be enough, if all else stayed.' }),
})

/** A seeker of a placement. */
export const PlacedSeekerSchema = Type.Object({
  id: Id,
  vacancyId: Type.Union([Id, Type.Null()], { description: 'Null: placed nowhere.' }),
  score: Score,
  rank: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], { description: "Place among the seeker's own pairs, from 1; null when not placed on one." }),
  whyNot: Type.Optional(Type.Array(WhyNotSchema, { description: 'Why not at the vacancies liked best; for those whom the request named and the first of the unplaced.' })),
  surplus: Dual,
  cover: Dual,
})
export type PlacedSeeker = ReadOnly<Static<typeof PlacedSeekerSchema>>

/** A vacancy of a placement, with who is placed there. */
export const FilledVacancySchema = Type.Object({
  id: Id,
  seats: Count,
  placed: Type.Array(Id),
  price: Dual,
  cover: Dual,
})
export type FilledVacancy = Static<typeof FilledVacancySchema>

const ReferralSchema = Type.Object({
  vacancyId: Id,
  score: Type.Integer(),
  charge: Type.Integer({ description: 'What the crowd before the person costs, in score units.' }),
  plainPlace: Type.Integer({ description: "Place in the person's plain ranking, from 1." }),
  seats: Count,
  referred: Type.Integer({ description: 'People to whom the vacancy is recommended.' }),
  plainReferred: Type.Integer({ description: 'People to whom plain ranking would recommend it.' }),
  ahead: Type.Integer({ description: 'Those of them whom the vacancy ranks before this person.' }),
  fairShare: Count,
})

/** A seeker's recommendations. */
export const AdvisedSeekerSchema = Type.Object({
  id: Id,
  list: Type.Array(ReferralSchema, { description: 'Best first.' }),
  leftOut: Type.Array(ReferralSchema, { description: 'What plain ranking would have had, and the crowd pushed off.' }),
})
export type AdvisedSeeker = Static<typeof AdvisedSeekerSchema>

/** A vacancy with those to whom it is recommended, as it ranks them. */
export const ReferredVacancySchema = Type.Object({
  id: Id,
  seats: Count,
  referred: Type.Array(Id),
  plainReferred: Count,
  fairShare: Count,
  price: Count,
})
export type ReferredVacancy = Static<typeof ReferredVacancySchema>
