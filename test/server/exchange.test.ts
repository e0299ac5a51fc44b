import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { everyListSuite } from './suites/every-list.ts'
import { webhooksSuite } from './suites/webhooks.ts'

await onBothDatabases(t, {
  webhooks: webhooksSuite,
  'every list': everyListSuite,
})
