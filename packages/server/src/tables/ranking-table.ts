import type { Ledger, RankedPair } from '@padan/matcher'
import { CRITERION_NAMES, describeRow, type Language } from '@padan/matcher/prose'
import type { Taxonomy } from '@padan/taxonomy'

export interface RankingRow {
  rank: number
  pair: RankedPair & { ledger: Ledger }
}

const POINTS_PER_HUNDREDTH = 1000

/** The columns of a ranking as a table: one row for each result. */
export const RANKING_HEADER: readonly string[] = ['rank', 'vacancyId', 'seekerId', 'score', 'potential', 'fit', 'appeal', 'reasons']

/** Those of them that are numbers. */
export const RANKING_NUMBERS: ReadonlySet<string> = new Set(['rank', 'score', 'potential', 'fit', 'appeal'])

/** A result as cells: percentages with two decimals, cut off as everywhere, and all reasons in one cell. */
export function rankingCells ({ rank, pair }: RankingRow, language: Language, taxonomy: Taxonomy): string[] {
  const { ledger } = pair
  const reasons = ledger.rows.map(row => {
    const [label, sentence] = [`${CRITERION_NAMES[row.criterion][language]}: `, describeRow(row, language, taxonomy)]
    // What is unknown is told by the criterion's name already.
    return sentence.startsWith(label) ? sentence : `${label}${sentence}`
  })
  return [
    String(rank), ledger.vacancyId, ledger.seekerId,
    percentage(pair.score), percentage(pair.potential), percentage(pair.fit), percentage(pair.appeal),
    reasons.join('; '),
  ]
}

/** A percentage as a plain number: a table's reader sorts by it. */
function percentage (points: number): string {
  return (Math.floor(points / POINTS_PER_HUNDREDTH) / 100).toFixed(2)
}
