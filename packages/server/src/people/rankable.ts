import { sql, type Transaction } from 'kysely'
import type { Seeker } from '@padan/matcher'
import type { Tables } from '../database/tables.ts'
import { checkRecords } from '../store/check-records.ts'
import { deleteRows, upsertRows } from '../store/record-rows.ts'
import type { Registry } from '../store/registry.ts'
import type { Apply } from './desk.ts'

/**
 * The one rule for who is in the rankings: the registration is active, the person agrees to matching and has not had the data frozen. Brings the
 * match records of people into line in the transaction of whatever changed; the returned function does so in memory, after the commit.
 */
export async function syncRankable (transaction: Transaction<Tables>, registry: Registry, ...personIds: readonly string[]): Promise<Apply> {
  if (personIds.length === 0) return () => {}
  // As values and not as conditions: of tables that have just been filled and are not analysed yet, the planner would join everybody's consents with the ids.
  const { rows } = await sql<{ id: string, profile: object, agrees: boolean, frozen: boolean }>`
    select id, profile,
      exists (select from consents c where c.person_id = p.id and c.purpose = 'matching' and c.withdrawn_at is null) as agrees,
      exists (select from restrictions f where f.person_id = p.id) as frozen
    from people p where id = any(${personIds}::text[]) and state = 'active'`.execute(transaction)
  const wanted = rows.filter(({ agrees, frozen }) => agrees && !frozen).map(({ id, profile }) => ({ ...profile, id }) as Seeker)
  // Newer reference data may no longer know what an old profile says.
  const unknown = new Set(checkRecords('seekers', wanted, registry.taxonomy).map(({ row }) => row))
  const records = wanted.filter((_, row) => !unknown.has(row))
  const ranked = new Set(records.map(({ id }) => id))
  await upsertRows(transaction, 'seekers', records)
  const gone = await deleteRows(transaction, 'seekers', personIds.filter(id => !ranked.has(id)))
  return () => {
    if (records.length > 0) registry.remember('seekers', records)
    for (const id of gone) registry.forget('seekers', id)
  }
}
