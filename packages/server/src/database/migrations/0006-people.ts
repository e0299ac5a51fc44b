import { sql, type Kysely, type Migration } from 'kysely'

export const people: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    await sql`
      create table people (
        id text collate "C" primary key,
        nik_hash text collate "C" unique,
        sealed text not null,
        profile jsonb not null,
        state text not null check (state in ('applying', 'active', 'placed', 'removed')),
        school text collate "C",
        account text collate "C",
        revision integer not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`.execute(db)
    await sql`create index people_by_school on people (school) where school is not null`.execute(db)
    await sql`create table person_photos (person_id text collate "C" primary key references people on delete cascade, sealed text not null)`.execute(db)
    // No reference to people: what happened stays when somebody is erased, under another name.
    await sql`
      create table person_events (
        person_id text collate "C" not null,
        number integer not null,
        kind text not null,
        reason text,
        booked_on date not null,
        at timestamptz not null,
        by text not null,
        flow smallint not null check (flow in (-1, 0, 1)),
        sex text check (sex in ('male', 'female')),
        age_group text,
        education text,
        detail jsonb not null,
        primary key (person_id, number),
        check (flow = 0 or (sex is not null and age_group is not null))
      )`.execute(db)
    await sql`create index person_events_by_day on person_events (booked_on) where flow <> 0`.execute(db)
    // Never overwritten. Erasure may take out who it was and what was said, and nothing that is counted.
    await sql`
      create function keep_person_events() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and new.person_id like 'erased-%' and old.person_id not like 'erased-%' and new.detail = '{}'::jsonb
          and to_jsonb(new) - 'person_id' - 'detail' = to_jsonb(old) - 'person_id' - 'detail'
        then return new;
        end if;
        raise exception 'person_events is append-only';
      end $$`.execute(db)
    await sql`create trigger keep_person_events before update or delete on person_events for each row execute function keep_person_events()`.execute(db)
    await sql`create table closed_months (month text primary key, closed_at timestamptz not null, by text not null, figures jsonb not null)`.execute(db)
    await sql`
      create table cards (
        id text collate "C" primary key,
        person_id text collate "C" not null,
        number text collate "C" not null,
        key_id text not null,
        token text not null,
        issued_on date not null,
        expires_on date not null,
        state text not null check (state in ('valid', 'expired', 'revoked', 'replaced', 'deactivated')),
        state_reason text,
        issued_by text not null,
        created_at timestamptz not null
      )`.execute(db)
    await sql`create index cards_by_person on cards (person_id)`.execute(db)
    await sql`create index cards_by_number on cards (number)`.execute(db)
    await sql`create unique index one_valid_card on cards (person_id) where state = 'valid'`.execute(db)
    await sql`create index cards_by_expiry on cards (expires_on) where state = 'valid'`.execute(db)
    await sql`
      create table card_requests (
        id text collate "C" primary key,
        person_id text collate "C" not null references people on delete cascade,
        kind text not null check (kind in ('new', 'renewal', 'lost')),
        state text not null check (state in ('waiting', 'approved', 'returned')),
        asked_at timestamptz not null,
        decided_at timestamptz,
        decided_by text,
        reasons jsonb not null,
        note_sealed text,
        revision integer not null default 1
      )`.execute(db)
    await sql`create unique index one_waiting_request on card_requests (person_id) where state = 'waiting'`.execute(db)
    await sql`create index card_requests_by_age on card_requests (state, asked_at)`.execute(db)
    await sql`
      create table card_reports (
        card_id text collate "C" not null references cards on delete cascade,
        number smallint not null check (number between 1 and 3),
        due_on date not null,
        reported_on date,
        by text not null,
        primary key (card_id, number)
      )`.execute(db)
    // A counter in a row, not a sequence: what is rolled back leaves no gap.
    await sql`create table card_serials (series text primary key, last integer not null)`.execute(db)
  },
}
