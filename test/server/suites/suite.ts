import type { Database } from '@padan/server'
import type { Test } from 'tap'

/** Tests that any database must pass. Each begins with an empty one. */
export type Suite = (t: Test, database: Database) => Promise<void>
