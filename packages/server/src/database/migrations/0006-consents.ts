import { sql, type Kysely, type Migration } from 'kysely'

export const consents: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    await sql`
      create table consents (
        person_id text collate "C" not null,
        purpose text not null,
        given_at timestamptz not null,
        withdrawn_at timestamptz,
        evidence jsonb not null,
        by text not null
      )`.execute(db)
    // What was agreed to and withdrawn stays as a proof; one agreement to a purpose holds at a time.
    await sql`create unique index one_consent on consents (person_id, purpose) where withdrawn_at is null`.execute(db)
  },
}
