import { Type, type TSchema } from 'typebox'
import { PROBLEMS, type ProblemCode } from '../errors/codes.ts'
import { ProblemSchema } from '../schemas/problem.ts'
import { reference } from '../schemas/common.ts'

/** What any route may answer. */
const ALWAYS: readonly ProblemCode[] = ['malformed-request', 'internal-error', 'not-ready', 'superseded']
const WITH_BODY: readonly ProblemCode[] = ['malformed-json', 'forbidden-key', 'body-too-large', 'unsupported-media-type']

export interface AnswerOptions {
  /** The route reads a body. */
  body?: boolean
  /** Its own problems. */
  problems?: readonly ProblemCode[]
  /** A richer schema than the plain problem for one status. */
  problemSchemas?: Readonly<Record<number, TSchema>>
}

/** The responses of a route: its successes, and a problem document for every status it can refuse with. */
export function answers<Success extends Record<number, TSchema>> (success: Success, options: AnswerOptions = {}): Success {
  const codes = [...ALWAYS, ...(options.body === true ? WITH_BODY : []), ...(options.problems ?? [])]
  const responses: Record<number, unknown> = { ...success }
  for (const status of new Set(codes.map(code => PROBLEMS[code].status))) {
    const titles = codes.filter(code => PROBLEMS[code].status === status).map(code => `\`${code}\``)
    responses[status] = {
      description: `Problem: ${titles.join(', ')}.`,
      content: { 'application/problem+json': { schema: options.problemSchemas?.[status] ?? reference(ProblemSchema) } },
    }
  }
  // The problems are thrown, never returned: a handler's type is that of its successes.
  return responses as Success
}

/** An answer without a body. */
export const NothingSchema = Type.Null({ description: 'Done; there is nothing to say.' })
