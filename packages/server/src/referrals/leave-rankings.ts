import { deleteRow } from '../store/record-rows.ts'
import type { MarkHired } from './referrals.ts'

/** A hire of somebody of whom only the match record is kept here: it leaves the rankings. */
export const leaveRankings: MarkHired = async ({ transaction, registry }, personId) =>
  await deleteRow(transaction, 'seekers', personId) ? () => registry.forget('seekers', personId) : () => {}
