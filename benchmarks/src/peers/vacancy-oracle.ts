import type { Matcher, Seeker } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { RANK_OPTIONS } from '../market.ts'
import type { VacancyMarket } from '../vacancy-market.ts'
import type { Peer, PeerResult } from './peer.ts'

/** Brute force over ledgers, the other way round. */
export class VacancyOracle implements Peer<VacancyMarket, Seeker> {
  readonly name = 'oracle'
  readonly leavesOut = ''
  #oracle!: Matcher

  load (market: VacancyMarket): void {
    this.#oracle = createOracle({ taxonomy: market.taxonomy })
    this.#oracle.vacancies.put([...market.vacancies()])
  }

  rank (seeker: Seeker): PeerResult[] {
    return this.#oracle.rankVacancies(seeker, RANK_OPTIONS).results.map(({ id, score }) => ({ id, score }))
  }

  close (): void {
    this.#oracle.vacancies.clear()
  }
}
