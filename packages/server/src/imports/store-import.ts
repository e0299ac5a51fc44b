import type { Kysely } from 'kysely'
import type { SideTable, Tables } from '../database/tables.ts'
import type { ImportReport } from '../schemas/import.ts'
import type { Registry, Written } from '../store/registry.ts'
import { upsertRows, type MatchRecord } from '../store/record-rows.ts'
import type { CheckedImport } from './check-import.ts'

export type Batches = () => AsyncIterable<MatchRecord[]> | Iterable<MatchRecord[]>

export interface StoreOptions {
  side: SideTable
  /** Told how many records have been written so far. */
  onProgress?: (records: number) => void
}

/** Stores the good records of a checked file, all of them or, when anything fails, none. Returns the report with what was done. */
export async function storeImport (registry: Registry, transaction: Kysely<Tables>, checked: CheckedImport, options: StoreOptions): Promise<Written<ImportReport>> {
  const { answer, apply } = await storeBatches(registry, transaction, checked.batches, options)
  return { answer: { ...checked.report, ...answer }, apply }
}

/** What a dry run can tell: the same counts, nothing stored. */
export async function foresee (registry: Registry, checked: CheckedImport, side: SideTable): Promise<ImportReport> {
  const { report } = checked
  // With a bad row in the mode `all`, nothing would be stored.
  if (report.mode === 'all' && report.rejected > 0) return report
  let created = 0
  let replaced = 0
  for await (const batch of checked.batches()) {
    const known = batch.filter(record => registry.has(side, record.id)).length
    created += batch.length - known
    replaced += known
  }
  return { ...report, created, replaced }
}

/** Writes batches of checked records in a transaction; `apply` then puts them into the matcher, batch by batch, letting others in between. */
export async function storeBatches (
  registry: Registry, transaction: Kysely<Tables>, batches: Batches, { side, onProgress }: StoreOptions
): Promise<Written<{ stored: number, created: number, replaced: number }>> {
  let stored = 0
  let replaced = 0
  for await (const batch of batches()) {
    // The memory follows the database within the queue of writes, so it knows which ids are there.
    replaced += batch.filter(record => registry.has(side, record.id)).length
    stored += batch.length
    await upsertRows(transaction, side, batch)
    onProgress?.(stored)
  }
  const apply = async (): Promise<void> => {
    for await (const batch of batches()) {
      registry.remember(side, batch)
      await new Promise(resolve => { setImmediate(resolve) })
    }
  }
  return { answer: { stored, created: stored - replaced, replaced }, apply }
}
