import { sql, type Kysely, type Migration } from 'kysely'

export const employers: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    // name_key, name_words, nib and phone_key are what duplicates are looked for by.
    await sql`
      create table employers (
        id text collate "C" primary key,
        state text not null check (state in ('registered', 'verified', 'returned')),
        record jsonb not null,
        reason text,
        external_id text unique,
        name_key text not null,
        name_words text[] not null,
        nib text,
        phone_key text,
        revision bigint not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`.execute(db)
    await sql`create index employers_by_words on employers using gin (name_words)`.execute(db)
    for (const column of ['nib', 'phone_key', 'name_key', 'revision']) await sql`create index ${sql.ref(`employers_by_${column}`)} on employers (${sql.ref(column)})`.execute(db)
    // More people than seats is impossible whatever the program does.
    await sql`
      create table postings (
        id text collate "C" primary key,
        employer_id text collate "C" not null references employers,
        state text not null check (state in ('draft', 'submitted', 'returned', 'published', 'closed', 'expired')),
        record jsonb not null,
        reason text,
        external_id text,
        seats integer not null check (seats >= 1),
        filled integer not null default 0 check (filled >= 0 and filled <= seats),
        closes date not null,
        revision bigint not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (employer_id, external_id)
      )`.execute(db)
    await sql`create index postings_by_closing on postings (closes) where state = 'published'`.execute(db)
    await sql`create index postings_by_revision on postings (revision)`.execute(db)
    // Demands of age or sex: asked with a reason, decided by an officer; what was refused stays, whatever is asked next. The matcher never sees this table.
    await sql`
      create table posting_demands (
        number bigint generated always as identity primary key,
        posting_id text collate "C" not null references postings,
        kind text not null check (kind in ('age', 'sex')),
        demand jsonb not null,
        reason_code text not null,
        reason text not null,
        state text not null check (state in ('asked', 'approved', 'refused')),
        decided_by text,
        decided_at timestamptz,
        decision text
      )`.execute(db)
    await sql`create unique index posting_demands_standing on posting_demands (posting_id, kind) where state <> 'refused'`.execute(db)
    await sql`create index posting_demands_by_posting on posting_demands (posting_id)`.execute(db)
    await sql`
      create table referrals (
        id text collate "C" primary key,
        posting_id text collate "C" not null references postings,
        employer_id text collate "C" not null references employers,
        person_id text collate "C" not null,
        state text not null check (state in ('called', 'referred', 'accepted', 'hired', 'not-accepted', 'no-show', 'withdrawn')),
        call jsonb,
        reason_code text,
        starts date,
        revision bigint not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (posting_id, person_id)
      )`.execute(db)
    await sql`create index referrals_by_person on referrals (person_id)`.execute(db)
    await sql`create index referrals_by_employer on referrals (employer_id, id)`.execute(db)
  },
}
