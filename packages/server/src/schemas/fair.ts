import { Type, type Static } from 'typebox'
import { reference, type ReadOnly } from './common.ts'
import { MARKET_SOURCE } from './market-source.ts'
import { MOST_SEATS, Name, PartyId, Whole } from './party.ts'

const BoothSchema = Type.Object({
  id: PartyId,
  vacancies: Type.Array(PartyId, { description: 'Interviewed for here; a vacancy has one booth at most.' }),
  tables: Whole(MOST_SEATS, { description: 'Interviews it can hold in one slot.' }),
  open: Type.Optional(Type.Array(Name, { description: 'Slots in which it holds interviews. Default all.' })),
  accessible: Type.Optional(Type.Boolean({ description: 'Default false.' })),
  at: Type.Optional(Type.Object({ x: Type.Number(), y: Type.Number() }, { additionalProperties: false, description: 'Metres from a corner of the hall.' })),
}, { additionalProperties: false })

const LateSchema = Type.Array(Type.Object({ seeker: PartyId, from: Name }, { additionalProperties: false }), { description: 'Who cannot come before a slot.' })

export const FairSchema = Type.Object({
  slots: Type.Array(Name, { maxItems: 1000, description: 'In the order of the day, all equally long.', examples: [['09:00', '09:30']] }),
  booths: Type.Array(BoothSchema, { maxItems: 2000 }),
  interviewsEach: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'The most interviews for one person. Default 1.' })),
  hall: Type.Optional(Whole(MOST_SEATS, { description: 'The most people in the hall at once. Default no bound.' })),
  walk: Type.Optional(Type.Number({ minimum: 0, description: 'Metres that the break between two slots suffices for. Default no bound.' })),
  waves: Type.Optional(Type.Array(Type.Object({ id: Name, slots: Type.Array(Name), size: Whole(MOST_SEATS) }, { additionalProperties: false }), {
    description: 'People invited to come together.',
  })),
  residents: Type.Optional(Type.Object({ seekers: Type.Array(PartyId), perMille: Whole(1000) }, {
    additionalProperties: false,
    description: 'A soft reserve: so many of those with an interview are residents, if so many can be.',
  })),
  access: Type.Optional(Type.Array(PartyId, { description: 'Who needs an accessible booth.' })),
  late: Type.Optional(LateSchema),
  absent: Type.Optional(Type.Array(PartyId, { description: 'Who does not come.' })),
}, { $id: 'Fair', additionalProperties: false, description: 'A day on which people go from booth to booth, one interview a slot.' })

/** What has become different since a plan was made. */
export const FairChangeSchema = Type.Object({
  now: Type.Optional(Name),
  leave: Type.Optional(Type.Array(PartyId, { description: 'Booths that hold no more interviews.' })),
  hours: Type.Optional(Type.Array(Type.Object({ booth: PartyId, open: Type.Array(Name) }, { additionalProperties: false }), {
    description: 'Booths whose hours change: the slots still to come in which they hold interviews.',
  })),
  late: Type.Optional(LateSchema),
  absent: Type.Optional(Type.Array(PartyId, { description: 'Who does not come, or goes home.' })),
  walkIns: Type.Optional(Type.Array(PartyId, { description: 'Who is there without an interview.' })),
}, {
  $id: 'FairChange',
  additionalProperties: false,
  description: 'What has become different since a plan was made. `now` is the first slot that is still to come: what is earlier has happened and stays.',
})

const WhyNot = Type.Optional(Type.Object({
  first: Type.Optional(Whole(1_000_000, { description: 'So many of those without an interview, in the order of the list of seekers. Default 100.' })),
  seekers: Type.Optional(Type.Array(PartyId, { maxItems: 1000, description: 'And these, whether or not they have one.' })),
}, { additionalProperties: false, description: 'Whose items say, booth by booth, why there is no interview and what would change it; 20 booths at most.' }))

export const FairPlanRequestSchema = Type.Object({
  ...MARKET_SOURCE,
  fair: reference(FairSchema),
  whyNot: WhyNot,
}, {
  $id: 'FairPlanRequest',
  additionalProperties: false,
  examples: [{
    from: 'preferences',
    preferences: {
      seekers: [{ id: 's-1', prefers: ['v-1', 'v-2'] }, { id: 's-2', prefers: ['v-1'] }],
      vacancies: [{ id: 'v-1', seats: 1 }, { id: 'v-2', seats: 1 }],
    },
    fair: {
      slots: ['09:00', '09:30'],
      booths: [{ id: 'A', vacancies: ['v-1'], tables: 1 }, { id: 'B', vacancies: ['v-2'], tables: 1, accessible: true }],
      interviewsEach: 2,
    },
  }],
})

export const ReplanRequestSchema = Type.Object({
  ...MARKET_SOURCE,
  fair: reference(FairSchema),
  change: reference(FairChangeSchema),
  whyNot: WhyNot,
}, {
  $id: 'ReplanRequest',
  additionalProperties: false,
  description: 'The market and the fair as the first plan was made for them. Changes that were made since are kept with the plan, and come before this one.',
  examples: [{
    from: 'preferences',
    preferences: {
      seekers: [{ id: 's-1', prefers: ['v-1', 'v-2'] }, { id: 's-2', prefers: ['v-1'] }],
      vacancies: [{ id: 'v-1', seats: 1 }, { id: 'v-2', seats: 1 }],
    },
    fair: { slots: ['09:00', '09:30'], booths: [{ id: 'A', vacancies: ['v-1'], tables: 1 }, { id: 'B', vacancies: ['v-2'], tables: 1 }] },
    change: { now: '09:30', leave: ['B'] },
  }],
})
export type ReplanRequest = ReadOnly<Static<typeof ReplanRequestSchema>>
export type FairPlanRequest = ReadOnly<Static<typeof FairPlanRequestSchema>>
