import type { Market } from '../market.ts'
import type { Duals } from './duals.ts'
import type { Decided } from './pair-options.ts'

/** The duals as a placement carries them. */
export interface SplitDuals {
  readonly seekerSurplus: Float64Array
  readonly vacancyPrice: Float64Array
  readonly seekerCover: Uint8Array | null
  readonly vacancyCover: Uint8Array | null
}

/**
 * Takes duals apart into whole bases, which are 0 or 1 (what a seat or a seeker adds to the number of people placed), and the rest, and gives
 * those who are fixed what their seats' prices leave them.
 */
export function splitDuals (market: Market, score: Int32Array, { fixedPair }: Decided, { surplus, price }: Duals, base: number): SplitDuals {
  const seekerCover = coverOf(surplus, base)
  const vacancyCover = coverOf(price, base)
  for (let seeker = 0; seeker < fixedPair.length; seeker++) {
    const pair = fixedPair[seeker]
    if (pair < 0) continue
    const at = market.vacancy[pair]
    surplus[seeker] = score[pair] - price[at]
    if (seekerCover !== null && vacancyCover !== null) seekerCover[seeker] = 1 - vacancyCover[at]
  }
  return { seekerSurplus: surplus, vacancyPrice: price, seekerCover, vacancyCover }
}

/** How many bases there are in each dual, and the duals keep the rest. */
function coverOf (duals: Float64Array, base: number): Uint8Array | null {
  if (base === 0) return null
  const cover = new Uint8Array(duals.length)
  for (let index = 0; index < duals.length; index++) {
    cover[index] = Math.round(duals[index] / base)
    duals[index] -= cover[index] * base
  }
  return cover
}
