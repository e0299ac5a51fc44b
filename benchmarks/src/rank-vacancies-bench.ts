import type { BenchResult } from './bench-result.ts'
import { besidePeers, type ContestOptions } from './contest.ts'
import { GOALS_FOR, PEER_GOALS } from './goals.ts'
import { indexRows } from './index-rows.ts'
import { RANK_OPTIONS } from './market.ts'
import { measure } from './measure.ts'
import { VACANCY_PEERS } from './peers/all-peers.ts'
import { vacancyIndex, type VacancyMarket } from './vacancy-market.ts'

/** `rankVacancies` of the index beside its peers; people are stored in the index, and asked about by id. */
export async function rankVacanciesBench (market: VacancyMarket, options: ContestOptions): Promise<BenchResult> {
  const size = `${market.numVacancies.toLocaleString('en')} vacancies`
  const bench = `rankVacancies, ${size}`
  const index = vacancyIndex(market)
  const asked = market.seekers
  const sample = await measure(asked, { rounds: options.rounds }, ({ id }) => index.rankVacancies(id, RANK_OPTIONS).results.length)
  const { rows, notes } = await besidePeers(VACANCY_PEERS, {
    population: market,
    numRecords: market.numVacancies,
    size,
    benches: [{ bench, asked, goals: market.numVacancies === GOALS_FOR ? PEER_GOALS : {} }],
    answer: ({ id }) => index.rankVacancies(id, RANK_OPTIONS).results,
  }, options)
  return { rows: [...indexRows(bench, sample), ...rows], notes }
}
