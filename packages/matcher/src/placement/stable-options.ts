import type { RunOptions } from './market.ts'
import type { TieRule } from './ties.ts'

/** A pair that one side will not have. Pairs that are not in the market may be named; saying it twice changes nothing. */
export interface Refusal {
  readonly seekerId: string
  readonly vacancyId: string
  readonly by: 'seeker' | 'vacancy'
}

/** Somebody who is placed already and stays, whether or not the market lists the pair. */
export interface FixedPlace {
  readonly seekerId: string
  readonly vacancyId: string
}

/** Who takes no part in this run: people who left, firms that left. They stay in the market, so that all numbers stay. */
export interface Withdrawn {
  readonly seekers?: readonly string[]
  readonly vacancies?: readonly string[]
}

/** What may be asked of `placeStable`. Everything is optional, and whatever is given is checked against the market. */
export interface StableOptions extends RunOptions {
  /** Default: `{ rule: 'id' }`. A lottery needs its seed. */
  ties?: { readonly rule: TieRule['rule'], readonly seed?: number | null }
  refusals?: readonly Refusal[]
  withdrawn?: Withdrawn
  fixed?: readonly FixedPlace[]
}

/** The options in full, frozen, as a placement carries them. They can be given again as options, with more refusals for instance. */
export interface StableTerms {
  readonly ties: TieRule
  readonly refusals: readonly Refusal[]
  readonly withdrawn: Required<Withdrawn>
  readonly fixed: readonly FixedPlace[]
}
