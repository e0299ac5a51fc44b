import { sql, type Kysely, type Migration } from 'kysely'

export const receipts: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    // What a ranking was made from, as hashes: whether a record is still what it was can be told without keeping it.
    await sql`alter table ranking_receipts add column vacancy_hash text, add column seekers_hash text`.execute(db)
  },
}
