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
  /** Today in Indonesia's capital, `YYYY-MM-DD`. */
  today: () => string
}
