import type * as sessions from '../../packages/server/dist/access/sessions.js'

/** Inner parts of the server that have no door of their own, from the built package. */
const inner = async <Module>(path: string): Promise<Module> => await import(new URL(`../../../packages/server/dist/${path}.js`, import.meta.url).href) as Module

export const { SessionBook } = await inner<typeof sessions>('access/sessions')
