import { sql, type Kysely, type Migration } from 'kysely'

export const privacy: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    await sql`
      create table restrictions (
        person_id text collate "C" primary key,
        at timestamptz not null,
        by text not null,
        reason text not null
      )`.execute(db)
    await sql`
      create table data_requests (
        id text collate "C" primary key,
        person_id text collate "C" not null,
        kind text not null check (kind in ('access', 'correction', 'erasure', 'restriction', 'lifting', 'objection')),
        state text not null check (state in ('open', 'granted', 'refused')),
        asked_at timestamptz not null,
        due_at timestamptz not null,
        asked_by text not null,
        about jsonb not null,
        words_sealed text,
        decided_at timestamptz,
        decided_by text,
        answer_sealed text
      )`.execute(db)
    await sql`create index data_requests_by_clock on data_requests (state, due_at)`.execute(db)
    await sql`create index data_requests_by_person on data_requests (person_id)`.execute(db)
    // The ids in the order of the ranking: with fifty, a row has about two kilobytes.
    await sql`
      create table ranking_receipts (
        id text collate "C" primary key,
        at timestamptz not null,
        caller text not null,
        vacancy text not null,
        profile text not null,
        as_of text not null,
        taxonomy text not null,
        engine text not null,
        seekers text[] not null
      )`.execute(db)
    await sql`create index ranking_receipts_by_person on ranking_receipts using gin (seekers)`.execute(db)
    await sql`create index ranking_receipts_by_age on ranking_receipts (at)`.execute(db)
  },
}
