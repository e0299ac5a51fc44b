import type { Ranking } from '@padan/matcher'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { newId } from '../people/desk.ts'

/** How long it is known which people a ranking showed. */
export const RECEIPT_DAYS = 730

/** Keeps which people a ranking showed to somebody, in its order: what a person was part of can be told, and the ranking be made again. */
export async function keepReceipt (db: Kysely<Tables>, ranking: Ranking, { caller, vacancy, at }: { caller: string, vacancy: string, at: Date }): Promise<string> {
  const id = newId('r')
  await sql`
    insert into ranking_receipts (id, at, caller, vacancy, profile, as_of, taxonomy, engine, seekers)
    values (${id}, ${at}, ${caller}, ${vacancy}, ${ranking.profile}, ${ranking.asOf ?? ''}, ${ranking.taxonomy}, ${ranking.engine},
      array(select jsonb_array_elements_text(${JSON.stringify(ranking.results.map(result => result.id))}::jsonb)))`.execute(db)
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
  /** Place of the person, from 1, and of how many. */
  place: number
  of: number
}

/** Every ranking that showed a person; the others in it are not told. */
export async function rankingsWith (db: Kysely<Tables>, personId: string): Promise<ShownRanking[]> {
  const { rows } = await sql<ShownRanking & { at: Date | string }>`
    select id, at, caller, vacancy, profile, as_of as "asOf", taxonomy, engine, array_position(seekers, ${personId}) as place, cardinality(seekers) as of
    from ranking_receipts where seekers @> array[${personId}]::text[] order by at, id`.execute(db)
  return rows.map(row => ({ ...row, at: new Date(row.at).toISOString() }))
}
