import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Registry } from '../store/registry.ts'
import type { AuditEntry } from './entry.ts'

/** Reads something of a person. That it was read is committed before the answer leaves. */
export async function readAudited<T> (registry: Registry, entry: AuditEntry, read: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
  return await registry.write(async transaction => {
    const answer = await read(transaction)
    await registry.audit.record(transaction, entry)
    return { answer, apply: () => {} }
  })
}
