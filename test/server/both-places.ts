import type { Test } from 'tap'
import { embeddedPlace, onPostgres, type Place } from './databases.ts'

/** Tests whose processes are killed may take long on a busy machine. */
const PATIENCE_MS = 1_800_000

/** Runs a test that starts processes of its own over the embedded database in a folder, and again over a real PostgreSQL. */
export async function onBothPlaces (t: Test, what: string, work: (t: Test, place: Place) => Promise<void>): Promise<void> {
  t.setTimeout(2 * PATIENCE_MS)
  await t.test(`the embedded database: ${what}`, async t => {
    t.setTimeout(PATIENCE_MS)
    const place = await embeddedPlace()
    await work(t, place)
    await place.close()
  })
  await t.test(`PostgreSQL: ${what}`, async t => {
    t.setTimeout(PATIENCE_MS)
    await onPostgres(t, place => work(t, place))
  })
}
