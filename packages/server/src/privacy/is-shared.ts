import { sql, type RawBuilder } from 'kysely'

/**
 * The one rule for whether anybody outside the office learns whom it referred where: true, in SQL, while the person agrees that employers are told
 * and has not had the data frozen. Of whom only a match record is kept nobody was asked: not shared.
 */
export function isShared (personId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(
    exists (select from consents c where c.person_id = ${personId} and c.purpose = 'sharing-with-employers' and c.withdrawn_at is null)
    and not exists (select from restrictions f where f.person_id = ${personId}))`
}
