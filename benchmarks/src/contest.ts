import type { RankedPair } from '@padan/matcher'
import type { BenchResult } from './bench-result.ts'
import { measure } from './measure.ts'
import type { Peer, PeerMaker } from './peers/peer.ts'
import { spread } from './spread.ts'

/** However slow it is, a peer answers so many questions. */
const LEAST_QUESTIONS = 5

export interface ContestOptions {
  rounds: number
  /** Milliseconds for each peer to be compared, and as many to be timed. */
  budget: number
  report (line: string): void
}

/** One side of a market ranked by the index and by whatever else can do it. */
export interface Contest<Population, Asked> {
  population: Population
  numRecords: number
  /** Number and name of what is ranked. */
  size: string
  benches: readonly Questions<Asked>[]
  /** The index's. */
  answer (asked: Asked): readonly RankedPair[]
}

export interface Questions<Asked> {
  bench: string
  asked: readonly Asked[]
  /** Not asked of peers that leave something out. */
  isWholeModel?: boolean
  /** By name of a peer: how many times the index's time it should take. */
  goals?: Readonly<Record<string, string>>
}

/**
 * Rows of all peers that can start. A peer that computes the whole model must give the index's ids and scores for every question that it
 * is timed with, or the run ends. Peers answer as many questions as their budget allows; the index is timed with the very same ones right after.
 */
export async function besidePeers<Population, Asked> (makers: readonly PeerMaker<Population, Asked>[], contest: Contest<Population, Asked>, options: ContestOptions): Promise<BenchResult> {
  const result: BenchResult = { rows: [], notes: [] }
  for (const maker of makers) {
    const peer = await openPeer(maker, contest, result.notes)
    if (peer === undefined) continue
    options.report(`${contest.size}: ${peer.name}`)
    try {
      await peer.load(contest.population)
      for (const questions of contest.benches) {
        if (questions.isWholeModel === true && peer.leavesOut !== '') continue
        const { rows, notes } = await besidePeer(peer, contest, questions, options)
        result.rows.push(...rows)
        result.notes.push(...notes)
      }
    } finally {
      await peer.close()
    }
  }
  return result
}

async function openPeer<Population, Asked> ({ name, most = Infinity, open }: PeerMaker<Population, Asked>, { numRecords, size }: Contest<Population, Asked>, notes: string[]): Promise<Peer<Population, Asked> | undefined> {
  if (numRecords > most) {
    notes.push(`${name} is not asked about ${size}: it stops at ${most.toLocaleString('en')}.`)
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

async function besidePeer<Population, Asked> (peer: Peer<Population, Asked>, contest: Contest<Population, Asked>, { bench, asked, goals = {} }: Questions<Asked>, { rounds, budget }: ContestOptions): Promise<BenchResult> {
  const compared = await compare(peer, contest, asked, budget)
  const notes = compared.length < asked.length ? [`${bench}: ${peer.name} answered ${compared.length} of ${asked.length} questions in its time.`] : []
  const sample = await measure(compared, { rounds, budget, isWarm: true }, async one => (await peer.rank(one)).length)
  const index = await measure(compared, { rounds }, one => contest.answer(one).length)
  return { rows: spread(sample, { bench, case: peer.name, index, goal: goals[peer.name] ?? null }), notes }
}

/** The questions that were compared within the budget. Throws where a peer that computes the whole model disagrees. */
async function compare<Population, Asked> (peer: Peer<Population, Asked>, { answer }: Contest<Population, Asked>, asked: readonly Asked[], budget: number): Promise<Asked[]> {
  const compared: Asked[] = []
  const begin = performance.now()
  for (const one of asked) {
    if (compared.length >= LEAST_QUESTIONS && performance.now() - begin > budget) break
    const found = await peer.rank(one)
    const wanted = answer(one).map(({ id, score }) => ({ id, score }))
    if (peer.leavesOut === '' && JSON.stringify(found) !== JSON.stringify(wanted)) {
      throw new Error(`${peer.name} and the index disagree about ${JSON.stringify(one)}: no figure of this run is worth anything.`)
    }
    compared.push(one)
  }
  return compared
}
