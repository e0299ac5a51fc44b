import type { ErrorObject } from 'ajv'
import { expectedBy, type Expected } from '../../http/expected-words.ts'
import { settleChoices } from '../../http/field-errors.ts'
import type { RowReader } from '../row-reader.ts'

/** What a schema refused of a record, with the place of each. */
export function schemaFaults (errors: readonly ErrorObject[]): Array<Expected & { pointer: string }> {
  return settleChoices(errors).map(error => {
    const missing = typeof error.params.missingProperty === 'string' ? `/${error.params.missingProperty}` : ''
    return { pointer: `${error.instancePath}${missing}`, ...expectedBy(error) }
  })
}

/** Tells a row what a schema refused of it. */
export function tellFaults (row: RowReader, errors: readonly ErrorObject[], columnAt: (path: string) => string | undefined): void {
  for (const { pointer, expected, expectedId } of schemaFaults(errors)) row.refuse(columnAt(pointer), 'bad-value', expected, expectedId)
}
