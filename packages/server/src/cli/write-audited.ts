import type { Kysely, Transaction } from 'kysely'
import { anchorIn } from '../audit/anchor.ts'
import { Audit } from '../audit/audit.ts'
import type { Tables } from '../database/tables.ts'
import type { KeyFolder } from '../vault/master-key.ts'

/** Runs a write of the command line, which is recorded in the audit trail as one of the service is. The service must be stopped. */
export async function writeAudited<T> (db: Kysely<Tables>, folder: KeyFolder, work: (transaction: Transaction<Tables>, audit: Audit) => Promise<T>): Promise<T> {
  const audit = new Audit({ anchor: anchorIn(folder) })
  await audit.load(db)
  try {
    const { answer, saved } = await db.transaction().execute(async transaction => {
      const answer = await work(transaction, audit)
      return { answer, saved: await audit.save(transaction) }
    })
    saved()
    return answer
  } finally {
    audit.close()
  }
}
