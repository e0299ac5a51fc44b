import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const USABLE = /^[A-Za-z0-9_-]{1,64}$/

/** The caller's `x-request-id` when it is usable, else a new one. */
export function requestIdOf (request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && USABLE.test(given) ? given : randomUUID()
}
