import type { Kysely } from 'kysely'
import { emit } from '../changes/events.ts'
import type { Tables } from '../database/tables.ts'
import { readEmployer } from '../employers/employer-rows.ts'
import type { Receipt } from '../employers/employers.ts'
import { requireEmployer } from '../employers/require-employer.ts'
import { newId, type Desk } from '../people/desk.ts'
import { requireRevision, requireState } from '../employers/require-state.ts'
import type { Changed } from '../employers/employers.ts'
import { Problem } from '../errors/problem.ts'
import { readPerson } from '../people/people-rows.ts'
import { isUnderReview } from '../people/rankable.ts'
import { countFilled } from '../postings/count-vacancies.ts'
import { takeSeat } from '../postings/posting-rows.ts'
import { requirePosting } from '../postings/postings.ts'
import { syncPublishable } from '../postings/publishable.ts'
import { nextSerial } from '../cards/serials.ts'
import { insertReferral, moveReferral, readReferral, type StoredReferral } from './referral-rows.ts'
import type { Call } from './tables.ts'

/** Why an employer did not take somebody: what the reply slip of AK/V asks. */
export const REPLY_REASONS = ['skills', 'experience', 'certificate', 'distance', 'wage', 'hours', 'position-filled', 'declined-by-person', 'other'] as const
export type ReplyReason = typeof REPLY_REASONS[number]

/** Of the serial in a referral's number. */
const NUMBER_DIGITS = 6

export type Reply =
  | { outcome: 'accepted' | 'no-show' | 'withdrawn' }
  | { outcome: 'not-accepted', reason: ReplyReason }
  | { outcome: 'hired', starts: string }

/** What a hire means for the person; called in the transaction that takes the seat. */
export type MarkHired = (desk: Desk, personId: string, hire: { on: string, channel: 'AKL' | 'AKAD' | 'AKAN', referral: string, employer: string, employerKind: string }) => Promise<() => void>

/** Throws Problem `record-not-found`. */
export async function requireReferral (db: Kysely<Tables>, id: string): Promise<StoredReferral> {
  const referral = await readReferral(db, id)
  if (referral === undefined) throw new Problem('record-not-found', { detail: `There is no referral '${id.slice(0, 80)}'.`, detailId: `Tidak ada rujukan '${id.slice(0, 80)}'.` })
  return referral
}

/**
 * An officer refers a person of the rankings, or one whose objection is under review, to a published posting: called to the office first (AK/IV) or sent straight away (AK/V). Throws Problem
 * `not-referable`, `already-referred`, `no-seat-left` or `wrong-posting-state`.
 */
export async function refer (desk: Desk, { postingId, personId, call }: { postingId: string, personId: string, call?: Call }): Promise<Receipt> {
  const { transaction, registry, by } = desk
  const posting = await requirePosting(transaction, postingId)
  requireState(posting.state, 'published')
  if (posting.filled >= posting.record.seats) throw new Problem('no-seat-left')
  if (!registry.has('seekers', personId) && !await isUnderReview(transaction, personId)) throw new Problem('not-referable')
  const id = newId('r')
  const { employerId } = posting
  const revision = await insertReferral(transaction, { id, number: await nextNumber(desk), postingId, employerId, personId, state: call === undefined ? 'referred' : 'called', call: call ?? null })
  if (revision === undefined) throw new Problem('already-referred')
  await emit(transaction, { kind: 'referral.made', subject: id, related: { posting: postingId, person: personId, employer: employerId }, by })
  return { id, revision }
}

/** The person came to the office and is sent on to the employer, if the office still vouches for it. */
export async function sendOn (desk: Desk, id: string, ifMatch?: string): Promise<Receipt> {
  const { transaction } = desk
  const referral = await requireReferral(transaction, id)
  requireRevision(ifMatch, referral.revision)
  requireState(referral.state, 'called')
  requireState((await requireEmployer(transaction, referral.employerId)).state, 'verified')
  return { id, revision: await moveReferral(transaction, id, { state: 'referred' }) }
}

/**
 * The employer's answer. A hire takes a seat, marks the person as hired and takes a full posting out of the rankings, all in this transaction; more
 * people than seats cannot be. Throws Problem `no-seat-left` or `wrong-posting-state`.
 */
export async function answerReferral (desk: Desk, id: string, reply: Reply, markHired: MarkHired, ifMatch?: string): Promise<Changed> {
  const { transaction, registry, by } = desk
  const referral = await requireReferral(transaction, id)
  requireRevision(ifMatch, referral.revision)
  requireState(referral.state, 'called', 'referred', 'accepted')
  const { postingId, personId, employerId } = referral
  const related = { posting: postingId, person: personId, employer: employerId }
  if (reply.outcome !== 'hired') {
    const revision = await moveReferral(transaction, id, { state: reply.outcome, reasonCode: reply.outcome === 'not-accepted' ? reply.reason : null })
    await emit(transaction, { kind: 'referral.answered', subject: id, related, by })
    return { receipt: { id, revision }, apply: () => {} }
  }
  const posting = await requirePosting(transaction, postingId)
  if (!await takeSeat(transaction, postingId)) throw new Problem('no-seat-left')
  const revision = await moveReferral(transaction, id, { state: 'hired', starts: reply.starts })
  // On-the-job training, apprenticeship and field practice are no placement: the person stays on the register.
  const isPlacement = posting.record.scheme === 'job'
  if (isPlacement) await countFilled(desk, postingId, (await readPerson(transaction, registry.vault, personId))?.details.sex)
  const employer = await readEmployer(transaction, employerId)
  const forget = isPlacement && employer !== undefined
    ? await markHired(desk, personId, { on: reply.starts, channel: posting.record.channel, referral: id, employer: employerId, employerKind: employer.record.kind })
    : () => {}
  const sync = await syncPublishable(transaction, registry, postingId)
  await emit(transaction, { kind: 'referral.answered', subject: id, related, by })
  return { receipt: { id, revision }, apply: () => { forget(); sync() } }
}

/** A running number of the year: in the transaction, so that what is rolled back leaves no gap. */
async function nextNumber ({ transaction, today }: Desk): Promise<string> {
  const year = today.slice(0, 4)
  return `${String(await nextSerial(transaction, `referrals ${year}`)).padStart(NUMBER_DIGITS, '0')}/${year}`
}
