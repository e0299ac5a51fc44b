import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** What else lives in memory and follows the database, besides the match records. */
export interface Follower {
  /** Reads everything from the database; called whenever it is not known what the database has. */
  load: (db: Kysely<Tables>) => Promise<void>
  /** Called at the end of every write, in its transaction; the returned function is called after the commit. */
  save: (transaction: Transaction<Tables>) => Promise<() => void>
}
