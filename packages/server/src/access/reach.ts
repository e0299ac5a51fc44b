import type { FastifyRequest } from 'fastify'
import type { ProblemCode } from '../errors/codes.ts'
import { Problem } from '../errors/problem.ts'
import type { ReferralState } from '../referrals/tables.ts'
import type { Caller } from './caller.ts'
import { EMPLOYERS_SEE } from './views.ts'

/** What is the caller's own: what its account is bound to, else whatever carries the caller's own id (events, jobs). */
export function ownerOf ({ of, id }: Caller): string {
  return of ?? id
}

/**
 * Object level: throws unless the caller's right on this route reaches the record, whose `owner` is the id of its employer, school, person or
 * maker. Somebody else's record is as if it were not there (`problem`, default `record-not-found`): ids cannot be tried out.
 */
export function requireReach ({ caller, reach }: Pick<FastifyRequest, 'caller' | 'reach'>, owner: string | null | undefined, problem: ProblemCode = 'record-not-found'): void {
  if (reach === 'all') return
  if (typeof owner !== 'string' || owner === '' || owner !== ownerOf(caller)) throw new Problem(problem)
}

/** A referral, as far as it decides who reaches it. */
export interface ReachedReferral {
  employerId: string
  personId: string
  state: ReferralState
  /** The person agrees that employers are told, and the office vouches for this one. */
  told: boolean
}

/**
 * Whose a referral is: the person's own; and its employer's from when the person was sent on, while the person agrees to it and the office vouches for the firm. In between, and to
 * everybody else, there is none.
 */
export function ownerOfReferral ({ role }: Pick<Caller, 'role'>, { employerId, personId, state, told }: ReachedReferral): string | undefined {
  if (role === 'seeker') return personId
  return told && EMPLOYERS_SEE[state] !== 'nothing' ? employerId : undefined
}
