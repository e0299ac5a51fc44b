import { sql, type Kysely } from 'kysely'
import { emit } from '../changes/events.ts'
import type { Tables } from '../database/tables.ts'
import { isShared } from './is-shared.ts'

/**
 * Brings what followers are told of a person's referrals into line, in the transaction of whatever opened or closed them: closed ones are told as
 * deleted and what was on its way is not sent; open ones are told anew.
 */
export async function syncShared (transaction: Kysely<Tables>, personId: string, by: string): Promise<void> {
  const { rows: [{ open }] } = await sql<{ open: boolean }>`select ${isShared(sql`${personId}`)} as open`.execute(transaction)
  if (open) {
    await sql`update referrals set revision = nextval('revisions') where person_id = ${personId}`.execute(transaction)
    return
  }
  await sql`
    delete from webhook_deliveries d using events e, referrals r
    where e.revision = d.revision and d.state <> 'delivered' and r.id = e.subject and r.person_id = ${personId}`.execute(transaction)
  for (const id of await tellReferralsGone(transaction, personId)) await emit(transaction, { kind: 'referral.closed', subject: id, by })
}

/** Tells followers of the feed that a person's referrals are gone. Returns their ids. */
export async function tellReferralsGone (transaction: Kysely<Tables>, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into deletions (revision, side, id) select nextval('revisions'), 'referrals', id from referrals where person_id = ${personId} returning id`.execute(transaction)
  return rows.map(({ id }) => id)
}
