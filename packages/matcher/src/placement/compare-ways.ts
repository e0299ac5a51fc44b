import { checkNames } from '../engine/options.ts'
import { hireFromLists } from './hire-from-lists.ts'
import type { Market, Placement, RunOptions } from './market.ts'
import { marketReport } from './market-report.ts'
import { placeBest } from './place-best.ts'
import { placeStable } from './place-stable.ts'
import type { ReferralLists } from './read-referrals.ts'
import { recommendAll } from './recommend-all.ts'
import { checkWhole } from './whole.ts'

export interface CompareOptions extends RunOptions {
  /** Applications a person, a whole number >= 1, where people apply. Default 1. */
  applications?: number
  /** The balance of `recommendAll`. Default 1,000. */
  balance?: number
}

/** One way to bring people and seats together, and what came of it. Shares are in basis points. */
export interface WayRow {
  way: 'plain' | 'recommended' | 'stable' | 'best'
  /** People placed, which is seats filled. */
  placed: number
  /** Of all seats. */
  fillRate: number | null
  /** Of those placed. */
  meanScore: number | null
  /** Mean place of what was received among the person's own pairs, in thousandths. */
  meanRank: number | null
  /** Of referrals a seat: applications where people apply, else placements. */
  gini: number | null
  /** The vacancy with the most referrals a seat. */
  most: { vacancyId: string, referrals: number, seats: number } | null
  justifiedEnvy: number
  blockingPairs: number
}

/**
 * The same market four ways. `plain`: everybody applies to the top of their ranking, and each vacancy takes its best (`hireFromLists`).
 * `recommended`: the same with lists of `recommendAll`. `stable` and `best`: `placeStable` (ties by id) and `placeBest`. Nothing is random, so the
 * rows are a function of the market. Throws what these throw; needs scores.
 */
export function compareWays (market: Market, options: CompareOptions = {}): WayRow[] {
  checkNames(options, ['applications', 'balance', 'onProgress', 'signal'])
  const { applications = 1, balance = 1000, onProgress, signal } = options
  checkWhole('applications', applications, 1)
  const lists = (balance: number): ReferralLists => recommendAll(market, { limit: applications, balance, signal })
  const applied = (way: WayRow['way'], lists: ReferralLists): WayRow => rowOf(way, market, hireFromLists(market, lists), lists)
  const ways = [
    () => applied('plain', lists(0)),
    () => applied('recommended', lists(balance)),
    () => rowOf('stable', market, placeStable(market, { signal })),
    () => rowOf('best', market, placeBest(market, { signal })),
  ]
  return ways.map((way, done) => {
    signal?.throwIfAborted()
    const row = way()
    onProgress?.(done + 1, ways.length)
    return row
  })
}

function rowOf (way: WayRow['way'], market: Market, placement: Placement, lists?: ReferralLists): WayRow {
  const { reached, fillRate, meanScore, meanRank, envy, ...placed } = marketReport(market, placement)
  const { gini, congestion } = lists === undefined ? placed : marketReport(market, lists)
  return {
    way,
    placed: reached,
    fillRate,
    meanScore,
    meanRank,
    gini: gini.vacancies,
    most: congestion.most,
    justifiedEnvy: envy?.justified ?? 0,
    blockingPairs: envy?.blockingPairs ?? 0,
  }
}
