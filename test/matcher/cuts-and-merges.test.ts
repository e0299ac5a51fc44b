import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { Matcher, RankedPair } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyMarketOf, AS_OF, marketOf, profileOf } from './market.ts'
import { plainOrder } from './reimplementation.ts'

const taxonomy = await loadTaxonomy()

t.test('a shorter ranking is the beginning of a longer one', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyMarketOf(taxonomy, 20), AS_OF, profileOf(), (market, asOf, profile) => {
    const matcher = createMatcher({ taxonomy })
    matcher.seekers.put(market.seekers)
    matcher.vacancies.put(market.vacancies)
    for (const { id } of market.vacancies.slice(0, 4)) prefixes(market.seekers.length, limit => matcher.rankSeekers(id, { asOf, profile, limit }).results)
    for (const { id } of market.seekers.slice(0, 4)) prefixes(market.vacancies.length, limit => matcher.rankVacancies(id, { asOf, profile, limit }).results)
  }), { numRuns: 70, seed: 20_261_128 }))
})

t.test('the merged best of disjoint parts are the best of the whole', async t => {
  const parts = fc.array(fc.nat(2), { minLength: 30, maxLength: 30 })
  t.doesNotThrow(() => fc.assert(fc.property(marketOf(taxonomy, 30), AS_OF, profileOf(), parts, fc.integer({ min: 1, max: 12 }), (market, asOf, profile, partOf, limit) => {
    const whole = createMatcher({ taxonomy })
    whole.seekers.put(market.seekers)
    whole.vacancies.put(market.vacancies)
    const shards = [0, 1, 2].map(part => {
      const shard = createMatcher({ taxonomy })
      shard.seekers.put(market.seekers.filter((_, at) => partOf[at] === part))
      shard.vacancies.put(market.vacancies.filter((_, at) => partOf[at] === part))
      return shard
    })
    const options = { asOf, profile, limit }
    for (const vacancy of market.vacancies.slice(0, 8)) deepStrictEqual(merged(shards, limit, shard => shard.rankSeekers(vacancy, options).results), whole.rankSeekers(vacancy, options).results)
    for (const seeker of market.seekers.slice(0, 8)) deepStrictEqual(merged(shards, limit, shard => shard.rankVacancies(seeker, options).results), whole.rankVacancies(seeker, options).results)
  }), { numRuns: 80, seed: 20_261_128 }))
})

function prefixes (size: number, rank: (limit: number) => RankedPair[]): void {
  const all = rank(size + 1)
  for (let limit = 0; limit <= size; limit++) deepStrictEqual(rank(limit), all.slice(0, limit))
}

function merged (shards: readonly Matcher[], limit: number, rank: (shard: Matcher) => RankedPair[]): RankedPair[] {
  return shards.flatMap(rank).sort(plainOrder).slice(0, limit)
}
