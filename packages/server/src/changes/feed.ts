import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { isTold } from '../privacy/is-shared.ts'
import { readMarker } from '../store/markers.ts'
import { DELETIONS_SWEPT } from '../store/revisions.ts'
import { mayBeTold } from './may-be-told.ts'

export const CHANGE_TYPES = ['seeker', 'vacancy', 'employer', 'posting', 'referral', 'event'] as const
export type ChangeType = typeof CHANGE_TYPES[number]

/** What deletions are told of, and under which name they are kept. */
const SIDES = { seeker: 'seekers', vacancy: 'vacancies', referral: 'referrals' } as const

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
 * smaller number can appear after a larger one was seen. Each thing is told at its last change. A referral is there while its person agrees that it
 * is told and the office vouches for its employer, and told as deleted when that ends. Throws Problem `changes-gone` when deletions after
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
    referral: sql`(select revision, 'referral' as type, id, false as deleted, null as kind from referrals where revision > ${after}::bigint and ${isTold(sql`referrals.person_id`, sql`referrals.employer_id`)} order by revision limit ${limit})`,
    event: sql`(select e.revision, 'event' as type, e.subject as id, false as deleted, e.kind from events e where e.revision > ${after}::bigint and ${mayBeTold} order by e.revision limit ${limit})`,
  }
  const sides = types.flatMap(type => Object.hasOwn(SIDES, type) ? [SIDES[type as keyof typeof SIDES]] : [])
  const deleted = sql`(
    select revision, case side when 'seekers' then 'seeker' when 'vacancies' then 'vacancy' else 'referral' end as type, id, true as deleted, null as kind from deletions
    where revision > ${after}::bigint and side = any(${sides}::text[]) order by revision limit ${limit})`
  const { rows } = await sql<Change>`
    select revision::text as revision, type, id, deleted, kind from (${sql.join([...types.map(type => parts[type]), deleted], sql` union all `)}) as changes
    order by changes.revision limit ${limit}`.execute(db)
  return rows
}
