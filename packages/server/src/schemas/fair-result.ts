import { Type, type Static } from 'typebox'

const Count = Type.Integer({ minimum: 0 })
const Id = Type.String()
const OrNull = Type.Union([Id, Type.Null()])

const CutSchema = Type.Object({ booths: Type.Array(Id), slots: Type.Array(Id), waves: Type.Array(Id) })

/** Each figure beside a bound that no plan exceeds: where the two are equal, the figure is proven to be the best. */
const ProofSchema = Type.Object({
  people: Count,
  peopleBound: Count,
  access: Count,
  accessBound: Count,
  residents: Count,
  residentsReserved: Count,
  residentsBound: Count,
  score: Type.Number(),
  scoreBound: Type.Number(),
  slotsUsed: Count,
  slotsLowerBound: Count,
  cuts: Type.Object({ everybody: CutSchema, access: CutSchema, accessResidents: CutSchema, accessOrResidents: CutSchema }),
  prices: Type.Object({
    person: Type.Number(),
    access: Type.Number(),
    resident: Type.Number(),
    booths: Type.Array(Type.Number()),
    slots: Type.Array(Type.Number()),
    waves: Type.Array(Type.Number()),
  }),
}, { description: 'Each figure beside a bound that no plan exceeds; where the two are equal, the figure is proven to be the best.' })

const PlanVerdictSchema = Type.Object({
  ok: Type.Boolean(),
  violations: Type.Array(Type.Object({ code: Type.String(), seeker: OrNull, booth: OrNull, slot: OrNull }, { additionalProperties: true })),
  numViolations: Count,
  counts: Type.Record(Type.String(), Count),
  proven: Type.Object({ people: Type.Boolean(), access: Type.Boolean(), residents: Type.Boolean(), score: Type.Boolean(), slots: Type.Boolean() }, {
    description: 'Which figures are proven to be the best there can be.',
  }),
}, { description: 'What an independent check of the plan found. A plan that does not pass is withheld and its job fails.' })

const WhyWithoutSchema = Type.Union([
  Type.Literal('absent'), Type.Literal('no-booth'), Type.Literal('no-accessible-booth'), Type.Literal('no-open-table'), Type.Literal('full'),
])

export const FairPlanResultSchema = Type.Object({
  kind: Type.Literal('fair-plan'),
  from: Type.Union([Type.Literal('ledgers'), Type.Literal('preferences'), Type.Literal('costs')]),
  engine: Type.String({ description: 'Version of the engine.' }),
  taxonomy: Type.Union([Type.String(), Type.Null()]),
  profile: Type.Union([Type.String(), Type.Null()]),
  asOf: Type.Union([Type.String(), Type.Null()]),
  seekers: Count,
  booths: Count,
  slots: Count,
  pairs: Count,
  interviews: Count,
  invited: Count,
  without: Type.Record(Type.String(), Count, { description: 'How many have no interview, by why.' }),
  proof: ProofSchema,
  verdict: PlanVerdictSchema,
}, { $id: 'FairPlanResult', description: 'A plan without its lists, which are at `…/result/seekers` and `…/result/booths`.' })
export type FairPlanResult = Static<typeof FairPlanResultSchema>

/** A person's day. */
export const InvitedSeekerSchema = Type.Object({
  id: Id,
  wave: OrNull,
  slot: Type.Union([Id, Type.Null()], { description: 'When to come; null for somebody without an interview.' }),
  interviews: Type.Array(Type.Object({ slot: Id, booth: Id, vacancyId: Id, score: Type.Integer() })),
  why: Type.Union([WhyWithoutSchema, Type.Null()], { description: 'Why there is no interview.' }),
})
export type InvitedSeeker = Static<typeof InvitedSeekerSchema>

/** A booth's day, by slot. */
export const BoothDaySchema = Type.Object({
  id: Id,
  interviews: Type.Array(Type.Object({ slot: Id, seekerId: Id, vacancyId: Id, score: Type.Integer() })),
})
export type BoothDay = Static<typeof BoothDaySchema>
