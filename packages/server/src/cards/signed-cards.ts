import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import type { Desk } from '../people/desk.ts'
import { requirePerson, type StoredPerson } from '../people/people-rows.ts'
import type { Vault } from '../vault/vault.ts'
import { readCard, type Card } from './card-rows.ts'

export interface CardSignature {
  /** Whose certification it is. */
  signer: string
  at: string
  /** Of the signed document, hex. */
  sha256: string
}

/** A card that may be signed, and its holder. Throws Problem `record-not-found` or `wrong-state`. */
export async function signableCard (desk: Desk, cardId: string): Promise<{ card: Card, person: StoredPerson }> {
  const card = await readCard(desk.transaction, cardId)
  if (card === undefined) throw new Problem('record-not-found')
  if (card.state !== 'valid') throw new Problem('wrong-state', { detail: `The card is ${card.state}; only a valid one is signed.`, detailId: `Status kartu ${card.state}; hanya kartu yang berlaku ditandatangani.` })
  return { card, person: await requirePerson(desk, card.personId) }
}

/**
 * Keeps the signed document of a card, sealed, in place of an earlier one. Throws Problem `revision-mismatch` when its holder's data changed while it was signed,
 * else like `signableCard`.
 */
export async function keepSigned (desk: Desk, cardId: string, revision: number, signer: string, pdf: Buffer): Promise<CardSignature> {
  const { person } = await signableCard(desk, cardId)
  if (person.revision !== revision) throw new Problem('revision-mismatch')
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const values = { person_id: person.id, sealed: desk.registry.vault.seal(person.id, pdf.toString('base64')), sha256, signer, signed_at: desk.now, signed_by: desk.by }
  await desk.transaction.insertInto('signed_cards').values({ card_id: cardId, ...values }).onConflict(conflict => conflict.column('card_id').doUpdateSet(values)).execute()
  return { signer, at: desk.now.toISOString(), sha256 }
}

/** The signed document of a card, byte for byte as the certifier gave it. */
export async function signedCard (db: Kysely<Tables>, vault: Vault, { id, personId }: Pick<Card, 'id' | 'personId'>): Promise<Buffer | undefined> {
  const row = await db.selectFrom('signed_cards').select('sealed').where('card_id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : Buffer.from(vault.open(personId, row.sealed), 'base64')
}

export async function signatureOf (db: Kysely<Tables>, cardId: string): Promise<CardSignature | null> {
  const row = await db.selectFrom('signed_cards').select(['signer', 'signed_at', 'sha256']).where('card_id', '=', cardId).executeTakeFirst()
  return row === undefined ? null : { signer: row.signer, at: row.signed_at.toISOString(), sha256: row.sha256 }
}
