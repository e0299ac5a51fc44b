import { sql, type Kysely, type RawBuilder } from 'kysely'
import { emit } from '../changes/events.ts'
import type { Tables } from '../database/tables.ts'
import { isShared, isTold } from './is-shared.ts'

/**
 * Brings what followers are told of people's referrals into line, in the transaction of whatever made people agree, or agree no more: closed ones are
 * told as deleted and what was on its way is not sent; open ones are told anew.
 */
export async function syncShared (transaction: Kysely<Tables>, by: string, ...personIds: readonly string[]): Promise<void> {
  // Of a firm that nobody vouches for they were closed before.
  await syncTold(transaction, by, sql`r.person_id = any(${personIds}::text[]) and exists (select from employers v where v.id = r.employer_id and v.state = 'verified')`)
}

/** The same for the referrals of firms that the office vouches for since now, or no longer. */
export async function syncVerified (transaction: Kysely<Tables>, by: string, ...employerIds: readonly string[]): Promise<void> {
  // Those whose people do not agree were closed before, and stay so.
  await syncTold(transaction, by, sql`r.employer_id = any(${employerIds}::text[]) and ${isShared(sql`r.person_id`)}`)
}

async function syncTold (transaction: Kysely<Tables>, by: string, changed: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string, open: boolean }>`select r.id, ${isTold(sql`r.person_id`, sql`r.employer_id`)} as open from referrals r where ${changed} order by r.id`.execute(transaction)
  const [open, closed] = [true, false].map(is => rows.filter(row => row.open === is).map(({ id }) => id))
  if (open.length > 0) await sql`update referrals set revision = nextval('revisions') where id = any(${open}::text[])`.execute(transaction)
  if (closed.length === 0) return
  await sql`
    delete from webhook_deliveries d using events e
    where e.revision = d.revision and d.state <> 'delivered' and e.subject = any(${closed}::text[])`.execute(transaction)
  await sql`insert into deletions (revision, side, id) select nextval('revisions'), 'referrals', id from unnest(${closed}::text[]) as id`.execute(transaction)
  await emit(transaction, ...closed.map(id => ({ kind: 'referral.closed' as const, subject: id, by })))
}

/** Tells followers of the feed that people's referrals are gone. */
export async function tellReferralsGone (transaction: Kysely<Tables>, personIds: readonly string[]): Promise<void> {
  await sql`
    insert into deletions (revision, side, id) select nextval('revisions'), 'referrals', id from referrals where person_id = any(${personIds}::text[])`.execute(transaction)
}
