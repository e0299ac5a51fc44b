import { createMatcher, type Matcher } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import { chooseQuestions, makeMarket, RANK_OPTIONS, type Market } from './market.ts'
import { measureEach, quantile, type Sample } from './measure.ts'
import { DuckDb } from './peers/duckdb.ts'
import { FullScan } from './peers/full-scan.ts'
import { MiniSearchPeer } from './peers/minisearch.ts'
import { OramaPeer } from './peers/orama.ts'
import type { Peer } from './peers/peer.ts'
import { Postgres } from './peers/postgres.ts'
import { Sqlite } from './peers/sqlite.ts'
import type { Row } from './row.ts'

/** What people would use instead, each opened when its turn comes; one that cannot start here is said and left out. */
const PEERS: ReadonlyArray<readonly [name: string, open: () => Peer | Promise<Peer>]> = [
  ['full scan', () => new FullScan()],
  ['DuckDB', () => DuckDb.open()],
  ['PostgreSQL', () => Postgres.open()],
  ['SQLite', () => Sqlite.open()],
  ['MiniSearch', () => new MiniSearchPeer()],
  ['Orama', () => new OramaPeer()],
]

const NUM_VACANCIES = 1000
const QUESTIONS = 200
/** Peers take long, so they answer fewer of the questions; the index's ratio is over the same ones. */
const PEER_QUESTIONS = 30

/**
 * `rankSeekers` of the index beside its peers, on adverts that list units and a place, and beside the full scan on adverts that list no
 * units. A peer that computes the whole model must give the index's ids and scores for every question, or the run ends.
 */
export async function peersBench (taxonomy: Taxonomy, seekers: number, rounds: number, report: (line: string) => void): Promise<Row[]> {
  const market = makeMarket(taxonomy, seekers, NUM_VACANCIES)
  const { headline, thin } = chooseQuestions(market, QUESTIONS)
  const bench = `rankSeekers, ${seekers.toLocaleString('en')} seekers`
  report(`${bench}: building the index`)
  const index = createMatcher({ taxonomy })
  index.seekers.put([...market.seekers()])
  index.vacancies.put(market.vacancies)
  const ask = (id: string): number => index.rankSeekers(id, RANK_OPTIONS).results.length
  const sample = await measureEach(headline, rounds, ask)
  const same = await measureEach(headline.slice(0, PEER_QUESTIONS), rounds, ask)
  const rows = [...spread(bench, 'index', sample, null), ...spread(bench, 'index, adverts without units', await measureEach(thin, rounds, ask), null)]
  for (const [name, open] of PEERS) {
    report(`${bench}: ${name}`)
    rows.push(...await runPeer(bench, name, open, market, index, headline.slice(0, PEER_QUESTIONS), quantile(same, 0.5), report))
  }
  return rows
}

async function runPeer (bench: string, name: string, open: () => Peer | Promise<Peer>, market: Market, index: Matcher, questions: readonly string[], indexMedian: number, report: (line: string) => void): Promise<Row[]> {
  let peer: Peer
  try {
    peer = await open()
  } catch (error) {
    report(`${bench}: ${name} is left out: ${(error as Error).message}`)
    return []
  }
  try {
    await peer.load(market)
    if (peer.leavesOut === '') await compare(peer, index, questions)
    const sample = await measureEach(questions, 1, async id => (await peer.rank(id)).length)
    return spread(bench, peer.leavesOut === '' ? name : `${name} (units only)`, sample, quantile(sample, 0.5) / indexMedian)
  } finally {
    await peer.close()
  }
}

async function compare (peer: Peer, index: Matcher, questions: readonly string[]): Promise<void> {
  for (const id of questions) {
    const wanted = JSON.stringify(index.rankSeekers(id, RANK_OPTIONS).results.map(({ id, score }) => ({ id, score })))
    if (JSON.stringify(await peer.rank(id)) !== wanted) throw new Error(`${peer.name} and the index disagree about '${id}': no figure of this run is worth anything.`)
  }
}

function spread (bench: string, name: string, sample: Sample, slower: number | null): Row[] {
  const row = (metric: string, value: number, ratio: number | null): Row =>
    ({ bench, case: name, metric, value, unit: 'ms', ratioTo: ratio === null ? null : 'index', ratio, goal: null })
  return [row('median', quantile(sample, 0.5), slower), row('p10', quantile(sample, 0.1), null), row('p90', quantile(sample, 0.9), null), row('p99', quantile(sample, 0.99), null)]
}
