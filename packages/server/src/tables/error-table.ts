import type { Language } from '../errors/problem.ts'
import type { FieldError } from '../schemas/problem.ts'

/** The columns of a table of bad rows: one row for each thing that is wrong. */
export const ERROR_HEADER: readonly string[] = ['line', 'id', 'column', 'field', 'code', 'received', 'expected', 'message']

export function errorCells (error: FieldError, language: Language): string[] {
  const { row, id, column, pointer, code, received, expected, message, messageId } = error
  return [row === undefined ? '' : String(row), id ?? '', column ?? '', pointer, code, received ?? '', expected, language === 'id' ? messageId : message]
}
