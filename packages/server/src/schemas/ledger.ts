import { Type } from 'typebox'
import { EvidenceSchema, IdSchema, JobTypeSchema, reference } from './common.ts'

export const CriterionSchema = Type.Union([
  Type.Literal('unit'), Type.Literal('education'), Type.Literal('field'), Type.Literal('experience'),
  Type.Literal('distance'), Type.Literal('wage'), Type.Literal('wish'), Type.Literal('job-type'),
])

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const PerMille = Type.Integer({ minimum: 0, maximum: 1000 })

/** Every fact has its own shape, told apart by `kind`. */
export const BecauseSchema = Type.Union([
  Type.Object({ kind: Type.Literal('open'), by: Type.Union([Type.Literal('vacancy'), Type.Literal('seeker')]) }),
  Type.Object({
    kind: Type.Literal('unstated'),
    by: Type.Union([Type.Literal('vacancy'), Type.Literal('seeker'), Type.Literal('both')]),
    unit: Type.Optional(Type.String()),
  }),
  Type.Object({
    kind: Type.Literal('unit'),
    unit: Type.String(),
    held: Type.String(),
    evidence: EvidenceSchema,
    expired: Type.Boolean(),
    relatedness: PerMille,
    reason: Type.Union([
      Type.Literal('version'), Type.Literal('twin'), Type.Literal('same-title'), Type.Literal('wording'), Type.Literal('cluster'), Type.Literal('catalogue'), Type.Literal('same'),
    ]),
    via: Type.String(),
  }),
  Type.Object({ kind: Type.Literal('unit-missing'), unit: Type.String() }),
  Type.Object({ kind: Type.Literal('education'), required: Type.String(), held: Type.String(), stepsBelow: Type.Integer() }),
  Type.Object({ kind: Type.Literal('field'), wanted: Type.String(), held: orNull(Type.String()), relatedness: PerMille }),
  Type.Object({ kind: Type.Literal('experience'), requiredMonths: Type.Integer(), countedMonths: Type.Integer(), occupation: Type.String() }),
  Type.Object({ kind: Type.Literal('distance'), metres: Type.Integer() }),
  Type.Object({ kind: Type.Literal('wage'), wish: Type.Integer(), offer: Type.Integer() }),
  Type.Object({
    kind: Type.Literal('wish'),
    in: Type.Union([Type.Literal('occupation'), Type.Literal('sector')]),
    wished: Type.String(),
    offered: Type.String(),
    relatedness: PerMille,
  }),
  Type.Object({
    kind: Type.Literal('job-type'),
    offered: orNull(JobTypeSchema),
    wished: orNull(Type.Array(JobTypeSchema)),
    hours: orNull(Type.Integer()),
    maxHours: orNull(Type.Integer()),
  }),
], { $id: 'Because', description: 'The facts behind a row.' })

const LedgerRowSchema = Type.Object({
  criterion: CriterionSchema,
  side: Type.Union([Type.Literal('employer'), Type.Literal('seeker')]),
  weight: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Basis points; the weights of a ledger total 10,000.' }),
  credit: orNull(PerMille),
  points: Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'weight * credit; 0 when unknown.' }),
  status: Type.Union([Type.Literal('met'), Type.Literal('partly'), Type.Literal('not'), Type.Literal('unknown')]),
  because: reference(BecauseSchema),
})

const RuleResultSchema = Type.Object({
  rule: Type.Union([
    Type.Literal('open'), Type.Literal('must-unit'), Type.Literal('certificate'), Type.Literal('licence'),
    Type.Literal('education'), Type.Literal('reach'), Type.Literal('accommodation'), Type.Literal('adult'),
  ]),
  result: Type.Union([Type.Literal('pass'), Type.Literal('fail'), Type.Literal('unknown')]),
  code: orNull(Type.Union([
    Type.Literal('no-seats'), Type.Literal('not-yet-open'), Type.Literal('closed'), Type.Literal('seats-unstated'), Type.Literal('day-unstated'),
    Type.Literal('unit-below-500'), Type.Literal('units-unstated'), Type.Literal('certificate-missing'),
    Type.Literal('licence-missing'), Type.Literal('licence-expired'), Type.Literal('licences-unstated'),
    Type.Literal('education-below'), Type.Literal('education-unstated'),
    Type.Literal('out-of-reach'), Type.Literal('reach-unstated'), Type.Literal('place-unstated'),
    Type.Literal('accommodation-missing'), Type.Literal('accommodations-unstated'),
    Type.Literal('under-age'), Type.Literal('age-unstated'),
  ])),
  subject: orNull(Type.String()),
})

const AskSchema = Type.Object({
  criterion: CriterionSchema,
  unit: orNull(Type.String()),
  of: Type.Union([Type.Literal('vacancy'), Type.Literal('seeker'), Type.Literal('both')]),
  points: Type.Integer(),
})

const Score = Type.Integer({ minimum: 0, maximum: 10_000_000 })

/** The whole account of one pair. */
export const LedgerSchema = Type.Object({
  seekerId: IdSchema,
  vacancyId: IdSchema,
  profile: Type.String(),
  asOf: orNull(Type.String()),
  score: Score,
  potential: Score,
  fit: Score,
  appeal: Score,
  eligible: Type.Boolean({ description: 'False when a hard rule fails: the pair is in no ranking.' }),
  rows: Type.Array(LedgerRowSchema),
  rules: Type.Array(RuleResultSchema),
  askNext: Type.Array(AskSchema),
}, { $id: 'Ledger', description: 'The account of one pair: the points of the rows total the score.' })

export const ExplainedLedgerSchema = Type.Object({
  ...LedgerSchema.properties,
  prose: Type.Array(Type.String(), { description: 'The ledger as sentences.' }),
}, { $id: 'ExplainedLedger', description: 'A ledger with its reasons in words.' })
