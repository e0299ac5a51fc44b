import t from 'tap'
import { postgresPlace } from './databases.ts'
import { auditSuite } from './suites/audit.ts'
import { cardsSuite } from './suites/cards.ts'
import { fairPlansSuite } from './suites/fair-plans.ts'
import { hostileSuite } from './suites/hostile.ts'
import { idempotencySuite } from './suites/idempotency.ts'
import { importsSuite } from './suites/imports.ts'
import { jobsSuite } from './suites/jobs.ts'
import { officeSuite } from './suites/office.ts'
import { peopleSuite } from './suites/people.ts'
import { placementsSuite } from './suites/placements.ts'
import { privacySuite } from './suites/privacy.ts'
import { rankingSuite } from './suites/ranking.ts'
import { recordsSuite } from './suites/records.ts'
import { recoverySuite } from './suites/recovery.ts'
import { sheetsSuite } from './suites/sheets.ts'
import { webhooksSuite } from './suites/webhooks.ts'
import { vaultSuite } from './suites/vault.ts'
import { writerSuite } from './suites/writer.ts'

t.setTimeout(600_000)

const place = await postgresPlace()
if (typeof place === 'string') {
  // On a machine that should have everything this is a failure, elsewhere it is said and skipped.
  if (process.env.CI === 'true') t.fail(place)
  else t.test('PostgreSQL', { skip: place }, async () => {})
} else {
  const database = await place.open()
  await t.test('records', t => recordsSuite(t, database))
  await t.test('idempotency', t => idempotencySuite(t, database))
  await t.test('imports', t => importsSuite(t, database))
  await t.test('people', t => peopleSuite(t, database))
  await t.test('privacy', t => privacySuite(t, database))
  await t.test('cards', t => cardsSuite(t, database))
  await t.test('ranking', t => rankingSuite(t, database))
  await t.test('placements', t => placementsSuite(t, database))
  await t.test('fair plans', t => fairPlansSuite(t, database))
  await t.test('jobs', t => jobsSuite(t, database))
  await t.test('hostile input', t => hostileSuite(t, database))
  await t.test('recovery', t => recoverySuite(t, database))
  await t.test('sheets', t => sheetsSuite(t, database))
  await t.test('office', t => officeSuite(t, database))
  await t.test('webhooks', t => webhooksSuite(t, database))
  await t.test('vault', t => vaultSuite(t, database))
  await t.test('audit trail', t => auditSuite(t, database))
  await t.test('one writer', t => writerSuite(t, place, database))
  await database.close()
  await place.close()
}
