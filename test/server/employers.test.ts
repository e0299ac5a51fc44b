import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { officeSharingSuite } from './suites/office-sharing.ts'
import { officeSuite } from './suites/office.ts'
import { officeVerifiedSuite } from './suites/office-verified.ts'
import { officePeopleSuite } from './suites/office-people.ts'

await onBothDatabases(t, {
  office: officeSuite,
  'people of the register': officePeopleSuite,
  sharing: officeSharingSuite,
  'verification withdrawn': officeVerifiedSuite,
})
