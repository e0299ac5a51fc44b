import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyMarketOf, AS_OF, marketOf, profileOf } from './market.ts'

const taxonomy = await loadTaxonomy()
/** Around one cluster, where nearly everybody ties, or around any. */
const market = (size: number): ReturnType<typeof marketOf> => fc.oneof(marketOf(taxonomy, size), anyMarketOf(taxonomy, size))

t.test('the index returns what the oracle returns, both ways', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(market(40), AS_OF, profileOf(), fc.constantFrom(0, 1, 2, 5, 50), fc.boolean(), (market, asOf, profile, limit, explain) => {
    const matcher = createMatcher({ taxonomy })
    const oracle = createOracle({ taxonomy })
    for (const one of [matcher, oracle]) {
      one.seekers.put(market.seekers)
      one.vacancies.put(market.vacancies)
    }
    const options = { profile, limit, explain, ...asOf === undefined ? {} : { asOf } }
    for (const { id } of market.vacancies) same(matcher.rankSeekers(id, options), oracle.rankSeekers(id, options))
    for (const { id } of market.seekers) same(matcher.rankVacancies(id, options), oracle.rankVacancies(id, options))
  }), { numRuns: 300 }))
})

t.test('the index stays equal to the oracle while records come, change and go', async t => {
  const step = fc.record({ deletes: fc.array(fc.nat(200), { maxLength: 10 }), market: market(15) })
  t.doesNotThrow(() => fc.assert(fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), AS_OF, profileOf(), (steps, asOf, profile) => {
    const matcher = createMatcher({ taxonomy })
    const oracle = createOracle({ taxonomy })
    const options = { profile, limit: 7, ...asOf === undefined ? {} : { asOf } }
    for (const { deletes, market } of steps) {
      for (const one of [matcher, oracle]) {
        one.seekers.put(market.seekers)
        one.vacancies.put(market.vacancies)
      }
      const seekerIds = [...oracle.seekers.ids()].sort()
      const vacancyIds = [...oracle.vacancies.ids()].sort()
      for (const n of deletes) {
        for (const one of [matcher, oracle]) {
          one.seekers.delete(seekerIds[n % Math.max(1, seekerIds.length)] ?? '')
          one.vacancies.delete(vacancyIds[n % Math.max(1, vacancyIds.length)] ?? '')
        }
      }
      for (const id of vacancyIds) if (oracle.vacancies.has(id)) same(matcher.rankSeekers(id, options), oracle.rankSeekers(id, options))
      for (const id of seekerIds) if (oracle.seekers.has(id)) same(matcher.rankVacancies(id, options), oracle.rankVacancies(id, options))
      same([...matcher.seekers.ids()].sort(), [...oracle.seekers.ids()].sort())
      same([matcher.seekers.size, matcher.vacancies.size], [oracle.seekers.size, oracle.vacancies.size])
    }
  }), { numRuns: 100 }))
})

function same (found: unknown, wanted: unknown): void {
  const a = JSON.stringify(found)
  const b = JSON.stringify(wanted)
  if (a !== b) throw new Error(`index: ${a}\noracle: ${b}`)
}
