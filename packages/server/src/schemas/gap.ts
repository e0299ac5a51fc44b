import { Type } from 'typebox'
import { EvidenceSchema, IdSchema } from './common.ts'
import { PairSchema } from './ranking.ts'

const TrainingOfferSchema = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 128 }),
  units: Type.Array(Type.String(), { minItems: 1, maxItems: 200 }),
  evidence: Type.Optional(EvidenceSchema),
}, { additionalProperties: false })

export const GapRequestSchema = Type.Object({
  ...Type.Omit(PairSchema, ['language']).properties,
  offers: Type.Optional(Type.Array(TrainingOfferSchema, { maxItems: 200, description: 'Training on offer; each becomes one step.' })),
  limit: Type.Integer({ minimum: 0, maximum: 200, default: 20 }),
}, { additionalProperties: false })

const GapResultSchema = Type.Object({
  step: Type.Object({
    kind: Type.Union([Type.Literal('unit'), Type.Literal('certificate'), Type.Literal('cluster'), Type.Literal('licence'), Type.Literal('offer')]),
    code: Type.String(),
    units: Type.Array(Type.String()),
  }),
  score: Type.Integer(),
  potential: Type.Integer(),
  eligible: Type.Boolean(),
  gain: Type.Integer({ description: 'Score after the step minus score before.' }),
  unlocks: Type.Boolean({ description: 'The step makes the pair eligible.' }),
})

export const GapSchema = Type.Object({
  seekerId: IdSchema,
  vacancyId: IdSchema,
  score: Type.Integer(),
  potential: Type.Integer(),
  eligible: Type.Boolean(),
  steps: Type.Array(GapResultSchema),
}, { $id: 'Gap', description: 'Steps that would raise the score most, recomputed exactly.' })
