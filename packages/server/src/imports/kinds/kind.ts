import type { Apply, Desk, Office } from '../../people/desk.ts'
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
  /** Names of columns that it tells as well, where an office writes them in one: those are not needed then. It is in no template, and never guessed. */
  tells: readonly string[]
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
}

/**
 * Rows that are stored together. What is stored of all they tell of was looked up by a few statements; each is decided by itself, from that; then all that
 * was decided is written by a few statements.
 */
export interface RowSet<Told> {
  /**
   * Everything that a row names, and whatever was found under a name. Rows that share one are never decided from the same look-up: the later waits until the
   * earlier is written, so that the outcome is that of rows stored one after another.
   */
  namesOf (told: Told): readonly string[]
  /** Decides what becomes of a row. Throws RowRefused or Problem, and then nothing of the row is kept. */
  decide (told: Told): Stored
  /** Writes what was decided. */
  write (): Promise<Apply>
}

/** What one sort of table is: its columns, and how rows of it become use cases. */
export interface Kind<Told = unknown> {
  columns: readonly ImportColumn[]
  /** Headers of exports that tell what an import does not decide. */
  beside?: readonly string[]
  /** What the audit trail calls the storing of a row. */
  action: string
  /** Where the parts that a use case refuses stand in the table, by the beginning of their pointer. */
  columnAt?: (pointer: string) => string | undefined
  /** What a row tells by itself, whatever is stored: it is read while the rows before it are still being written. Throws RowRefused. */
  read (row: RowReader, office: Office, sender: RowSender): Told
  /** Looks up what is stored of all that some rows tell of. */
  lookUp (desk: Desk, rows: readonly Told[], sender: RowSender): Promise<RowSet<Told>>
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
  tells?: readonly string[]
  exact?: boolean
}

export function column ({ aliases = [], required = false, tells = [], exact = false, ...text }: ColumnText): ImportColumn {
  return { ...text, aliases, required, tells, exact }
}
