import { Type } from 'typebox'

const Count = Type.Integer({ minimum: 0 })
/** A part of a whole in basis points; null where there is nothing to take a part of. */
const Share = Type.Union([Type.Integer(), Type.Null()], { description: 'Basis points.' })

export const VerdictSchema = Type.Object({
  kind: Type.String(),
  ok: Type.Boolean(),
  violations: Type.Array(Type.Object({
    code: Type.String(),
    seekerId: Type.Union([Type.String(), Type.Null()]),
    vacancyId: Type.Union([Type.String(), Type.Null()]),
  }, { additionalProperties: true })),
  numViolations: Count,
  counts: Type.Record(Type.String(), Count),
}, { $id: 'Verdict', description: 'What an independent check of the result found. A result that does not pass is withheld and its job fails.' })

export const MarketReportSchema = Type.Object({
  kind: Type.Union([Type.Literal('placement'), Type.Literal('lists')]),
  people: Count,
  seats: Count,
  reached: Count,
  referrals: Count,
  offList: Count,
  fillRate: Share,
  filled: Count,
  coverage: Type.Object({ seekers: Share, vacancies: Share }),
  gini: Type.Object({ seekers: Share, vacancies: Share }),
  congestion: Type.Object({
    most: Type.Union([Type.Object({ vacancyId: Type.String(), referrals: Count, seats: Count }), Type.Null()]),
    overSeats: Count,
    vacancies: Type.Object({ none: Count, upTo1: Count, upTo2: Count, upTo5: Count, upTo10: Count, over10: Count }),
  }),
  envy: Type.Union([Type.Object({ plain: Count, justified: Count, envious: Count, blockingPairs: Count }), Type.Null()]),
  meanRank: Type.Union([Type.Integer(), Type.Null()], { description: 'Thousandths; 1,000 is the first choice.' }),
  totalScore: Type.Union([Type.Integer(), Type.Null()]),
  meanScore: Type.Union([Type.Integer(), Type.Null()]),
  groups: Type.Union([Type.Object({
    rates: Type.Array(Type.Object({ label: Type.String(), people: Count, selected: Count, rate: Count, ratio: Share })),
    fourFifths: Type.Union([Type.Object({ ratio: Count, passes: Type.Boolean() }), Type.Null()]),
    unlabelled: Count,
  }), Type.Null()]),
}, { $id: 'MarketReport', description: 'What the result did to the market.' })
