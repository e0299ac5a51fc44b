import type { Market } from './market.ts'
import { pairsByVacancy } from './pairs-by-vacancy.ts'

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
  /** Pairs of each vacancy as it ranks them: its preference, then score descending, then seeker id ascending. */
  readonly candidates: Uint32Array
  /** Where each pair stands among the vacancy's candidates, from 0. */
  readonly standing: Uint32Array
}

/** Throws RangeError for a market without scores. O(pairs log of the longest list). */
export function referralField (market: Market): ReferralField {
  const { seekers, vacancies, seats, vacancy, score, vacancyRank } = market
  if (score === null) throw new RangeError('The market has no scores, and recommending weighs scores; make it from ledgers or from costs.')
  const idOrder = { seeker: utf16Order(seekers), vacancy: utf16Order(vacancies) }
  const { start, pair } = seatedPairs(market)
  const better = (one: number, other: number): number => score[other] - score[one] || idOrder.vacancy[vacancy[one]] - idOrder.vacancy[vacancy[other]]
  for (let seeker = 0; seeker < seekers.length; seeker++) pair.subarray(start[seeker], start[seeker + 1]).sort(better)
  const byVacancy = pairsByVacancy(market.start, vacancy, vacancies.length)
  const standing = new Uint32Array(vacancy.length)
  const stands = (one: number, other: number): number => (vacancyRank === null ? 0 : vacancyRank[one] - vacancyRank[other]) ||
    score[other] - score[one] || idOrder.seeker[byVacancy.seekerOf[one]] - idOrder.seeker[byVacancy.seekerOf[other]]
  for (let each = 0; each < vacancies.length; each++) {
    const candidates = byVacancy.pair.subarray(byVacancy.start[each], byVacancy.start[each + 1]).sort(stands)
    candidates.forEach((one, place) => { standing[one] = place })
  }
  return {
    numSeekers: seekers.length,
    numVacancies: vacancies.length,
    seats,
    vacancyOf: vacancy,
    score,
    start,
    plain: pair,
    startOfVacancy: byVacancy.start,
    candidates: byVacancy.pair,
    standing,
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

/** The place of each id among all, by UTF-16 code units. */
function utf16Order (ids: readonly string[]): Uint32Array {
  const order = Uint32Array.from(ids, (_, number) => number).sort((one, other) => ids[one] < ids[other] ? -1 : ids[one] > ids[other] ? 1 : 0)
  const place = new Uint32Array(ids.length)
  order.forEach((number, position) => { place[number] = position })
  return place
}
