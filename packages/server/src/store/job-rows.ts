import { sql, type Kysely, type Selectable } from 'kysely'
import type { JobKind, JobTable, Tables } from '../database/tables.ts'

export type JobRow = Omit<Selectable<JobTable>, 'request' | 'result' | 'number' | 'beginnings'>

/** A job whose turn has come. */
export interface ClaimedJob {
  id: string
  kind: JobKind
  /** Id of the caller who asked for it. */
  caller: string
  /** JSON. */
  request: string
}

const SHOWN = ['id', 'kind', 'state', 'caller', 'problem', 'created_at', 'started_at', 'finished_at'] as const

/** Puts a job at the end of the line. */
export async function insertJob (db: Kysely<Tables>, id: string, kind: JobKind, caller: string, request: unknown): Promise<JobRow> {
  return await db.insertInto('jobs').values({ id, kind, caller, state: 'queued', request: JSON.stringify(request) }).returning(SHOWN).executeTakeFirstOrThrow()
}

export async function readJob (db: Kysely<Tables>, id: string): Promise<JobRow | undefined> {
  return await db.selectFrom('jobs').select(SHOWN).where('id', '=', id).executeTakeFirst()
}

/** JSON of a done job's result, without its lists. */
export async function readResult (db: Kysely<Tables>, id: string): Promise<string | null | undefined> {
  return (await db.selectFrom('jobs').select('result').where('id', '=', id).executeTakeFirst())?.result
}

export async function countWaiting (db: Kysely<Tables>): Promise<number> {
  const { count } = await db.selectFrom('jobs').select(db.fn.countAll<string>().as('count')).where('state', '=', 'queued').executeTakeFirstOrThrow()
  return Number(count)
}

/** How many jobs go before one that waits. */
export async function countBefore (db: Kysely<Tables>, id: string): Promise<number> {
  const { count } = await db.selectFrom('jobs').select(db.fn.countAll<string>().as('count'))
    .where('state', '=', 'queued')
    .where('number', '<', eb => eb.selectFrom('jobs').select('number').where('id', '=', id))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Takes the first job of the line as running. */
export async function claimJob (db: Kysely<Tables>): Promise<ClaimedJob | undefined> {
  const job = await db.updateTable('jobs').set({ state: 'running', started_at: sql`now()` })
    .where('id', '=', eb => eb.selectFrom('jobs').select('id').where('state', '=', 'queued').orderBy('number').limit(1))
    .returning(['id', 'kind', 'caller', 'request'])
    .executeTakeFirst()
  return job === undefined ? undefined : { ...job, request: String(job.request) }
}

/** Ends a running job with its result or its problem, as JSON. */
export async function endJob (db: Kysely<Tables>, id: string, end: { result: string } | { problem: string }): Promise<void> {
  const state = 'result' in end ? 'done' : 'failed'
  await db.updateTable('jobs').set({ ...end, state, request: null, finished_at: sql`now()` }).where('id', '=', id).where('state', '=', 'running').execute()
  if (state === 'failed') await deleteItems(db, id)
}

/** Cancels a job that waits or runs. Undefined when there is none such. */
export async function cancelJob (db: Kysely<Tables>, id: string): Promise<JobRow | undefined> {
  const job = await db.updateTable('jobs').set({ state: 'cancelled', request: null, finished_at: sql`now()` })
    .where('id', '=', id).where('state', 'in', ['queued', 'running'])
    .returning(SHOWN)
    .executeTakeFirst()
  if (job !== undefined) await deleteItems(db, id)
  return job
}

/** Puts a running import back into the line; the start it had does not count. */
export async function requeueImport (db: Kysely<Tables>, id: string): Promise<void> {
  const { numUpdatedRows } = await db.updateTable('jobs').set({ state: 'queued', started_at: null }).where('id', '=', id).where('state', '=', 'running').executeTakeFirst()
  if (numUpdatedRows > 0n) await db.updateTable('import_jobs').set({ starts: sql`greatest(starts - 1, 0)` }).where('id', '=', id).execute()
}

/** Jobs that a process left running when it ended can run no more: they have failed, with what they had written so far. An import waits again, for its next chunk. */
export async function failInterrupted (db: Kysely<Tables>, problem: string): Promise<void> {
  await db.updateTable('jobs').set({ state: 'queued' }).where('state', '=', 'running').where('kind', '=', 'import').execute()
  await sql`delete from job_rows where job_id in (select id from jobs where state = 'running')`.execute(db)
  await db.updateTable('jobs').set({ state: 'failed', problem, request: null, finished_at: sql`now()` }).where('state', '=', 'running').execute()
}

/** What a job has written so far, and what it was still to write. The bad rows of an import stay, to be mended. */
export async function deleteItems (db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom('job_rows').where('job_id', '=', id).execute()
  await db.deleteFrom('import_chunks').where('job_id', '=', id).execute()
}
