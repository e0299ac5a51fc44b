import type { Market } from './market.ts'
import type { BestPlacement } from './place-best.ts'
import type { StablePlacement } from './place-stable.ts'
import type { Verdict, VerifyOptions } from './verdict.ts'
import { verifyBest } from './verify-best.ts'
import { verifyStable } from './verify-stable.ts'

/** Checks a placement of either kind from the definitions alone: see verifyStable and verifyBest. Tells how far it is, and can be stopped. O(pairs). */
export function verifyPlacement (market: Market, placement: StablePlacement | BestPlacement, options: VerifyOptions = {}): Verdict {
  const { kind } = placement
  if (kind === 'stable') return verifyStable(market, placement, options)
  if (kind === 'best') return verifyBest(market, placement, options)
  throw new RangeError(`placement.kind must be 'stable' or 'best', got '${String(kind)}'.`)
}
