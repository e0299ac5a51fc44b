import type { JSONWebKeySet } from 'jose'
import { readPerson } from '../people/people-rows.ts'
import type { Registry } from '../store/registry.ts'
import { readCard } from './card-rows.ts'
import { readCardToken } from './token.ts'

export type CheckedState = 'valid' | 'expired' | 'revoked' | 'replaced' | 'deactivated' | 'unknown'

export type CardCheck =
  | { genuine: false, fault: 'not-a-token' | 'unknown-key' | 'bad-signature' }
  | { genuine: true, number: string, office: string, issuedOn: string, expiresOn: string, state: CheckedState, holder?: string }

/**
 * What the public learns from a card's token: whether this office issued it, and whether it holds today. While it does, also the holder's initials, so
 * that a code copied onto another's card is noticed; never more.
 */
export async function checkCard (registry: Registry, token: string, today: string): Promise<CardCheck> {
  const claims = await readCardToken(token, registry.vault.signing.publicSet() as unknown as JSONWebKeySet)
  if (typeof claims === 'string') return { genuine: false, fault: claims }
  const { number, office, issuedOn, expiresOn, id } = claims
  const card = await readCard(registry.db, id)
  // A day may pass before the sweep sees what has run out.
  const state = card === undefined ? 'unknown' : card.state === 'valid' && today > expiresOn ? 'expired' : card.state
  const holder = card !== undefined && state === 'valid' ? initialsOf((await readPerson(registry.db, registry.vault, card.personId))?.details.name) : undefined
  return { genuine: true, number, office, issuedOn, expiresOn, state, ...(holder === undefined ? {} : { holder }) }
}

function initialsOf (name: string | undefined): string | undefined {
  return name?.split(/\s+/).filter(word => word !== '').map(word => `${[...word][0].toUpperCase()}.`).join(' ')
}
