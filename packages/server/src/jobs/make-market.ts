import { createMatcher, type Profile } from '@padan/matcher'
import { marketFromCosts, marketFromLedgers, marketFromPreferences, type Market, type OneSidedPair, type OnProgress } from '@padan/matcher/placement'
import { loadTaxonomy } from '@padan/taxonomy'
import type { MarketSource } from '../schemas/market-source.ts'
import type { MarketStart } from './job-start.ts'

/** The market of a request, and what is to be said about it. */
export interface MadeMarket {
  market: Market
  oneSided: OneSidedPair[]
  /** Version of the reference data, when it was used. */
  taxonomy: string | null
}

/** Makes the market that a request asks for. Throws RangeError or RecordError for what does not go together. */
export async function makeMarket (start: MarketStart, onProgress: OnProgress): Promise<MadeMarket> {
  const { request, records, market } = start
  if (market !== undefined) return { ...market, taxonomy: null }
  if (request.from === 'preferences' && request.preferences !== undefined) return { ...marketFromPreferences(request.preferences), taxonomy: null }
  if (request.from === 'costs' && request.costs !== undefined) {
    const { matrix, ...options } = request.costs
    return { market: marketFromCosts(matrix, options), oneSided: [], taxonomy: null }
  }
  if (request.from !== 'ledgers' || records === undefined) throw new Error(`A market from ${request.from} came without what it is made of.`)
  const taxonomy = await loadTaxonomy({ catalogues: records.catalogues })
  const matcher = createMatcher({ taxonomy, profiles: records.profiles })
  matcher.load(records.snapshot)
  const { profile, seats, ...options } = request.ledgers ?? {}
  return {
    market: marketFromLedgers(matcher, {
      ...options,
      ...profile === undefined ? {} : { profile: profile as string | Profile },
      ...seats === undefined ? {} : { seats: new Map(seats.map(({ vacancyId, seats: number }) => [vacancyId, number])) },
      onProgress,
    }),
    oneSided: [],
    taxonomy: taxonomy.version,
  }
}

/** Where a market came from, as a result says it. */
export function sourceFacts ({ from, ledgers }: MarketSource, taxonomy: string | null): { from: MarketSource['from'], taxonomy: string | null, profile: string | null, asOf: string | null } {
  if (from !== 'ledgers') return { from, taxonomy: null, profile: null, asOf: null }
  const { profile = 'job-fair', asOf = null } = ledgers ?? {}
  return { from, taxonomy, profile: typeof profile === 'string' ? profile : profile.name, asOf }
}
