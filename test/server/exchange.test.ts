import t from 'tap'
import { onBothDatabases } from './both-databases.ts'
import { webhooksSuite } from './suites/webhooks.ts'

await onBothDatabases(t, {
  webhooks: webhooksSuite,
})
