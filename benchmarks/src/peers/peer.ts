import type { Market } from '../market.ts'

/** One place in a peer's ranking. A peer that computes the model's score gives it; one with a score of its own leaves it out. */
export interface PeerResult {
  id: string
  score?: number
}

/**
 * Something that people would use instead of the index to rank one side of a market: seekers for a vacancy of it, named by id, unless said
 * otherwise. It is set up by `load`, asked any number of times, and closed once.
 */
export interface Peer<Population = Market, Asked = string> {
  readonly name: string
  /** What of the model it does not compute, as a sentence; '' when it computes all of it, and then its answers must be the index's. */
  readonly leavesOut: string
  load (market: Population): void | Promise<void>
  /** The best `LIMIT`, best first. */
  rank (asked: Asked): PeerResult[] | Promise<PeerResult[]>
  close (): void | Promise<void>
}

/** A peer that has not been opened yet. */
export interface PeerMaker<Population = Market, Asked = string> {
  name: string
  /** It is not asked beyond so many records. Default Infinity. */
  most?: number
  /** Rejects with the reason where it cannot start. */
  open (): Promise<Peer<Population, Asked>>
}
