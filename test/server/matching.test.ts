import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { draftsSuite } from './suites/drafts.ts'
import { hostileSuite } from './suites/hostile.ts'
import { idempotencySuite } from './suites/idempotency.ts'
import { importsSuite } from './suites/imports.ts'
import { rankingSuite } from './suites/ranking.ts'
import { recordsSuite } from './suites/records.ts'
import { recoverySuite } from './suites/recovery.ts'
import { sheetsSuite } from './suites/sheets.ts'
import { writerSuite } from './suites/writer.ts'

await onBothDatabases(t, {
  records: recordsSuite,
  idempotency: idempotencySuite,
  imports: importsSuite,
  ranking: rankingSuite,
  drafts: draftsSuite,
  'hostile input': hostileSuite,
  recovery: recoverySuite,
  sheets: sheetsSuite,
}, { 'one writer': writerSuite })
