import type { Taxonomy } from '@padan/taxonomy'
import type { Market } from '../market.ts'
import type { PeerResult } from './peer.ts'
import { questionOf, type Question } from './question.ts'
import { seekerColumns, type SeekerColumns } from './seeker-columns.ts'
import { numJobColumns, seekerTables, type Table } from './seeker-tables.ts'
import { byId, type VacancyTable } from './vacancy-table.ts'

/** A market as every database is given it: its tables to be filled, its adverts as questions over them, and row numbers turned back into ids. */
export class MarketTables {
  readonly numJobs: number
  readonly #taxonomy: Taxonomy
  readonly #columns: SeekerColumns
  readonly #vacancies: VacancyTable

  constructor (market: Market) {
    this.#taxonomy = market.taxonomy
    this.#columns = seekerColumns(market)
    this.#vacancies = byId(market)
    this.numJobs = numJobColumns(this.#columns)
  }

  tables (): Table[] {
    return seekerTables(this.#columns)
  }

  /** Undefined for an advert that is not open, which ranks nobody. */
  question (vacancyId: string): Question | undefined {
    const question = questionOf(this.#taxonomy, this.#columns, this.#vacancies.get(vacancyId)!)
    return question.isOpen ? question : undefined
  }

  result (n: number, score: number | bigint | string): PeerResult {
    return { id: this.#columns.ids[n], score: Number(score) }
  }
}
