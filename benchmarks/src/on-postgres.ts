import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger, readConfig, startService, type Service } from '@padan/server'
import type { Taxonomy } from '@padan/taxonomy'
import { describeMachine } from './machine.ts'
import { startPostgres } from './peers/postgres-server.ts'
import { signedIn } from './people-import.ts'

/** Works with an office's service over a PostgreSQL of its own, signed in as its admin, and prints on which machine; nothing of either stays. */
export async function onPostgres (taxonomy: Taxonomy, work: (service: Service, authorization: string, databaseUrl: string) => Promise<void>): Promise<void> {
  const postgres = await startPostgres()
  const keys = await mkdtemp(join(tmpdir(), 'padan-bench-keys-'))
  try {
    const config = readConfig({ PADAN_ACCESS: 'closed', DATABASE_URL: postgres.url, PADAN_KEYS: keys, HOST: '127.0.0.1', PORT: '0', IMPORT_LIMIT: '1000000000' })
    const service = await startService({ config, taxonomy, logger: createLogger('silent') })
    try {
      const authorization = await signedIn(service)
      console.log(describeMachine())
      await work(service, authorization, postgres.url)
    } finally {
      await service.close()
    }
  } finally {
    await postgres.stop()
    await rm(keys, { recursive: true, force: true })
  }
}
