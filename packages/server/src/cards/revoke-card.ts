import { Problem } from '../errors/problem.ts'
import type { Apply, Desk } from '../people/desk.ts'
import { addEvent } from '../people/person-events.ts'
import { removePerson } from '../people/leave-register.ts'
import { readCard } from './card-rows.ts'

export const REVOCATION_REASONS = ['false-data', 'issued-by-mistake', 'duplicate', 'own-request', 'died', 'moved'] as const
export type RevocationReason = typeof REVOCATION_REASONS[number]

const AS_REMOVAL = { 'false-data': 'not-available', 'issued-by-mistake': 'not-available', duplicate: 'duplicate', 'own-request': 'own-request', died: 'died', moved: 'moved' } as const

/** Revokes a card: its token is told as revoked from now on, and its holder leaves the register. Throws Problem `record-not-found` or `wrong-state`. */
export async function revokeCard (desk: Desk, cardId: string, reason: RevocationReason): Promise<Apply> {
  const card = /^k-[a-z2-7]{26}$/.test(cardId) ? await readCard(desk.transaction, cardId) : undefined
  if (card === undefined) throw new Problem('record-not-found')
  if (card.state !== 'valid') throw new Problem('wrong-state', { detail: `The card is ${card.state}; only a valid one can be revoked.`, detailId: `Status kartu ${card.state}; hanya kartu yang berlaku dapat dicabut.` })
  await addEvent(desk, { personId: card.personId, kind: 'card-revoked', reason, detail: { card: card.id } })
  const apply = await removePerson(desk, card.personId, AS_REMOVAL[reason])
  await desk.transaction.updateTable('cards').set({ state: 'revoked', state_reason: reason }).where('id', '=', card.id).execute()
  return apply
}
