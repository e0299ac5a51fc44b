import type { Apply, Desk } from '../../people/desk.ts'
import type { RowReader } from '../row-reader.ts'

/** One column of the tables of a kind. */
export interface ImportColumn {
  /** Stable name, also in errors. */
  name: string
  /** As templates and exports head it, in Indonesian and English. */
  id: string
  en: string
  /** Other headers it answers to, in lower case and without spaces. */
  aliases: readonly string[]
  /** A table without it is of no use. */
  required: boolean
  /** A number in which every digit counts: a spreadsheet keeps 15 of them. */
  exact: boolean
  example: string
  help: string
  helpId: string
}

/** Who sends the rows. */
export interface RowSender {
  /** The school of a teacher, whose pupils the rows are, or the firm of an employer; undefined for the office. */
  of?: string
}

export interface Stored {
  did: 'created' | 'changed' | 'unchanged'
  /** Whom or what the row is about, for the audit trail. */
  subject: string
  apply?: Apply
}

/** What one sort of table is: its columns, and how a row of it becomes a use case. */
export interface Kind {
  columns: readonly ImportColumn[]
  /** Headers of exports that tell what an import does not decide. */
  beside?: readonly string[]
  /** What the audit trail calls the storing of a row. */
  action: string
  /** Where the parts that a use case refuses stand in the table, by the beginning of their pointer. */
  columnAt?: (pointer: string) => string | undefined
  /** Stores a row. Throws RowRefused or Problem, and then nothing of the row is kept. */
  store: (desk: Desk, row: RowReader, sender: RowSender) => Promise<Stored>
}

export interface ColumnText {
  name: string
  id: string
  en: string
  example: string
  help: string
  helpId: string
  aliases?: readonly string[]
  required?: boolean
  exact?: boolean
}

export function column ({ aliases = [], required = false, exact = false, ...text }: ColumnText): ImportColumn {
  return { ...text, aliases, required, exact }
}
