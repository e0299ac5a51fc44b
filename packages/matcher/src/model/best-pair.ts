import type { RelatedRegister } from '@padan/taxonomy'

/** How far one list of codes answers another: the best pair, as the positions of wanted and held and the relatedness per mille. */
export interface BestPair {
  wanted: number
  held: number
  perMille: number
}

/**
 * The best relatedness of any wanted and any held item; the first pair in order of `wanted`, then `held`, where several are equal.
 * Undefined when a list is empty. O(wanted x held).
 */
export function bestPair (register: RelatedRegister<unknown>, wanted: readonly number[], held: readonly number[]): BestPair | undefined {
  let best: BestPair | undefined
  for (const want of wanted) {
    for (const have of held) {
      const perMille = register.relatedness(want, have)
      if (best === undefined || perMille > best.perMille) best = { wanted: want, held: have, perMille }
      if (perMille === 1000) return best
    }
  }
  return best
}
