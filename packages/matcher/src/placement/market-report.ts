import { checkNames } from '../engine/options.ts'
import { candidateOrder } from './candidate-order.ts'
import { checkMarket } from './check-market.ts'
import { envyOf, type Envy } from './envy.ts'
import { gini } from './gini.ts'
import { groupReport, type GroupLabels, type GroupReport } from './group-rates.ts'
import { NOWHERE, type Market, type Placement, type RunOptions } from './market.ts'
import { Pulse } from './pulse.ts'
import { readLists, readPlacement, type ReferralLists } from './read-referrals.ts'
import { basisPoints, thousandths, wholes } from './rounded.ts'
import { tastesOf } from './tastes.ts'

export interface ReportOptions extends RunOptions {
  /** Labels to report selection rates by. */
  groups?: GroupLabels
}

/**
 * What a placement, or a set of lists, did to a market. Shares are in basis points, means as said, a half rounded up; null where there is
 * nothing to take a share of. A *referral* is a person placed at a vacancy, or an entry of a list.
 */
export interface MarketReport {
  kind: 'placement' | 'lists'
  people: number
  seats: number
  /** People with a referral. */
  reached: number
  /** Referrals in all. */
  referrals: number
  /** Referrals on pairs that the market does not list, such as places fixed before: counted everywhere but in ranks, scores and envy. */
  offList: number
  /** Seats for which there is a referral, of all seats: the sum of min(seats, referrals) over vacancies. */
  fillRate: number | null
  filled: number
  /** People with a referral, of all people; vacancies with a referral, of all that have seats. */
  coverage: { seekers: number | null, vacancies: number | null }
  /**
   * Gini of exposure. Of vacancies: referrals a seat, every seat counting. Of seekers: chances, which is the number of vacancies at which the
   * person is within the seats, that is among the first `seats` of those referred there as the vacancy ranks them; in a placement, 1 or 0.
   */
  gini: { seekers: number | null, vacancies: number | null }
  congestion: Congestion
  /** Null for lists: nobody has anything yet that others could envy. */
  envy: Envy | null
  /** Mean place, from 1, of what was received among the person's own pairs, in thousandths: 1 + the number of pairs that the person likes better. */
  meanRank: number | null
  /** Sum and mean of the scores; null without scores. */
  totalScore: number | null
  meanScore: number | null
  /** Selected is who is placed or, of lists, who is within the seats somewhere. Null when no groups were given. */
  groups: GroupReport | null
}

export interface Congestion {
  /** The vacancy with the most referrals a seat; the first of equals in the market. */
  most: { vacancyId: string, referrals: number, seats: number } | null
  /** Referrals beyond the seats, over all vacancies. */
  overSeats: number
  /** Vacancies with seats, by referrals a seat: none, at most 1, over 1 and at most 2, 5, 10, and over 10. */
  vacancies: { none: number, upTo1: number, upTo2: number, upTo5: number, upTo10: number, over10: number }
}

/**
 * Reports on a placement, or on lists such as those of `recommendAll`. Preferences are the market's ranks; a side without ranks is
 * indifferent, whatever the scores. Reserves, caps and refusals are not known here: who made way for one counts in envy and blocking pairs.
 * Definitions stand at each number; exposure, congestion and envy follow the literature on reciprocal recommendation (Su, Bayoumi and Joachims
 * 2022, arXiv:2106.01941; Tomita and Yokoyama 2024, arXiv:2409.00720) in forms that are whole numbers. Labels are looked up when everything else is
 * done. O(pairs log of the longest list). Throws TypeError or RangeError for what does not go with the market; a vacancy over its seats is no
 * error, but a figure.
 */
export function marketReport (market: Market, placementOrLists: Placement | ReferralLists, options: ReportOptions = {}): MarketReport {
  checkNames(options, ['groups', 'onProgress', 'signal'])
  checkMarket(market)
  const what: unknown = placementOrLists
  if (what === null || typeof what !== 'object') throw new TypeError(`Expected a placement or lists, got ${what === null ? 'null' : typeof what}.`)
  // A placement's envy goes through the pairs, and the ranks received do so again.
  const pulse = new Pulse(options, 2 * market.vacancy.length)
  const found = 'vacancyOf' in what ? fromPlacement(market, what as Placement, pulse) : fromLists(market, what as ReferralLists)
  const { kind, referrals, reached, chances, pairs, referred, envy } = found
  const { seekers, vacancies, seats, score } = market
  const allSeats = seats.reduce((total, some) => total + some, 0)
  const filled = seats.reduce((total, some, vacancy) => total + Math.min(some, referred[vacancy]), 0)
  const seated = vacancies.map((_, vacancy) => vacancy).filter(vacancy => seats[vacancy] > 0)
  const received = sumOfRanks(market, pairs, pulse)
  pulse.end()
  const totalScore = score === null ? null : pairs.reduce((total, pair) => total + score[pair], 0)
  return {
    kind,
    people: seekers.length,
    seats: allSeats,
    reached,
    referrals,
    offList: referrals - pairs.length,
    fillRate: basisPoints(filled, allSeats),
    filled,
    coverage: {
      seekers: basisPoints(reached, seekers.length),
      vacancies: basisPoints(seated.filter(vacancy => referred[vacancy] > 0).length, seated.length),
    },
    gini: { seekers: gini(chances, new Uint8Array(seekers.length).fill(1)), vacancies: gini(referred, seats) },
    congestion: congestionOf(market, referred, seated),
    envy,
    meanRank: thousandths(received, pairs.length),
    totalScore,
    meanScore: totalScore === null ? null : wholes(totalScore, pairs.length),
    groups: options.groups === undefined ? null : groupReport(seekers, seeker => chances[seeker] > 0, options.groups),
  }
}

interface Found {
  kind: MarketReport['kind']
  referrals: number
  reached: number
  /** By seeker. */
  chances: Uint32Array
  /** Referrals that are pairs of the market. */
  pairs: Uint32Array
  /** By vacancy. */
  referred: Uint32Array
  envy: Envy | null
}

function fromPlacement (market: Market, placement: Placement, pulse: Pulse): Found {
  const placed = readPlacement(market, placement)
  const chances = Uint32Array.from(placed.vacancyOf, to => to === NOWHERE ? 0 : 1)
  const count = chances.reduce((total, one) => total + one, 0)
  const pairs = Uint32Array.from(placed.pairOf.filter(pair => pair !== NOWHERE))
  return { kind: 'placement', referrals: count, reached: count, chances, pairs, referred: placed.placedAt, envy: envyOf(market, placed, pulse) }
}

function fromLists (market: Market, lists: ReferralLists): Found {
  const { seekers, vacancies, seats, vacancy } = market
  const pairs = readLists(market, lists)
  const isListed = new Uint8Array(vacancy.length)
  for (const pair of pairs) isListed[pair] = 1
  const order = candidateOrder(market)
  const chances = new Uint32Array(seekers.length)
  const referred = new Uint32Array(vacancies.length)
  for (const pair of order.pair) {
    if (isListed[pair] === 0) continue
    if (referred[vacancy[pair]]++ < seats[vacancy[pair]]) chances[order.seekerOf[pair]]++
  }
  const reached = seekers.filter((_, seeker) => lists.start[seeker + 1] > lists.start[seeker]).length
  return { kind: 'lists', referrals: pairs.length, reached, chances, pairs, referred, envy: null }
}

function congestionOf ({ vacancies, seats }: Market, referred: Uint32Array, seated: readonly number[]): Congestion {
  const counts = { none: 0, upTo1: 0, upTo2: 0, upTo5: 0, upTo10: 0, over10: 0 }
  let most = -1
  let overSeats = 0
  referred.forEach((count, vacancy) => { overSeats += Math.max(0, count - seats[vacancy]) })
  for (const vacancy of seated) {
    counts[bandOf(referred[vacancy], seats[vacancy])]++
    if (most === -1 || referred[vacancy] * seats[most] > referred[most] * seats[vacancy]) most = vacancy
  }
  return { most: most === -1 ? null : { vacancyId: vacancies[most], referrals: referred[most], seats: seats[most] }, overSeats, vacancies: counts }
}

function bandOf (referred: number, seats: number): keyof Congestion['vacancies'] {
  if (referred === 0) return 'none'
  if (referred <= seats) return 'upTo1'
  if (referred <= 2 * seats) return 'upTo2'
  if (referred <= 5 * seats) return 'upTo5'
  return referred <= 10 * seats ? 'upTo10' : 'over10'
}

/** Each pair's place among its seeker's pairs, summed: 1 + how many are liked better. O(pairs of the market log of the longest list). */
function sumOfRanks (market: Market, pairs: Uint32Array, pulse: Pulse): number {
  const { seekers, start, vacancy } = market
  const taste = tastesOf(market).seeker
  const wanted = new Uint8Array(vacancy.length)
  for (const pair of pairs) wanted[pair] = 1
  let sum = 0
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    const first = start[seeker]
    pulse.step(start[seeker + 1] - first)
    const tastes = Float64Array.from({ length: start[seeker + 1] - first }, (_, offset) => taste(first + offset))
    const order = tastes.slice().sort()
    tastes.forEach((liked, offset) => { if (wanted[first + offset] === 1) sum += 1 + countBelow(order, liked) })
  }
  return sum
}

function countBelow (ascending: Float64Array, bound: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle] < bound) low = middle + 1
    else high = middle
  }
  return low
}
