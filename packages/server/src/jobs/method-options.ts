import type { PlacementOptions, PlacementRequest } from '../schemas/placement.ts'

/** Which options go with which method. */
export const METHOD_OPTIONS: Readonly<Record<PlacementRequest['method'], ReadonlyArray<keyof PlacementOptions>>> = {
  stable: ['ties', 'refusals', 'fixed', 'withdrawn', 'caps', 'groups', 'typeCaps', 'labelCaps', 'reserves'],
  best: ['objective', 'refusals', 'fixed'],
  recommend: ['limit', 'balance', 'rounds'],
}

/** The first option that is given and goes with another method; silence about it would look like obedience. */
export function strayOption (method: PlacementRequest['method'], options: PlacementOptions): keyof PlacementOptions | undefined {
  return (Object.keys(options) as Array<keyof PlacementOptions>).find(name => !METHOD_OPTIONS[method].includes(name))
}
