import { Problem } from '../errors/problem.ts'
import { addMonths } from '../people/days.ts'
import { newId, type Desk } from '../people/desk.ts'
import { addEvent } from '../people/person-events.ts'
import type { Card } from './card-rows.ts'
import { cardNumber, serialSeries } from './number-pattern.ts'
import type { Office } from './office.ts'
import { nextSerial } from './serials.ts'
import { signCardToken } from './token.ts'

/** A card runs two years from the day it is issued, which is the day of the approval, whenever it was asked for or printed. */
export const VALID_MONTHS = 24

/** Issues a card with a number of its own. Throws Problem `numbers-used-up`. */
export async function issueCard (desk: Desk, office: Office, personId: string): Promise<{ id: string, number: string }> {
  const { today } = desk
  const number = cardNumber(office.pattern, { region: office.region, day: today, serial: await nextCardSerial(desk, office) })
  return await putCard(desk, office, personId, { number, issuedOn: today, expiresOn: addMonths(today, VALID_MONTHS) }, 'card-issued')
}

/** A copy of a lost card: the same number and days under a new token; the old one is told as revoked from now on. */
export async function reprintCard (desk: Desk, office: Office, { id: lost, personId, number, issuedOn, expiresOn }: Card): Promise<{ id: string, number: string }> {
  const copy = await putCard(desk, office, personId, { number, issuedOn, expiresOn }, 'card-reprinted')
  await desk.transaction.updateTable('card_reports').set({ card_id: copy.id }).where('card_id', '=', lost).execute()
  return copy
}

async function putCard (desk: Desk, office: Office, personId: string, { number, issuedOn, expiresOn }: Pick<Card, 'number' | 'issuedOn' | 'expiresOn'>, event: 'card-issued' | 'card-reprinted'): Promise<{ id: string, number: string }> {
  const { transaction, registry, by, now } = desk
  const id = newId('k')
  const key = registry.vault.signing.current()
  const token = await signCardToken({ id, number, office: office.region, issuedOn, expiresOn }, key)
  await transaction.updateTable('cards').set({ state: event === 'card-issued' ? 'replaced' : 'revoked', state_reason: event === 'card-issued' ? 'renewed' : 'lost' })
    .where('person_id', '=', personId).where('state', '=', 'valid').execute()
  await transaction.insertInto('cards').values({ id, person_id: personId, number, key_id: key.kid, token, issued_on: issuedOn, expires_on: expiresOn, state: 'valid', issued_by: by, created_at: now }).execute()
  await addEvent(desk, { personId, kind: event, detail: { card: id, number } })
  return { id, number }
}

/** Throws Problem `numbers-used-up`. */
async function nextCardSerial ({ transaction, today }: Desk, { pattern }: Office): Promise<number> {
  const last = await nextSerial(transaction, serialSeries(pattern, today))
  if (last > pattern.mostSerial) throw new Problem('numbers-used-up')
  return last
}
