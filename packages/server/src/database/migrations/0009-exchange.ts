import { sql, type Kysely, type Migration } from 'kysely'

export const exchange: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    // What happened, in the order of revisions: written in the transaction of the act. Ids only.
    await sql`
      create table events (
        revision bigint primary key,
        kind text not null,
        subject text collate "C" not null,
        related jsonb not null default '{}',
        by_caller text not null,
        at timestamptz not null default now()
      )`.execute(db)
    await sql`create index events_by_age on events (at)`.execute(db)
    await sql`create index events_by_subject on events (subject)`.execute(db)
    await sql`
      create table webhooks (
        id text collate "C" primary key,
        url text not null,
        kinds text[] not null,
        secrets jsonb not null,
        is_active boolean not null default true,
        created_by text not null,
        created_at timestamptz not null default now()
      )`.execute(db)
    await sql`
      create table webhook_deliveries (
        webhook_id text collate "C" not null references webhooks on delete cascade,
        revision bigint not null references events on delete cascade,
        state text not null check (state in ('waiting', 'delivered', 'dead')),
        attempts integer not null default 0,
        next_at timestamptz not null,
        last_status integer,
        last_error text,
        delivered_at timestamptz,
        primary key (webhook_id, revision)
      )`.execute(db)
    await sql`create index webhook_deliveries_waiting on webhook_deliveries (next_at) where state = 'waiting'`.execute(db)
    // A file is kept until its import is over, sealed with a key of its own that goes with it.
    await sql`
      create table import_jobs (
        id text collate "C" primary key,
        number bigint generated always as identity,
        kind text not null,
        state text not null check (state in ('waiting', 'queued', 'running', 'done', 'failed', 'cancelled')),
        format text not null,
        options jsonb not null,
        columns jsonb not null,
        sha256 text not null,
        bytes bigint not null,
        phase text not null default 'check' check (phase in ('check', 'store', 'over')),
        position integer not null default 0,
        rows integer not null default 0,
        created integer not null default 0,
        replaced integer not null default 0,
        rejected integer not null default 0,
        notices jsonb not null default '[]',
        problem text,
        created_by text not null,
        created_at timestamptz not null default now(),
        finished_at timestamptz
      )`.execute(db)
    await sql`create index import_jobs_open on import_jobs (number) where state in ('queued', 'running')`.execute(db)
    await sql`
      create table import_chunks (
        import_id text collate "C" not null references import_jobs on delete cascade,
        position integer not null,
        bytes bytea not null,
        primary key (import_id, position)
      )`.execute(db)
    await sql`alter table import_chunks alter column bytes set storage external`.execute(db)
    await sql`
      create table import_errors (
        import_id text collate "C" not null references import_jobs on delete cascade,
        line integer not null,
        number integer not null,
        error jsonb not null,
        primary key (import_id, line, number)
      )`.execute(db)
    // How somebody's files call the columns of a kind of import.
    await sql`
      create table column_maps (
        account text collate "C" not null,
        kind text not null,
        header text not null,
        columns jsonb not null,
        used_at timestamptz not null default now(),
        primary key (account, kind, header)
      )`.execute(db)
  },
}
