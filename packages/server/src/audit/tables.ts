/** Who did what, when, to whom. Rows are only ever added; triggers refuse all else. */
export interface AuditTable {
  /** 1, 2, 3 and so on, without a gap. */
  number: string
  /** ISO 8601 in UTC with milliseconds: as text, so that what is hashed is what is kept. */
  at: string
  actor: string
  action: string
  subject: string | null
  reason: string | null
  /** Canonical JSON. */
  detail: string | null
  /** Hash of the entry before. */
  previous: string
  hash: string
}
