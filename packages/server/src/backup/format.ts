/** The file is gzip over lines of JSON: a head, rows, an end. */
export const FORMAT = 'padan-backup-1'

export interface BackupHead {
  format: typeof FORMAT
  at: string
  /** The last migration: restoring makes tables of that layout first. */
  layout: string
  /** Which master key the keys of its rows are wrapped by, at the time. */
  check: string
}

/** A row as the database's own JSON text (`row`), or that text sealed with the key of its person (`person`, `sealed`), and what is to stay of it when that person is erased. */
export interface BackupRow {
  table: string
  row?: string
  person?: string
  sealed?: string
  remains?: Record<string, unknown>
}

export interface BackupEnd {
  sequences: Record<string, string>
  rows: Record<string, number>
  /** SHA-256 of every line before this one. */
  sha256: string
}
