import { placeBest, verifyBest, type Market, type OnProgress } from '@padan/matcher/placement'
import type { PlacementOptions, PlacementRequest } from '../schemas/placement.ts'
import type { MadePlacement } from './made-placement.ts'
import { filledVacancies, placedSeekers } from './placed-items.ts'
import { whyUnplaced } from './why-unplaced.ts'

/** The best placement with its duals. Throws RangeError for options that do not go with the market. */
export function runBest (market: Market, { objective, refusals, fixed }: PlacementOptions, onProgress: OnProgress, whyNot: NonNullable<PlacementRequest['whyNot']> = {}): MadePlacement {
  const placement = placeBest(market, {
    ...objective === undefined ? {} : { objective },
    ...refusals === undefined ? {} : { refusals },
    ...fixed === undefined ? {} : { fixed },
    onProgress,
  })
  const explain = whyUnplaced(market, placement, whyNot)
  const { seekerSurplus, seekerCover, vacancyPrice, vacancyCover } = placement
  return {
    certificate: {
      method: 'best',
      objective: placement.options.objective,
      placed: placement.placed,
      total: placement.total,
      sumOfSurpluses: seekerSurplus.reduce((sum, surplus) => sum + surplus, 0),
      sumOfPrices: vacancyPrice.reduce((sum, price, vacancy) => sum + price * market.seats[vacancy], 0),
    },
    verdict: verifyBest(market, placement),
    reported: placement,
    seekers: placedSeekers(market, placement, seeker => ({ surplus: seekerSurplus[seeker], ...seekerCover === null ? {} : { cover: seekerCover[seeker] }, ...explain(seeker) })),
    vacancies: filledVacancies(market, placement, vacancy => ({ price: vacancyPrice[vacancy], ...vacancyCover === null ? {} : { cover: vacancyCover[vacancy] } })),
  }
}
