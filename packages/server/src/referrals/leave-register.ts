import { deskOf } from '../people/desk.ts'
import { markHired } from '../people/leave-register.ts'
import { deleteRow } from '../store/record-rows.ts'
import type { MarkHired } from './referrals.ts'

/** A hire of a person on the register: placed, the card deactivated, out of the rankings. Of whom only a match record is kept here, that leaves the rankings. */
export function leaveRegister (now: () => Date): MarkHired {
  return async ({ transaction, registry, by }, personId, hire) => {
    const person = await transaction.selectFrom('people').select('id').where('id', '=', personId).executeTakeFirst()
    if (person !== undefined) return await markHired(deskOf(registry, transaction, by, now()), personId, hire)
    return await deleteRow(transaction, 'seekers', personId) ? () => registry.forget('seekers', personId) : () => {}
  }
}
