import { create, insertMultiple, search } from '@orama/orama'
import { LIMIT, type Market } from '../market.ts'
import type { Peer, PeerResult } from './peer.ts'
import { byId, type VacancyTable } from './vacancy-table.ts'

const BATCH = 5000

/** Unit codes hold full stops, so words are told apart by spaces alone. */
const TOKENIZER = { language: 'english', normalizationCache: new Map<string, string>(), tokenize: (text: string) => text.split(' ') }

const makeIndex = (): ReturnType<typeof create<{ units: 'string' }>> => create({ schema: { units: 'string' }, components: { tokenizer: TOKENIZER } })

/** Orama as its manual shows it: documents in, a query of words out. */
export class OramaPeer implements Peer {
  readonly name = 'Orama'
  readonly leavesOut = 'Everything but units: it ranks by how many asked units somebody holds and how rare they are (BM25), without evidence, relatives, weights, hard rules or any other criterion.'
  #index = makeIndex()
  #vacancies!: VacancyTable

  async load (market: Market): Promise<void> {
    this.#vacancies = byId(market)
    let batch: { id: string, units: string }[] = []
    for (const { id, units = [] } of market.seekers()) {
      batch.push({ id, units: units.map(({ unit }) => unit).join(' ') })
      if (batch.length < BATCH) continue
      await insertMultiple(this.#index, batch)
      batch = []
    }
    await insertMultiple(this.#index, batch)
  }

  async rank (vacancyId: string): Promise<PeerResult[]> {
    const { units } = this.#vacancies.get(vacancyId)!
    if (!Array.isArray(units)) return []
    const { hits } = await search(this.#index, { term: units.map(({ unit }) => unit).join(' '), limit: LIMIT })
    return hits.map(({ id }) => ({ id }))
  }

  close (): void {
    this.#index = makeIndex()
  }
}
