import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const USABLE = /^[A-Za-z0-9_-]{1,64}$/
/** It goes into the log, where no NIK should ever be. */
const MAY_BE_A_NIK = /(?<![0-9A-Za-z])\d{16}(?![0-9A-Za-z])/

/** The caller's `x-request-id` when it is usable, else a new one. */
export function requestIdOf (request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && USABLE.test(given) && !MAY_BE_A_NIK.test(given) ? given : randomUUID()
}
