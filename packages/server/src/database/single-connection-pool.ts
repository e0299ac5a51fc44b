import { Client, type ClientConfig } from 'pg'
import type { PostgresPool, PostgresPoolClient } from 'kysely'

/**
 * A pool of one `pg` client that is never thrown away, for a database with one connection. Who asks while it is taken waits, first come
 * first served. `pg.Pool` will not do: it replaces a client after a failed query, and the embedded database cannot be connected to twice.
 */
export async function singleConnectionPool (config: object): Promise<PostgresPool> {
  const client = new Client(config as ClientConfig)
  await client.connect()
  let last: Promise<void> = Promise.resolve()
  let ended = false

  const connect = async (): Promise<PostgresPoolClient> => {
    if (ended) throw new Error('The database is closed.')
    const before = last
    let release = (): void => {}
    last = new Promise(resolve => { release = resolve })
    await before
    return { query: client.query.bind(client), release } as PostgresPoolClient
  }

  const end = async (): Promise<void> => {
    ended = true
    await last
    await client.end()
  }

  return { connect, end } as PostgresPool
}
