import { sql, type Kysely } from 'kysely'
import { rowSet } from '../database/row-set.ts'
import type { Tables } from '../database/tables.ts'
import type { Demand, Posting } from './posting-schema.ts'
import type { DemandState, PostingState } from './tables.ts'

export interface StoredPosting {
  id: string
  employerId: string
  state: PostingState
  reason: string | null
  record: Posting
  filled: number
  revision: string
}

export interface StoredDemand {
  postingId: string
  demand: Demand
  state: DemandState
  decision: string | null
}

const COLUMNS = ['id', 'employer_id as employerId', 'state', 'reason', 'record', 'filled', 'revision'] as const

export interface PostingFilter {
  employerId?: string
  state?: PostingState
}

export async function readPosting (db: Kysely<Tables>, id: string): Promise<StoredPosting | undefined> {
  return await db.selectFrom('postings').select(COLUMNS).where('id', '=', id).executeTakeFirst()
}

/** Up to `limit` after an id, in the order of their ids. */
export async function pageOfPostings (db: Kysely<Tables>, limit: number, after: string | undefined, { employerId, state }: PostingFilter): Promise<StoredPosting[]> {
  let query = db.selectFrom('postings').select(COLUMNS).orderBy('id').limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  if (employerId !== undefined) query = query.where('employer_id', '=', employerId)
  if (state !== undefined) query = query.where('state', '=', state)
  return await query.execute()
}

export type PostingParts = Omit<StoredPosting, 'revision' | 'filled'>

/** Stores or replaces postings, by one statement; how many of their seats are filled stays. Returns the revision of each id. */
export async function writePostings (db: Kysely<Tables>, postings: readonly PostingParts[]): Promise<ReadonlyMap<string, string>> {
  const written = postings.map(({ id, employerId, state, reason, record }) => (
    { id, employer_id: employerId, state, record, reason, external_id: record.externalId, seats: record.seats, closes: record.closes }
  ))
  const { rows } = await sql<{ id: string, revision: string }>`
    insert into postings (id, employer_id, state, record, reason, external_id, seats, closes, revision)
    select id, employer_id, state, record, reason, external_id, seats, closes, nextval('revisions') from ${rowSet('postings', written)} as given
    on conflict (id) do update set state = excluded.state, record = excluded.record, reason = excluded.reason, external_id = excluded.external_id, seats = excluded.seats,
      closes = excluded.closes, revision = excluded.revision, updated_at = now()
    returning id, revision`.execute(db)
  return new Map(rows.map(({ id, revision }) => [id, revision]))
}

/** Postings by id, and ids by employer and the employer's own number. */
export interface KnownPostings {
  byId: ReadonlyMap<string, StoredPosting>
  idOf: (employerId: string, number: string) => string | undefined
}

/** Looks up postings by ids and by numbers of any employer: one statement. */
export async function lookUpPostings (db: Kysely<Tables>, ids: readonly string[], numbers: readonly string[]): Promise<KnownPostings> {
  if (ids.length + numbers.length === 0) return { byId: new Map(), idOf: () => undefined }
  const { rows } = await sql<StoredPosting & { number: string | null }>`
    select id, employer_id as "employerId", state, reason, record, filled, revision, external_id as number from postings
    where id = any(${ids}::text[]) or external_id = any(${numbers}::text[])`.execute(db)
  const byNumber = new Map(rows.map(({ id, employerId, number }) => [`${employerId} ${number}`, id]))
  return { byId: new Map(rows.map(({ number: _number, ...posting }) => [posting.id, posting])), idOf: (employerId, number) => byNumber.get(`${employerId} ${number}`) }
}

/** Takes one seat. False when none is left: the database compares and counts in one step. */
export async function takeSeat (db: Kysely<Tables>, id: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`update postings set filled = filled + 1, revision = nextval('revisions'), updated_at = now() where id = ${id} and filled < seats`.execute(db)
  return numAffectedRows > 0n
}

/**
 * Brings what is asked into line with the demands of a posting. One that was decided is not asked again while it stays the same; one that is no longer
 * made goes, unless it was refused: that stays listed.
 */
export async function askDemands (db: Kysely<Tables>, postingId: string, demands: readonly Demand[]): Promise<void> {
  const made = demands.map(demand => JSON.stringify(demand))
  await sql`delete from posting_demands where posting_id = ${postingId} and state <> 'refused' and not demand = any(${made}::jsonb[])`.execute(db)
  for (const demand of demands) {
    const text = JSON.stringify(demand)
    await sql`
      insert into posting_demands (posting_id, kind, demand, reason_code, reason, state)
      select ${postingId}, ${demand.kind}, ${text}::jsonb, ${demand.reasonCode}, ${demand.reason}, 'asked'
      where not exists (select from posting_demands where posting_id = ${postingId} and demand = ${text}::jsonb)`.execute(db)
  }
}

export async function demandsOf (db: Kysely<Tables>, postingIds: readonly string[]): Promise<StoredDemand[]> {
  if (postingIds.length === 0) return []
  return await db.selectFrom('posting_demands').select(['posting_id as postingId', 'demand', 'state', 'decision']).where('posting_id', 'in', postingIds).orderBy('posting_id').orderBy('number').execute()
}

/** Demands in a state, for the list of what was refused: up to `limit` after a number, in the order they were asked. */
export async function pageOfDemands (db: Kysely<Tables>, state: DemandState, limit: number, after = '0'): Promise<Array<StoredDemand & { number: string }>> {
  return await db.selectFrom('posting_demands').select(['number', 'posting_id as postingId', 'demand', 'state', 'decision'])
    .where('state', '=', state).where('number', '>', after).orderBy('number').limit(limit).execute()
}
