import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { checkRecords } from '../store/check-records.ts'
import { deleteRow, upsertRows } from '../store/record-rows.ts'
import type { Registry } from '../store/registry.ts'
import { matchRecordOf } from './check-posting.ts'
import { readPosting } from './posting-rows.ts'

/**
 * The one rule for which postings are ranked: published, and with a seat left. Brings the match records into line in the transaction of whatever
 * changed; the returned function does so in memory, after the commit.
 */
export async function syncPublishable (transaction: Kysely<Tables>, registry: Registry, postingId: string): Promise<() => void> {
  const posting = await readPosting(transaction, postingId)
  const left = posting === undefined ? 0 : posting.record.seats - posting.filled
  if (posting?.state === 'published' && left > 0) {
    const record = matchRecordOf(postingId, posting.record, left)
    // Newer reference data may no longer know what an old posting says.
    if (checkRecords('vacancies', [record], registry.taxonomy).length === 0) {
      await upsertRows(transaction, 'vacancies', [record])
      return () => registry.remember('vacancies', [record])
    }
  }
  return await deleteRow(transaction, 'vacancies', postingId) ? () => registry.forget('vacancies', postingId) : () => {}
}
