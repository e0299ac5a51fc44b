import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Registry } from '../store/registry.ts'

/** What a use case of the office works with: one transaction, and who asks for it when. */
export interface OfficeDesk {
  transaction: Transaction<Tables>
  registry: Registry
  /** Id of the caller. */
  by: string
  /** Today in Jakarta, YYYY-MM-DD. */
  today: string
}
