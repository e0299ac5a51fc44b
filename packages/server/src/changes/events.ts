import { sql, type Kysely } from 'kysely'
import { rowSet } from '../database/row-set.ts'
import type { Tables } from '../database/tables.ts'
import { mayBeTold } from './may-be-told.ts'

/** What others may be told of. */
export const EVENT_KINDS = [
  'person.registered', 'person.reactivated', 'person.changed', 'person.removed', 'person.hired', 'card.issued', 'card.reprinted', 'card.revoked',
  'employer.registered', 'employer.verified', 'employer.returned',
  'posting.submitted', 'posting.published', 'posting.returned', 'posting.closed', 'posting.expired',
  'referral.made', 'referral.answered', 'referral.closed',
] as const
export type EventKind = typeof EVENT_KINDS[number]

export interface NewEvent {
  kind: EventKind
  /** Id of the person, employer, posting or referral. */
  subject: string
  /** Other ids that belong to it, by their role. Never a name, number or text of anybody. */
  related?: Readonly<Record<string, string>>
  /** Id of the caller. */
  by: string
}

/**
 * Notes events in their order, and for every webhook that wants one a delivery, in the transaction of the acts: what was committed is told at least
 * once, what was not is never told. What may not be told now is on its way to nobody. One statement, however many events.
 */
export async function emit (transaction: Kysely<Tables>, ...events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ kind, subject, related = {}, by }) => ({ kind, subject, related, by_caller: by }))
  // Due at once, however far the database's clock is from the service's.
  await sql`
    with e as (
      insert into events (revision, kind, subject, related, by_caller)
      select nextval('revisions'), kind, subject, related, by_caller from ${rowSet('events', rows)} as given returning revision, kind, subject)
    insert into webhook_deliveries (webhook_id, revision, state, next_at)
    select w.id, e.revision, 'waiting', 'epoch' from webhooks w, e
    where ${mayBeTold} and w.is_active and (w.kinds @> array[e.kind] or w.kinds = '{}')`.execute(transaction)
}

/** A number in the order of all writes, for a row that is written by hand. */
export async function nextRevision (transaction: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ revision: string }>`select nextval('revisions')::text as revision`.execute(transaction)
  return rows[0].revision
}
