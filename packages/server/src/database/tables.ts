import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { EventTable } from '../changes/tables.ts'
import type { EmployerTable } from '../employers/tables.ts'
import type { PostingCountTable, PostingDemandTable, PostingTable } from '../postings/tables.ts'
import type { ReferralTable } from '../referrals/tables.ts'
import type { DeliveryTable, WebhookTable } from '../webhooks/tables.ts'
import type { AccessTables } from '../access/tables.ts'
import type { AuditTable } from '../audit/tables.ts'
import type { ImportTables } from '../imports/tables.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { PrivacyTables } from '../privacy/tables.ts'
import type { PersonKeyTable, ServiceKeyTable, SigningKeyTable } from '../vault/tables.ts'

/** Numbers of eight bytes come as text, so that none is rounded. */
type Revision = ColumnType<string, string, string>

export interface RecordTable {
  id: string
  record: JSONColumnType<Record<string, unknown>, string, string>
  revision: Revision
  updated_at: Generated<Date>
}

/** What was deleted and when in the order of revisions, for whoever follows the changes. */
export interface DeletionTable {
  revision: Revision
  side: string
  id: string
  deleted_at: Generated<Date>
}

/** First answers to requests that carried an Idempotency-Key. */
export interface ReplyTable {
  /** Id of the caller whose key it is. */
  caller: Generated<string>
  key: string
  method: string
  path: string
  fingerprint: string
  status: number
  headers: JSONColumnType<Record<string, string>, string, string>
  body: string
  created_at: Generated<Date>
}

/** Facts about the database itself: the writer's turn, whether the demo city was loaded, which saved index is good. */
export interface MarkerTable {
  name: string
  value: string
}

export type JobKind = 'placement' | 'fair-plan' | 'import'
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** Work that takes longer than an answer may. */
export interface JobTable {
  id: string
  /** The order in which they came. */
  number: ColumnType<string, never, never>
  /** Id of the caller who asked for it. */
  caller: Generated<string>
  kind: JobKind
  state: JobState
  /** JSON of what is to be done, until it is over. */
  request: string | null
  /** JSON of the result but for its lists, once it is there. */
  result: string | null
  /** JSON of why it failed. */
  problem: string | null
  /** How often it began again because somebody left while it ran. */
  beginnings: Generated<number>
  created_at: Generated<Date>
  started_at: Date | null
  finished_at: Date | null
}

/** One line of a list in a job's result. */
export interface JobRowTable {
  job_id: string
  part: string
  position: number
  id: string
  item: JSONColumnType<Record<string, unknown>, string, string>
}

/** A piece of a saved index. */
export interface SnapshotChunkTable {
  /** SHA-256 of the whole, hex. */
  digest: string
  position: number
  bytes: Buffer
}

export interface Tables extends AccessTables, ImportTables, PeopleTables, PrivacyTables {
  seekers: RecordTable
  vacancies: RecordTable
  deletions: DeletionTable
  replies: ReplyTable
  markers: MarkerTable
  jobs: JobTable
  job_rows: JobRowTable
  snapshot_chunks: SnapshotChunkTable
  person_keys: PersonKeyTable
  service_keys: ServiceKeyTable
  signing_keys: SigningKeyTable
  audit: AuditTable
  employers: EmployerTable
  postings: PostingTable
  posting_demands: PostingDemandTable
  posting_counts: PostingCountTable
  referrals: ReferralTable
  events: EventTable
  webhooks: WebhookTable
  webhook_deliveries: DeliveryTable
}

export type SideTable = 'seekers' | 'vacancies'
