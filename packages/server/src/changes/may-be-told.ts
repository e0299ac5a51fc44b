import { sql } from 'kysely'
import { isTold } from '../privacy/is-shared.ts'

/**
 * Whether an event `e` may be told to followers, in SQL: of a referral only while its person agrees that others learn of it and the office vouches for its employer. That it was closed
 * is always told, with nothing but its id.
 */
export const mayBeTold = sql<boolean>`(
  e.kind not like 'referral.%' or e.kind = 'referral.closed'
  or exists (select from referrals r where r.id = e.subject and ${isTold(sql`r.person_id`, sql`r.employer_id`)}))`

/** The ids that go with an event `e` of a person: whoever hired somebody is told by the same rule. */
export const toldRelated = sql<Record<string, string>>`
  case when e.kind not like 'person.%' or ${isTold(sql`e.subject`, sql`e.related->>'employer'`)} then e.related else e.related - 'referral' - 'employer' end`
