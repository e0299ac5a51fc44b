import { candidateOrder, utf16Order } from './candidate-order.ts'
import type { Market } from './market.ts'
import { descending, orderPairs } from './order-pairs.ts'

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

/** Throws RangeError for a market without scores. O(pairs), and the sorting of ids. */
export function referralField (market: Market): ReferralField {
  const { seekers, vacancies, seats, vacancy, score } = market
  if (score === null) throw new RangeError('The market has no scores, and recommending weighs scores; make it from ledgers or from costs.')
  const lines = candidateOrder(market)
  const { start, plain } = plainOrder(market, score, lines.seekerOf)
  return {
    numSeekers: seekers.length,
    numVacancies: vacancies.length,
    seats,
    vacancyOf: vacancy,
    score,
    start,
    plain,
    startOfVacancy: lines.start,
    candidates: lines.pair,
    standing: lines.standing,
  }
}

function plainOrder ({ seekers, vacancies, seats, vacancy }: Market, score: Int32Array, seekerOf: Uint32Array): { start: Uint32Array, plain: Uint32Array } {
  const idOrder = utf16Order(vacancies)
  const plain = orderPairs(vacancy.length, [seekerOf, descending(score), vacancy.map(to => idOrder[to])]).filter(pair => seats[vacancy[pair]] > 0)
  const start = new Uint32Array(seekers.length + 1)
  for (const pair of plain) start[seekerOf[pair] + 1]++
  for (let seeker = 0; seeker < seekers.length; seeker++) start[seeker + 1] += start[seeker]
  return { start, plain }
}
