import { NOWHERE, whyNotOf, type BestPlacement, type Market, type StablePlacement, type WhyNot } from '@padan/matcher/placement'
import type { PlacementRequest } from '../schemas/placement.ts'

/** The first so many unplaced people are explained when nothing is said. */
const USUAL_FIRST = 100
/** Vacancies in one explanation: those that the person likes best. */
const MOST_VACANCIES = 20

export interface Explained {
  whyNot: WhyNot[]
}

/**
 * Why somebody has no place, vacancy by vacancy: for the first unplaced people and for those who were named. Each costs a look at everybody
 * who wants to be where they want to be, so a market is not explained whole unless that is asked for.
 * Throws RangeError for a name that is not in the market.
 */
export function whyUnplaced (market: Market, placement: StablePlacement | BestPlacement, { first = USUAL_FIRST, seekers = [] }: NonNullable<PlacementRequest['whyNot']>): (seeker: number) => Partial<Explained> {
  const ids = new Set(market.seekers)
  const stranger = seekers.find(id => !ids.has(id))
  if (stranger !== undefined) throw new RangeError(`whyNot names the seeker '${stranger}', and there is none in the market.`)
  const explain = whyNotOf(market, placement)
  const named = new Set(seekers)
  const ranks = market.seekerRank ?? market.score?.map(score => -score) ?? null
  let left = first
  return seeker => {
    const isFirst = placement.vacancyOf[seeker] === NOWHERE && left-- > 0
    if (!isFirst && !named.has(market.seekers[seeker])) return {}
    // Reasons come in the order of the person's pairs.
    const from = market.start[seeker]
    const order = explain(market.seekers[seeker]).map((why, offset) => ({ why, rank: ranks === null ? 0 : ranks[from + offset] }))
    return { whyNot: order.sort((a, b) => a.rank - b.rank).slice(0, MOST_VACANCIES).map(({ why }) => why) }
  }
}
