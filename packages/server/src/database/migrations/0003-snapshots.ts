import { sql, type Kysely, type Migration } from 'kysely'

export const snapshots: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    await sql`
      create table snapshot_chunks (
        digest text not null,
        position integer not null,
        bytes bytea not null,
        primary key (digest, position)
      )`.execute(db)
    // Packed already: squeezing it again takes time and gains nothing.
    await sql`alter table snapshot_chunks alter column bytes set storage external`.execute(db)
    // A warm start reads what came after a revision. A row that somebody changes by hand gets a revision of its own, so that it is not missed.
    await sql`
      create function next_revision() returns trigger language plpgsql as $$
      begin
        new.revision := nextval('revisions');
        return new;
      end $$`.execute(db)
    for (const table of ['seekers', 'vacancies']) {
      await sql`create index ${sql.ref(`${table}_by_revision`)} on ${sql.table(table)} (revision)`.execute(db)
      await sql`
        create trigger next_revision before update on ${sql.table(table)} for each row
        when (new.revision = old.revision) execute function next_revision()`.execute(db)
    }
  },
}
