import type { JSONColumnType } from 'kysely'

export const CONSENT_PURPOSES = ['matching', 'sharing-with-employers', 'statistics', 'contact'] as const
export type ConsentPurpose = typeof CONSENT_PURPOSES[number]

/** What a person agrees to, and the proof. A withdrawal ends a row; agreeing again begins another. */
export interface ConsentTable {
  person_id: string
  purpose: ConsentPurpose
  given_at: Date
  withdrawn_at: Date | null
  /** How it was given: codes alone. */
  evidence: JSONColumnType<Record<string, unknown>, string, string>
  by: string
}

export interface PrivacyTables {
  consents: ConsentTable
}
