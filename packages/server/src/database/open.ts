import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { Pool } from 'pg'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'
import { tellingPool } from './telling-pool.ts'
import { holdWriterLock } from './writer-lock.ts'

/** Longest time for one statement, unless it is said: ten times what the longest here takes on a large office. */
const STATEMENT_MS = 120_000
/** A server that still has not answered so long after it should have ended the statement is given up. */
const SILENCE_MS = 5000
/** A transaction that nothing is asked in for so long is ended by the server, and with it what it locks. */
const IDLE_MS = 30_000

export interface DatabaseOptions {
  /** A PostgreSQL server. */
  url?: string
  /** Connections to the server. */
  poolSize?: number
  /** Longest time for one statement on a server, in milliseconds. Default: 120,000. */
  statementMs?: number
  /** Folder of the embedded database, when there is no `url`; in memory when there is neither. */
  folder?: string
  /** Leave the tables as they are: a restore makes them of the backup's layout first. Default: bring them up to date. */
  asIs?: boolean
}

export interface Database {
  readonly db: Kysely<Tables>
  readonly kind: 'postgres' | 'embedded'
  /** Folder of the embedded database's files; undefined on a server and in memory. */
  readonly folder?: string
  /** Set by whoever has to know that the connection with the writer lock broke. */
  onBreak: () => void
  close: () => Promise<void>
}

/**
 * Opens the database, makes this process its writer and brings the tables up to date. Everything after this is one code path for both
 * kinds. Throws DatabaseInUseError or FolderInUseError when another process is the writer.
 */
export async function openDatabase (options: DatabaseOptions): Promise<Database> {
  const database = options.url === undefined ? await openEmbeddedDatabase(options.folder) : await openServer(options.url, options.poolSize ?? 5, options.statementMs ?? STATEMENT_MS)
  try {
    if (options.asIs !== true) await migrate(database.db)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openEmbeddedDatabase (folder?: string): Promise<Database> {
  const embedded = await openEmbedded(folder)
  const db = over(tellingPool(embedded.pool))
  const close = async (): Promise<void> => {
    await db.destroy()
    await embedded.close()
  }
  return { db, kind: 'embedded', folder, onBreak: () => {}, close }
}

async function openServer (url: string, poolSize: number, statementMs: number): Promise<Database> {
  const lock = await holdWriterLock(url, () => database.onBreak())
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // The server ends a statement that takes too long; where it does not even answer to that, the client does.
    statement_timeout: statementMs,
    query_timeout: statementMs + SILENCE_MS,
    // A process that stands still in the middle of a transaction (a suspended machine) would keep whoever takes over from beginning.
    idle_in_transaction_session_timeout: Math.min(statementMs, IDLE_MS),
    application_name: 'padan',
  })
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  // So would one that is taken and breaks between two statements of a transaction: the next statement tells.
  pool.on('connect', client => { client.on('error', () => {}) })
  const db = over(tellingPool(pool))
  const close = async (): Promise<void> => {
    await db.destroy()
    await lock.release()
  }
  const database: Database = { db, kind: 'postgres', onBreak: () => {}, close }
  return database
}

function over (pool: PostgresPool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
