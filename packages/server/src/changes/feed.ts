import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { readMarker } from '../store/markers.ts'
import { DELETIONS_SWEPT } from '../store/revisions.ts'

export const CHANGE_TYPES = ['seeker', 'vacancy', 'employer', 'posting', 'referral', 'event'] as const
export type ChangeType = typeof CHANGE_TYPES[number]

export interface Change {
  revision: string
  type: ChangeType
  id: string
  deleted: boolean
  /** Of an event: what happened. */
  kind: string | null
}

/**
 * Up to `limit` changes after a revision, in the order of their commits: writes take their numbers one at a time within the writer's queue, so no
 * smaller number can appear after a larger one was seen. Each thing is told at its last change. Throws Problem `changes-gone` when deletions after
 * the position are no longer known.
 */
export async function changesAfter (db: Kysely<Tables>, after: string, limit: number, types: readonly ChangeType[]): Promise<Change[]> {
  const swept = await readMarker(db, DELETIONS_SWEPT)
  if (swept !== undefined && after !== '0' && BigInt(swept) > BigInt(after)) throw new Problem('changes-gone')
  const part = (table: string, type: ChangeType) => sql`(select revision, ${type} as type, id, false as deleted, null as kind from ${sql.table(table)} where revision > ${after}::bigint order by revision limit ${limit})`
  const parts = {
    seeker: part('seekers', 'seeker'),
    vacancy: part('vacancies', 'vacancy'),
    employer: part('employers', 'employer'),
    posting: part('postings', 'posting'),
    referral: part('referrals', 'referral'),
    event: sql`(select revision, 'event' as type, subject as id, false as deleted, kind from events where revision > ${after}::bigint order by revision limit ${limit})`,
  }
  const sides = types.filter(type => type === 'seeker' || type === 'vacancy').map(type => type === 'seeker' ? 'seekers' : 'vacancies')
  const deleted = sql`(
    select revision, case side when 'seekers' then 'seeker' else 'vacancy' end as type, id, true as deleted, null as kind from deletions
    where revision > ${after}::bigint and side = any(${sides}::text[]) order by revision limit ${limit})`
  const { rows } = await sql<Change>`
    select revision::text as revision, type, id, deleted, kind from (${sql.join([...types.map(type => parts[type]), deleted], sql` union all `)}) as changes
    order by changes.revision limit ${limit}`.execute(db)
  return rows
}
