import type { Clock } from '../access/clock.ts'
import type { Access } from '../access/access.ts'
import type { Config } from '../config.ts'
import type { IdempotentWrites } from '../http/idempotency.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { Registry } from '../store/registry.ts'

/** What the routes work with. */
export interface RouteContext {
  registry: Registry
  writes: IdempotentWrites
  jobs: JobRunner
  access: Access
  config: Pick<Config, 'IMPORT_LIMIT' | 'JOB_BODY_LIMIT' | 'JOBS_WAITING'>
  clock: Clock
  /** Origins that webhooks may be sent to although they are not https on the public internet. */
  webhookOrigins: ReadonlySet<string>
  /** Tells who works in the background that something may be to do. */
  wake: () => void
  /** Today in Indonesia's capital, `YYYY-MM-DD`. */
  today: () => string
}
