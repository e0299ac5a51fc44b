import { NotFoundError, RecordError } from '@padan/matcher'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { DatabaseTroubleError } from '../database/telling-pool.ts'
import type { ProblemCode } from '../errors/codes.ts'
import { fieldErrors, Problem, tooLarge } from '../errors/problem.ts'
import { languageOf } from './language.ts'

/** Errors of the framework and of the connection that are the client's. */
const FRAMEWORK_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_BAD_URL: 'malformed-request',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  // An address that climbs out of the folder of the documents' files.
  FST_STATIC_FORBIDDEN_PATH: 'not-found',
  FST_ERR_ASYNC_CONSTRAINT: 'malformed-request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  // The sender went away in the middle: nobody is left to read the answer.
  ECONNRESET: 'malformed-request',
  ERR_STREAM_PREMATURE_CLOSE: 'malformed-request',
}

/** A restart of a database takes a few seconds. */
const RETRY_SECONDS = '5'

/** Answers any error as a problem document, and logs those that are ours. */
export function answerError (error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request)
  // Only what happened and where: a message may quote what it could not read.
  if (problem.code === 'internal-error' || error instanceof DatabaseTroubleError) request.log.error({ err: error }, error instanceof DatabaseTroubleError ? 'the database is in trouble' : 'unexpected error')
  const language = languageOf(request.headers['accept-language'])
  // The rest of a refused body is read and dropped: a connection closed under a sender would lose the answer.
  reply.removeHeader('connection')
  reply
    .code(problem.status)
    .headers({ ...problem.options.headers, 'x-request-id': request.id, 'content-language': language, vary: 'accept-language' })
    .type('application/problem+json')
    .send(problem.document(request.id, language))
}

/** What an error is for whoever asked. */
export function problemOf (error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error instanceof DatabaseTroubleError) return new Problem(error.isFull ? 'database-full' : 'database-away', { headers: { 'retry-after': RETRY_SECONDS } })
  if (error instanceof RecordError) return new Problem('bad-record', { errors: fieldErrors(error.problems) })
  if (error instanceof NotFoundError) return new Problem('record-not-found')
  const { code, statusCode } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge(request.routeOptions.bodyLimit)
  if (typeof code === 'string' && Object.hasOwn(FRAMEWORK_CODES, code)) return new Problem(FRAMEWORK_CODES[code])
  if (statusCode === 400) return new Problem('malformed-request')
  return new Problem('internal-error')
}
