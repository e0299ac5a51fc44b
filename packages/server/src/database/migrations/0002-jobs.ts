import { sql, type Kysely, type Migration } from 'kysely'

export const jobs: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    // The request is text as it was checked: it is kept until the job is over, and then no more.
    await sql`
      create table jobs (
        id text collate "C" primary key,
        number bigint generated always as identity,
        kind text not null check (kind in ('placement', 'fair-plan')),
        state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
        request text,
        result text,
        problem text,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz
      )`.execute(db)
    // Compressing megabytes that are deleted soon takes longer than writing them.
    await sql`alter table jobs alter column request set storage external`.execute(db)
    await sql`create index jobs_by_state on jobs (state, number)`.execute(db)
    await sql`create index jobs_by_age on jobs (finished_at)`.execute(db)
    // A result's long lists, row by row, so that they can be read in pages and asked for by id.
    await sql`
      create table job_rows (
        job_id text collate "C" not null references jobs on delete cascade,
        part text not null,
        position integer not null,
        id text collate "C" not null,
        item jsonb not null,
        primary key (job_id, part, position)
      )`.execute(db)
    await sql`create index job_rows_by_id on job_rows (job_id, part, id)`.execute(db)
  },
}
