import type * as validations from '../../packages/server/dist/http/validation.js'
import type * as words from '../../packages/server/dist/http/expected-words.js'

/** Inner parts of the HTTP layer that have no door of their own, from the built package. */
const inner = async <Module>(path: string): Promise<Module> => await import(new URL(`../../../packages/server/dist/http/${path}.js`, import.meta.url).href) as Module

export const { validatorCompiler } = await inner<typeof validations>('validation')
export const { patternInWords } = await inner<typeof words>('expected-words')
