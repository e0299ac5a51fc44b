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

/**
 * The one rule for whether a referral is told to its employer and to those who follow: true, in SQL, while its person agrees to it and the office vouches
 * for the employer. Whom the office vouches for no more learns nothing of anybody from then on.
 */
export function isTold (personId: RawBuilder<unknown>, employerId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${isShared(personId)} and exists (select from employers v where v.id = ${employerId} and v.state = 'verified'))`
}
