import { sql, type Kysely, type Migration } from 'kysely'

export const vacancyCounts: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    // Seats that came into the stock of vacancies and went out of it, on the day they are counted: part II of table III/1 stands on it.
    await sql`
      create table posting_counts (
        number bigint generated always as identity primary key,
        posting_id text collate "C" not null references postings,
        kind text not null check (kind in ('registered', 'filled', 'removed')),
        booked_on date not null,
        male integer not null check (male >= 0),
        female integer not null check (female >= 0),
        either integer not null check (either >= 0)
      )`.execute(db)
    await sql`create index posting_counts_by_posting on posting_counts (posting_id)`.execute(db)
    await sql`create index posting_counts_by_day on posting_counts (booked_on)`.execute(db)
    // What is offered when the counting begins.
    await sql`
      insert into posting_counts (posting_id, kind, booked_on, male, female, either)
      select id, 'registered', current_date,
        case when filled = 0 then coalesce((record->'headcounts'->>'male')::integer, 0) else 0 end,
        case when filled = 0 then coalesce((record->'headcounts'->>'female')::integer, 0) else 0 end,
        case when filled = 0 then coalesce((record->'headcounts'->>'either')::integer, seats) else seats - filled end
      from postings where state = 'published' and seats > filled and record->>'scheme' = 'job'`.execute(db)
  },
}
