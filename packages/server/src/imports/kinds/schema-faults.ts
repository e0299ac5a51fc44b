import type { ErrorObject } from 'ajv'
import type { RowReader } from '../row-reader.ts'

/** Tells a row what a schema refused of it. */
export function tellFaults (row: RowReader, errors: readonly ErrorObject[], columnAt: (path: string) => string | undefined): void {
  for (const { instancePath, message = 'must be another value' } of errors) {
    const expected = message.replace(/^must (be |have |match )?/, '')
    row.refuse(columnAt(instancePath), 'bad-value', expected, expected)
  }
}
