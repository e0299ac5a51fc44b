import type { Seeker } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import { LIMIT } from '../market.ts'
import type { VacancyMarket } from '../vacancy-market.ts'
import { BestRows } from './best-rows.ts'
import type { Peer, PeerResult } from './peer.ts'
import { seekerQuestion } from './seeker-question.ts'
import { vacancyColumns, type VacancyColumns } from './vacancy-columns.ts'
import { VacancyScanKernel } from './vacancy-scan-kernel.ts'

/** The full scan the other way round: typed arrays of vacancies and one loop. */
export class VacancyFullScan implements Peer<VacancyMarket, Seeker> {
  readonly name = 'full scan'
  readonly leavesOut = ''
  #taxonomy!: Taxonomy
  #columns!: VacancyColumns
  #kernel!: VacancyScanKernel

  load (market: VacancyMarket): void {
    this.#taxonomy = market.taxonomy
    this.#columns = vacancyColumns(market)
    this.#kernel = new VacancyScanKernel(this.#columns)
  }

  rank (seeker: Seeker): PeerResult[] {
    const best = new BestRows(LIMIT)
    this.#kernel.scan(seekerQuestion(this.#taxonomy, this.#columns, seeker), best)
    return best.sorted().map(({ row, score }) => ({ id: this.#columns.ids[row], score }))
  }

  close (): void {}
}
