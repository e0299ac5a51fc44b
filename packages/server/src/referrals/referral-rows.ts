import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Call, ReferralState } from './tables.ts'

export interface StoredReferral {
  id: string
  postingId: string
  employerId: string
  personId: string
  state: ReferralState
  call: Call | null
  reasonCode: string | null
  /** First day of work, YYYY-MM-DD. */
  starts: string | null
  revision: string
}

export interface ReferralFilter {
  postingId?: string
  employerId?: string
  personId?: string
}

const COLUMNS = ['id', 'posting_id as postingId', 'employer_id as employerId', 'person_id as personId', 'state', 'call', 'reason_code as reasonCode', 'revision'] as const
const STARTS = sql<string | null>`to_char(starts, 'YYYY-MM-DD')`.as('starts')

export async function readReferral (db: Kysely<Tables>, id: string): Promise<StoredReferral | undefined> {
  return await db.selectFrom('referrals').select(COLUMNS).select(STARTS).where('id', '=', id).executeTakeFirst() as StoredReferral | undefined
}

/** Up to `limit` after an id, in the order of their ids. */
export async function pageOfReferrals (db: Kysely<Tables>, limit: number, after: string | undefined, { postingId, employerId, personId }: ReferralFilter): Promise<StoredReferral[]> {
  let query = db.selectFrom('referrals').select(COLUMNS).select(STARTS).orderBy('id').limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  if (postingId !== undefined) query = query.where('posting_id', '=', postingId)
  if (employerId !== undefined) query = query.where('employer_id', '=', employerId)
  if (personId !== undefined) query = query.where('person_id', '=', personId)
  return await query.execute() as StoredReferral[]
}

/** Stores a new referral. Undefined when the person was referred to the posting before. */
export async function insertReferral (db: Kysely<Tables>, { id, postingId, employerId, personId, state, call }: Pick<StoredReferral, 'id' | 'postingId' | 'employerId' | 'personId' | 'state' | 'call'>): Promise<string | undefined> {
  const { rows } = await sql<{ revision: string }>`
    insert into referrals (id, posting_id, employer_id, person_id, state, call, revision)
    values (${id}, ${postingId}, ${employerId}, ${personId}, ${state}, ${call === null ? null : JSON.stringify(call)}::jsonb, nextval('revisions'))
    on conflict (posting_id, person_id) do nothing returning revision`.execute(db)
  return rows[0]?.revision
}

export async function moveReferral (db: Kysely<Tables>, id: string, { state, reasonCode = null, starts = null }: Pick<StoredReferral, 'state'> & Partial<Pick<StoredReferral, 'reasonCode' | 'starts'>>): Promise<string> {
  const { rows } = await sql<{ revision: string }>`
    update referrals set state = ${state}, reason_code = ${reasonCode}, starts = ${starts}::date, revision = nextval('revisions'), updated_at = now()
    where id = ${id} returning revision`.execute(db)
  return rows[0].revision
}
