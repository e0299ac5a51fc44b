import type { Config } from '../config.ts'
import type { IdempotentWrites } from '../http/idempotency.ts'
import type { Registry } from '../store/registry.ts'

/** What the routes work with. */
export interface RouteContext {
  registry: Registry
  writes: IdempotentWrites
  config: Pick<Config, 'IMPORT_LIMIT'>
  /** Today in Indonesia's capital, `YYYY-MM-DD`. */
  today: () => string
}
