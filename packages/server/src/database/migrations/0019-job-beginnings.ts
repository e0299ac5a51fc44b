import { sql, type Kysely, type Migration } from 'kysely'

export const jobBeginnings: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    // How often a job began again because somebody left while it ran.
    await sql`alter table jobs add column beginnings integer not null default 0`.execute(db)
  },
}
