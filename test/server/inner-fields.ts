import type * as guards from '../../packages/server/dist/access/field-guard.js'
import type * as rules from '../../packages/server/dist/access/field-rules.js'
import type * as fields from '../../packages/server/dist/access/fields.js'
import type * as words from '../../packages/server/dist/tables/header-words.js'

/** Inner parts of what callers see of lists and fields that have no door of their own, from the built package. */
const inner = async <Module>(path: string): Promise<Module> => await import(new URL(`../../../packages/server/dist/${path}.js`, import.meta.url).href) as Module

export const { columnsFor } = await inner<typeof guards>('access/field-guard')
export const { partOf } = await inner<typeof fields>('access/fields')
export const { COLUMNS } = await inner<typeof rules>('access/field-rules')
export const { headerIn } = await inner<typeof words>('tables/header-words')
