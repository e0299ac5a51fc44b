import t from 'tap'
import { openDatabase, type Database } from '@padan/server'
import { postgresPlace } from './databases.ts'
import { accessAccountsSuite } from './suites/access-accounts.ts'
import { accessGuardSuite } from './suites/access-guard.ts'
import { accessMatrixSuite } from './suites/access-matrix.ts'
import { cityLoginSuite } from './suites/city-login.ts'
import { accessSessionsSuite } from './suites/access-sessions.ts'
import type { Suite } from './suites/suite.ts'

t.setTimeout(1_800_000)

const SUITES: Readonly<Record<string, Suite>> = {
  'the guard': accessGuardSuite,
  accounts: accessAccountsSuite,
  'the matrix': accessMatrixSuite,
  'sessions and keys': accessSessionsSuite,
  'the city\'s log-in': cityLoginSuite,
}

await t.test('embedded', async t => {
  const database = await openDatabase({})
  await runAll(t, database)
  await database.close()
})

await t.test('PostgreSQL', async t => {
  const place = await postgresPlace()
  if (typeof place === 'string') {
    if (process.env.CI === 'true') t.fail(place)
    else t.comment(`skipped: ${place}`)
    return
  }
  const database = await place.open()
  await runAll(t, database)
  await database.close()
  await place.close()
})

async function runAll (t: Parameters<Suite>[0], database: Database): Promise<void> {
  for (const [name, suite] of Object.entries(SUITES)) await t.test(name, t => suite(t, database))
}
