import { emit } from '../changes/events.ts'
import { markHired } from '../people/leave-register.ts'
import { deleteRow } from '../store/record-rows.ts'
import type { MarkHired } from './referrals.ts'

/** A hire of a person on the register: placed, the card deactivated, out of the rankings. Of whom only a match record is kept here, that leaves the rankings. */
export const leaveRegister: MarkHired = async (desk, personId, hire) => {
  const { transaction, registry, by } = desk
  const person = await transaction.selectFrom('people').select('id').where('id', '=', personId).executeTakeFirst()
  if (person !== undefined) return await markHired(desk, personId, hire)
  const { referral, employer } = hire
  await emit(transaction, { kind: 'person.hired', subject: personId, related: { referral, employer }, by })
  return await deleteRow(transaction, 'seekers', personId) ? () => registry.forget('seekers', personId) : () => {}
}
