import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { openEmbedded } from './embedded.ts'
import type { DatabaseOptions } from './open.ts'
import type { Tables } from './tables.ts'

export interface ReadDatabase {
  readonly db: Kysely<Tables>
  close: () => Promise<void>
}

/**
 * Opens the database beside its writer, to read from it: nothing is brought up to date, and no lock is taken on a server. The embedded one has one
 * process at a time. Throws FolderInUseError.
 */
export async function openForReading (options: DatabaseOptions): Promise<ReadDatabase> {
  if (options.url !== undefined) {
    const pool = new Pool({ connectionString: options.url, max: 3, connectionTimeoutMillis: 10_000, application_name: 'padan reader' })
    pool.on('error', () => {})
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
    return { db, close: () => db.destroy() }
  }
  const embedded = await openEmbedded(options.folder)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: embedded.pool }) })
  const close = async (): Promise<void> => {
    await db.destroy()
    await embedded.close()
  }
  return { db, close }
}
