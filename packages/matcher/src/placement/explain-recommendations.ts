import { FULL_BALANCE, THOUSANDTHS } from './choose-lists.ts'
import type { Market } from './market.ts'
import type { Recommendations } from './recommend-all.ts'

/** Why a vacancy is on a person's list, or is not: numbers alone. */
export interface ExplainedReferral {
  vacancyId: string
  /** The ledger's score, as it was. */
  score: number
  /** What the crowd before the person costs, in thousandths of a score's unit. */
  charge: number
  /** 1,000,000 x score - balance x charge: the order is by this. */
  key: number
  /** Place in the person's plain ranking, from 1. */
  plainPlace: number
  seats: number
  /** People to whom the vacancy is recommended, and to whom plain ranking would. */
  referred: number
  plainReferred: number
  /** Those of `referred` whom the vacancy ranks before this person: "14 already referred to 2 seats". */
  ahead: number
  /** Referrals that would be its part if lists were spread evenly over seats. */
  fairShare: number
}

export interface ExplainedList {
  seekerId: string
  /** The list, best key first. */
  list: ExplainedReferral[]
  /** What plain ranking would have had on the list and the crowd pushed off it, best score first. */
  leftOut: ExplainedReferral[]
}

/**
 * One person's list with the load of every vacancy on it, and the vacancies that made way. O(pairs of the person x log referrals).
 * Throws RangeError for a seeker number that is none.
 */
export function explainRecommendations (market: Market, recommendations: Recommendations, seeker: number): ExplainedList {
  if (!Number.isInteger(seeker) || seeker < 0 || seeker >= market.seekers.length) throw new RangeError(`There is no seeker ${String(seeker)}; the market has ${market.seekers.length}, numbered from 0.`)
  const { start, pair } = recommendations
  const listed = [...pair.subarray(start[seeker], start[seeker + 1])]
  const plain = plainPairs(market, seeker)
  const explain = (each: number): ExplainedReferral => explainPair(market, recommendations, each, plain.indexOf(each) + 1)
  return {
    seekerId: market.seekers[seeker],
    list: listed.map(explain),
    leftOut: plain.slice(0, listed.length).filter(each => !listed.includes(each)).map(explain),
  }
}

function plainPairs ({ vacancies, seats, start, vacancy, score }: Market, seeker: number): number[] {
  const pairs = Array.from({ length: start[seeker + 1] - start[seeker] }, (_, offset) => start[seeker] + offset).filter(pair => seats[vacancy[pair]] > 0)
  return pairs.sort((one, other) => score![other] - score![one] || (vacancies[vacancy[one]] < vacancies[vacancy[other]] ? -1 : 1))
}

function explainPair (market: Market, recommendations: Recommendations, pair: number, plainPlace: number): ExplainedReferral {
  const { balance, charge, referred, plainReferred, fairShare } = recommendations
  const to = market.vacancy[pair]
  const score = market.score![pair]
  return {
    vacancyId: market.vacancies[to],
    score,
    charge: charge[pair],
    key: FULL_BALANCE * THOUSANDTHS * score - balance * charge[pair],
    plainPlace,
    seats: market.seats[to],
    referred: referred[to],
    plainReferred: plainReferred[to],
    ahead: countAhead(recommendations, to, pair),
    fairShare: fairShare[to],
  }
}

/** Referrals stand in the vacancy's order, so those before the pair are found by halving. */
function countAhead ({ referredStart, referredPair, standing }: Recommendations, vacancy: number, pair: number): number {
  let [low, high] = [referredStart[vacancy], referredStart[vacancy + 1]]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (standing[referredPair[middle]] < standing[pair]) low = middle + 1
    else high = middle
  }
  return low - referredStart[vacancy]
}
