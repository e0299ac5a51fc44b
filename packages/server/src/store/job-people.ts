import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { deleteItems } from './job-rows.ts'

/** Results that are there. What is still being written is looked at when it is whole: see `showsGone`. */
const OVER = sql`job_id in (select id from jobs where state not in ('queued', 'running'))`
/** What stands in lines about others for somebody who was taken out. */
const GONE = 'gone'

/**
 * Takes a person out of the results that are there: the own line goes, and in lines about others (a booth's day, who has a seat) nobody can be told
 * any more who it was. Those others keep theirs. Reads every line that is kept.
 */
export async function forgetInResults (db: Kysely<Tables>, personId: string): Promise<void> {
  await sql`delete from job_rows where id = ${personId} and ${OVER}`.execute(db)
  await sql`update job_rows set item = replace(item::text, ${personId}, ${GONE})::jsonb where position(${personId} in item::text) > 0 and ${OVER}`.execute(db)
  await sql`
    update jobs set result = replace(result, ${personId}, ${GONE}), problem = replace(problem, ${personId}, ${GONE})
    where state not in ('queued', 'running') and position(${personId} in coalesce(result, '') || coalesce(problem, '')) > 0`.execute(db)
}

/**
 * True when a result that was just written shows somebody who may not be shown any more: who was erased, or left the match records since the job was
 * asked for and agrees no longer, or objects. Who left because of a new job may: that is what the office looks for in it.
 */
export async function showsGone (db: Kysely<Tables>, jobId: string): Promise<boolean> {
  const { rows: [{ gone }] } = await sql<{ gone: boolean }>`
    select exists (
      select from job_rows r join jobs j on j.id = r.job_id
      where r.job_id = ${jobId} and r.part = 'seekers' and (
        exists (select from audit a where a.subject = r.id and a.action = 'erasure-granted')
        or (
          exists (select from deletions d where d.side = 'seekers' and d.id = r.id and d.deleted_at >= j.created_at)
          and not exists (select from seekers s where s.id = r.id)
          and (
            not exists (select from consents c where c.person_id = r.id and c.purpose = 'matching' and c.withdrawn_at is null)
            or exists (select from restrictions f where f.person_id = r.id)
            or exists (select from data_requests q where q.person_id = r.id and q.state = 'under-review')
          )
        )
      )
    ) as gone`.execute(db)
  return gone
}

/**
 * Puts a running job back at its place in the line, without what it wrote so far: it begins again, with the records as they will be then. False, and
 * nothing is changed, when it has done so `most` times.
 */
export async function beginAgain (db: Kysely<Tables>, jobId: string, most: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('jobs').set({ state: 'queued', started_at: null, beginnings: sql<number>`beginnings + 1` })
    .where('id', '=', jobId).where('state', '=', 'running').where('beginnings', '<', most).executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await deleteItems(db, jobId)
  return true
}
