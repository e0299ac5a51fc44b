import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { Profile } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyMarketOf, anyPoolsOf, AS_OF, marketOf, poolsOf, profileOf, seekerOf, vacancyOf } from './market.ts'

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
  }), { numRuns: 300, seed: 20_261_128 }))
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
  }), { numRuns: 100, seed: 20_261_128 }))
})

t.test('bounds hold in a crowd, where only the very best are asked for', async t => {
  const crowd = anyPoolsOf(taxonomy).chain(pools => fc.record({
    seekers: fc.array(seekerOf(pools, ''), { minLength: 250, maxLength: 250 }),
    vacancies: fc.array(vacancyOf(pools, ''), { minLength: 250, maxLength: 250 }),
  }))
  t.doesNotThrow(() => fc.assert(fc.property(crowd, AS_OF, profileOf(), fc.constantFrom(1, 2, 6), ({ seekers, vacancies }, asOf, profile, limit) => {
    const [matcher, oracle] = [createMatcher({ taxonomy }), createOracle({ taxonomy })]
    for (const one of [matcher, oracle]) {
      one.seekers.put(seekers.map((seeker, at) => ({ ...seeker, id: `pk-${at}` })))
      // An advert with hard rules leaves hardly anybody to choose from.
      one.vacancies.put(vacancies.map(({ licences, adultsOnly, provides, ...vacancy }, at) => ({ ...vacancy, id: `lw-${at}`, seats: 1, ...at % 5 === 0 ? { licences } : {} })))
    }
    const options = { profile, asOf, limit }
    for (let at = 0; at < 250; at += 8) {
      same(matcher.rankSeekers(`lw-${at}`, options), oracle.rankSeekers(`lw-${at}`, options))
      same(matcher.rankVacancies(`pk-${at}`, options), oracle.rankVacancies(`pk-${at}`, options))
    }
  }), { numRuns: 12, endOnFailure: true, seed: 20_261_128 }))
})

t.test('bounds hold where scores differ by less than the rounding of weights', async t => {
  const units: Profile = { name: 'units', shares: { unit: 10_000, education: 0, field: 0, experience: 0, distance: 0, wage: 0, wish: 0, 'job-type': 0 } }
  const close = fc.nat(taxonomy.clusters.size - 1).chain(cluster => {
    const pools = poolsOf(taxonomy, cluster)
    const most = Math.min(16, pools.units.length)
    const required = fc.uniqueArray(fc.record({ unit: fc.constantFrom(...pools.units), importance: fc.constantFrom(1, 1, 1, 2, 3) }), { minLength: Math.min(3, most), maxLength: most, selector: one => one.unit, size: 'max' })
    return fc.record({
      seekers: fc.array(fc.uniqueArray(fc.constantFrom(...pools.units), { size: 'max', maxLength: 20 }), { minLength: 25, maxLength: 25 }),
      vacancies: fc.array(required, { minLength: 25, maxLength: 25 }),
    })
  })
  t.doesNotThrow(() => fc.assert(fc.property(close, fc.constantFrom(1, 2, 5), ({ seekers, vacancies }, limit) => {
    const [matcher, oracle] = [createMatcher({ taxonomy }), createOracle({ taxonomy })]
    for (const one of [matcher, oracle]) {
      one.seekers.put(seekers.map((held, at) => ({ id: `pk-${at}`, units: held.map(unit => ({ unit, evidence: 'certified' })) })))
      one.vacancies.put(vacancies.map((units, at) => ({ id: `lw-${at}`, units })))
    }
    const options = { profile: units, limit }
    for (const id of oracle.seekers.ids()) same(matcher.rankVacancies(id, options), oracle.rankVacancies(id, options))
    for (const id of oracle.vacancies.ids()) same(matcher.rankSeekers(id, options), oracle.rankSeekers(id, options))
  }), { numRuns: 60, seed: 20_261_128 }))
})

function same (found: unknown, wanted: unknown): void {
  const a = JSON.stringify(found)
  const b = JSON.stringify(wanted)
  if (a !== b) throw new Error(`index: ${a}\noracle: ${b}`)
}
