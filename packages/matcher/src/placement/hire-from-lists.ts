import { candidateOrder } from './candidate-order.ts'
import { checkMarket } from './check-market.ts'
import { NOWHERE, type Market, type Placement } from './market.ts'
import { readLists, type ReferralLists } from './read-referrals.ts'
import { tastesOf } from './tastes.ts'

/**
 * What lists come to when nobody coordinates: everybody applies to all that is on their list, each vacancy makes offers to its best
 * applicants until its seats are gone (in the order of its preference, then score, then id), and whoever has several offers takes the
 * one they like best, of equals the first on the list. Offers that are declined lapse, as after a fair. With lists of one entry: everybody
 * applies to their best, and each vacancy takes its best. O(pairs log of the longest line). Throws as `marketReport` does.
 */
export function hireFromLists (market: Market, lists: ReferralLists): Placement {
  checkMarket(market)
  const { seats, vacancies, vacancy, seekers } = market
  const pairs = readLists(market, lists)
  const hasApplied = new Uint8Array(vacancy.length)
  for (const pair of pairs) hasApplied[pair] = 1
  const isOffered = new Uint8Array(vacancy.length)
  const offers = new Uint32Array(vacancies.length)
  for (const pair of candidateOrder(market).pair) {
    const to = vacancy[pair]
    if (hasApplied[pair] === 0 || offers[to] === seats[to]) continue
    offers[to]++
    isOffered[pair] = 1
  }
  const taste = tastesOf(market).seeker
  const vacancyOf = new Int32Array(seekers.length).fill(NOWHERE)
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    let best = Infinity
    for (let entry = lists.start[seeker]; entry < lists.start[seeker + 1]; entry++) {
      const pair = pairs[entry]
      if (isOffered[pair] === 0 || taste(pair) >= best) continue
      best = taste(pair)
      vacancyOf[seeker] = vacancy[pair]
    }
  }
  return { vacancyOf }
}
