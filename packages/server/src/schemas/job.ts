import { Type, type Static } from 'typebox'
import { reference } from './common.ts'
import { FormatSchema } from './format.ts'
import { ProblemSchema } from './problem.ts'

const Moment = Type.String({ description: 'A moment, ISO 8601 in UTC.', examples: ['2026-11-20T03:00:00.000Z'] })

export const JobIdSchema = Type.String({ description: 'Id of the job.', examples: ['0b7e1f9e-8f0e-4f7c-9d0e-2f6f4a1f7f10'] })

export const JobSchema = Type.Object({
  id: JobIdSchema,
  kind: Type.Union([Type.Literal('placement'), Type.Literal('fair-plan'), Type.Literal('import')]),
  state: Type.Union([Type.Literal('queued'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed'), Type.Literal('cancelled')]),
  before: Type.Integer({ minimum: 0, description: 'How many jobs go before this one, while it waits; otherwise 0.' }),
  progress: Type.Object({
    done: Type.Integer({ minimum: 0 }),
    total: Type.Integer({ minimum: 0, description: 'Steps in all; 0 until the job runs.' }),
  }),
  created: Moment,
  started: Type.Union([Moment, Type.Null()]),
  finished: Type.Union([Moment, Type.Null()]),
  result: Type.Union([Type.String(), Type.Null()], { description: 'Address of the result, once the job is done.' }),
  problem: Type.Union([reference(ProblemSchema), Type.Null()], { description: 'Why the job failed.' }),
}, {
  $id: 'Job',
  description: 'Work that takes longer than an answer may. Kept, with its result, for seven days after its end.',
})
export type Job = Static<typeof JobSchema>

/** Which list of a result. */
export const PartSchema = Type.Union([Type.Literal('seekers'), Type.Literal('vacancies'), Type.Literal('booths'), Type.Literal('changes')])

export const PartQuerySchema = Type.Object({
  id: Type.Optional(Type.String({ maxLength: 512, description: 'Only the items of this id.' })),
  limit: Type.Integer({ minimum: 1, maximum: 2000, default: 500 }),
  cursor: Type.Optional(Type.String({ maxLength: 64, description: 'The `next` of the page before.' })),
  format: FormatSchema,
}, { additionalProperties: false })
