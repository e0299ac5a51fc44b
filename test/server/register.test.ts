import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { auditSuite } from './suites/audit.ts'
import { cardsSuite } from './suites/cards.ts'
import { nightlySuite } from './suites/nightly.ts'
import { peopleSuite } from './suites/people.ts'
import { objectionsSuite } from './suites/objections.ts'
import { privacySuite } from './suites/privacy.ts'
import { shownPeopleSuite } from './suites/shown-people.ts'
import { vaultSuite } from './suites/vault.ts'

await onBothDatabases(t, {
  people: peopleSuite,
  privacy: privacySuite,
  objections: objectionsSuite,
  'who is shown': shownPeopleSuite,
  cards: cardsSuite,
  vault: vaultSuite,
  'audit trail': auditSuite,
  nights: nightlySuite,
})
