import type { Profile } from '@padan/matcher'
import type { Market, OneSidedPair } from '@padan/matcher/placement'
import type { PlacementRequest } from '../schemas/placement.ts'

/** Stored records as they were when the job began. */
export interface RecordsThen {
  snapshot: Uint8Array
  profiles: readonly Profile[]
}

/** A placement to be made. */
export interface PlacementStart {
  kind: 'placement'
  request: PlacementRequest
  /** For `from: 'ledgers'`. */
  records?: RecordsThen
  /** A market that was read from a file, instead of one in the request. */
  market?: { market: Market, oneSided: OneSidedPair[] }
}

/** What a job's thread starts with. */
export type JobStart = PlacementStart
