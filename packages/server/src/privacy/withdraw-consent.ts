import { Problem } from '../errors/problem.ts'
import type { Apply, Desk } from '../people/desk.ts'
import { syncRankable } from '../people/rankable.ts'
import { forgetInResults } from '../store/job-people.ts'
import { syncShared } from './sharing.ts'
import type { ConsentPurpose } from './tables.ts'

/**
 * Ends a consent. From the commit on the person is in no ranking and no result of a job without the one to matching, and no employer sees the person without the one to
 * sharing. Throws Problem `no-such-consent`.
 */
export async function withdrawConsent ({ transaction, registry, now, by }: Desk, personId: string, purpose: ConsentPurpose): Promise<Apply> {
  const { numUpdatedRows } = await transaction.updateTable('consents').set({ withdrawn_at: now })
    .where('person_id', '=', personId).where('purpose', '=', purpose).where('withdrawn_at', 'is', null).executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('no-such-consent')
  if (purpose === 'sharing-with-employers') await syncShared(transaction, personId, by)
  if (purpose === 'matching') await forgetInResults(transaction, personId)
  return await syncRankable(transaction, registry, personId)
}
