import { Problem } from '../errors/problem.ts'
import { ADULT_AGE } from '../people/check-details.ts'
import { ageOn } from '../people/days.ts'
import type { Apply, Desk } from '../people/desk.ts'
import { enter } from '../people/leave-register.ts'
import { requirePerson } from '../people/people-rows.ts'
import { addEvent } from '../people/person-events.ts'
import { latestCard, readRequest, type CardRequest } from './card-rows.ts'
import { issueCard, reprintCard } from './issue-card.ts'
import type { Office } from './office.ts'

/** What a person may be asked to mend. */
export const RETURN_REASONS = ['identity-unclear', 'photo-unusable', 'education-proof-missing', 'data-differs', 'outside-area', 'other'] as const
export type ReturnReason = typeof RETURN_REASONS[number]

export interface Approval {
  /** The verifier has checked the agreement of whoever answers for a person under 18. */
  guardianVerified?: boolean
}

/**
 * Approves a request: a card is issued and signed, and whoever was not on the register comes onto it, in the same transaction. Throws Problem
 * `record-not-found`, `card-request-decided`, `revision-mismatch` or `guardian-needed`.
 */
export async function approveRequest (desk: Desk, office: Office, requestId: string, { guardianVerified = false }: Approval, ifMatch?: string): Promise<{ answer: { id: string, card: string, number: string }, apply: Apply }> {
  const request = await requireWaiting(desk, requestId, ifMatch)
  const person = await requirePerson(desk, request.personId)
  if (ageOn(person.details.birthDate, desk.today) < ADULT_AGE && !guardianVerified) throw new Problem('guardian-needed')
  const current = await latestCard(desk.transaction, person.id)
  if (request.kind === 'lost' && current?.state !== 'valid') throw new Problem('wrong-state')
  const issued = request.kind === 'lost' && current !== undefined ? await reprintCard(desk, office, current) : await issueCard(desk, office, person.id)
  await decide(desk, request, 'approved', [], null)
  let apply: Apply = () => {}
  if (person.state !== 'active') apply = await enter(desk, person, person.state === 'applying' ? 'registered' : 'reactivated', request.kind)
  else if (request.kind === 'renewal') await addEvent(desk, { personId: person.id, kind: 'renewed', detail: { card: issued.id } })
  return { answer: { id: request.id, card: issued.id, number: issued.number }, apply }
}

/** Hands a request back with what is to be mended; the person may ask again. The note is for the person, and sealed. Throws like `approveRequest`. */
export async function returnRequest (desk: Desk, requestId: string, { reasons, note }: { reasons: readonly ReturnReason[], note?: string }, ifMatch?: string): Promise<{ id: string }> {
  const request = await requireWaiting(desk, requestId, ifMatch)
  await decide(desk, request, 'returned', reasons, note === undefined ? null : desk.registry.vault.seal(request.personId, note))
  await addEvent(desk, { personId: request.personId, kind: 'card-returned', reason: reasons[0], detail: { request: request.id, reasons } })
  return { id: request.id }
}

async function requireWaiting ({ transaction }: Desk, id: string, ifMatch: string | undefined): Promise<CardRequest> {
  const request = /^r-[a-z2-7]{26}$/.test(id) ? await readRequest(transaction, id) : undefined
  if (request === undefined) throw new Problem('record-not-found')
  if (request.state !== 'waiting') throw new Problem('card-request-decided')
  requireEtag(ifMatch, request.revision)
  return request
}

async function decide ({ transaction, now, by }: Desk, { id, revision }: CardRequest, state: 'approved' | 'returned', reasons: readonly string[], note: string | null): Promise<void> {
  await transaction.updateTable('card_requests').set({ state, decided_at: now, decided_by: by, reasons: JSON.stringify(reasons), note_sealed: note, revision: revision + 1 }).where('id', '=', id).execute()
}

/** Throws Problem `revision-mismatch` unless `If-Match` is absent or names the revision. */
export function requireEtag (ifMatch: string | undefined, revision: number): void {
  if (ifMatch === undefined) return
  const tags = ifMatch.split(',').map(tag => tag.trim())
  if (!tags.includes('*') && !tags.includes(`"${revision}"`)) throw new Problem('revision-mismatch')
}
