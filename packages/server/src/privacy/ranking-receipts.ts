import type { Ranking } from '@padan/matcher'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { newId } from '../people/desk.ts'

/** How long it is known which people a ranking showed. */
export const RECEIPT_DAYS = 730

/** SHA-256, hex, of a text in SQL. */
const hashed = (text: RawBuilder<unknown>) => sql<string>`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`

/**
 * Keeps which people a ranking showed to somebody, in its order: what a person was part of can be told, and the ranking be made again. Of the vacancy
 * and of the shown seekers' records, in the order of their ids, a hash is kept: it tells whether they are still what was ranked. `record` is a vacancy
 * that was sent along.
 */
export async function keepReceipt (db: Kysely<Tables>, ranking: Ranking, { caller, vacancy, record, at }: { caller: string, vacancy: string, record?: unknown, at: Date }): Promise<string> {
  const id = newId('r')
  const ids = sql`array(select jsonb_array_elements_text(${JSON.stringify(ranking.results.map(result => result.id))}::jsonb))`
  const vacancyHash = record === undefined ? sql`(select ${hashed(sql`record::text`)} from vacancies where id = ${vacancy})` : hashed(sql`${JSON.stringify(record)}::jsonb::text`)
  await sql`
    insert into ranking_receipts (id, at, caller, vacancy, profile, as_of, taxonomy, engine, seekers, vacancy_hash, seekers_hash)
    values (${id}, ${at}, ${caller}, ${vacancy}, ${ranking.profile}, ${ranking.asOf ?? ''}, ${ranking.taxonomy}, ${ranking.engine}, ${ids}, ${vacancyHash},
      (select ${hashed(sql`coalesce(string_agg(record::text, E'\\n' order by id), '')`)} from seekers where id = any(${ids})))`.execute(db)
  return id
}

export interface ShownRanking {
  id: string
  at: string
  caller: string
  vacancy: string
  profile: string
  asOf: string
  taxonomy: string
  engine: string
  /** SHA-256 of the vacancy, and of the shown seekers' records in the order of their ids; null of a time before they were kept. */
  vacancyHash: string | null
  seekersHash: string | null
  /** Place of the person, from 1, and of how many. */
  place: number
  of: number
  /** What became of an objection of the person to it: null without one, or without its being granted. */
  objection: { state: 'under-review' | 'reviewed', outcome: string | null, reviewedAt: string | null } | null
}

/** Whether a ranking showed a person. */
export async function showsPerson (db: Kysely<Tables>, id: string, personId: string): Promise<boolean> {
  const { rows } = await sql`select from ranking_receipts where id = ${id} and seekers @> array[${personId}]::text[]`.execute(db)
  return rows.length > 0
}

/**
 * Every ranking that showed a person; the others in it are not told. Each with the last objection that was granted about it: one that names the ranking, one
 * that names its vacancy and came later, or one that names neither and came later.
 */
export async function rankingsWith (db: Kysely<Tables>, personId: string): Promise<ShownRanking[]> {
  const { rows } = await sql<ShownRanking & { at: Date | string }>`
    select r.id, r.at, r.caller, r.vacancy, r.profile, r.as_of as "asOf", r.taxonomy, r.engine, r.vacancy_hash as "vacancyHash", r.seekers_hash as "seekersHash",
      array_position(r.seekers, ${personId}) as place, cardinality(r.seekers) as of,
      case when q.id is not null then json_build_object('state', case when q.state = 'granted' then 'reviewed' else q.state end, 'outcome', q.outcome, 'reviewedAt', q.reviewed_at) end as objection
    from ranking_receipts r left join lateral (
      select d.id, d.state, d.outcome, d.reviewed_at from data_requests d
      where d.person_id = ${personId} and d.kind = 'objection' and d.state in ('granted', 'under-review') and case
        when d.about ? 'rankingId' then d.about->>'rankingId' = r.id
        else coalesce(d.about->>'vacancyId', r.vacancy) = r.vacancy and d.asked_at >= r.at end
      order by d.asked_at desc, d.decided_at desc, d.state desc limit 1) q on true
    where r.seekers @> array[${personId}]::text[] order by r.at, r.id`.execute(db)
  return rows.map(row => ({ ...row, at: new Date(row.at).toISOString() }))
}
