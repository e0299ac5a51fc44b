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
}

/** Every ranking that showed a person; the others in it are not told. */
export async function rankingsWith (db: Kysely<Tables>, personId: string): Promise<ShownRanking[]> {
  const { rows } = await sql<ShownRanking & { at: Date | string }>`
    select id, at, caller, vacancy, profile, as_of as "asOf", taxonomy, engine, vacancy_hash as "vacancyHash", seekers_hash as "seekersHash", array_position(seekers, ${personId}) as place, cardinality(seekers) as of
    from ranking_receipts where seekers @> array[${personId}]::text[] order by at, id`.execute(db)
  return rows.map(row => ({ ...row, at: new Date(row.at).toISOString() }))
}
