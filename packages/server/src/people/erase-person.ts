import { deleteRow } from '../store/record-rows.ts'
import { newId, type Apply, type Desk } from './desk.ts'
import { addEvent, pseudonymiseEvents } from './person-events.ts'
import { requirePerson } from './people-rows.ts'

/**
 * Takes a person out of the registry: what the office knows of who it was is deleted; what was counted stays counted, under a name that leads
 * nowhere. Cards stay as numbers that are no longer valid. Part of an erasure, whose other parts are not this room's.
 */
export async function erasePersonRecords (desk: Desk, personId: string): Promise<Apply> {
  const { transaction, registry } = desk
  const person = await requirePerson(desk, personId)
  const pseudonym = newId('erased')
  if (person.state === 'active') await addEvent(desk, { personId, kind: 'removed', reason: 'own-request', flow: -1 })
  await pseudonymiseEvents(transaction, personId, pseudonym)
  await transaction.deleteFrom('signed_cards').where('person_id', '=', personId).execute()
  await transaction.updateTable('cards').set({ person_id: pseudonym, state: 'revoked', state_reason: 'erased' }).where('person_id', '=', personId).execute()
  await transaction.deleteFrom('people').where('id', '=', personId).execute()
  return await deleteRow(transaction, 'seekers', personId) ? () => registry.forget('seekers', personId) : () => {}
}
