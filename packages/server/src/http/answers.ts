import { Type, type TSchema } from 'typebox'
import { PROBLEMS, type ProblemCode } from '../errors/codes.ts'
import { ProblemSchema } from '../schemas/problem.ts'
import { reference } from '../schemas/common.ts'

/** What any route may answer. */
const ALWAYS: readonly ProblemCode[] = ['malformed-request', 'internal-error', 'not-ready', 'superseded', 'database-away', 'database-full', 'busy']
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
    responses[status] = problemAnswer(codes.filter(code => PROBLEMS[code].status === status), options.problemSchemas?.[status])
  }
  // The problems are thrown, never returned: a handler's type is that of its successes.
  return responses as Success
}

/** The response of one status: the problems it stands for. */
export function problemAnswer (codes: readonly ProblemCode[], schema: TSchema = reference(ProblemSchema)): object {
  return {
    description: `Problem: ${codes.map(code => `\`${code}\``).join(', ')}.`,
    content: { 'application/problem+json': { schema } },
  }
}

/** An answer without a body. */
export const NothingSchema = Type.Null({ description: 'Done; there is nothing to say.' })
