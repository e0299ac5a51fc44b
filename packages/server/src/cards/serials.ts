import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** The next running number of a series: in the transaction, so that what is rolled back leaves no gap. */
export async function nextSerial (transaction: Kysely<Tables>, series: string): Promise<number> {
  const { rows: [{ last }] } = await sql<{ last: number }>`
    insert into card_serials (series, last) values (${series}, 1)
    on conflict (series) do update set last = card_serials.last + 1 returning last`.execute(transaction)
  return last
}
