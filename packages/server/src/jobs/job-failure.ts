import { fieldErrors, Problem } from '../errors/problem.ts'
import type { RecordProblem } from '@padan/matcher'
import type { JobFailure } from './job-output.ts'

const MOST_ERRORS = 100

/**
 * What the engine refused, as a failure to show. Undefined for anything else: that is a fault, and it is not shown, for its words may be
 * of anything.
 */
export function failureOf (error: unknown): JobFailure | undefined {
  const { name, message, code, problems } = error as { name?: unknown, message?: unknown, code?: unknown, problems?: readonly RecordProblem[] }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { code: 'job-too-large' }
  if (name === 'RecordError' && problems !== undefined) return { code: 'bad-market', errors: fieldErrors(problems.slice(0, MOST_ERRORS)) }
  if (name !== 'RangeError' && name !== 'NotFoundError') return undefined
  const detail = String(message)
  return { code: 'bad-market', detail, detailId: `Permintaan tidak dapat dikerjakan: ${detail}` }
}

/** A failure as the problem document that a job shows. */
export function problemOfFailure (text: string): Problem {
  const { code, detail, detailId, errors } = JSON.parse(text) as JobFailure
  return new Problem(code, {
    ...detail === undefined ? {} : { detail },
    ...detailId === undefined ? {} : { detailId },
    ...errors === undefined ? {} : { errors },
  })
}
