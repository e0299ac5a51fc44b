import { createMatcher, type Matcher } from '@padan/matcher'
import { RANK_OPTIONS, type Market } from './market.ts'

const LEAST_BATCH = 50_000
/** So many batches at most: segments are merged as batches come. */
const MOST_BATCHES = 20

/** An index with a market's people and vacancies in it, all frozen. Seekers come in batches, so that their records need not all be in memory. */
export function filledIndex (market: Market): Matcher {
  const index = createMatcher({ taxonomy: market.taxonomy })
  const batchSize = Math.max(LEAST_BATCH, market.numSeekers / MOST_BATCHES)
  let batch = []
  for (const seeker of market.seekers()) {
    if (batch.push(seeker) < batchSize) continue
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
