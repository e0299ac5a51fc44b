import { openDatabase, type Database } from '@padan/server'
import type { Test } from 'tap'
import { onPostgres, type Place } from './databases.ts'
import type { Suite } from './suites/suite.ts'

/** What only a server that others can reach must pass. */
export type ServerSuite = (t: Test, place: Place, database: Database) => Promise<void>

/** Runs every suite on the embedded database, in memory, and again on a real PostgreSQL; then what is about a server alone. */
export async function onBothDatabases (t: Test, suites: Readonly<Record<string, Suite>>, serverSuites: Readonly<Record<string, ServerSuite>> = {}): Promise<void> {
  t.setTimeout(1_800_000)
  await t.test('embedded', async t => {
    const database = await openDatabase({})
    for (const [name, suite] of Object.entries(suites)) await t.test(name, t => suite(t, database))
    await database.close()
  })
  await onPostgres(t, place => t.test('PostgreSQL', async t => {
    const database = await place.open()
    for (const [name, suite] of Object.entries(suites)) await t.test(name, t => suite(t, database))
    for (const [name, suite] of Object.entries(serverSuites)) await t.test(name, t => suite(t, place, database))
    await database.close()
  }))
}
