import { sql, type Kysely, type Migration } from 'kysely'

export const signedCards: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    // A card's document as a certifier signed it: sealed, and given out byte for byte.
    await sql`
      create table signed_cards (
        card_id text collate "C" primary key references cards (id) on delete cascade,
        person_id text collate "C" not null,
        sealed text not null,
        sha256 text not null,
        signer text not null,
        signed_at timestamptz not null,
        signed_by text not null
      )`.execute(db)
    await sql`create index signed_cards_person on signed_cards (person_id)`.execute(db)
  },
}
