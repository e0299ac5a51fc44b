import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { auditSuite } from './suites/audit.ts'
import { cardsSuite } from './suites/cards.ts'
import { nightlySuite } from './suites/nightly.ts'
import { peopleSuite } from './suites/people.ts'
import { privacySuite } from './suites/privacy.ts'
import { vaultSuite } from './suites/vault.ts'

await onBothDatabases(t, {
  people: peopleSuite,
  privacy: privacySuite,
  cards: cardsSuite,
  vault: vaultSuite,
  'audit trail': auditSuite,
  nights: nightlySuite,
})
