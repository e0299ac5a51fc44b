import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { GapStep, Matcher, Seeker, TrainingNeed, TrainingNeeds, TrainingNeedsOptions, Vacancy } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyPoolsOf, AS_OF, heldUnitOf, profileOf, seekerOf, vacancyOf } from './market.ts'

const taxonomy = await loadTaxonomy()
const UNIT = 'C.24LAS01.001.1'
const OTHER_UNIT = 'C.24LAS01.028.1'

/** Few seats, so that people stand in each other's way; hard rules and places are thinned out, so that trainings can turn something. */
const market = anyPoolsOf(taxonomy).chain(pools => fc.record({
  seekers: fc.array(fc.tuple(seekerOf(pools, ''), fc.option(fc.array(heldUnitOf(pools), { maxLength: 3 }))), { maxLength: 6 })
    .map(all => all.map(([{ units: _, needs, reachKm, ...rest }, units], at): Seeker => ({ ...rest, ...units === null ? {} : { units }, id: `pk-${at}` }))),
  vacancies: fc.array(fc.tuple(vacancyOf(pools, ''), fc.constantFrom(undefined, 1, 1, 2)), { maxLength: 6 })
    .map(all => all.map(([{ adultsOnly, closes, opens, seats, education, ...vacancy }, some], at): Vacancy => ({ ...vacancy, ...some === undefined ? {} : { seats: some }, id: `lw-${at}` }))),
  offers: fc.uniqueArray(fc.record({
    id: fc.constantFrom('blk-1', 'blk-2', 'BLK-3'),
    units: fc.uniqueArray(fc.constantFrom(...pools.units), { maxLength: 3 }),
    evidence: fc.constantFrom('certified' as const, 'trained' as const, 'claimed' as const),
  }, { requiredKeys: ['id', 'units'] }), { maxLength: 2, selector: ({ id }) => id }),
}))

const options = fc.record({
  asOf: AS_OF,
  profile: profileOf(),
  minScore: fc.constantFrom(0, 2_500_000, 4_000_000, 5_000_000, 6_000_000, 10_000_000),
  limit: fc.constantFrom(0, 1, 3, 1000),
})

t.test('training needs are what ledgers and the largest placement give, worked out one by one', async t => {
  const seen = { additional: 0, seekers: 0, shiftsOnly: 0 }
  t.doesNotThrow(() => fc.assert(fc.property(market, options, ({ seekers, vacancies, offers }, options) => {
    const [matcher, oracle] = [createMatcher({ taxonomy }), createOracle({ taxonomy })]
    for (const one of [matcher, oracle]) {
      one.seekers.put(seekers)
      one.vacancies.put(vacancies)
    }
    const needs = matcher.trainingNeeds({ ...options, offers })
    deepStrictEqual(needs, plainNeeds(oracle, seekers, vacancies, { ...options, offers }))
    deepStrictEqual(oracle.trainingNeeds({ ...options, offers }), needs)
    for (const { additional, seekers } of needs.needs) {
      if (additional > 0) seen.additional++
      if (seekers > 1) seen.seekers++
      if (additional === 0) seen.shiftsOnly++
    }
  }), { numRuns: 500, seed: 20_261_128 }))
  t.notOk(Object.values(seen).includes(0), `everything is tried: ${JSON.stringify(seen)}`)
})

t.test('a training counts by the seats it fills, not by the people it would help', async t => {
  const matcher = createMatcher({ taxonomy })
  matcher.vacancies.put([
    { id: 'wanted', seats: 1, units: [{ unit: UNIT, certificate: true }], experience: 'any' },
    { id: 'empty', seats: 2, units: [{ unit: OTHER_UNIT, certificate: true }], experience: 'any' },
  ])
  matcher.seekers.put([
    { id: 'placed', units: [{ unit: UNIT, evidence: 'certified' }] },
    { id: 'a', units: [] },
    { id: 'b', units: [{ unit: OTHER_UNIT, evidence: 'claimed' }] },
  ])
  const offers = [{ id: 'crowded', units: [UNIT], evidence: 'certified' as const }, { id: 'needed', units: [OTHER_UNIT], evidence: 'certified' as const }]
  const needs = matcher.trainingNeeds({ offers })
  t.same([needs.seekers, needs.vacancies, needs.seats, needs.placements], [3, 2, 3, 1])
  t.same(needs.needs.filter(({ step }) => step.kind === 'offer'), [
    { step: { kind: 'offer', code: 'needed', units: [OTHER_UNIT] }, seekers: 3, pairs: 3, placements: 3, additional: 2 },
    { step: { kind: 'offer', code: 'crowded', units: [UNIT] }, seekers: 2, pairs: 2, placements: 1, additional: 0 },
  ])
})

t.test('placements move people to make room, over long chains', async t => {
  const matcher = createMatcher({ taxonomy })
  const codes = Array.from({ length: 40 }, (_, index) => taxonomy.units.codeAt(index * 25)).filter((code, index, all) => all.indexOf(code) === index)
  matcher.vacancies.put(codes.map((unit, at) => ({ id: `lw-${at}`, seats: 1, units: [{ unit, certificate: true }], education: 'any' as const, experience: 'any' as const })))
  // Each holds two neighbouring units, so that a seat at one end is passed on to the other.
  matcher.seekers.put(codes.slice(1).map((unit, at) => ({ id: `pk-${at}`, units: [{ unit: codes[at], evidence: 'certified' as const }, { unit, evidence: 'certified' as const }] })))
  matcher.seekers.put({ id: 'last', units: [{ unit: codes[0], evidence: 'certified' }] })
  const { placements } = matcher.trainingNeeds({ minScore: 6_000_000 })
  t.equal(placements, codes.length)
})

t.test('a training that opens many pairs counts and places them all', async t => {
  const matcher = createMatcher({ taxonomy })
  matcher.vacancies.put(Array.from({ length: 40 }, (_, at) => ({ id: `lw-${at}`, seats: 2, units: [{ unit: UNIT, certificate: true }], experience: 'any' as const })))
  matcher.seekers.put(Array.from({ length: 60 }, (_, at) => ({ id: `pk-${at}`, units: [] })))
  const { needs } = matcher.trainingNeeds({ offers: [{ id: 'las', units: [UNIT], evidence: 'certified' }] })
  t.match(needs.find(({ step }) => step.code === 'las'), { seekers: 60, pairs: 2400, placements: 60, additional: 60 })
})

t.test('an empty population has no needs', async t => {
  const matcher = createMatcher({ taxonomy })
  t.same(matcher.trainingNeeds(), { seekers: 0, vacancies: 0, seats: 0, placements: 0, needs: [] })
  matcher.seekers.put({ id: 'pk-1' })
  t.same(matcher.trainingNeeds(), { seekers: 1, vacancies: 0, seats: 0, placements: 0, needs: [] })
})

t.test('options out of range are refused by name', async t => {
  const matcher = createMatcher({ taxonomy })
  const refused = (options: object, message: string): void => { t.throws(() => matcher.trainingNeeds(options), { name: 'RangeError', message }) }
  refused({ minScore: -1 }, 'minScore must be a whole number from 0 to 10000000, got -1.')
  refused({ minScore: 10_000_001 }, 'minScore must be a whole number from 0 to 10000000, got 10000001.')
  refused({ limit: -1 }, 'limit must be a whole number from 0, got -1.')
  refused({ offers: [{}] }, 'Offer 0 must have an id (text) and units (a list of codes).')
  refused({ top: 1 }, "There is no option 'top'; the options are profile, asOf, offers, minScore, limit.")
})

/** The same from the outside: every seeker with every training, every ledger, every way to move one person after the other. */
function plainNeeds (oracle: Matcher, seekers: readonly Seeker[], vacancies: readonly Vacancy[], { asOf, profile, offers = [], minScore = 5_000_000, limit = 20 }: TrainingNeedsOptions): TrainingNeeds {
  const open = vacancies.filter(({ id }) => oracle.explain({ id: 'nobody' }, id, { asOf, profile }).rules[0].result !== 'fail')
  const asked = new Set(open.flatMap(({ units }) => Array.isArray(units) ? units.map(({ unit }) => taxonomy.units.indexOf(unit)) : []))
  const fits = (seeker: Seeker, id: string): boolean => {
    const { eligible, score } = oracle.explain(seeker, id, { asOf, profile })
    return eligible && score >= minScore
  }
  const now = seekers.map(seeker => open.map(({ id }) => fits(seeker, id)))
  const seats = open.map(vacancy => vacancy.seats ?? 1)
  const placements = mostPlaced(now, seats)
  const clusters = Array.from({ length: taxonomy.clusters.size }, (_, index) => taxonomy.clusters.at(index)).filter(({ units }) => units.some(unit => asked.has(unit)))
  const trainings: Array<{ step: GapStep, evidence: 'certified' | 'trained' | 'experienced' | 'claimed' }> = [
    ...clusters.map(({ code, units }) => ({ step: { kind: 'cluster' as const, code, units: units.map(unit => taxonomy.units.codeAt(unit)) }, evidence: 'certified' as const })),
    ...offers.map(({ id, units, evidence = 'trained' }) => ({ step: { kind: 'offer' as const, code: id, units }, evidence })),
  ]
  const needs = trainings.map(({ step, evidence }): TrainingNeed => {
    const trained = seekers.map(seeker => ({ ...seeker, units: [...seeker.units ?? [], ...step.units.map(unit => ({ unit, evidence }))] }))
    const then = trained.map((seeker, row) => open.map(({ id }, column) => now[row][column] || fits(seeker, id)))
    const added = then.map((row, at) => row.filter((fits, column) => fits && !now[at][column]).length)
    const most = mostPlaced(then, seats)
    return { step, seekers: added.filter(count => count > 0).length, pairs: added.reduce((sum, count) => sum + count, 0), placements: most, additional: most - placements }
  }).filter(({ pairs }) => pairs > 0)
  needs.sort((a, b) => b.additional - a.additional || b.seekers - a.seekers || b.pairs - a.pairs || a.step.units.length - b.step.units.length ||
    compare(a.step.kind, b.step.kind) || compare(a.step.code, b.step.code))
  return { seekers: seekers.length, vacancies: open.length, seats: seats.reduce((sum, count) => sum + count, 0), placements, needs: needs.slice(0, limit) }
}

/** By trying everything: the first seeker stays without a place or takes any that is left. */
function mostPlaced (fits: readonly boolean[][], seats: readonly number[], from: number = 0): number {
  if (from === fits.length) return 0
  let most = mostPlaced(fits, seats, from + 1)
  fits[from].forEach((isFit, vacancy) => {
    if (isFit && seats[vacancy] > 0) most = Math.max(most, 1 + mostPlaced(fits, seats.map((left, at) => at === vacancy ? left - 1 : left), from + 1))
  })
  return most
}

function compare (a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
