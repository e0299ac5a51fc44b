import { sql, type Kysely } from 'kysely'
import { EMPLOYERS_SEE } from '../access/views.ts'
import type { Tables } from '../database/tables.ts'
import { isShared, isTold } from '../privacy/is-shared.ts'
import type { Call, ReferralState } from './tables.ts'

export interface StoredReferral {
  id: string
  /** That its letters bear. */
  number: string
  postingId: string
  employerId: string
  personId: string
  state: ReferralState
  call: Call | null
  reasonCode: string | null
  /** First day of work, YYYY-MM-DD. */
  starts: string | null
  revision: string
  /** The person agrees that employers are told. */
  shared: boolean
  /** And the office vouches for the employer: then it is told. */
  told: boolean
}

export interface ReferralFilter {
  postingId?: string
  employerId?: string
  personId?: string
  number?: string
  /** Only those that their employer may know of. */
  openToEmployer?: true
}

const COLUMNS = ['id', 'number', 'posting_id as postingId', 'employer_id as employerId', 'person_id as personId', 'state', 'call', 'reason_code as reasonCode', 'revision'] as const
const STARTS = sql<string | null>`to_char(starts, 'YYYY-MM-DD')`.as('starts')
const SHARED = isShared(sql`referrals.person_id`)
const TOLD = isTold(sql`referrals.person_id`, sql`referrals.employer_id`)
const UNKNOWN_TO_EMPLOYERS = Object.entries(EMPLOYERS_SEE).filter(([, sees]) => sees === 'nothing').map(([state]) => state as ReferralState)

export async function readReferral (db: Kysely<Tables>, id: string): Promise<StoredReferral | undefined> {
  return await db.selectFrom('referrals').select(COLUMNS).select([STARTS, SHARED.as('shared'), TOLD.as('told')]).where('id', '=', id).executeTakeFirst() as StoredReferral | undefined
}

/** Up to `limit` after an id, in the order of their ids. */
export async function pageOfReferrals (db: Kysely<Tables>, limit: number, after: string | undefined, { postingId, employerId, personId, number, openToEmployer }: ReferralFilter): Promise<StoredReferral[]> {
  let query = db.selectFrom('referrals').select(COLUMNS).select([STARTS, SHARED.as('shared'), TOLD.as('told')]).orderBy('id').limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  if (postingId !== undefined) query = query.where('posting_id', '=', postingId)
  if (employerId !== undefined) query = query.where('employer_id', '=', employerId)
  if (personId !== undefined) query = query.where('person_id', '=', personId)
  if (number !== undefined) query = query.where('number', '=', number)
  if (openToEmployer === true) query = query.where('state', 'not in', UNKNOWN_TO_EMPLOYERS).where(TOLD)
  return await query.execute() as StoredReferral[]
}

/** Stores a new referral. Undefined when the person was referred to the posting before. */
export async function insertReferral (db: Kysely<Tables>, { id, number, postingId, employerId, personId, state, call }: Pick<StoredReferral, 'id' | 'number' | 'postingId' | 'employerId' | 'personId' | 'state' | 'call'>): Promise<string | undefined> {
  const { rows } = await sql<{ revision: string }>`
    insert into referrals (id, number, posting_id, employer_id, person_id, state, call, revision)
    values (${id}, ${number}, ${postingId}, ${employerId}, ${personId}, ${state}, ${call === null ? null : JSON.stringify(call)}::jsonb, nextval('revisions'))
    on conflict (posting_id, person_id) do nothing returning revision`.execute(db)
  return rows[0]?.revision
}

export async function moveReferral (db: Kysely<Tables>, id: string, { state, reasonCode = null, starts = null }: Pick<StoredReferral, 'state'> & Partial<Pick<StoredReferral, 'reasonCode' | 'starts'>>): Promise<string> {
  const { rows } = await sql<{ revision: string }>`
    update referrals set state = ${state}, reason_code = ${reasonCode}, starts = ${starts}::date, revision = nextval('revisions'), updated_at = now()
    where id = ${id} returning revision`.execute(db)
  return rows[0].revision
}
