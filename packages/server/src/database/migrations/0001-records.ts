import { sql, type Kysely, type Migration } from 'kysely'

export const records: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    await sql`create sequence revisions as bigint`.execute(db)
    // Ids are compared byte by byte, so that pages come in the same order on every machine.
    for (const table of ['seekers', 'vacancies']) {
      await sql`
        create table ${sql.table(table)} (
          id text collate "C" primary key,
          record jsonb not null,
          revision bigint not null,
          updated_at timestamptz not null default now()
        )`.execute(db)
    }
    await sql`
      create table deletions (
        revision bigint primary key,
        side text not null check (side in ('seekers', 'vacancies')),
        id text collate "C" not null,
        deleted_at timestamptz not null default now()
      )`.execute(db)
    await sql`
      create table replies (
        key text collate "C" primary key,
        method text not null,
        path text not null,
        fingerprint text not null,
        status integer not null,
        headers jsonb not null,
        body text not null,
        created_at timestamptz not null default now()
      )`.execute(db)
    await sql`create index replies_by_age on replies (created_at)`.execute(db)
    await sql`create index deletions_by_age on deletions (deleted_at)`.execute(db)
    await sql`create table markers (name text primary key, value text not null)`.execute(db)
    await sql`insert into markers (name, value) values ('writer-turn', '0')`.execute(db)
  },
}
