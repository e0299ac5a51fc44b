import type { Matcher } from '@padan/matcher'
import type { BenchResult } from './bench-result.ts'
import { indexRows } from './index-rows.ts'
import { RANK_OPTIONS, type Market, type Questions } from './market.ts'
import { measure, type Sample } from './measure.ts'
import type { Peer, PeerMaker } from './peers/peer.ts'
import type { Row } from './row.ts'
import { spread } from './spread.ts'
import { worstAdvert } from './worst-advert.ts'

/** How many times the index's time a peer should take; stated for this many seekers, and for adverts that list units and a place. */
const GOALS: Readonly<Record<string, string>> = { DuckDB: 'ratio >= 100', PostgreSQL: 'ratio >= 1000', 'full scan': 'ratio >= 300' }
const GOALS_FOR = 1_000_000
/** However slow it is, a peer answers so many questions. */
const LEAST_QUESTIONS = 5

export interface RankSeekersOptions {
  peers: readonly PeerMaker[]
  rounds: number
  /** Milliseconds for each peer to be compared, and as many to be timed. */
  budget: number
  report (line: string): void
}

/**
 * `rankSeekers` of the index beside its peers, on adverts that list units and a place, and apart on adverts that list no units. A peer that
 * computes the whole model must give the index's ids and scores for every question that it is timed with, or the run ends. Peers answer
 * as many questions as their budget allows; the index is timed with the very same ones right after.
 */
export async function rankSeekersBench (index: Matcher, market: Market, questions: Questions, options: RankSeekersOptions): Promise<BenchResult> {
  const size = `${market.numSeekers.toLocaleString('en')} seekers`
  const kinds = [
    { bench: `rankSeekers, ${size}`, asked: questions.headline, isThin: false },
    { bench: `rankSeekers for adverts without units, ${size}`, asked: questions.thin, isThin: true },
  ]
  const result: BenchResult = { rows: [], notes: [] }
  for (const { bench, asked } of kinds) {
    const sample = await time(index, asked, options)
    result.rows.push(...indexRows(bench, sample))
    result.notes.push(worstAdvert(bench, index, market, asked, sample))
  }
  for (const maker of options.peers) {
    const peer = await openPeer(maker, market, result.notes)
    if (peer === undefined) continue
    options.report(`${size}: ${peer.name}`)
    try {
      await peer.load(market)
      for (const { bench, asked, isThin } of kinds) {
        if (isThin && peer.leavesOut !== '') continue
        const goal = !isThin && market.numSeekers === GOALS_FOR ? GOALS[peer.name] ?? null : null
        const compared = await compare(peer, index, asked, options.budget)
        if (compared.length < asked.length) result.notes.push(`${bench}: ${peer.name} answered ${compared.length} of ${asked.length} questions in its time.`)
        result.rows.push(...await peerRows(bench, peer, index, compared, goal, options))
      }
    } finally {
      await peer.close()
    }
  }
  return result
}

async function openPeer ({ name, most = Infinity, open }: PeerMaker, { numSeekers }: Market, notes: string[]): Promise<Peer | undefined> {
  if (numSeekers > most) {
    notes.push(`${name} is not asked beyond ${most.toLocaleString('en')} seekers.`)
    return undefined
  }
  try {
    const peer = await open()
    if (peer.leavesOut !== '') notes.push(`${name} leaves out: ${peer.leavesOut}`)
    return peer
  } catch (error) {
    notes.push(`${name} cannot start here: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

async function peerRows (bench: string, peer: Peer, index: Matcher, asked: readonly string[], goal: string | null, options: RankSeekersOptions): Promise<Row[]> {
  const sample = await measure(asked, { rounds: options.rounds, budget: options.budget, isWarm: true }, async id => (await peer.rank(id)).length)
  return spread(sample, { bench, case: peer.name, index: await time(index, asked, options), goal })
}

function time (index: Matcher, asked: readonly string[], { rounds }: RankSeekersOptions): Promise<Sample> {
  return measure(asked, { rounds }, id => index.rankSeekers(id, RANK_OPTIONS).results.length)
}

/** The questions that were compared within the budget. Throws where a peer that computes the whole model disagrees. */
async function compare (peer: Peer, index: Matcher, asked: readonly string[], budget: number): Promise<string[]> {
  const compared: string[] = []
  const begin = performance.now()
  for (const id of asked) {
    if (compared.length >= LEAST_QUESTIONS && performance.now() - begin > budget) break
    const found = await peer.rank(id)
    const wanted = index.rankSeekers(id, RANK_OPTIONS).results.map(({ id, score }) => ({ id, score }))
    if (peer.leavesOut === '' && JSON.stringify(found) !== JSON.stringify(wanted)) {
      throw new Error(`${peer.name} and the index disagree about '${id}': no figure of this run is worth anything.`)
    }
    compared.push(id)
  }
  return compared
}
