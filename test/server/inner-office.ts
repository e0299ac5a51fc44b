import type * as likelihoods from '../../packages/server/dist/employers/duplicates.js'
import type * as names from '../../packages/server/dist/employers/firm-names.js'
import type * as targetsModule from '../../packages/server/dist/webhooks/target.js'

/** Inner parts of the office that have no door of their own, from the built package. */
const inner = async <Module>(path: string): Promise<Module> => await import(new URL(`../../../packages/server/dist/${path}.js`, import.meta.url).href) as Module

export const firmNames = await inner<typeof names>('employers/firm-names')
export const duplicates = await inner<typeof likelihoods>('employers/duplicates')
export const targets = await inner<typeof targetsModule>('webhooks/target')
