import type { ReferralState } from '../referrals/tables.ts'

/**
 * What an employer sees of somebody who was referred and agrees to it, by the state of the referral: nothing before the office sends the person on;
 * the person while the two have to do with each other; and then that there was a referral.
 */
export const EMPLOYERS_SEE: Readonly<Record<ReferralState, 'nothing' | 'referral' | 'person'>> = Object.freeze({
  called: 'nothing',
  referred: 'person',
  accepted: 'person',
  hired: 'person',
  'not-accepted': 'referral',
  'no-show': 'referral',
  withdrawn: 'referral',
})
