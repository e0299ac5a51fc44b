import type { Transaction } from 'kysely'
import type { Seeker } from '@padan/matcher'
import type { Tables } from '../database/tables.ts'
import { hasConsent } from '../privacy/consents.ts'
import { isRestricted } from '../privacy/restrictions.ts'
import { checkRecords } from '../store/check-records.ts'
import { deleteRow, upsertRows } from '../store/record-rows.ts'
import type { Registry } from '../store/registry.ts'
import type { Apply } from './desk.ts'

/**
 * The one rule for who is in the rankings: the registration is active, the person agrees to matching and has not had the data frozen. Brings the
 * match records into line in the transaction of whatever changed; the returned function does so in memory, after the commit.
 */
export async function syncRankable (transaction: Transaction<Tables>, registry: Registry, personId: string): Promise<Apply> {
  const person = await transaction.selectFrom('people').select(['state', 'profile']).where('id', '=', personId).executeTakeFirst()
  const record = { ...person?.profile, id: personId } as unknown as Seeker
  const isRankable = person?.state === 'active' &&
    await hasConsent(transaction, personId, 'matching') &&
    !await isRestricted(transaction, personId) &&
    // Newer reference data may no longer know what an old profile says.
    checkRecords('seekers', [record], registry.taxonomy).length === 0
  if (isRankable) {
    await upsertRows(transaction, 'seekers', [record])
    return () => registry.remember('seekers', [record])
  }
  return await deleteRow(transaction, 'seekers', personId) ? () => registry.forget('seekers', personId) : () => {}
}
