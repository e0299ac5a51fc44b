import type { Transaction } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Tables } from '../database/tables.ts'
import { deleteSessions, type AccountRow } from './account-rows.ts'
import type { Clock } from './clock.ts'
import { replaceCode, type MadeCode } from './codes.ts'

/** Gives an account a one-time code for a new password; its sessions end, in the database. `actor` is who does so, for the trail. */
export async function resetAccount (transaction: Transaction<Tables>, audit: Audit, clock: Clock, { id, state }: Pick<AccountRow, 'id' | 'state'>, actor: string): Promise<MadeCode> {
  const made = await replaceCode(transaction, clock, state === 'invited' ? 'invitation' : 'reset', id)
  await deleteSessions(transaction, id)
  await audit.record(transaction, { actor, action: 'account-reset', subject: id })
  return made
}
