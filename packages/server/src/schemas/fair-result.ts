import { Type, type Static } from 'typebox'
import { reference, type ReadOnly } from './common.ts'
import { FairChangeSchema } from './fair.ts'

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

const ReplanSchema = Type.Object({
  of: Type.Union([Id, Type.Null()], { description: 'The job of the plan before; null for a plan from a file.' }),
  changes: Type.Array(reference(FairChangeSchema), { description: 'All that were made since the first plan, the last of them now.' }),
  kept: Type.Integer({ minimum: 0, description: 'Appointments that are as they were.' }),
  moved: Type.Integer({ minimum: 0, description: 'Appointments of the same two at another time.' }),
  cancelled: Count,
  added: Count,
  bystanders: Type.Integer({ minimum: 0, description: 'People whose day is another although the change did not touch it: they made room.' }),
  dropped: Type.Integer({ minimum: 0, description: 'Appointments of people whose records are gone.' }),
}, { description: 'Only for a plan after a change: how little it disturbs. Who is meant is in the list `changes`.' })

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
  replan: Type.Optional(ReplanSchema),
}, { $id: 'FairPlanResult', description: 'A plan without its lists, which are at `…/result/seekers` and `…/result/booths`, and `…/result/changes` after a change.' })
export type FairPlanResult = Static<typeof FairPlanResultSchema>

const NoInterviewSchema = Type.Object({
  booth: OrNull,
  reason: Type.Union([
    Type.Literal('visited'), Type.Literal('interviewed-elsewhere'), Type.Literal('absent'), Type.Literal('no-booth'), Type.Literal('not-accessible'), Type.Literal('closed'),
    Type.Literal('too-late'), Type.Literal('full'), Type.Literal('wave-full'), Type.Literal('no-wave'), Type.Literal('hall-full'), Type.Literal('free'),
  ]),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  changes: Type.Array(Type.Object({
    change: Type.Union([
      Type.Literal('attend'), Type.Literal('come-by'), Type.Literal('hold-booth'), Type.Literal('make-accessible'), Type.Literal('open-slot'), Type.Literal('more-tables'),
      Type.Literal('bigger-wave'), Type.Literal('wave-for-slot'), Type.Literal('bigger-hall'),
    ]),
    by: Count,
  }), { description: 'Enough together, everybody else keeping their appointments.' }),
  slot: Type.Union([Id, Type.Null()], { description: 'The slot in which these would do.' }),
})

/** A person's day. */
export const InvitedSeekerSchema = Type.Object({
  id: Id,
  wave: OrNull,
  slot: Type.Union([Id, Type.Null()], { description: 'When to come; null for somebody without an interview.' }),
  interviews: Type.Array(Type.Object({ slot: Id, booth: Id, vacancyId: Id, score: Type.Integer() })),
  why: Type.Union([WhyWithoutSchema, Type.Null()], { description: 'Why there is no interview.' }),
  whyNot: Type.Optional(Type.Array(NoInterviewSchema, { description: 'Booth by booth, in the order of the fair, 20 at most; for the first without an interview and those whom the request named.' })),
})
export type InvitedSeeker = ReadOnly<Static<typeof InvitedSeekerSchema>>

/** A booth's day, by slot. */
export const BoothDaySchema = Type.Object({
  id: Id,
  interviews: Type.Array(Type.Object({ slot: Id, seekerId: Id, vacancyId: Id, score: Type.Integer() })),
})
export type BoothDay = Static<typeof BoothDaySchema>

const InterviewSchema = Type.Object({ slot: Id, booth: Id, vacancyId: Id, score: Type.Integer() })

/** What a change did to a person's day. */
export const ChangedDaySchema = Type.Object({
  id: Id,
  bystander: Type.Boolean({ description: 'Whether the change did not touch this person, who made room for another.' }),
  moved: Type.Array(Type.Object({ booth: Id, from: Id, to: Id })),
  cancelled: Type.Array(InterviewSchema),
  added: Type.Array(InterviewSchema),
})
export type ChangedDay = ReadOnly<Static<typeof ChangedDaySchema>>
