import { sql, type Kysely, type Migration } from 'kysely'

export const access: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    // What somebody signs in with is kept sealed, and found by its keyed hash.
    await sql`
      create table accounts (
        id text collate "C" primary key,
        role text not null check (role in ('admin', 'officer', 'verifier', 'teacher', 'employer', 'organiser', 'seeker')),
        bound text collate "C",
        state text not null check (state in ('invited', 'active', 'locked', 'closed')),
        login_hash text collate "C" unique,
        login_sealed text,
        password text,
        failures integer not null default 0,
        failed_at timestamptz,
        revision integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`.execute(db)
    await sql`create index accounts_by_bound on accounts (bound)`.execute(db)
    await sql`
      create table sessions (
        hash text collate "C" primary key,
        id text collate "C" not null unique,
        account text collate "C" not null references accounts on delete cascade,
        created_at timestamptz not null,
        seen_at timestamptz not null,
        expires_at timestamptz not null
      )`.execute(db)
    await sql`create index sessions_by_account on sessions (account)`.execute(db)
    await sql`create index sessions_by_age on sessions (expires_at)`.execute(db)
    await sql`
      create table access_keys (
        id text collate "C" primary key,
        hash text collate "C" not null unique,
        name text not null,
        scopes jsonb not null,
        made_by text collate "C" not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_on date,
        revoked_at timestamptz
      )`.execute(db)
    // One-time codes: the first admin's, invitations, forgotten passwords. Only their hashes.
    await sql`
      create table access_codes (
        hash text collate "C" primary key,
        purpose text not null check (purpose in ('setup', 'invitation', 'reset')),
        account text collate "C" references accounts on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null
      )`.execute(db)
    await sql`create index access_codes_by_account on access_codes (account)`.execute(db)
    await sql`
      create table identities (
        issuer text collate "C" not null,
        subject text collate "C" not null,
        account text collate "C" not null references accounts on delete cascade,
        created_at timestamptz not null,
        primary key (issuer, subject)
      )`.execute(db)
    await sql`create index identities_by_account on identities (account)`.execute(db)
    // An idempotency key is its caller's: nobody meets the answer to somebody else's.
    await sql`alter table replies add column caller text collate "C" not null default 'local'`.execute(db)
    await sql`alter table replies drop constraint replies_pkey`.execute(db)
    await sql`alter table replies add primary key (caller, key)`.execute(db)
    // A job is seen by whoever asked for it, and by the office.
    await sql`alter table jobs add column caller text collate "C" not null default 'local'`.execute(db)
  },
}
