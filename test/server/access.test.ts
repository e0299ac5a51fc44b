import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { accessAccountsSuite } from './suites/access-accounts.ts'
import { accessAttacksSuite } from './suites/access-attacks.ts'
import { accessFieldsSuite } from './suites/access-fields.ts'
import { accessGuardSuite } from './suites/access-guard.ts'
import { accessMatrixSuite } from './suites/access-matrix.ts'
import { accessObjectsSuite } from './suites/access-objects.ts'
import { accessSessionsSuite } from './suites/access-sessions.ts'

await onBothDatabases(t, {
  'the guard': accessGuardSuite,
  accounts: accessAccountsSuite,
  'the matrix': accessMatrixSuite,
  'the fields': accessFieldsSuite,
  'ways around': accessAttacksSuite,
  'what is one\'s own': accessObjectsSuite,
  'sessions and keys': accessSessionsSuite,
})
