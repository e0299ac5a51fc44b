import { Client, type ClientConfig } from 'pg'
import type { PostgresPool, PostgresPoolClient } from 'kysely'

/** After these PostgreSQL ends itself. */
const DEADLY: ReadonlySet<unknown> = new Set(['PANIC', 'FATAL'])
/** A disk that is full stays so for a while, and each try to open the database holds everybody up for some seconds. */
const REOPEN_PAUSE_MS = 15_000

export interface SingleConnection {
  /** What a client of the database is made with. */
  config: object
  /** Opens the database again after it ended, and tells the same of it. */
  reopen: () => Promise<object>
  /** Told when it has ended: it is to be left alone. */
  onEnd: () => void
}

/**
 * A pool of one `pg` client that is never thrown away, for a database with one connection. Who asks while it is taken waits, first come
 * first served. `pg.Pool` will not do: it replaces a client after a failed query, and the embedded database cannot be connected to twice.
 *
 * A server that has to end (its log needs a new file, and the disk is full) is started again by its supervisor. The embedded one has none, and after
 * its end answers no statement, not even with an error: so it is asked no more, and opened again for the next who needs it, which recovers what was
 * committed as after any crash.
 */
export async function singleConnectionPool ({ config, reopen, onEnd }: SingleConnection): Promise<PostgresPool> {
  let client: Client | undefined
  let why: unknown
  let triedAt = -Infinity
  let last: Promise<void> = Promise.resolve()
  let ended = false

  const join = async (config: object): Promise<Client> => {
    const made = new Client(config as ClientConfig)
    made.on('error', error => lose(made, error))
    await made.connect()
    client = made
    return made
  }

  const lose = (which: Client, error: unknown): void => {
    if (client !== which) return
    client = undefined
    why = error
    triedAt = -Infinity
    onEnd()
  }

  const rejoin = async (): Promise<Client> => {
    if (performance.now() - triedAt < REOPEN_PAUSE_MS) throw why
    try {
      return await join(await reopen())
    } catch {
      // Why it ended is why it cannot begin.
      triedAt = performance.now()
      throw why
    }
  }

  const connect = async (): Promise<PostgresPoolClient> => {
    if (ended) throw new Error('The database is closed.')
    const before = last
    let release = (): void => {}
    last = new Promise(resolve => { release = resolve })
    await before
    try {
      return over(client ?? await rejoin(), release)
    } catch (error) {
      release()
      throw error
    }
  }

  const over = (mine: Client, release: () => void): PostgresPoolClient => {
    const query = async (...args: unknown[]): Promise<unknown> => {
      // It ended in the middle of a transaction, of which nothing is left to be rolled back.
      if (client !== mine) throw why
      try {
        return await (mine.query as (...args: unknown[]) => Promise<unknown>).apply(mine, args)
      } catch (error) {
        if (DEADLY.has((error as { severity?: unknown }).severity)) lose(mine, error)
        throw error
      }
    }
    return { query, release } as unknown as PostgresPoolClient
  }

  const end = async (): Promise<void> => {
    ended = true
    await last
    await client?.end()
  }

  await join(config)
  return { connect, end } as PostgresPool
}
