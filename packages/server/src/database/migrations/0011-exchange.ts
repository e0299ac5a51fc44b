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
  },
}
