import { sql, type Kysely, type Migration } from 'kysely'

export const imports: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    await sql`alter table jobs drop constraint jobs_kind_check, add constraint jobs_kind_check check (kind in ('placement', 'fair-plan', 'import'))`.execute(db)
    // What the file calls its columns is sealed too: the header of a file without one is somebody's data.
    await sql`
      create table import_jobs (
        id text collate "C" primary key references jobs on delete cascade,
        kind text not null,
        owner text not null,
        school text,
        mode text not null check (mode in ('all', 'valid')),
        dry_run boolean not null,
        sealed text not null,
        rows integer not null,
        done integer not null default 0,
        created integer not null default 0,
        changed integer not null default 0,
        unchanged integer not null default 0,
        rejected integer not null default 0,
        starts integer not null default 0
      )`.execute(db)
    // A chunk is deleted in the transaction that stores its rows: what is left is what is still to be done.
    await sql`
      create table import_chunks (
        job_id text collate "C" not null references import_jobs on delete cascade,
        number integer not null,
        sealed text not null,
        primary key (job_id, number)
      )`.execute(db)
    await sql`
      create table import_errors (
        job_id text collate "C" not null references import_jobs on delete cascade,
        number integer not null,
        sealed text not null,
        primary key (job_id, number)
      )`.execute(db)
    // Compressing what looks like chance takes time and saves nothing.
    await sql`alter table import_chunks alter column sealed set storage external`.execute(db)
    await sql`alter table import_errors alter column sealed set storage external`.execute(db)
    await sql`
      create table column_maps (
        kind text not null,
        owner text not null,
        signature text not null,
        columns jsonb not null,
        primary key (kind, owner, signature)
      )`.execute(db)
    await sql`
      create table certificates (
        id text collate "C" primary key,
        person_id text collate "C" not null references people on delete cascade,
        number_hash text not null,
        sealed text not null,
        units jsonb not null,
        issued_on date,
        expires_on date,
        revision integer not null,
        unique (person_id, number_hash)
      )`.execute(db)
  },
}
