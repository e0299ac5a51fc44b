import { checkNames } from '../engine/options.ts'
import { checkMarket } from './check-market.ts'
import type { Market, RunOptions } from './market.ts'
import type { StablePlacement } from './place-stable.ts'
import { stableReasons } from './why-not-stable.ts'
import { pricedReasons, type PricedPlacement } from './why-not-priced.ts'

/**
 * Why a seeker is not at one of the vacancies they have a pair with. `reason`:
 * - `placed-here`; `prefers-own`: would rather be where they are (`ownVacancyId`); `fixed` (`ownVacancyId`); `seeker-withdrawn`;
 * - `vacancy-withdrawn`; `no-seats`; `refused` (`by`, `null` where nobody said);
 * - `behind`: its seats (`seats`) are taken by people further forward in line. `ahead`: placed there and further forward; `place`: one's own
 *   place in line, from 1, among those placed there and those who would rather be there; `last`: the id of the last in line who is placed;
 * - `reserved`: as `behind`, but some who are placed there are further back in line (`heldBehind`) and have a seat that is reserved for them;
 * - `type-cap` (`group`, `label`, `labelCap` where it is a part of one, `atMost`, `place` among those with the label, `last`): as many of that label as may be, all further forward in line;
 * - `cap` (`setId`, `placed`, `atMost`): a cap set is full, and its next place would not go to this vacancy and seeker;
 * - `blocking`: nothing stands against it; the placement is not stable;
 * - `outscored`, of a placement by price: the score is `short` of what the seeker adds now and one more seat would add (`score`, `price`).
 */
export interface WhyNot {
  readonly vacancyId: string
  readonly reason: WhyNotReason
  readonly facts: Readonly<Record<string, string | number | null>>
  readonly changes: readonly Change[]
}

export type WhyNotReason =
  'placed-here' | 'prefers-own' | 'fixed' | 'seeker-withdrawn' | 'vacancy-withdrawn' | 'no-seats' | 'refused' |
  'behind' | 'reserved' | 'type-cap' | 'cap' | 'blocking' | 'outscored'

/**
 * What would surely be enough, if all else that was given stayed as it is and everybody were placed again; where people or seats are counted, less may do.
 * - `more-seats`, of a placement by price: with so many seats more, which is a seat for all who may be there, whoever is unplaced now is placed, here
 *   or elsewhere, if the score is above 0 or people come first; given to them alone.
 * - `more-seats`, `fewer-ahead`, of a stable placement: with so many seats more, or so many fewer of those further forward who are there or would rather be (any of
 *   them), the seeker is placed at this vacancy or one they like better. Where cap sets or type caps bear on the vacancy, one of those may bind
 *   then, and `fewer-ahead` is not given where reserves or cap sets do.
 * - `higher-cap`, `higher-type-cap`: by so much this limit stands against the seeker no longer, though another may.
 * - `lift-refusal`, `take-part` (for who is withdrawn): `by` is 1 where this alone is enough, 0 where it is not: found by placing again. Of a stable placement, 1 means that
 *   the seeker is at this vacancy then or at one they like better; of a placement by price, that no best placement leaves the pair out.
 * - `higher-score`: with a score higher by more than this, no best placement leaves the pair out, other scores staying: then it is worth more than what the seeker
 *   adds now and the lowest score that has a seat there. With no more than `short`, the placement stays a best one.
 */
export interface Change {
  readonly change: 'more-seats' | 'fewer-ahead' | 'higher-cap' | 'higher-type-cap' | 'lift-refusal' | 'take-part' | 'higher-score'
  readonly by: number
}

/**
 * For each vacancy that a seeker has a pair with, in the order of the market: why they are not there, and what would change it. O(pairs of the
 * market) to begin with; for many seekers use `whyNotOf`, which begins once. Throws RangeError for an id that is not in the market.
 */
export function whyNot (market: Market, placement: StablePlacement | PricedPlacement, seekerId: string, options: RunOptions = {}): WhyNot[] {
  return whyNotOf(market, placement, options)(seekerId)
}

/**
 * `whyNot` for any number of seekers: each costs O(their pairs x (people at the vacancy + log of those who want to be there)), and each line is sorted
 * once. Every refusal, and everybody who is withdrawn, costs one placement more. Progress is that of the beginning, which goes through the pairs of a stable placement; the signal is asked again for each seeker.
 */
export function whyNotOf (market: Market, placement: StablePlacement | PricedPlacement, options: RunOptions = {}): (seekerId: string) => WhyNot[] {
  checkNames(options, ['onProgress', 'signal'])
  checkMarket(market)
  const numberOf = new Map(market.seekers.map((id, at) => [id, at]))
  const reasons = placement.kind === 'stable' ? stableReasons(market, placement, options) : pricedReasons(market, placement)
  return seekerId => {
    const seeker = numberOf.get(seekerId)
    options.signal?.throwIfAborted()
    if (seeker === undefined) throw new RangeError(`There is no seeker '${String(seekerId)}' in the market.`)
    return reasons(seeker)
  }
}
