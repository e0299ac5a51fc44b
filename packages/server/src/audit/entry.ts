import { hash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { AuditTable } from './tables.ts'

/** An act to be recorded. Ids and names of fields only: never what a field of a person holds. */
export interface AuditEntry {
  /** Account, key, `local` or `service`. */
  actor: string
  /** Such as `person-read`. */
  action: string
  /** Whom or what it was done to: an id. */
  subject?: string
  /** Why, in the words of whoever did it. */
  reason?: string
  detail?: Readonly<Record<string, unknown>>
}

export type AuditRow = Selectable<AuditTable>

/** The end of the chain. */
export interface AuditHead {
  number: number
  hash: string
}

/** Before the first entry. */
export const EMPTY_HEAD: AuditHead = Object.freeze({ number: 0, hash: '0'.repeat(64) })

/** The entry as the next row of the chain. */
export function chained (head: AuditHead, at: Date, { actor, action, subject, reason, detail }: AuditEntry): AuditRow {
  const row = {
    number: String(head.number + 1),
    at: at.toISOString(),
    actor,
    action,
    subject: subject ?? null,
    reason: reason ?? null,
    detail: detail === undefined ? null : canonicalJson(detail),
    previous: head.hash,
  }
  return { ...row, hash: hashOf(row) }
}

/**
 * SHA-256 over the previous hash and everything in the row. A JSON list of texts and nulls in a fixed order has one encoding only, and no
 * two different rows have the same.
 */
export function hashOf ({ number, at, actor, action, subject, reason, detail, previous }: Omit<AuditRow, 'hash'>): string {
  return hash('sha256', JSON.stringify([previous, number, at, actor, action, subject, reason, detail]), 'hex')
}

/** JSON with the keys of every object in the order of their code units. */
export function canonicalJson (value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1))
  })
}
