import { Problem } from '../errors/problem.ts'
import type { Apply, Desk } from '../people/desk.ts'
import { syncRankable } from '../people/rankable.ts'
import type { ConsentPurpose } from './tables.ts'

/** Ends a consent. Without the one to matching the person is in no ranking from the commit on. Throws Problem `no-such-consent`. */
export async function withdrawConsent ({ transaction, registry, now }: Desk, personId: string, purpose: ConsentPurpose): Promise<Apply> {
  const { numUpdatedRows } = await transaction.updateTable('consents').set({ withdrawn_at: now })
    .where('person_id', '=', personId).where('purpose', '=', purpose).where('withdrawn_at', 'is', null).executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('no-such-consent')
  return await syncRankable(transaction, registry, personId)
}
