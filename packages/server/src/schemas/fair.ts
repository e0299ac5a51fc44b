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
  late: Type.Optional(Type.Array(Type.Object({ seeker: PartyId, from: Name }, { additionalProperties: false }), { description: 'Who cannot come before a slot.' })),
  absent: Type.Optional(Type.Array(PartyId, { description: 'Who does not come.' })),
}, { $id: 'Fair', additionalProperties: false, description: 'A day on which people go from booth to booth, one interview a slot.' })

export const FairPlanRequestSchema = Type.Object({
  ...MARKET_SOURCE,
  fair: reference(FairSchema),
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
export type FairPlanRequest = ReadOnly<Static<typeof FairPlanRequestSchema>>
