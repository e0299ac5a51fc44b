import type * as ports from '../../benchmarks/dist/peers/quiet-port.js'

// The benchmarks are no package that anybody installs, so they have no public names.
export const { quietPort } = await import(new URL('../../../benchmarks/dist/peers/quiet-port.js', import.meta.url).href) as typeof ports
