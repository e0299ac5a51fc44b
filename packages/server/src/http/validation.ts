import { Ajv, type ErrorObject } from 'ajv'
import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Problem } from '../errors/problem.ts'
import type { FieldError } from '../schemas/problem.ts'

/** Marks a body schema whose records are checked by the matcher. */
export const CHECKED_BY_MATCHER = 'x-checked-by-matcher'

/**
 * Validates requests. Query strings, path parameters and headers are text, so their numbers and booleans are read from it; a body is taken
 * as it is. The body of a record route is let through: the schema is there for the types and the OpenAPI document, while the matcher's own
 * checker, which knows the codes and names every protected or unknown field, decides and words the problem.
 */
export function validatorCompiler (shared: readonly TSchema[]): FastifySchemaCompiler<TSchema> {
  const options = { allErrors: false, useDefaults: true, strict: false, addUsedSchema: false } as const
  const forBodies = new Ajv({ ...options, coerceTypes: false })
  const forText = new Ajv({ ...options, coerceTypes: true })
  for (const ajv of [forBodies, forText]) ajv.addSchema([...shared])
  return ({ schema, httpPart }) => {
    if (CHECKED_BY_MATCHER in schema) return () => true
    const ajv = httpPart === 'body' ? forBodies : forText
    const validate = ajv.compile(schema)
    return value => {
      if (validate(value)) return { value }
      return { error: new Problem('bad-request-field', { errors: fieldErrorsOf(validate.errors ?? [], httpPart ?? 'body') }) }
    }
  }
}

function fieldErrorsOf (errors: readonly ErrorObject[], httpPart: string): FieldError[] {
  const place = httpPart === 'body' ? '' : `/${httpPart === 'querystring' ? 'query' : httpPart}`
  return errors.map(error => {
    const extra = typeof error.params.additionalProperty === 'string' ? `/${error.params.additionalProperty.slice(0, 80)}` : ''
    const missing = typeof error.params.missingProperty === 'string' ? `/${error.params.missingProperty}` : ''
    const pointer = `${place}${error.instancePath}${extra}${missing}`
    const expected = expectedBy(error)
    const at = pointer === '' ? 'the body' : pointer
    const atId = pointer === '' ? 'isi permintaan' : pointer
    return {
      pointer,
      code: error.keyword === 'additionalProperties' ? 'unknown-field' : error.keyword === 'required' ? 'missing' : 'bad-value',
      expected,
      message: `At ${at}: expected ${expected}.`,
      messageId: `Pada ${atId}: seharusnya ${expected}.`,
    }
  })
}

function expectedBy ({ keyword, message, params }: ErrorObject): string {
  if (keyword === 'additionalProperties') return 'no such property'
  if (keyword === 'required') return 'a value'
  if (keyword === 'enum') return `one of ${(params.allowedValues as unknown[]).join(', ')}`
  if (keyword === 'const') return String(params.allowedValue)
  return (message ?? 'another value').replace(/^must (be |have |match )?/, '')
}
