import { checkNames } from '../engine/options.ts'
import { checkMarket } from './check-market.ts'
import { chooseLists, countReferred, emptyLists, FULL_BALANCE, longestList, type ChosenLists } from './choose-lists.ts'
import { chargePairs, congestionPrices, highestPrice } from './congestion-prices.ts'
import { fairShare } from './fair-share.ts'
import type { Market, RunOptions } from './market.ts'
import { referralField, type ReferralField } from './referral-field.ts'
import { checkWhole } from './whole.ts'

export interface RecommendOptions extends RunOptions {
  /** At most so many recommendations a person, a whole number >= 1. Default 10. */
  limit?: number
  /** 0 each person's own best, 1,000 the market's best, whole numbers. Default 500. */
  balance?: number
  /** How often prices are tried, 0 to 10,000. Default 40. */
  rounds?: number
}

/** Lists for everybody, with what explains them. Seekers, vacancies and pairs go by their numbers in the market. */
export interface Recommendations {
  readonly limit: number
  readonly balance: number
  /** List of seeker n: from start[n] up to start[n + 1], best key first. */
  readonly start: Uint32Array
  readonly pair: Uint32Array
  readonly vacancy: Uint32Array
  /** By vacancy: lists it is on, and lists it would be on in plain ranking. */
  readonly referred: Uint32Array
  readonly plainReferred: Uint32Array
  /** The pairs referred to vacancy n, as the vacancy ranks them: from referredStart[n] up to referredStart[n + 1]. */
  readonly referredStart: Uint32Array
  readonly referredPair: Uint32Array
  /** The least whole number of referrals a seat at which all lists find room, and what that makes for each vacancy. */
  readonly fairLoad: number
  readonly fairShare: Uint32Array
  /** By vacancy, in thousandths of a score's unit: what its congestion costs. The same for every balance. */
  readonly price: Float64Array
  /** By pair of the market: its part of the price. */
  readonly charge: Float64Array
  /** By pair of the market: how many of the vacancy's candidates stand before the seeker. */
  readonly standing: Uint32Array
}

const OPTIONS = ['limit', 'balance', 'rounds', 'onProgress', 'signal']
const MOST_ROUNDS = 10_000

/**
 * Top lists for everybody that spread over the seats. Scores are not touched; the order is by
 *
 *     key(seeker, vacancy)    = 1,000,000 x score - balance x charge
 *     charge(seeker, vacancy) = min(highest price, floor(price(vacancy) x standing / fair share(vacancy)))
 *
 * descending, then score descending, then vacancy id ascending; prices and charges are in thousandths of a score's unit. `standing` counts the
 * candidates whom the vacancy ranks before the seeker (by its preference, or by score without one; then score, then seeker id), so a crowd weighs
 * least on those who would be taken anyway. Prices are found at full balance and are the same for every balance; how, is said at
 * `congestionPrices`, and the fair share at `fairShare`. A vacancy without seats is recommended to nobody.
 *
 * Guaranteed, for any market: each list has min(limit, vacancies with seats that are eligible) different vacancies. At 0 it is the plain
 * ranking. When balance rises, the total charge of the lists does not rise, and the total score does not rise either: one is traded for the
 * other. At 1,000 the referrals above the fair shares are not more than in plain ranking. Their number in between is not monotone.
 *
 * The problem is set by Su, Bayoumi and Joachims 2022 (arXiv:2106.01941) and by Mashayekhi, Kang, Lijffijt and De Bie 2023 (arXiv:2308.09516), who solve it by
 * optimal transport. Here prices move in the manner of a subgradient method on the dual of a transportation problem, in whole numbers and a bounded
 * number of rounds, so that every step can be told.
 * Cost O(pairs x rounds), and x limit at worst; memory O(pairs). Throws RangeError for a bad option or a market without scores.
 */
export function recommendAll (market: Market, options: RecommendOptions = {}): Recommendations {
  checkNames(options, OPTIONS)
  const limit = checkWhole('limit', options.limit ?? 10, 1)
  const balance = checkWhole('balance', options.balance ?? 500, 0, FULL_BALANCE)
  const rounds = checkWhole('rounds', options.rounds ?? 40, 0, MOST_ROUNDS)
  checkMarket(market)
  const field = referralField(market)
  const lists = emptyLists(field, limit)
  const fair = fairShare(field.seats, field.startOfVacancy, lists.pair.length)
  const { price, plainReferred } = congestionPrices(field, fair.share, limit, rounds, options)
  const charge = new Float64Array(field.vacancyOf.length)
  chargePairs(field, price, fair.share, highestPrice(field), charge)
  chooseLists(field, charge, balance, new Float64Array(longestList(lists)), lists)
  const referred = new Uint32Array(field.numVacancies)
  countReferred(field, lists, referred)
  return {
    limit,
    balance,
    start: lists.start,
    pair: lists.pair,
    vacancy: lists.pair.map(pair => field.vacancyOf[pair]),
    referred,
    plainReferred,
    ...referredInOrder(field, lists, referred),
    fairLoad: fair.load,
    fairShare: fair.share,
    price,
    charge,
    standing: field.standing,
  }
}

function referredInOrder (field: ReferralField, lists: ChosenLists, referred: Uint32Array): { referredStart: Uint32Array, referredPair: Uint32Array } {
  const { numVacancies, candidates, vacancyOf } = field
  const isListed = new Uint8Array(vacancyOf.length)
  for (const pair of lists.pair) isListed[pair] = 1
  const referredStart = new Uint32Array(numVacancies + 1)
  for (let vacancy = 0; vacancy < numVacancies; vacancy++) referredStart[vacancy + 1] = referredStart[vacancy] + referred[vacancy]
  return { referredStart, referredPair: candidates.filter(pair => isListed[pair] === 1) }
}
