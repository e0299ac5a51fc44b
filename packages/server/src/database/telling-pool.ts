import type { PostgresPool, PostgresPoolClient } from 'kysely'

/** Thrown when it is the database that fails, not what was asked of it. */
export class DatabaseTroubleError extends Error {
  override readonly name = 'DatabaseTroubleError'
  /** It has no room left; otherwise it is away or too slow. */
  readonly isFull: boolean

  constructor (cause: unknown, isFull: boolean) {
    super(isFull ? 'The database has no room left.' : 'The database does not answer.', { cause })
    this.isFull = isFull
  }
}

/** SQLSTATE classes and codes of a server that is away: connection lost, too many connections, stopped, starting, a statement cut off, only reading. */
const AWAY_STATES = /^(08...|53300|57P0[1-5]|57014|25006|58...)$/
const FULL_STATES = /^(53100|53200|53000)$/
const AWAY_CODES: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])
/** What `pg` says without a code. */
const AWAY_MESSAGES = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|The server does not support|Client was closed)/

/**
 * A pool whose errors tell a database in trouble from a statement that is wrong. Must be told here: further up, a broken connection to the database
 * looks as one to a client.
 */
export function tellingPool (pool: PostgresPool): PostgresPool {
  return {
    // Nothing was asked yet: whatever this is (a password, a certificate that expired, a database that was dropped), the database cannot be had.
    connect: async () => telling(await pool.connect().catch(error => { throw new DatabaseTroubleError(error, isFull(error)) })),
    end: () => pool.end(),
  } as PostgresPool
}

function telling (client: PostgresPoolClient): PostgresPoolClient {
  const query = async (...args: unknown[]): Promise<unknown> => {
    return await (client.query as (...args: unknown[]) => Promise<unknown>).apply(client, args).catch(rethrow)
  }
  return { query, release: () => client.release() } as unknown as PostgresPoolClient
}

function rethrow (error: unknown): never {
  const { code, message } = error as { code?: unknown, message?: unknown }
  const state = typeof code === 'string' ? code : ''
  if (isFull(error)) throw new DatabaseTroubleError(error, true)
  if (AWAY_STATES.test(state) || AWAY_CODES.has(state) || (state === '' && AWAY_MESSAGES.test(String(message)))) throw new DatabaseTroubleError(error, false)
  throw error
}

function isFull (error: unknown): boolean {
  return FULL_STATES.test(String((error as { code?: unknown }).code))
}
