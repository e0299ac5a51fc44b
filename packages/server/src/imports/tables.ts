import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { ImportMode } from '../schemas/import.ts'
import type { KindName } from './kinds/kinds.ts'

type MaybeDay = ColumnType<Date | null, string | null, string | null>

/** An import that runs as a job of the same id, and how far it is. */
export interface ImportJobTable {
  id: string
  kind: KindName
  /** Who may look at it: the account, or what it is bound to. */
  owner: string
  /** School of the teacher, or firm of the employer, who sends the rows. */
  school: string | null
  mode: ImportMode
  dry_run: boolean
  /** Header, columns and notices. */
  sealed: string
  rows: number
  done: Generated<number>
  created: Generated<number>
  changed: Generated<number>
  unchanged: Generated<number>
  rejected: Generated<number>
  /** Starts since a chunk was committed. */
  starts: Generated<number>
}

export interface ImportChunkTable {
  job_id: string
  number: number
  sealed: string
}

/** Which column each position of a header means. */
export interface ColumnMapTable {
  kind: string
  owner: string
  /** Keyed hash of the header. */
  signature: string
  columns: JSONColumnType<Array<string | null>, string, string>
}

export interface CertificateTable {
  id: string
  person_id: string
  /** Keyed hash of issuer and number. */
  number_hash: string
  /** Issuer, number and scheme. */
  sealed: string
  units: JSONColumnType<string[], string, string>
  issued_on: MaybeDay
  expires_on: MaybeDay
  revision: number
}

export interface ImportTables {
  import_jobs: ImportJobTable
  import_chunks: ImportChunkTable
  import_errors: ImportChunkTable
  column_maps: ColumnMapTable
  certificates: CertificateTable
}
