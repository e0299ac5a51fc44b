import type { Taxonomy } from '@padan/taxonomy'
import { LIMIT, type Market } from '../market.ts'
import { BestRows } from './best-rows.ts'
import { FullScanKernel } from './full-scan-kernel.ts'
import type { Peer, PeerResult } from './peer.ts'
import { questionOf } from './question.ts'
import { seekerColumns, type SeekerColumns } from './seeker-columns.ts'
import { byId, type VacancyTable } from './vacancy-table.ts'

/** Typed arrays and one loop: what a careful engineer writes before reaching for an index. */
export class FullScan implements Peer {
  readonly name = 'full scan'
  readonly leavesOut = ''
  #taxonomy!: Taxonomy
  #columns!: SeekerColumns
  #kernel!: FullScanKernel
  #vacancies!: VacancyTable

  load (market: Market): void {
    this.#taxonomy = market.taxonomy
    this.#columns = seekerColumns(market)
    this.#kernel = new FullScanKernel(this.#columns, market.taxonomy.units.size)
    this.#vacancies = byId(market)
  }

  rank (vacancyId: string): PeerResult[] {
    const question = questionOf(this.#taxonomy, this.#columns, this.#vacancies.get(vacancyId)!)
    if (!question.isOpen) return []
    const best = new BestRows(LIMIT)
    this.#kernel.scan(question, best)
    return best.sorted().map(({ row, score }) => ({ id: this.#columns.ids[row], score }))
  }

  close (): void {}
}
