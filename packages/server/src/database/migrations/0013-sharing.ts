import { sql, type Kysely, type Migration } from 'kysely'

export const sharing: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    // Followers are told of referrals that nobody outside may know of any more.
    await sql`alter table deletions drop constraint deletions_side_check`.execute(db)
    await sql`alter table deletions add constraint deletions_side_check check (side in ('seekers', 'vacancies', 'referrals'))`.execute(db)
  },
}
