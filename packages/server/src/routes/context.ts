import type { Access } from '../access/access.ts'
import type { DocumentSigner } from '../cards/document-signer.ts'
import type { Office } from '../cards/office.ts'
import type { Config } from '../config.ts'
import type { IdempotentWrites } from '../http/idempotency.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { BelievedDay } from '../nightly/believed-day.ts'
import type { Retention } from '../privacy/retention.ts'
import type { Registry } from '../store/registry.ts'
import type { WordReader } from '../words/word-reader.ts'

/** What the routes work with. */
export interface RouteContext {
  registry: Registry
  writes: IdempotentWrites
  jobs: JobRunner
  access: Access
  words: WordReader
  config: Pick<Config, 'IMPORT_LIMIT' | 'JOB_BODY_LIMIT' | 'JOBS_WAITING'>
  /** Origins that webhooks may be sent to although they are not https on the public internet. */
  webhookOrigins: ReadonlySet<string>
  /** Tells who works in the background that something may be to do. */
  wake: () => void
  /** The day that things end by. */
  day: BelievedDay
  /** Whose cards and forms are made here; without it none are. */
  office?: Office
  /** What goes by itself, and when. */
  retention: readonly Retention[]
  /** What puts a certified signature under cards; without it nothing does. */
  signer?: DocumentSigner
  /** Folder of the backups that are asked for over HTTP. */
  backups?: string
  /** The calendar's clock. */
  now: () => Date
  /** Today in Indonesia's capital, `YYYY-MM-DD`. */
  today: () => string
}
