import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher, PROFILES } from '@padan/matcher'
import type { Ledger, Profile, Seeker, Vacancy } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyMarketOf, anyPairOf, AS_OF, profileOf } from './market.ts'
import { plainLedger, plainOrder, SHARES } from './reimplementation.ts'
import type { PlainLedger } from './reimplementation.ts'

const taxonomy = await loadTaxonomy()

t.test('the built-in profiles are those of the document', async t => {
  t.same(Object.fromEntries(Object.values(PROFILES).map(({ name, shares }) => [name, shares])), SHARES)
})

t.test('every ledger is the one that the document tells to write', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyMarketOf(taxonomy, 5), AS_OF, profileOf(), (market, asOf, profile) => {
    const matcher = createMatcher({ taxonomy })
    matcher.seekers.put(market.seekers)
    matcher.vacancies.put(market.vacancies)
    for (const seeker of market.seekers) {
      for (const vacancy of market.vacancies) {
        const ledger = matcher.explain(seeker.id, vacancy.id, { profile, asOf })
        deepStrictEqual(withoutFacts(ledger), plainLedger(taxonomy, seeker, vacancy, profile.shares, asOf))
      }
    }
  }), { numRuns: 400, seed: 20_261_128 }))
})

t.test('every ranking is the eligible ledgers in the order of the document', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyMarketOf(taxonomy, 12), AS_OF, profileOf(), fc.constantFrom(1, 3, 50), (market, asOf, profile, limit) => {
    const matcher = createMatcher({ taxonomy })
    matcher.seekers.put(market.seekers)
    matcher.vacancies.put(market.vacancies)
    const options = { profile, asOf, limit }
    for (const vacancy of market.vacancies) {
      const { results } = matcher.rankSeekers(vacancy.id, options)
      deepStrictEqual(results.map(totals), plainRanking(market.seekers, seeker => ledgerOf(seeker, vacancy, profile, asOf), limit))
    }
    for (const seeker of market.seekers) {
      const { results } = matcher.rankVacancies(seeker.id, options)
      deepStrictEqual(results.map(totals), plainRanking(market.vacancies, vacancy => ledgerOf(seeker, vacancy, profile, asOf), limit))
    }
  }), { numRuns: 200, seed: 20_261_128 }))
})

t.test('a code spelled another way gives the same ledger', async t => {
  const matcher = createMatcher({ taxonomy })
  t.doesNotThrow(() => fc.assert(fc.property(anyPairOf(taxonomy), AS_OF, ({ seeker, vacancy }, asOf) => {
    deepStrictEqual(matcher.explain(respelled(seeker), respelled(vacancy), { asOf }), matcher.explain(seeker, vacancy, { asOf }))
  }), { numRuns: 400, seed: 20_261_128 }))
})

function ledgerOf (seeker: Seeker, vacancy: Vacancy, profile: Profile, asOf?: string): PlainLedger {
  return plainLedger(taxonomy, seeker, vacancy, profile.shares, asOf)
}

function plainRanking<T extends { id: string }> (records: readonly T[], ledger: (record: T) => PlainLedger, limit: number): Totals[] {
  return records.map(record => ({ id: record.id, ...ledger(record) })).filter(({ eligible }) => eligible).map(totals).sort(plainOrder).slice(0, limit)
}

interface Totals {
  id: string
  score: number
  potential: number
  fit: number
  appeal: number
}

function totals ({ id, score, potential, fit, appeal }: Totals): Totals {
  return { id, score, potential, fit, appeal }
}

/** What the document defines in numbers: all but who, when and the facts behind a row. */
function withoutFacts ({ score, potential, fit, appeal, eligible, rows, rules, askNext }: Ledger): PlainLedger {
  return { score, potential, fit, appeal, eligible, rows: rows.map(({ because, ...row }) => row), rules, askNext }
}

/** Lower case and digits alone, where the taxonomy forgives it. */
function respelled<T extends Seeker | Vacancy> (record: T): T {
  const copy = structuredClone(record)
  if (Array.isArray(copy.units)) for (const one of copy.units) one.unit = ` ${one.unit.toLowerCase()} `
  if (copy.region !== undefined) copy.region = copy.region.replaceAll('.', '')
  if (copy.licences !== undefined) copy.licences = copy.licences.map(one => typeof one === 'string' ? loud(one) : { ...one, licence: loud(one.licence) }) as T['licences']
  if (Array.isArray(copy.education)) for (const one of copy.education) one.level = one.level === 'SMA' ? 'slta' : one.level.toLowerCase()
  return copy
}

function loud (code: string): string {
  return code.toUpperCase().replaceAll('-', ' ')
}
