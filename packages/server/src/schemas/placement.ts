import { Type, type Static } from 'typebox'
import type { ReadOnly } from './common.ts'
import { MARKET_SOURCE } from './market-source.ts'
import { MOST_SEATS, Name, PartyId, Whole } from './party.ts'

const Pair = { seekerId: PartyId, vacancyId: PartyId }
/** A cap in people, as a share, or both; then the lower binds. */
const MOST = {
  atMost: Type.Optional(Whole(MOST_SEATS, { description: 'In people. Needed where there is no share; with one, the lower binds.' })),
  share: Type.Optional(Type.Object({ perMille: Whole(1000), of: Whole(MOST_SEATS) }, {
    additionalProperties: false,
    description: 'At most so many thousandths of a number, such as a firm\'s workers, rounded down to whole people.',
  })),
}
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
    ...MOST,
    members: Type.Array(Type.Union([
      Type.Object({ vacancyId: PartyId, ...Member }, { additionalProperties: false }),
      Type.Object({ setId: Name, ...Member }, { additionalProperties: false }),
    ])),
  }, { additionalProperties: false }), { description: 'stable: upper caps over vacancies together, nested or disjoint.' })),
  groups: Type.Optional(Type.Record(Name, Type.Array(Type.Object({ id: PartyId, label: Name }, { additionalProperties: false })), {
    description: 'stable: labels of seekers by the name of a grouping, for typeCaps and reserves.',
  })),
  typeCaps: Type.Optional(Type.Array(Type.Object({ vacancyId: PartyId, group: Name, label: Name, ...MOST }, { additionalProperties: false }), {
    description: 'stable: at most so many of one label at a vacancy.',
  })),
  labelCaps: Type.Optional(Type.Array(Type.Object({
    id: Name,
    group: Name,
    label: Name,
    ...MOST,
    members: Type.Array(Type.Object({ vacancyId: PartyId, atMost: Type.Optional(Whole(MOST_SEATS, { description: "The vacancy's part. Without one it shares what is left." })) }, { additionalProperties: false })),
  }, { additionalProperties: false }), { description: 'stable: at most so many of one label over several vacancies, parted among them beforehand.' })),
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
  ...MARKET_SOURCE,
  options: Type.Optional(PlacementOptionsSchema),
  whyNot: Type.Optional(Type.Object({
    first: Type.Optional(Whole(1_000_000, { description: 'So many of the unplaced, in the order of the list of seekers. Default 100.' })),
    seekers: Type.Optional(Type.Array(PartyId, { maxItems: 1000, description: 'And these, placed or not.' })),
  }, {
    additionalProperties: false,
    description: 'stable, best: whose items say why they are not at the vacancies they like best, 20 at most. In a large market each may take tens of milliseconds.',
  })),
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
