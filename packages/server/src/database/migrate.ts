import { Migrator, type Kysely, type Migration } from 'kysely'
import { records } from './migrations/0001-records.ts'
import { jobs } from './migrations/0002-jobs.ts'
import { snapshots } from './migrations/0003-snapshots.ts'
import { access } from './migrations/0004-access.ts'
import { audit } from './migrations/0005-audit.ts'
import { consents } from './migrations/0006-consents.ts'
import { people } from './migrations/0006-people.ts'
import { employers } from './migrations/0007-employers.ts'
import { exchange } from './migrations/0009-exchange.ts'
import type { Tables } from './tables.ts'

/** Forward only, in order; a published one is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-records': records,
  '0002-jobs': jobs,
  '0003-snapshots': snapshots,
  '0004-access': access,
  '0005-audit': audit,
  '0006-consents': consents,
  '0006-people': people,
  '0007-employers': employers,
  '0009-exchange': exchange,
}

/**
 * Brings the tables up to date. Two processes may start together: the migrator holds a lock of the database while it works, and the
 * second finds nothing left to do.
 */
export async function migrate (db: Kysely<Tables>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) {
    const failed = results?.find(result => result.status === 'Error')
    throw new Error(`The database could not be brought up to date${failed === undefined ? '' : ` (at ${failed.migrationName})`}.`, { cause: error })
  }
  return (results ?? []).map(result => result.migrationName)
}
