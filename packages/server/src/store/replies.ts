import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { DELETIONS_SWEPT } from './revisions.ts'

/** A repeated key replays its first answer for a day. */
const KEEP_REPLIES = sql`interval '24 hours'`
/** Whoever follows the changes has a week to see a deletion. */
const KEEP_DELETIONS = sql`interval '7 days'`
/** So does whoever asked for a job. */
const KEEP_JOBS = sql`interval '7 days'`

/** What an Idempotency-Key stands for. */
export interface KeyedRequest {
  /** Id of the caller: keys of different callers have nothing to do with each other. */
  caller: string
  /** Its keyed hash: what a client makes its keys of may be somebody's number. */
  key: string
  method: string
  path: string
  /** SHA-256 of the body as it came, hex. */
  fingerprint: string
}

/** A key as it came, beside what is kept of it. */
export interface GivenKey extends KeyedRequest {
  given: string
}

export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
}

/** The first answer to a caller's key, with the request it was for; undefined for a new or expired key. */
export async function findReply (db: Kysely<Tables>, { caller, key, given }: GivenKey): Promise<(KeyedRequest & Reply) | undefined> {
  return await db.selectFrom('replies')
    .select(['caller', 'key', 'method', 'path', 'fingerprint', 'status', 'headers', 'body'])
    .where('caller', '=', caller)
    // What was kept before an upgrade stands under the key as it came, for a day.
    .where('key', 'in', [key, given])
    .where('created_at', '>', sql<Date>`now() - ${KEEP_REPLIES}`)
    .executeTakeFirst()
}

/** Keeps an answer, in the transaction of the write it answers. */
export async function saveReply (db: Kysely<Tables>, request: KeyedRequest, reply: Reply): Promise<void> {
  const { caller, key, method, path, fingerprint } = request
  const answer = { method, path, fingerprint, status: reply.status, headers: JSON.stringify(reply.headers), body: reply.body }
  await db.insertInto('replies')
    .values({ caller, key, ...answer })
    // Only an expired answer can be in the way.
    .onConflict(conflict => conflict.columns(['caller', 'key']).doUpdateSet({ ...answer, created_at: sql<Date>`now()` }))
    .execute()
}

/** Removes what is past its time. */
export async function sweep (db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('replies').where('created_at', '<=', sql<Date>`now() - ${KEEP_REPLIES}`).execute()
  await sql`delete from jobs where finished_at <= now() - ${KEEP_JOBS}`.execute(db)
  // With its key goes what old backups have of an import's rows.
  await sql`delete from person_keys where person_id like 'import %' and not exists (select from import_jobs where 'import ' || import_jobs.id = person_id)`.execute(db)
  await sql`
    with gone as (delete from deletions where deleted_at <= now() - ${KEEP_DELETIONS} returning revision)
    insert into markers (name, value) select ${DELETIONS_SWEPT}, max(revision)::text from gone having count(*) > 0
    on conflict (name) do update set value = greatest(markers.value::bigint, excluded.value::bigint)::text`.execute(db)
}
