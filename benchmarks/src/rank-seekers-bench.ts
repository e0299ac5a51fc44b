import type { Matcher } from '@padan/matcher'
import type { BenchResult } from './bench-result.ts'
import { besidePeers, type ContestOptions } from './contest.ts'
import { GOALS_FOR, PEER_GOALS } from './goals.ts'
import { indexRows } from './index-rows.ts'
import { RANK_OPTIONS, type Market, type Questions } from './market.ts'
import { measure } from './measure.ts'
import type { PeerMaker } from './peers/peer.ts'
import { worstAdvert } from './worst-advert.ts'

export interface RankSeekersOptions extends ContestOptions {
  peers: readonly PeerMaker[]
}

/** `rankSeekers` of the index beside its peers, on adverts that list units and a place, and apart on adverts that list no units. */
export async function rankSeekersBench (index: Matcher, market: Market, questions: Questions, options: RankSeekersOptions): Promise<BenchResult> {
  const size = `${market.numSeekers.toLocaleString('en')} seekers`
  const benches = [
    { bench: `rankSeekers, ${size}`, asked: questions.headline, goals: market.numSeekers === GOALS_FOR ? PEER_GOALS : {} },
    { bench: `rankSeekers for adverts without units, ${size}`, asked: questions.thin, isWholeModel: true },
  ]
  const result: BenchResult = { rows: [], notes: [] }
  for (const { bench, asked } of benches) {
    const sample = await measure(asked, { rounds: options.rounds }, id => index.rankSeekers(id, RANK_OPTIONS).results.length)
    result.rows.push(...indexRows(bench, sample))
    result.notes.push(worstAdvert(bench, index, market, asked, sample))
  }
  const { rows, notes } = await besidePeers(options.peers, { population: market, numRecords: market.numSeekers, size, benches, answer: id => index.rankSeekers(id, RANK_OPTIONS).results }, options)
  return { rows: [...result.rows, ...rows], notes: [...result.notes, ...notes] }
}
