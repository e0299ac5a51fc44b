import { Ajv } from 'ajv'
import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Problem } from '../errors/problem.ts'
import { fieldErrorsOf } from './field-errors.ts'

/** Characters of a request up to which all of its faults are told; of a longer one the first is. */
const MOST_CHARACTERS = 65_536

/** Marks a body schema whose records are checked by the matcher. */
export const CHECKED_BY_MATCHER = 'x-checked-by-matcher'

/**
 * Validates requests. Query strings, path parameters and headers are text, so their numbers and booleans are read from it; a body is taken
 * as it is. The body of a record route is let through: the schema is there for the types and the OpenAPI document, while the matcher's own
 * checker, which knows the codes and names every protected or unknown field, decides and words the problem.
 */
export function validatorCompiler (shared: readonly TSchema[]): FastifySchemaCompiler<TSchema> {
  const forBodies = validators(shared, false)
  const forText = validators(shared, true)
  return ({ schema, httpPart = 'body' }) => {
    if (CHECKED_BY_MATCHER in schema) return () => true
    const { first, all } = httpPart === 'body' ? forBodies : forText
    const validate = first.compile(schema)
    return value => {
      if (validate(value)) return { value }
      // Compiled at the first refusal. The values are read already: what the other one coerces or fills in is what is there.
      const tell = isSmall(value) ? all.compile(schema) : validate
      tell(value)
      return { error: new Problem('bad-request-field', { errors: fieldErrorsOf(tell.errors ?? [], httpPart) }) }
    }
  }
}

/** One validator that stops at the first fault, and one that tells them all. */
function validators (shared: readonly TSchema[], coerceTypes: boolean): { first: Ajv, all: Ajv } {
  const [first, all] = [false, true].map(allErrors => new Ajv({ allErrors, coerceTypes, verbose: true, useDefaults: true, strict: false, addUsedSchema: false }).addSchema([...shared]))
  return { first, all }
}

/** Whether every fault is looked for: a large body could have as many as it has characters. */
function isSmall (value: unknown): boolean {
  return (JSON.stringify(value) ?? '').length <= MOST_CHARACTERS
}
