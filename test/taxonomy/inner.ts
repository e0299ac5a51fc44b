import type * as passages from '../../packages/taxonomy/dist/text/passages.js'
import type * as typos from '../../packages/taxonomy/dist/text/typos.js'

/** Inner parts of the text reader that have no door of their own, from the built package. */
const inner = async <Module>(path: string): Promise<Module> => await import(new URL(`../../../packages/taxonomy/dist/text/${path}.js`, import.meta.url).href) as Module

export const { LONGEST_PASSAGE, passagesOf } = await inner<typeof passages>('passages')
export const { createSpeller, oneEditApart } = await inner<typeof typos>('typos')
