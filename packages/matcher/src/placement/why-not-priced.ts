import { NOWHERE, type Market, type Placement } from './market.ts'
import type { WhyNot } from './why-not.ts'

/** What is needed of a placement with dual prices. */
export interface PricedPlacement extends Placement {
  readonly kind: 'best'
  readonly seekerSurplus: Float64Array
  readonly vacancyPrice: Float64Array
  readonly options: {
    readonly fixed: ReadonlyArray<{ readonly seekerId: string, readonly vacancyId: string }>
    readonly refusals: ReadonlyArray<{ readonly seekerId: string, readonly vacancyId: string }>
  }
}

/**
 * By complementary slackness: a pair is left out only where its score is at most the seeker's surplus and the price of a seat. A price is what
 * one seat more would add to the total, so it says how much others are worth there.
 */
export function pricedReasons (market: Market, { vacancyOf, seekerSurplus, vacancyPrice, options }: PricedPlacement): (seeker: number) => WhyNot[] {
  const { seekers, vacancies, seats, start, vacancy, score } = market
  const refused = new Map(options.refusals.map(refusal => [key(refusal.seekerId, refusal.vacancyId), 'by' in refusal && typeof refusal.by === 'string' ? refusal.by : null]))
  const fixed = new Set(options.fixed.map(({ seekerId }) => seekerId))
  return seeker => Array.from(vacancy.subarray(start[seeker], start[seeker + 1]), (to, at): WhyNot => {
    const vacancyId = vacancies[to]
    const own = vacancyOf[seeker]
    const worth = score?.[start[seeker] + at] ?? 0
    const short = seekerSurplus[seeker] + vacancyPrice[to] - worth
    const by = refused.get(key(seekers[seeker], vacancyId))
    if (own === to) return { vacancyId, reason: 'placed-here', facts: {}, changes: [] }
    if (fixed.has(seekers[seeker])) return { vacancyId, reason: 'fixed', facts: { ownVacancyId: own === NOWHERE ? null : vacancies[own] }, changes: [] }
    if (by !== undefined) return { vacancyId, reason: 'refused', facts: { by }, changes: [{ change: 'lift-refusal', by: short < 0 ? 1 : 0 }] }
    if (seats[to] === 0) return { vacancyId, reason: 'no-seats', facts: {}, changes: [] }
    return { vacancyId, reason: 'outscored', facts: { score: worth, price: vacancyPrice[to], short }, changes: [{ change: 'higher-score', by: short }] }
  })
}

function key (seekerId: string, vacancyId: string): string {
  return JSON.stringify([seekerId, vacancyId])
}
