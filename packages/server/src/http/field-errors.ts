import type { ErrorObject } from 'ajv'
import { wrong } from '../errors/problem.ts'
import type { FieldError } from '../schemas/problem.ts'
import { expectedBy, valuesOf } from './expected-words.ts'

/** Most faults told of one request: enough for any form, and an answer of a few pages for any body. */
const MOST_ERRORS = 50

/** What a schema found wrong with a request, in both languages: one thing of each field. */
export function fieldErrorsOf (errors: readonly ErrorObject[], httpPart: string): FieldError[] {
  const place = httpPart === 'body' ? '' : `/${httpPart === 'querystring' ? 'query' : httpPart}`
  const told = new Map<string, FieldError>()
  for (const error of settleChoices(errors)) {
    if (told.size === MOST_ERRORS) break
    const extra = typeof error.params.additionalProperty === 'string' ? `/${error.params.additionalProperty.slice(0, 80)}` : ''
    const missing = typeof error.params.missingProperty === 'string' ? `/${error.params.missingProperty}` : ''
    const pointer = `${place}${error.instancePath}${extra}${missing}`
    if (!told.has(pointer)) told.set(pointer, fieldError(pointer, error))
  }
  return [...told.values()]
}

function fieldError (pointer: string, error: ErrorObject): FieldError {
  const code = error.keyword === 'additionalProperties' ? 'unknown-field' : error.keyword === 'required' ? 'missing' : 'bad-value'
  const { expected, expectedId } = expectedBy(error)
  if (pointer !== '') return wrong(pointer, code, expected, expectedId)
  return { pointer, code, expected, message: `The body: expected ${expected}.`, messageId: `Isi permintaan: seharusnya ${expectedId}.` }
}

/**
 * The validator tells of a choice (`anyOf`) every way in which it was missed. Where what came is of none of the kinds, one line says which there are;
 * where it is nearly one of them, what that one lacks is told and nothing of the others.
 */
export function settleChoices (errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf')
  const outermost = choices.filter(choice => !choices.some(other => other !== choice && isWithin(choice, other)))
  const settled = errors.filter(error => error.keyword !== 'anyOf' && !outermost.some(choice => isWithin(error, choice)))
  for (const choice of outermost) {
    const branches = new Map<string, ErrorObject[]>()
    for (const error of errors.filter(error => isWithin(error, choice))) {
      const branch = error.schemaPath.slice(choice.schemaPath.length + 1).split('/', 1)[0]
      branches.set(branch, [...branches.get(branch) ?? [], error])
    }
    const near = [...branches.values()].filter(branch => !branch.some(error => error.instancePath === choice.instancePath && IS_OTHER_KIND.has(error.keyword)))
    if (near.length === 0) settled.push({ ...choice, params: { kinds: [...branches.values()].map(branch => branch.find(error => valuesOf(error) !== undefined) ?? branch[0]) } })
    else settled.push(...settleChoices(nearestOf(near)))
  }
  return settled
}

/**
 * The branch with the fewest wrong names (the kind of a thing, say), and of these the one with the fewest faults. A name that no branch has may be that of
 * any of them.
 */
function nearestOf (near: readonly ErrorObject[][]): ErrorObject[] {
  const wrongNames = (branch: readonly ErrorObject[]): number => branch.filter(error => valuesOf(error) !== undefined).length
  const nearest = near.reduce((best, branch) => (wrongNames(branch) - wrongNames(best) || branch.length - best.length) < 0 ? branch : best)
  return nearest.map(error => {
    const values = near.map(branch => branch.filter(({ instancePath }) => instancePath === error.instancePath).flatMap(same => valuesOf(same) ?? []))
    if (valuesOf(error) === undefined || values.some(({ length }) => length === 0)) return error
    return { ...error, keyword: 'enum', params: { allowedValues: [...new Set(values.flat())] } }
  })
}

const IS_OTHER_KIND = new Set(['type', 'const', 'enum', 'anyOf'])

function isWithin (error: ErrorObject, choice: ErrorObject): boolean {
  return error.schemaPath.startsWith(`${choice.schemaPath}/`) && (error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`))
}
