import { createMatcher, type Matcher } from '@padan/matcher'
import { RANK_OPTIONS, type Market } from './market.ts'

const BATCH = 50_000

/** An index with a market's people and vacancies in it, all frozen. Seekers come in batches, so that their records need not all be in memory. */
export function filledIndex (market: Market): Matcher {
  const index = createMatcher({ taxonomy: market.taxonomy })
  let batch = []
  for (const seeker of market.seekers()) {
    if (batch.push(seeker) < BATCH) continue
    index.seekers.put(batch)
    batch = []
  }
  index.seekers.put(batch)
  index.vacancies.put(market.vacancies)
  // The first question of each kind freezes what waits.
  index.rankSeekers({ id: 'anyone' }, RANK_OPTIONS)
  index.rankVacancies({ id: 'anyone' }, RANK_OPTIONS)
  return index
}
