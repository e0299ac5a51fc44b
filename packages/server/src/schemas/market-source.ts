import { Type, type Static } from 'typebox'
import type { ReadOnly } from './common.ts'
import { MOST_SEATS, PartyId, Whole } from './party.ts'
import { JudgeOptions } from './ranking.ts'

const MOST_COST = 2_147_483_647

export const LedgersSchema = Type.Object({
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

export const PreferencesSchema = Type.Object({
  seekers: Type.Array(Type.Object({ id: PartyId, prefers: Type.Optional(Preferred) }, { additionalProperties: false })),
  vacancies: Type.Array(Type.Object({ id: PartyId, seats: Whole(MOST_SEATS), prefers: Type.Optional(Preferred) }, { additionalProperties: false })),
}, { additionalProperties: false })

export const CostsSchema = Type.Object({
  numbers: Type.Optional(Type.Union([Type.Literal('costs'), Type.Literal('scores')], { description: 'Whether a lower or a higher number is better. Default costs.' })),
  matrix: Type.Array(Type.Array(Type.Union([Type.Integer({ minimum: -MOST_COST, maximum: MOST_COST }), Type.Null()])), {
    description: 'A row for each seeker, a column for each vacancy; null where the pair may not be placed.',
  }),
  rows: Type.Optional(Type.Array(PartyId, { description: 'Ids of the seekers. Default: numbers from 1.' })),
  columns: Type.Optional(Type.Array(PartyId, { description: 'Ids of the vacancies. Default: numbers from 1.' })),
  seats: Type.Optional(Type.Union([Whole(MOST_SEATS), Type.Array(Whole(MOST_SEATS))], { description: 'Seats of every column, or of each. Default 1.' })),
}, { additionalProperties: false })

/** What a market is made of: `from` says which of the three. */
export const MARKET_SOURCE = {
  from: Type.Union([Type.Literal('ledgers'), Type.Literal('preferences'), Type.Literal('costs')], {
    description: 'What the market is made of: stored records, preference lists, or a matrix of costs or scores. Preferences have no scores.',
  }),
  ledgers: Type.Optional(LedgersSchema),
  preferences: Type.Optional(PreferencesSchema),
  costs: Type.Optional(CostsSchema),
}

export const MarketSourceSchema = Type.Object(MARKET_SOURCE)
export type MarketSource = ReadOnly<Static<typeof MarketSourceSchema>>
