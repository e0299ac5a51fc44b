import { createMatcher, type Matcher } from '@padan/matcher'
import { RANK_OPTIONS, type Market } from './market.ts'

const LEAST_BATCH = 50_000
/** So many batches, as long as they stay small: segments are merged as batches come. */
const BATCHES = 20
/** Records of a batch are objects, beside what is merged with them. Segments end with a batch: a population of a country is frozen twice and a half. */
const MOST_IN_BATCH = 2 ** 18

/**
 * An index with a market's people and vacancies in it, all frozen. Seekers come in batches, so that their records need not all be in memory; after each,
 * `report` is told how many there are.
 */
export function filledIndex (market: Market, report: (numSeekers: number) => void = () => {}): Matcher {
  const index = createMatcher({ taxonomy: market.taxonomy })
  const batchSize = Math.min(MOST_IN_BATCH, Math.max(LEAST_BATCH, market.numSeekers / BATCHES))
  let batch = []
  for (const seeker of market.seekers()) {
    if (batch.push(seeker) < batchSize) continue
    index.seekers.put(batch)
    report(index.seekers.size)
    batch = []
  }
  index.seekers.put(batch)
  index.vacancies.put(market.vacancies)
  // The first question of each kind freezes what waits.
  index.rankSeekers({ id: 'anyone' }, RANK_OPTIONS)
  index.rankVacancies({ id: 'anyone' }, RANK_OPTIONS)
  return index
}
