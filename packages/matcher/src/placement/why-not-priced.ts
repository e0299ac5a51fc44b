import { NOWHERE, type Market, type Placement } from './market.ts'
import { placeBest } from './place-best.ts'
import { pairNumberOf } from './tastes.ts'
import type { Change, WhyNot } from './why-not.ts'

/** What is needed of a placement with dual prices. */
export interface PricedPlacement extends Placement {
  readonly kind: 'best'
  readonly seekerSurplus: Float64Array
  readonly vacancyPrice: Float64Array
  readonly options: {
    readonly objective?: 'score' | 'people-first'
    readonly fixed: ReadonlyArray<{ readonly seekerId: string, readonly vacancyId: string }>
    readonly refusals: ReadonlyArray<{ readonly seekerId: string, readonly vacancyId: string }>
  }
}

/**
 * By complementary slackness: a pair is left out only where its score is at most the seeker's surplus and the price of a seat. A price is what
 * one seat more would add to the total, so it says how much others are worth there.
 */
export function pricedReasons (market: Market, placed: PricedPlacement): (seeker: number) => WhyNot[] {
  const { vacancyOf, seekerSurplus, vacancyPrice, options } = placed
  const { seekers, vacancies, seats, start, vacancy, score } = market
  const refused = new Map(options.refusals.map(refusal => [key(refusal.seekerId, refusal.vacancyId), 'by' in refusal && typeof refusal.by === 'string' ? refusal.by : null]))
  const eligibleAt = eligibleCounts(market, options, refused)
  const fixed = new Set(options.fixed.map(({ seekerId }) => seekerId))
  const costOfSeat = seatCosts(market, vacancyOf, fixed)
  return seeker => Array.from(vacancy.subarray(start[seeker], start[seeker + 1]), (to, at): WhyNot => {
    const vacancyId = vacancies[to]
    const own = vacancyOf[seeker]
    const worth = score?.[start[seeker] + at] ?? 0
    const short = seekerSurplus[seeker] + vacancyPrice[to] - worth
    const by = refused.get(key(seekers[seeker], vacancyId))
    if (own === to) return { vacancyId, reason: 'placed-here', facts: {}, changes: [] }
    if (fixed.has(seekers[seeker])) return { vacancyId, reason: 'fixed', facts: { ownVacancyId: own === NOWHERE ? null : vacancies[own] }, changes: [] }
    if (by !== undefined) return { vacancyId, reason: 'refused', facts: { by }, changes: [{ change: 'lift-refusal', by: Number(isBetterWithout(market, placed, seekers[seeker], vacancyId)) }] }
    // An unplaced seeker beside a free seat would add to what is made greatest; with a seat for all there always is one.
    const moreSeats: Change[] = own === NOWHERE && (worth > 0 || options.objective === 'people-first') ? [{ change: 'more-seats', by: Math.max(0, eligibleAt[to] - seats[to]) }] : []
    if (seats[to] === 0) return { vacancyId, reason: 'no-seats', facts: {}, changes: moreSeats }
    // Where people come first, somebody who is placed already would leave one place to take another: no score is sure to be enough.
    const enough = seekerSurplus[seeker] + costOfSeat[to] - worth
    const isSure = enough < Infinity && (own === NOWHERE || options.objective !== 'people-first')
    return { vacancyId, reason: 'outscored', facts: { score: worth, price: vacancyPrice[to], short }, changes: [...isSure ? [{ change: 'higher-score' as const, by: enough }] : [], ...moreSeats] }
  })
}

/** Whether the best without one refusal is better than the placement: then no best placement leaves the pair out. */
function isBetterWithout (market: Market, placed: PricedPlacement, seekerId: string, vacancyId: string): boolean {
  const { objective = 'score', fixed, refusals } = placed.options
  const again = placeBest(market, { objective, fixed, refusals: refusals.filter(refusal => refusal.seekerId !== seekerId || refusal.vacancyId !== vacancyId) })
  const [was, is] = [worthOf(market, placed), worthOf(market, again)]
  return objective === 'people-first' && is.people !== was.people ? is.people > was.people : is.total > was.total
}

function worthOf (market: Market, { vacancyOf }: Placement): { people: number, total: number } {
  const worth = { people: 0, total: 0 }
  vacancyOf.forEach((to, seeker) => {
    if (to === NOWHERE) return
    const pair = pairNumberOf(market, seeker, to)
    worth.people++
    worth.total += pair === -1 ? 0 : market.score?.[pair] ?? 0
  })
  return worth
}

/** What a seat of each vacancy costs at most: nothing where one is free, else the lowest score there; Infinity where all have fixed places. */
function seatCosts (market: Market, vacancyOf: Int32Array, fixed: ReadonlySet<string>): Float64Array {
  const { seekers, seats, score } = market
  const costs = new Float64Array(seats.length).fill(Infinity)
  const left = Array.from(seats)
  vacancyOf.forEach((to, seeker) => {
    if (to === NOWHERE) return
    left[to]--
    const pair = pairNumberOf(market, seeker, to)
    if (!fixed.has(seekers[seeker]) && pair !== -1) costs[to] = Math.min(costs[to], score?.[pair] ?? 0)
  })
  return costs.map((cost, vacancy) => left[vacancy] > 0 ? 0 : cost)
}

/** People who may be at each vacancy or are fixed there: the most seats it can use. */
function eligibleCounts ({ seekers, vacancies, start, vacancy }: Market, { fixed }: PricedPlacement['options'], refused: ReadonlyMap<string, unknown>): Uint32Array {
  const counts = new Uint32Array(vacancies.length)
  const fixedAt = new Map(fixed.map(({ seekerId, vacancyId }) => [seekerId, vacancyId]))
  const numberOf = new Map(fixed.length === 0 ? [] : vacancies.map((id, at) => [id, at]))
  seekers.forEach((id, seeker) => {
    const place = fixedAt.get(id)
    if (place !== undefined) {
      counts[numberOf.get(place)!]++
      return
    }
    for (let pair = start[seeker]; pair < start[seeker + 1]; pair++) if (refused.size === 0 || !refused.has(key(id, vacancies[vacancy[pair]]))) counts[vacancy[pair]]++
  })
  return counts
}

function key (seekerId: string, vacancyId: string): string {
  return JSON.stringify([seekerId, vacancyId])
}
