import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ProblemCode } from '../errors/codes.ts'
import { Problem } from '../errors/problem.ts'

/** Answers what never became a request: broken HTTP, headers that are too large, a body that took too long. */
export function answerClientError (error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (socket.writable) socket.write(rawAnswer(new Problem(codeOf(error))))
  socket.destroy()
}

function codeOf (error: { code?: string }): ProblemCode {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request-timeout'
  if (error.code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large'
  return 'malformed-request'
}

function rawAnswer (problem: Problem): string {
  const body = JSON.stringify(problem.document(randomUUID(), 'en'))
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
