import type { FieldError } from '../schemas/problem.ts'

/** A row as it stands in the file: a value still to be checked, or why there is none. */
export interface RawRow {
  line: number
  value?: unknown
  error?: FieldError
  /** The file's header of each column, for a CSV. */
  headers?: ReadonlyMap<string, string>
}
