import type { Profile } from '@padan/matcher'
import type { Market, OneSidedPair } from '@padan/matcher/placement'
import type { Catalogue } from '@padan/taxonomy'
import type { PlanBefore } from './plan-before.ts'
import type { FairPlanRequest } from '../schemas/fair.ts'
import type { MarketSource } from '../schemas/market-source.ts'
import type { PlacementRequest } from '../schemas/placement.ts'

/** What a market is made of. */
export interface MarketStart {
  request: MarketSource
  /** For `from: 'ledgers'`: the stored records as they were when the job began. */
  records?: { snapshot: Uint8Array, profiles: readonly Profile[], catalogues: readonly Catalogue[] }
  /** A market that was read from a file, instead of one in the request. */
  market?: { market: Market, oneSided: OneSidedPair[] }
}

/** A placement to be made. */
export interface PlacementStart extends MarketStart {
  kind: 'placement'
  request: PlacementRequest
}

/** A fair to be planned. */
export interface FairPlanStart extends MarketStart {
  kind: 'fair-plan'
  /** With the plan before where it is to be changed rather than made. */
  request: FairPlanRequest & { before?: PlanBefore }
}

/** What a job's thread starts with. */
export type JobStart = PlacementStart | FairPlanStart
