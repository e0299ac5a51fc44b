import { Type, type Static } from 'typebox'
import type { ReadOnly } from './common.ts'
import { JudgeOptions } from './ranking.ts'

const PARTY = '^(?!\\d{16}$)[^\\p{Cc}\\p{Cs}]+$'
/** Ids in results are stored: what a database or an address cannot hold is refused at the door. */
const PartyId = Type.String({ minLength: 1, maxLength: 128, pattern: PARTY, description: 'Id without control characters; never a NIK.' })
const Name = Type.String({ minLength: 1, maxLength: 128, pattern: '^[^\\p{Cc}\\p{Cs}]+$' })
const Whole = (most: number, rest: object = {}) => Type.Integer({ minimum: 0, maximum: most, ...rest })
const MOST_SEATS = 4_294_967_295
const MOST_COST = 2_147_483_647

const LedgersSchema = Type.Object({
  ...JudgeOptions,
  seekers: Type.Optional(Type.Array(PartyId, { description: 'Ids of the stored seekers who take part. Default: everybody.' })),
  vacancies: Type.Optional(Type.Array(PartyId, { description: 'Ids of the stored vacancies that take part. Default: all of them.' })),
  perSeeker: Type.Optional(Whole(1000, { description: 'The best so many eligible vacancies of each seeker are in the market. Default 50.' })),
  perVacancy: Type.Optional(Whole(1000, { description: 'And the best so many eligible seekers of each vacancy. Default 0.' })),
  seekersBy: Type.Optional(Type.Union([Type.Literal('appeal'), Type.Literal('score')], { description: 'What seekers prefer by. Default appeal.' })),
  vacanciesBy: Type.Optional(Type.Union([Type.Literal('fit'), Type.Literal('score')], { description: 'What vacancies prefer by. Default fit.' })),
  seats: Type.Optional(Type.Array(Type.Object({ vacancyId: PartyId, seats: Whole(MOST_SEATS) }, { additionalProperties: false }), {
    description: 'Seats of every vacancy that takes part, instead of those of the records.',
  })),
  unstatedSeats: Type.Optional(Whole(MOST_SEATS, { description: 'Seats of a vacancy whose record states none. Default 1.' })),
}, { additionalProperties: false })

const Preferred = Type.Array(Type.Union([Type.String(), Type.Array(Type.String())]), {
  description: 'Ids, best first; a list within the list holds those between which there is no difference. Left out: accepts whoever lists it.',
})

const PreferencesSchema = Type.Object({
  seekers: Type.Array(Type.Object({ id: PartyId, prefers: Type.Optional(Preferred) }, { additionalProperties: false })),
  vacancies: Type.Array(Type.Object({ id: PartyId, seats: Whole(MOST_SEATS), prefers: Type.Optional(Preferred) }, { additionalProperties: false })),
}, { additionalProperties: false })

const CostsSchema = Type.Object({
  numbers: Type.Optional(Type.Union([Type.Literal('costs'), Type.Literal('scores')], { description: 'Whether a lower or a higher number is better. Default costs.' })),
  matrix: Type.Array(Type.Array(Type.Union([Type.Integer({ minimum: -MOST_COST, maximum: MOST_COST }), Type.Null()])), {
    description: 'A row for each seeker, a column for each vacancy; null where the pair may not be placed.',
  }),
  rows: Type.Optional(Type.Array(PartyId, { description: 'Ids of the seekers. Default: numbers from 1.' })),
  columns: Type.Optional(Type.Array(PartyId, { description: 'Ids of the vacancies. Default: numbers from 1.' })),
  seats: Type.Optional(Type.Union([Whole(MOST_SEATS), Type.Array(Whole(MOST_SEATS))], { description: 'Seats of every column, or of each. Default 1.' })),
}, { additionalProperties: false })

const Pair = { seekerId: PartyId, vacancyId: PartyId }
const Member = { target: Type.Optional(Whole(MOST_SEATS)) }

export const PlacementOptionsSchema = Type.Object({
  ties: Type.Optional(Type.Object({
    rule: Type.Union([Type.Literal('id'), Type.Literal('single-lottery'), Type.Literal('multiple-lottery')]),
    seed: Type.Optional(Type.Union([Whole(4_294_967_295), Type.Null()], { description: 'A lottery needs one.' })),
  }, { additionalProperties: false, description: 'stable: how indifference becomes an order. Default by id.' })),
  refusals: Type.Optional(Type.Array(Type.Object({ ...Pair, by: Type.Union([Type.Literal('seeker'), Type.Literal('vacancy')]) }, { additionalProperties: false }), {
    description: 'stable, best: pairs that one side will not have.',
  })),
  fixed: Type.Optional(Type.Array(Type.Object(Pair, { additionalProperties: false }), { description: 'stable, best: who is placed already and stays.' })),
  withdrawn: Type.Optional(Type.Object({
    seekers: Type.Optional(Type.Array(PartyId)),
    vacancies: Type.Optional(Type.Array(PartyId)),
  }, { additionalProperties: false, description: 'stable: who takes no part in this run.' })),
  caps: Type.Optional(Type.Array(Type.Object({
    id: Name,
    atMost: Whole(MOST_SEATS),
    members: Type.Array(Type.Union([
      Type.Object({ vacancyId: PartyId, ...Member }, { additionalProperties: false }),
      Type.Object({ setId: Name, ...Member }, { additionalProperties: false }),
    ])),
  }, { additionalProperties: false }), { description: 'stable: upper caps over vacancies together, nested or disjoint.' })),
  groups: Type.Optional(Type.Record(Name, Type.Array(Type.Object({ id: PartyId, label: Name }, { additionalProperties: false })), {
    description: 'stable: labels of seekers by the name of a grouping, for typeCaps and reserves.',
  })),
  typeCaps: Type.Optional(Type.Array(Type.Object({ vacancyId: PartyId, group: Name, label: Name, atMost: Whole(MOST_SEATS) }, { additionalProperties: false }), {
    description: 'stable: at most so many of one label at a vacancy.',
  })),
  reserves: Type.Optional(Type.Array(Type.Object({ vacancyId: PartyId, group: Name, label: Name, seats: Whole(MOST_SEATS) }, { additionalProperties: false }), {
    description: 'stable: seats that those with a label take first; soft, never a floor.',
  })),
  objective: Type.Optional(Type.Union([Type.Literal('score'), Type.Literal('people-first')], { description: 'best: what is made greatest. Default score.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'recommend: the longest list. Default 10.' })),
  balance: Type.Optional(Whole(1000, { description: "recommend: from 0, each person's best, to 1,000, the market's best. Default 500." })),
  rounds: Type.Optional(Whole(10_000, { description: 'recommend: how often prices are tried. Default 40.' })),
}, { additionalProperties: false })
export type PlacementOptions = ReadOnly<Static<typeof PlacementOptionsSchema>>

export const PlacementRequestSchema = Type.Object({
  method: Type.Union([Type.Literal('stable'), Type.Literal('best'), Type.Literal('recommend')], {
    description: '`stable`: nobody and no vacancy would rather have each other; `best`: the greatest total score; `recommend`: lists for everybody that spread over the seats.',
  }),
  from: Type.Union([Type.Literal('ledgers'), Type.Literal('preferences'), Type.Literal('costs')], {
    description: 'What the market is made of: stored records, preference lists, or a matrix. `preferences` has no scores, so only `stable` works with it.',
  }),
  ledgers: Type.Optional(LedgersSchema),
  preferences: Type.Optional(PreferencesSchema),
  costs: Type.Optional(CostsSchema),
  options: Type.Optional(PlacementOptionsSchema),
  labels: Type.Optional(Type.Array(Type.Object({ id: PartyId, label: Name }, { additionalProperties: false }), {
    description: 'Labels of seekers to report selection rates by. They are looked at when all is placed.',
  })),
}, {
  $id: 'PlacementRequest',
  additionalProperties: false,
  examples: [
    { method: 'stable', from: 'ledgers', ledgers: { profile: 'job-fair', asOf: '2026-11-20', perSeeker: 50 }, options: { ties: { rule: 'single-lottery', seed: 7 } } },
    {
      method: 'stable',
      from: 'preferences',
      preferences: {
        seekers: [{ id: 's-1', prefers: ['v-1', 'v-2'] }, { id: 's-2', prefers: ['v-1'] }],
        vacancies: [{ id: 'v-1', seats: 1, prefers: ['s-2', 's-1'] }, { id: 'v-2', seats: 1, prefers: [['s-1', 's-2']] }],
      },
    },
    { method: 'best', from: 'costs', costs: { matrix: [[4, 1, 3], [2, 0, 5], [3, 2, 2]] }, options: { objective: 'people-first' } },
  ],
})
export type PlacementRequest = ReadOnly<Static<typeof PlacementRequestSchema>>
