import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Notice } from '../schemas/import.ts'
import type { FieldError } from '../schemas/problem.ts'
import type { TableFormat } from '../tables/source.ts'

export type ImportState = 'waiting' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

export interface ImportJobOptions {
  mode: 'all' | 'valid'
  dryRun: boolean
  sheet?: string
  /** Whose records they become: the employer of a firm's own user, the school of a teacher. */
  owner?: string
}

export interface ImportJobTable {
  id: string
  number: ColumnType<string, never, never>
  kind: string
  state: ImportState
  format: TableFormat
  options: JSONColumnType<ImportJobOptions, string, string>
  columns: JSONColumnType<Record<string, string>, string, string>
  sha256: string
  bytes: ColumnType<string, number, never>
  phase: Generated<'check' | 'store' | 'over'>
  position: Generated<number>
  rows: Generated<number>
  created: Generated<number>
  replaced: Generated<number>
  rejected: Generated<number>
  notices: JSONColumnType<Notice[], string | undefined, string>
  problem: string | null
  created_by: string
  created_at: Generated<Date>
  finished_at: Date | null
}

export interface ImportChunkTable {
  import_id: string
  position: number
  bytes: Buffer
}

export interface ImportErrorTable {
  import_id: string
  line: number
  number: number
  error: JSONColumnType<FieldError & object, string, never>
}

export interface ColumnMapTable {
  account: string
  kind: string
  header: string
  columns: JSONColumnType<Record<string, string>, string, string>
  used_at: Generated<Date>
}
