import type { Matcher } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { RANK_OPTIONS, type Market } from '../market.ts'
import type { Peer, PeerResult } from './peer.ts'

/** Brute force over ledgers: the definition of the answer, made to be obviously right. */
export class Oracle implements Peer {
  readonly name = 'oracle'
  readonly leavesOut = ''
  #oracle!: Matcher

  load (market: Market): void {
    this.#oracle = createOracle({ taxonomy: market.taxonomy })
    this.#oracle.seekers.put([...market.seekers()])
    this.#oracle.vacancies.put(market.vacancies)
  }

  rank (vacancyId: string): PeerResult[] {
    return this.#oracle.rankSeekers(vacancyId, RANK_OPTIONS).results.map(({ id, score }) => ({ id, score }))
  }

  close (): void {
    this.#oracle.seekers.clear()
  }
}
