import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { Ledger, Matcher, RankOptions, Seeker } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyMarketOf, AS_OF, type Market, profileOf } from './market.ts'

const taxonomy = await loadTaxonomy()
const shuffle = fc.infiniteStream(fc.nat())

t.test('rankings do not depend on the order, the size of the bites or the detours in which records came', async t => {
  const bites = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 })
  t.doesNotThrow(() => fc.assert(fc.property(anyMarketOf(taxonomy, 20), anyMarketOf(taxonomy, 20), AS_OF, profileOf(), shuffle, bites, (market, before, asOf, profile, keys, bites) => {
    const options = { profile, asOf, limit: 7, explain: true }
    const plain = filled(market)
    const detoured = filled(before)
    for (const side of ['seekers', 'vacancies'] as const) {
      const records = shuffled<{ id: string }>(market[side], keys)
      const population = detoured[side] as { put (records: unknown): void, delete (id: string): boolean, ids (): Iterable<string> }
      for (let at = 0, turn = 0; at < records.length; turn++) {
        const bite = bites[turn % bites.length]!
        population.put(bite === 1 ? records[at] : records.slice(at, at + bite))
        // A question freezes what is waiting, so that records end up in several segments.
        if (side === 'vacancies') rankAll(detoured, { seekers: market.seekers.slice(0, 1), vacancies: [] }, options)
        at += bite
      }
      const wanted = new Set(records.map(({ id }) => id))
      for (const id of [...population.ids()]) if (!wanted.has(id)) population.delete(id)
    }
    deepStrictEqual(rankAll(detoured, market, options), rankAll(plain, market, options))
  }), { numRuns: 60, seed: 20_261_128 }))
})

t.test('a pair has the same ledger whoever else is there', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyMarketOf(taxonomy, 5), AS_OF, profileOf(), (market, asOf, profile) => {
    const crowd = filled(market)
    for (const seeker of market.seekers) {
      for (const vacancy of market.vacancies) {
        const alone = createMatcher({ taxonomy })
        alone.seekers.put(seeker)
        alone.vacancies.put(vacancy)
        const ledger = alone.explain(seeker.id, vacancy.id, { profile, asOf })
        deepStrictEqual(crowd.explain(seeker.id, vacancy.id, { profile, asOf }), ledger)
        deepStrictEqual(alone.rankSeekers(vacancy.id, { profile, asOf, explain: true }).results.map(({ ledger }) => ledger), ledger.eligible ? [ledger] : [])
      }
    }
  }), { numRuns: 60, seed: 20_261_128 }))
})

t.test('a ranking from either side shows the ledger that explains the pair', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyMarketOf(taxonomy, 12), AS_OF, profileOf(), (market, asOf, profile) => {
    const matcher = filled(market)
    const options = { profile, asOf, limit: 1000, explain: true }
    const fromVacancies = market.vacancies.flatMap(({ id }) => matcher.rankSeekers(id, options).results.map(result => ({ ...result, pair: `${result.id} ${id}` })))
    const fromSeekers = market.seekers.flatMap(({ id }) => matcher.rankVacancies(id, options).results.map(result => ({ ...result, pair: `${id} ${result.id}` })))
    for (const { ledger, score, potential, fit, appeal, unitWeights } of [...fromVacancies, ...fromSeekers]) {
      const explained = matcher.explain(ledger!.seekerId, ledger!.vacancyId, { profile, asOf })
      deepStrictEqual(ledger, explained)
      deepStrictEqual({ score, potential, fit, appeal, unitWeights }, {
        score: explained.score,
        potential: explained.potential,
        fit: explained.fit,
        appeal: explained.appeal,
        unitWeights: explained.rows.filter(({ criterion }) => criterion === 'unit').map(({ weight }) => weight),
      })
    }
    const eligible = market.seekers.flatMap(seeker => market.vacancies.filter(vacancy => matcher.explain(seeker.id, vacancy.id, { profile, asOf }).eligible).map(vacancy => `${seeker.id} ${vacancy.id}`)).sort()
    deepStrictEqual(fromVacancies.map(({ pair }) => pair).sort(), eligible)
    deepStrictEqual(fromSeekers.map(({ pair }) => pair).sort(), eligible)
  }), { numRuns: 60, seed: 20_261_128 }))
})

t.test('a record given inline is judged like the stored one', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyMarketOf(taxonomy, 8), AS_OF, profileOf(), (market, asOf, profile) => {
    const matcher = filled(market)
    const options = { profile, asOf, limit: 5, explain: true }
    for (const vacancy of market.vacancies) deepStrictEqual(matcher.rankSeekers(vacancy, options), matcher.rankSeekers(vacancy.id, options))
    for (const seeker of market.seekers) deepStrictEqual(matcher.rankVacancies(seeker, options), matcher.rankVacancies(seeker.id, options))
    for (const seeker of market.seekers) {
      for (const vacancy of market.vacancies) {
        const stored = matcher.explain(seeker.id, vacancy.id, { profile, asOf })
        for (const [one, other] of [[seeker, vacancy], [seeker, vacancy.id], [seeker.id, vacancy]] as const) deepStrictEqual(matcher.explain(one, other, { profile, asOf }), stored)
      }
    }
    deepStrictEqual([matcher.seekers.size, matcher.vacancies.size], [market.seekers.length, market.vacancies.length])
  }), { numRuns: 50, seed: 20_261_128 }))
})

t.test('a person under another id keeps every number and every reason', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyMarketOf(taxonomy, 8), AS_OF, profileOf(), fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('a', '9', '-', 'é', '漢', '😀') }), (market, asOf, profile, id) => {
    const matcher = filled(market)
    for (const seeker of market.seekers) {
      for (const vacancy of market.vacancies) {
        deepStrictEqual(nameless(matcher.explain({ ...seeker, id }, { ...vacancy, id }, { profile, asOf })), nameless(matcher.explain(seeker.id, vacancy.id, { profile, asOf })))
      }
    }
  }), { numRuns: 50, seed: 20_261_128 }))
})

t.test('the records that came are neither changed nor kept: changing them afterwards changes no answer', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyMarketOf(taxonomy, 8), AS_OF, (market, asOf) => {
    const options = { asOf, limit: 9, explain: true }
    const before = structuredClone(market)
    const matcher = filled(market)
    const answer = rankAll(matcher, market, options)
    strictEqual(JSON.stringify(market), JSON.stringify(before))
    for (const seeker of market.seekers) spoil(seeker)
    deepStrictEqual(rankAll(matcher, before, options), answer)
  }), { numRuns: 60, seed: 20_261_128 }))
})

function filled (market: Market): Matcher {
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put(market.seekers)
  matcher.vacancies.put(market.vacancies)
  return matcher
}

function rankAll (matcher: Matcher, market: Market, options: RankOptions): unknown {
  return {
    seekers: market.vacancies.map(({ id }) => matcher.rankSeekers(id, options)),
    vacancies: market.seekers.filter(({ id }) => matcher.seekers.has(id)).map(({ id }) => matcher.rankVacancies(id, options)),
  }
}

function shuffled<T> (items: readonly T[], keys: fc.Stream<number>): T[] {
  const order = [...keys.take(items.length)]
  return items.map((item, at) => ({ item, key: order[at]! })).sort((a, b) => a.key - b.key).map(({ item }) => item)
}

function nameless ({ seekerId, vacancyId, ...rest }: Ledger): unknown {
  return rest
}

function spoil (seeker: Seeker): void {
  for (const one of seeker.units ?? []) one.evidence = 'certified'
  seeker.units?.splice(0, 1)
  if (seeker.point !== undefined) seeker.point.lat = 0
  if (Array.isArray(seeker.wish?.occupations)) seeker.wish.occupations.push('1111')
  for (const one of seeker.experience ?? []) one.months = 720
}
