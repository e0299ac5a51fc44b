import { pino, type DestinationStream, type Logger } from 'pino'
import type { App } from './app-type.ts'

/** What must never be written, should anything ever be logged with it. */
const REDACTED = ['headers', 'body', 'record', 'req', 'res', 'url', 'params', 'query', 'authorization', 'cookie', '*.headers', '*.body', '*.record']

/** A logger without names: no host name, no content, and errors without their messages, which may quote what was sent. */
export function createLogger (level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    redact: { paths: REDACTED, censor: '[redacted]' },
    serializers: { err: describeError },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** One line a request: its id, method, route (never the address, which may hold the id of a person), status and time. */
export function addRequestLog (app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      caller: request.caller?.kind ?? 'unknown',
      ...(request.caller?.role === undefined ? {} : { role: request.caller.role }),
      ms: Math.round(reply.elapsedTime * 10) / 10,
    }, 'request')
  })
}

interface LoggedError {
  type: string
  code?: string
  at: string[]
  cause?: LoggedError
}

const MAX_CAUSES = 5

function describeError (error: unknown, depth: number = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const { code } = error as { code?: unknown }
  return {
    type: error.constructor.name,
    ...(typeof code === 'string' ? { code } : {}),
    at: (error.stack ?? '').split('\n').map(line => line.trim()).filter(line => line.startsWith('at ')).slice(0, 12),
    ...(error.cause === undefined || depth === MAX_CAUSES ? {} : { cause: describeError(error.cause, depth + 1) }),
  }
}
