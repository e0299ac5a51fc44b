import MiniSearch from 'minisearch'
import { LIMIT, type Market } from '../market.ts'
import type { Peer, PeerResult } from './peer.ts'
import { byId, type VacancyTable } from './vacancy-table.ts'

/** A seeker as a text: the codes of the units held are its words. */
interface UnitDocument {
  id: string
  units: string
}

/** MiniSearch as its manual shows it: documents in, a query of words out. */
export class MiniSearchPeer implements Peer {
  readonly name = 'MiniSearch'
  readonly leavesOut = 'Everything but units: it ranks by how many asked units somebody holds and how rare they are (BM25), without evidence, relatives, weights, hard rules or any other criterion.'
  #search!: MiniSearch<UnitDocument>
  #vacancies!: VacancyTable

  load (market: Market): void {
    this.#vacancies = byId(market)
    this.#search = new MiniSearch<UnitDocument>({ fields: ['units'], tokenize: text => text.split(' ') })
    for (const { id, units = [] } of market.seekers()) this.#search.add({ id, units: units.map(({ unit }) => unit).join(' ') })
  }

  rank (vacancyId: string): PeerResult[] {
    const { units } = this.#vacancies.get(vacancyId)!
    if (!Array.isArray(units)) return []
    return this.#search.search(units.map(({ unit }) => unit).join(' ')).slice(0, LIMIT).map(({ id }) => ({ id: String(id) }))
  }

  close (): void {
    this.#search.removeAll()
  }
}
