import { sql, type Kysely, type Migration } from 'kysely'

export const objections: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    // A granted objection waits for a person's own decision; what came of it stays with the request.
    await sql`alter table data_requests drop constraint if exists data_requests_state_check`.execute(db)
    await sql`alter table data_requests add constraint data_requests_state_check check (state in ('open', 'granted', 'refused', 'under-review'))`.execute(db)
    await sql`alter table data_requests add column reviewed_at timestamptz, add column reviewed_by text, add column outcome text, add column review_sealed text`.execute(db)
    await sql`create index data_requests_under_review on data_requests (person_id) where state = 'under-review'`.execute(db)
  },
}
