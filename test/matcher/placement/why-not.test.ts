import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { NOWHERE, placeBest, placeStable, whyNot, whyNotOf, type Market, type PricedPlacement, type StableOptions, type StableTerms } from '@padan/matcher/placement'
import { exhaustiveBest, marketOf as pricedMarket, smallMarkets } from './best-markets.ts'
import { cappedMarkets } from './capped-markets.ts'
import { isStable, mayGo } from './naive-choice.ts'
import { everyPlacement, strictOrders } from './naive-stable.ts'
import { marketOf, tables } from './small-markets.ts'

const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20_261_123 })

/** Whether a seeker is at a vacancy, or where they like better, under other seats or terms. */
function isThereOrBetter (market: Market, options: StableOptions, seeker: number, to: number): boolean {
  const placed = placeStable(market, options)
  const own = placed.vacancyOf[seeker]!
  return own === to || (own !== NOWHERE && strictOrders(market, placed.options.ties).ofSeeker(seeker, own, to) < 0)
}

t.test('so many seats more, or so many fewer ahead, are enough', async () => {
  const seen = new Set<string>()
  fc.assert(fc.property(tables({ seekers: 6, vacancies: 3, seats: 2 }), fc.nat(), (table, pick) => {
    const market = marketOf(table)
    const reasons = whyNotOf(market, placeStable(market))
    market.seekers.forEach((id, seeker) => reasons(id).forEach(({ vacancyId, changes, reason, facts }) => {
      const to = market.vacancies.indexOf(vacancyId)
      seen.add(reason)
      for (const { change, by } of changes) {
        if (change === 'more-seats') {
          const seats = market.seats.slice()
          seats[to]! += by
          ok(isThereOrBetter({ ...market, seats }, {}, seeker, to))
        } else {
          const { ofSeeker, ofVacancy } = strictOrders(market, { rule: 'id', seed: null })
          const placed = placeStable(market).vacancyOf
          const ahead = [...market.seekers.keys()].filter(other => market.vacancy.subarray(market.start[other], market.start[other + 1]).includes(to) &&
            ofVacancy(to, other, seeker) < 0 && (placed[other] === to || placed[other] === NOWHERE || ofSeeker(other, to, placed[other]!) < 0))
          const from = ahead.length === by ? 0 : pick % (ahead.length - by + 1)
          ok(ahead.length >= by)
          deepStrictEqual([facts['place'], facts['ahead']], [ahead.length + 1, ahead.filter(other => placed[other] === to).length])
          ok(isThereOrBetter(market, { withdrawn: { seekers: ahead.slice(from, from + by).map(other => market.seekers[other]!) } }, seeker, to))
        }
      }
    }))
  }), runs(1500))
  t.same([...seen].sort(), ['behind', 'no-seats', 'placed-here', 'prefers-own'])
})

t.test('under caps and reserves every pair has a reason, and a limit that is lifted stands no longer', async () => {
  const seen = new Set<string>()
  fc.assert(fc.property(cappedMarkets, ({ market, options }) => {
    const reasons = whyNotOf(market, placeStable(market, options))
    market.seekers.forEach((id, seeker) => {
      const own = reasons(id)
      deepStrictEqual(own.map(({ vacancyId }) => market.vacancies.indexOf(vacancyId)), [...market.vacancy.subarray(market.start[seeker], market.start[seeker + 1])])
      for (const { vacancyId, reason, facts, changes } of own) {
        seen.add(reason)
        const to = market.vacancies.indexOf(vacancyId)
        for (const { change, by } of changes) {
          if (change === 'fewer-ahead') continue
          const seats = market.seats.slice()
          if (change === 'more-seats') seats[to]! += by
          const wider = {
            ...options,
            caps: options.caps!.map(cap => change === 'higher-cap' && cap.id === facts['setId'] ? { ...cap, atMost: cap.atMost! + by } : cap),
            typeCaps: options.typeCaps!.map(cap => change === 'higher-type-cap' && cap.vacancyId === vacancyId && cap.label === facts['label'] ? { ...cap, atMost: cap.atMost! + by } : cap),
          }
          if (isThereOrBetter({ ...market, seats }, wider, seeker, to)) continue
          const then = whyNot({ ...market, seats }, placeStable({ ...market, seats }, wider), id).find(other => other.vacancyId === vacancyId)!
          ok(then.reason !== reason || then.facts['setId'] !== facts['setId'], `${reason} ${change} ${by}`)
        }
      }
    })
  }), runs(2500))
  t.same([...seen].sort(), ['behind', 'cap', 'fixed', 'no-seats', 'placed-here', 'prefers-own', 'reserved', 'type-cap'])
})

const MARKET: Market = {
  seekers: ['a', 'b', 'c'],
  vacancies: ['X', 'Y'],
  seats: Uint32Array.of(1, 1),
  start: Uint32Array.of(0, 2, 4, 6),
  vacancy: Uint32Array.of(0, 1, 0, 1, 0, 1),
  score: Int32Array.of(9, 5, 8, 7, 3, 2),
  seekerRank: Uint32Array.of(0, 1, 0, 1, 0, 1),
  vacancyRank: null,
}

t.test('facts say how many are ahead, one\'s place in line and the last who is in', async t => {
  t.same(whyNot(MARKET, placeStable(MARKET), 'c'), [
    { vacancyId: 'X', reason: 'behind', facts: { seats: 1, ahead: 1, place: 3, last: 'a' }, changes: [{ change: 'more-seats', by: 2 }, { change: 'fewer-ahead', by: 2 }] },
    { vacancyId: 'Y', reason: 'behind', facts: { seats: 1, ahead: 1, place: 2, last: 'b' }, changes: [{ change: 'more-seats', by: 1 }, { change: 'fewer-ahead', by: 1 }] },
  ])
  t.same(whyNot(MARKET, placeStable(MARKET), 'a').map(({ reason, facts }) => [reason, facts]), [['placed-here', {}], ['prefers-own', { ownVacancyId: 'X' }]])
})

t.test('refusals and withdrawals are reasons, and a refusal says whether it matters', async t => {
  const placed = placeStable(MARKET, { refusals: [{ seekerId: 'a', vacancyId: 'X', by: 'vacancy' }, { seekerId: 'c', vacancyId: 'X', by: 'seeker' }], withdrawn: { vacancies: ['Y'] } })
  t.same(whyNot(MARKET, placed, 'a'), [
    { vacancyId: 'X', reason: 'refused', facts: { by: 'vacancy' }, changes: [{ change: 'lift-refusal', by: 1 }] },
    { vacancyId: 'Y', reason: 'vacancy-withdrawn', facts: {}, changes: [{ change: 'take-part', by: 1 }] },
  ])
  t.same(whyNot(MARKET, placed, 'c')[0], { vacancyId: 'X', reason: 'refused', facts: { by: 'seeker' }, changes: [{ change: 'lift-refusal', by: 0 }] })
  t.same(whyNot(MARKET, placeStable(MARKET, { withdrawn: { seekers: ['a'] } }), 'a').map(({ reason }) => reason), ['seeker-withdrawn', 'seeker-withdrawn'])
  t.same(whyNot(MARKET, { ...placed, vacancyOf: Int32Array.of(-1, -1, -1) }, 'b')[0]!.reason, 'blocking')
  t.throws(() => whyNot(MARKET, placed, 'z'), /There is no seeker 'z' in the market/)
})

t.test('a placement with prices says what a score falls short of', async t => {
  const best: PricedPlacement = {
    kind: 'best',
    vacancyOf: Int32Array.of(0, 1, -1),
    seekerSurplus: Float64Array.of(5, 4, 0),
    vacancyPrice: Float64Array.of(4, 3),
    options: { fixed: [], refusals: [{ seekerId: 'c', vacancyId: 'Y' }] },
  }
  t.same(whyNot(MARKET, best, 'c'), [
    { vacancyId: 'X', reason: 'outscored', facts: { score: 3, price: 4, short: 1 }, changes: [{ change: 'higher-score', by: 6 }, { change: 'more-seats', by: 2 }] },
    { vacancyId: 'Y', reason: 'refused', facts: { by: null }, changes: [{ change: 'lift-refusal', by: 0 }] },
  ])
  t.same(whyNot(MARKET, best, 'a').map(({ reason }) => reason), ['placed-here', 'outscored'])
})

/** Markets with every rule, some of whose pairs are refused and some of whose parties are withdrawn. */
const troubled = cappedMarkets.chain(({ market, options }) => {
  const fixedSeekers = (options.fixed ?? []).map(({ seekerId }) => seekerId)
  const fixedVacancies = (options.fixed ?? []).map(({ vacancyId }) => vacancyId)
  const pairs = market.seekers.flatMap((seekerId, seeker) => fixedSeekers.includes(seekerId) ? [] : [...market.vacancy.subarray(market.start[seeker], market.start[seeker + 1])].map(to => ({ seekerId, vacancyId: market.vacancies[to]!, by: 'seeker' as const })))
  return fc.record({
    market: fc.constant(market),
    refusals: fc.subarray(pairs, { maxLength: Math.min(4, pairs.length) }),
    seekers: fc.subarray(market.seekers.filter(id => !fixedSeekers.includes(id)), { maxLength: Math.min(1, market.seekers.length - fixedSeekers.length) }),
    vacancies: fc.subarray(market.vacancies.filter(id => !fixedVacancies.includes(id)), { maxLength: Math.min(1, market.vacancies.length - fixedVacancies.length) }),
  }).map(({ refusals, seekers, vacancies }) => ({ market, options: { ...options, refusals, withdrawn: { seekers, vacancies } } }))
})

t.test('a refusal lifted, a person or a firm back: said to be enough exactly where it is, among all stable placements', async t => {
  const counts: Record<string, number> = {}
  fc.assert(fc.property(troubled, ({ market, options }) => {
    const { refusals, withdrawn } = options
    const now = placeStable(market, options)
    const reasons = whyNotOf(market, now)
    market.seekers.forEach((id, seeker) => reasons(id).forEach(({ vacancyId, changes }) => changes.forEach(({ change, by }) => {
      if (change !== 'lift-refusal' && change !== 'take-part') return
      const to = market.vacancies.indexOf(vacancyId)
      const isSeekerOut = withdrawn.seekers.includes(id)
      const lifted: StableOptions = change === 'lift-refusal'
        ? { ...options, refusals: refusals.filter(one => one.seekerId !== id || one.vacancyId !== vacancyId) }
        : { ...options, withdrawn: isSeekerOut ? { ...withdrawn, seekers: [] } : { ...withdrawn, vacancies: [] } }
      // Of all stable placements the best for the seeker, by trying everything; somebody who would rather stay gains nothing.
      const { ofSeeker } = strictOrders(market, now.options.ties)
      const own = bestOfAllStable(market, placeStable(market, lifted).options, seeker)
      const isThere = own === to || (own !== NOWHERE && ofSeeker(seeker, own, to) < 0)
      const isContent = !isSeekerOut && now.vacancyOf[seeker] !== NOWHERE && ofSeeker(seeker, now.vacancyOf[seeker]!, to) < 0
      deepStrictEqual(by, Number(isThere && !isContent), `${change} ${id} ${vacancyId}`)
      counts[`${change} ${by}`] = (counts[`${change} ${by}`] ?? 0) + 1
    })))
  }), runs(800))
  t.ok(Object.keys(counts).length === 4 && Object.values(counts).every(count => count > 80), JSON.stringify(counts))
})

t.test('of a placement by price, a refusal lifted is enough exactly where every best placement then has the pair', async t => {
  const counts = [0, 0]
  fc.assert(fc.property(smallMarkets(), fc.nat(), ({ matrix, seats, objective }, pick) => {
    const pairs = matrix.flatMap((row, seeker) => row.flatMap((score, to) => score === null ? [] : [{ seeker, to }]))
    if (pairs.length === 0) return
    const { seeker, to } = pairs[pick % pairs.length]!
    const refused = { seekerId: `s${seeker}`, vacancyId: `v${to}` }
    const market = pricedMarket(matrix, seats)
    const why = whyNot(market, placeBest(market, { objective, refusals: [refused] }), refused.seekerId).find(({ vacancyId }) => vacancyId === refused.vacancyId)!
    const without = exhaustiveBest(matrix.map((row, one) => row.map((score, at) => one === seeker && at === to ? null : score)), seats, objective)
    const all = exhaustiveBest(matrix, seats, objective)
    const by = Number(objective === 'people-first' && all.placed !== without.placed ? all.placed > without.placed : all.total > without.total)
    deepStrictEqual(why.changes, [{ change: 'lift-refusal', by }])
    counts[by]!++
  }), runs(1500))
  t.ok(Math.min(...counts) > 150, String(counts))
})

t.test('of a placement by price, so much more score or so many more seats are enough, by trying everything', async t => {
  const counts: Record<string, number> = {}
  fc.assert(fc.property(smallMarkets(), ({ matrix, seats, objective }) => {
    const market = pricedMarket(matrix, seats)
    const best = placeBest(market, { objective })
    const reasons = whyNotOf(market, best)
    market.seekers.forEach((id, seeker) => {
      for (const { vacancyId, changes } of reasons(id)) {
        const to = market.vacancies.indexOf(vacancyId)
        for (const { change, by } of changes) {
          counts[change] = (counts[change] ?? 0) + 1
          const wider = seats.map((some, at) => change === 'more-seats' && at === to ? some + by : some)
          const rows = matrix.map((row, one) => one === seeker && change === 'higher-score' ? row.map((score, at) => at === to ? score! + by + 1 : score) : row)
          const without = rows.map((row, one) => one === seeker ? row.map((score, at) => change === 'more-seats' || at === to ? null : score) : row)
          const [all, others] = [exhaustiveBest(rows, wider, objective), exhaustiveBest(without, wider, objective)]
          // To leave this pair out, or of more seats the person, is worse than the best: so no best placement does.
          ok((objective === 'people-first' && all.placed > others.placed) || ((objective === 'score' || all.placed === others.placed) && all.total > others.total), `${change} ${by} ${objective}`)
        }
      }
    })
  }), runs(2500))
  t.ok(counts['more-seats']! > 200 && counts['higher-score']! > 200, JSON.stringify(counts))
})

/** Where a seeker is in the stable placement that is best for them, found among all placements. */
function bestOfAllStable (market: Market, terms: StableTerms, seeker: number): number {
  const { ofSeeker } = strictOrders(market, terms.ties)
  const own = [...everyPlacement(mayGo(market, terms))].filter(where => isStable(market, terms, where)).map(where => where[seeker]!)
  return own.reduce((best, to) => best === NOWHERE || (to !== NOWHERE && ofSeeker(seeker, to, best) < 0) ? to : best)
}
