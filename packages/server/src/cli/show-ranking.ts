import type { Ledger, Matcher, Ranking, Vacancy } from '@padan/matcher'
import { CRITERION_NAMES, describeRow, formatScore } from '@padan/matcher/prose'
import type { Registry } from '../store/registry.ts'
import { readRow } from '../store/record-rows.ts'
import { count } from './progress.ts'
import { textTable } from './text-table.ts'

const TRIED_VACANCIES = 60
const SHOWN_SEEKERS = 5
const LONGEST_REASON = 100

interface Example {
  vacancyId: string
  ranking: Ranking
  ledger: Ledger
}

/** One ranking with the reasons of its first place, for people; undefined when there is nothing to rank. */
export async function showRanking ({ matcher, db }: Registry, asOf: string): Promise<string | undefined> {
  const example = pickExample(matcher, asOf)
  if (example === undefined) return undefined
  const { vacancyId, ranking, ledger } = example
  const vacancy = (await readRow(db, 'vacancies', vacancyId))?.record as Vacancy | undefined
  const occupation = vacancy?.occupation === undefined ? undefined : matcher.taxonomy.occupations.get(vacancy.occupation)?.title
  const about = [vacancy?.title, occupation === undefined ? undefined : `KBJI ${vacancy?.occupation}: ${occupation}`, `open places: ${vacancy?.seats ?? 'not told'}`]
  return [
    `The best of ${count(matcher.seekers.size)} people for vacancy ${vacancyId} (profile ${ranking.profile}, on ${asOf})`,
    about.filter(part => part !== undefined).join(' · '),
    '',
    rankingTable(ranking),
    '',
    `Why ${ledger.seekerId} is first: weight x credit = points; all points together are the score`,
    '',
    ledgerTable(ledger, matcher),
  ].join('\n')
}

/** Among the first vacancies the one whose first place has reasons of most kinds, then the best score: it shows most. */
function pickExample (matcher: Matcher, asOf: string): Example | undefined {
  let best: Example | undefined
  for (const vacancyId of [...matcher.vacancies.ids()].sort().slice(0, TRIED_VACANCIES)) {
    const ranking = matcher.rankSeekers(vacancyId, { limit: SHOWN_SEEKERS, asOf, explain: true })
    const ledger = ranking.results[0]?.ledger
    if (ledger === undefined) continue
    const example = { vacancyId, ranking, ledger }
    if (best === undefined || interest(example) > interest(best)) best = example
  }
  return best
}

/** Kinds of reasons first, full lists before short ones, then points. */
function interest ({ ranking, ledger }: Example): number {
  const kinds = new Set(ledger.rows.map(row => row.status)).size
  const units = Math.min(3, ledger.rows.filter(row => row.criterion === 'unit').length)
  return (kinds * 100 + units * 10 + ranking.results.length) * 10_000_000 + ledger.score
}

function rankingTable (ranking: Ranking): string {
  return textTable(
    [{ title: 'rank', right: true }, { title: 'seeker' }, { title: 'score', right: true }, { title: 'potential', right: true }, { title: 'fit', right: true }, { title: 'appeal', right: true }],
    ranking.results.map(({ id, score, potential, fit, appeal }, position) =>
      [String(position + 1), id, ...[score, potential, fit, appeal].map(points => formatScore(points, 'en'))])
  )
}

function ledgerTable (ledger: Ledger, { taxonomy }: Matcher): string {
  const rows = ledger.rows.map(row => [
    CRITERION_NAMES[row.criterion].en,
    String(row.weight),
    row.credit === null ? 'unknown' : String(row.credit),
    count(row.points),
    shorten(describeRow(row, 'en', taxonomy)),
  ])
  const total = ['total', String(ledger.rows.reduce((sum, row) => sum + row.weight, 0)), '', count(ledger.score), '']
  return textTable(
    [{ title: 'criterion' }, { title: 'weight', right: true }, { title: 'credit', right: true }, { title: 'points', right: true }, { title: 'reason' }],
    [...rows, total]
  )
}

/** Titles of units can be long; both ends tell the most. */
function shorten (reason: string): string {
  if (reason.length <= LONGEST_REASON) return reason
  const half = Math.floor((LONGEST_REASON - 1) / 2)
  return `${reason.slice(0, half).trimEnd()}…${reason.slice(-half)}`
}
