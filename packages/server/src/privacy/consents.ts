import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from './tables.ts'

export { CONSENT_PURPOSES, type ConsentPurpose }

export interface NewConsent {
  personId: string
  purpose: ConsentPurpose
  at: Date
  /** Id of the account that wrote it down. */
  by: string
  /** How it was given, in codes: never personal data. */
  evidence: Readonly<Record<string, unknown>>
}

/** Writes down that a person agrees to a purpose; one that is given already stays as it is. */
export async function giveConsent (db: Kysely<Tables>, { personId, purpose, at, by, evidence }: NewConsent): Promise<void> {
  await db.insertInto('consents').values({ person_id: personId, purpose, given_at: at, withdrawn_at: null, evidence: JSON.stringify(evidence), by })
    .onConflict(conflict => conflict.columns(['person_id', 'purpose']).where('withdrawn_at', 'is', null).doNothing()).execute()
}

/** True while the person agrees to the purpose. */
export async function hasConsent (db: Kysely<Tables>, personId: string, purpose: ConsentPurpose): Promise<boolean> {
  return await db.selectFrom('consents').select('purpose').where('person_id', '=', personId).where('purpose', '=', purpose).where('withdrawn_at', 'is', null).executeTakeFirst() !== undefined
}
