import type * as guards from '../../packages/server/dist/access/field-guard.js'
import type * as fields from '../../packages/server/dist/access/fields.js'

/** Inner parts of the access to fields that have no door of their own, from the built package. */
const inner = async <Module>(path: string): Promise<Module> => await import(new URL(`../../../packages/server/dist/access/${path}.js`, import.meta.url).href) as Module

export const { columnsFor } = await inner<typeof guards>('field-guard')
export const { partOf } = await inner<typeof fields>('fields')
