import { sql, type Kysely, type Migration } from 'kysely'

export const letters: Migration = {
  async up (db: Kysely<unknown>): Promise<void> {
    // The number that the letters of a referral bear, by which the office finds it when the reply slip comes back.
    await sql`alter table referrals add column number text collate "C" unique`.execute(db)
    await sql`
      update referrals r set number = lpad(n.place::text, 6, '0') || '/' || n.year
      from (select id, to_char(created_at at time zone 'Asia/Jakarta', 'YYYY') as year,
          row_number() over (partition by to_char(created_at at time zone 'Asia/Jakarta', 'YYYY') order by created_at, id) as place from referrals) n
      where n.id = r.id`.execute(db)
    await sql`
      insert into card_serials (series, last) select 'referrals ' || split_part(number, '/', 2), max(split_part(number, '/', 1)::integer) from referrals group by 1
      on conflict (series) do nothing`.execute(db)
    await sql`alter table referrals alter column number set not null`.execute(db)
  },
}
