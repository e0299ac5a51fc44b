import { sql, type Kysely } from 'kysely'
import { emit } from '../changes/events.ts'
import type { Tables } from '../database/tables.ts'
import { isShared } from './is-shared.ts'

/**
 * Brings what followers are told of people's referrals into line, in the transaction of whatever opened or closed them: closed ones are told as
 * deleted and what was on its way is not sent; open ones are told anew.
 */
export async function syncShared (transaction: Kysely<Tables>, by: string, ...personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const { rows } = await sql<{ id: string, open: boolean }>`select id, ${isShared(sql`id`)} as open from unnest(${personIds}::text[]) as id`.execute(transaction)
  const [open, closed] = [true, false].map(is => rows.filter(row => row.open === is).map(({ id }) => id))
  if (open.length > 0) await sql`update referrals set revision = nextval('revisions') where person_id = any(${open}::text[])`.execute(transaction)
  if (closed.length === 0) return
  await sql`
    delete from webhook_deliveries d using events e, referrals r
    where e.revision = d.revision and d.state <> 'delivered' and r.id = e.subject and r.person_id = any(${closed}::text[])`.execute(transaction)
  await emit(transaction, ...(await tellReferralsGone(transaction, closed)).map(id => ({ kind: 'referral.closed' as const, subject: id, by })))
}

/** Tells followers of the feed that people's referrals are gone. Returns their ids. */
export async function tellReferralsGone (transaction: Kysely<Tables>, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into deletions (revision, side, id) select nextval('revisions'), 'referrals', id from referrals where person_id = any(${personIds}::text[]) returning id`.execute(transaction)
  return rows.map(({ id }) => id)
}
