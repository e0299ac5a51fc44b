import { Migrator, sql, type Kysely, type Migration } from 'kysely'
import { records } from './migrations/0001-records.ts'
import { jobs } from './migrations/0002-jobs.ts'
import { snapshots } from './migrations/0003-snapshots.ts'
import { access } from './migrations/0004-access.ts'
import { audit } from './migrations/0005-audit.ts'
import { consents } from './migrations/0006-consents.ts'
import { people } from './migrations/0006-people.ts'
import { privacy } from './migrations/0008-privacy.ts'
import { employers } from './migrations/0010-employers.ts'
import { exchange } from './migrations/0011-exchange.ts'
import { imports } from './migrations/0012-imports.ts'
import { sharing } from './migrations/0013-sharing.ts'
import { letters } from './migrations/0014-letters.ts'
import { receipts } from './migrations/0015-receipts.ts'
import { vacancyCounts } from './migrations/0016-vacancy-counts.ts'
import { signedCards } from './migrations/0017-signed-cards.ts'
import { objections } from './migrations/0018-objections.ts'
import { jobBeginnings } from './migrations/0019-job-beginnings.ts'
import { ExpectedError } from '../errors/expected-error.ts'
import type { Tables } from './tables.ts'

/** Thrown for data of a later version of the program. */
export class LayoutError extends ExpectedError {
  override readonly name = 'LayoutError'
}

/** Forward only, in order; a published one is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-records': records,
  '0002-jobs': jobs,
  '0003-snapshots': snapshots,
  '0004-access': access,
  '0005-audit': audit,
  '0006-consents': consents,
  '0006-people': people,
  '0008-privacy': privacy,
  '0010-employers': employers,
  '0011-exchange': exchange,
  '0012-imports': imports,
  '0013-sharing': sharing,
  '0014-letters': letters,
  '0015-receipts': receipts,
  '0016-vacancy-counts': vacancyCounts,
  '0017-signed-cards': signedCards,
  '0018-objections': objections,
  '0019-job-beginnings': jobBeginnings,
}

/**
 * Brings the tables up to date. Two processes may start together: the migrator holds a lock of the database while it works, and the
 * second finds nothing left to do. With a `layout`, the name of a migration, only so far: for a backup of that time. Throws LayoutError.
 */
export async function migrate (db: Kysely<Tables>, layout?: string): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  if (layout !== undefined && !Object.hasOwn(MIGRATIONS, layout)) throw new LayoutError(`The layout ${layout} is of a later version of the program. Use that version.`)
  const { error, results } = layout === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(layout)
  if (error !== undefined) {
    if (await isOfLaterVersion(db)) throw new LayoutError('The database was brought up to date by a later version of the program, and there is no way back. Use that version, or restore the backup that was taken before.')
    const failed = results?.find(result => result.status === 'Error')
    throw new Error(`The database could not be brought up to date${failed === undefined ? '' : ` (at ${failed.migrationName})`}.`, { cause: error })
  }
  return (results ?? []).map(result => result.migrationName)
}

/** True when the database went through a migration that this program does not know. */
async function isOfLaterVersion (db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db).catch(() => ({ rows: [] }))
  return rows.some(({ name }) => !Object.hasOwn(MIGRATIONS, name))
}
