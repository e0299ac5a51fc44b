import { sql, type Transaction } from 'kysely'
import type { Seeker } from '@padan/matcher'
import type { Tables } from '../database/tables.ts'
import { checkRecords } from '../store/check-records.ts'
import { deleteRows, upsertRows } from '../store/record-rows.ts'
import type { Registry } from '../store/registry.ts'
import type { Apply } from './desk.ts'

/** Whom the office may put forward, in SQL: the registration is active, the person agrees to matching and has not had the data frozen. */
const MAY_BE_PUT_FORWARD = sql<boolean>`(
  p.state = 'active'
  and exists (select from consents c where c.person_id = p.id and c.purpose = 'matching' and c.withdrawn_at is null)
  and not exists (select from restrictions f where f.person_id = p.id))`
/** Whose objection to a result of matching was granted: until somebody of the office has decided anew nothing is decided by the engine (UU PDP Art. 10). */
const UNDER_REVIEW = sql<boolean>`exists (select from data_requests q where q.person_id = p.id and q.state = 'under-review')`

/** Whether somebody who is in no ranking for an objection that was granted may be put forward by hand. */
export async function isUnderReview (transaction: Transaction<Tables>, personId: string): Promise<boolean> {
  const { rows } = await sql`select from people p where p.id = ${personId} and ${MAY_BE_PUT_FORWARD} and ${UNDER_REVIEW}`.execute(transaction)
  return rows.length > 0
}

/**
 * The one rule for who is in the rankings: whoever may be put forward, unless an objection is under review. Brings the
 * match records of people into line in the transaction of whatever changed; the returned function does so in memory, after the commit.
 */
export async function syncRankable (transaction: Transaction<Tables>, registry: Registry, ...personIds: readonly string[]): Promise<Apply> {
  if (personIds.length === 0) return () => {}
  // As a value and not as a condition: of tables that have just been filled and are not analysed yet, the planner would join everybody's consents with the ids.
  const { rows } = await sql<{ id: string, profile: object, rankable: boolean }>`
    select id, profile, ${MAY_BE_PUT_FORWARD} and not ${UNDER_REVIEW} as rankable from people p where id = any(${personIds}::text[])`.execute(transaction)
  const wanted = rows.filter(({ rankable }) => rankable).map(({ id, profile }) => ({ ...profile, id }) as Seeker)
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
