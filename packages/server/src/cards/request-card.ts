import { Problem } from '../errors/problem.ts'
import { missingParts } from '../people/completeness.ts'
import { addMonths } from '../people/days.ts'
import { newId, type Desk } from '../people/desk.ts'
import { wrongState } from '../people/leave-register.ts'
import { requirePerson } from '../people/people-rows.ts'
import { addEvent } from '../people/person-events.ts'
import { hasPhoto } from '../people/photos.ts'
import type { CardRequestKind } from '../people/tables.ts'
import { latestCard, latestRequest } from './card-rows.ts'

/** A renewal may be asked for this many months before the card runs out. */
const EARLY_MONTHS = 1

/**
 * Puts a request for a card in the queue: the first one, a renewal, or a copy of a lost one. Throws Problem `profile-incomplete`, `card-request-open`
 * or `wrong-state`.
 */
export async function requestCard (desk: Desk, personId: string, kind: CardRequestKind): Promise<{ id: string }> {
  const { transaction, now } = desk
  const person = await requirePerson(desk, personId)
  const missing = missingParts(person.details, person.profile, await hasPhoto(transaction, personId)).filter(({ required }) => required)
  if (missing.length > 0) {
    throw new Problem('profile-incomplete', { errors: missing.map(({ part, text, textId }) => ({ pointer: `/person/${part}`, code: 'missing', expected: 'a value', message: text, messageId: textId })) })
  }
  if ((await latestRequest(transaction, personId))?.state === 'waiting') throw new Problem('card-request-open')
  await requireAskable(desk, person.id, person.state, kind)
  const id = newId('r')
  await transaction.insertInto('card_requests').values({ id, person_id: personId, kind, state: 'waiting', asked_at: now, reasons: '[]' }).execute()
  await addEvent(desk, { personId, kind: 'card-requested', reason: kind, detail: { request: id } })
  return { id }
}

async function requireAskable ({ transaction, today }: Desk, personId: string, state: string, kind: CardRequestKind): Promise<void> {
  const card = await latestCard(transaction, personId)
  const refuse = (detail: string, detailId: string): never => { throw new Problem('wrong-state', { detail, detailId }) }
  if (kind === 'new') {
    if (state !== 'applying') throw wrongState(state, 'applying (a first card); ask for a renewal or a copy', 'baru mendaftar (kartu pertama); ajukan perpanjangan atau cetak ulang')
  } else if (card === undefined) {
    refuse('There is no card yet. Ask for a first one: kind new.', 'Belum ada kartu. Ajukan kartu pertama: kind new.')
  } else if (kind === 'lost') {
    if (card.state !== 'valid') refuse(`The card is ${card.state}; only a valid one is copied. Ask for a renewal.`, `Status kartu ${card.state}; hanya kartu yang berlaku dapat dicetak ulang. Ajukan perpanjangan.`)
  } else if (card.state === 'valid' && today < addMonths(card.expiresOn, -EARLY_MONTHS)) {
    refuse(`The card runs until ${card.expiresOn}; a renewal may be asked for in its last month.`, `Kartu berlaku sampai ${card.expiresOn}; perpanjangan dapat diajukan dalam bulan terakhirnya.`)
  }
}
