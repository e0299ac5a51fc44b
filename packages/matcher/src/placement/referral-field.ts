import { candidateOrder, utf16Order } from './candidate-order.ts'
import type { Market } from './market.ts'

/** A market as recommending sees it: pairs with a seat behind them, in the orders that everything else follows. */
export interface ReferralField {
  readonly numSeekers: number
  readonly numVacancies: number
  readonly seats: Uint32Array
  readonly vacancyOf: Uint32Array
  readonly score: Int32Array
  /** First entry of each seeker in `plain`, and the end. */
  readonly start: Uint32Array
  /** Pairs in plain order: score descending, then vacancy id ascending. Those of vacancies without seats are left out. */
  readonly plain: Uint32Array
  /** First entry of each vacancy in `candidates`, and the end. */
  readonly startOfVacancy: Uint32Array
  /** Pairs of each vacancy as `candidateOrder` has them. */
  readonly candidates: Uint32Array
  /** Where each pair stands among the vacancy's candidates, from 0. */
  readonly standing: Uint32Array
}

/** Throws RangeError for a market without scores. O(pairs log of the longest list). */
export function referralField (market: Market): ReferralField {
  const { seekers, vacancies, seats, vacancy, score } = market
  if (score === null) throw new RangeError('The market has no scores, and recommending weighs scores; make it from ledgers or from costs.')
  const idOrder = utf16Order(vacancies)
  const { start, pair } = seatedPairs(market)
  const better = (one: number, other: number): number => score[other] - score[one] || idOrder[vacancy[one]] - idOrder[vacancy[other]]
  for (let seeker = 0; seeker < seekers.length; seeker++) pair.subarray(start[seeker], start[seeker + 1]).sort(better)
  const lines = candidateOrder(market)
  return {
    numSeekers: seekers.length,
    numVacancies: vacancies.length,
    seats,
    vacancyOf: vacancy,
    score,
    start,
    plain: pair,
    startOfVacancy: lines.start,
    candidates: lines.pair,
    standing: lines.standing,
  }
}

function seatedPairs ({ seekers, seats, start, vacancy }: Market): { start: Uint32Array, pair: Uint32Array } {
  const seatedStart = new Uint32Array(seekers.length + 1)
  const seated = new Uint32Array(vacancy.length)
  let length = 0
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    for (let pair = start[seeker]; pair < start[seeker + 1]; pair++) if (seats[vacancy[pair]] > 0) seated[length++] = pair
    seatedStart[seeker + 1] = length
  }
  return { start: seatedStart, pair: seated.slice(0, length) }
}
