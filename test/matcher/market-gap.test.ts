import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { GapStep, Ledger, MarketGap, MarketGapOptions, MarketGapResult, Matcher, Profile, Seeker, TrainingOffer } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyPoolsOf, AS_OF, heldUnitOf, profileOf, seekerOf, vacancyOf } from './market.ts'

const taxonomy = await loadTaxonomy()
const UNIT = 'C.24LAS01.001.1'
const OTHER_UNIT = 'C.24LAS01.028.1'
const UNITS_ALONE: Profile = { name: 'units', shares: { unit: 10_000, education: 0, field: 0, experience: 0, distance: 0, wage: 0, wish: 0, 'job-type': 0 } }

/** A seeker, up to eight vacancies and some courses from one part of the registers; hard rules are thinned out, so that steps can turn something. */
const asked = anyPoolsOf(taxonomy).chain(pools => fc.record({
  seeker: fc.tuple(seekerOf(pools, 'pk-1'), fc.option(fc.array(heldUnitOf(pools), { maxLength: 4 })), fc.boolean()).map(([seeker, units, moves]): Seeker => {
    const { units: _, ...rest } = seeker
    return { ...rest, ...units === null ? {} : { units }, ...moves ? { willingToMove: true } : {} }
  }),
  vacancies: fc.array(fc.tuple(vacancyOf(pools, ''), fc.nat(5)), { maxLength: 8 }).map(all => all.map(([{ adultsOnly, provides, licences, closes, opens, ...vacancy }, hard], at) => ({
    ...vacancy,
    ...hard === 0 ? { adultsOnly, provides, closes, opens } : { seats: 1 },
    ...hard < 3 && licences !== undefined ? { licences } : {},
    id: `lw-${at}`,
  }))),
  offers: fc.uniqueArray(fc.record({
    id: fc.constantFrom('blk-1', 'blk-2', 'BLK-3', '😀'),
    units: fc.uniqueArray(fc.constantFrom(...pools.units), { maxLength: 3 }),
    evidence: fc.constantFrom('certified' as const, 'trained' as const, 'experienced' as const, 'claimed' as const),
  }, { requiredKeys: ['id', 'units'] }), { maxLength: 3, selector: ({ id }) => id }),
}))

const options = fc.record({
  asOf: AS_OF,
  profile: profileOf(),
  top: fc.constantFrom(1, 2, 5, 1000),
  orderBy: fc.constantFrom('gain' as const, 'unlocks' as const),
  limit: fc.constantFrom(0, 1, 5, 10_000),
  examples: fc.constantFrom(0, 1, 3, 100),
})

t.test('the gap of a market is the ledgers of all its vacancies after each step, worked out one by one', async t => {
  const seen = new Map<string, number>()
  t.doesNotThrow(() => fc.assert(fc.property(asked, options, ({ seeker, vacancies, offers }, options) => {
    const [matcher, oracle] = [createMatcher({ taxonomy }), createOracle({ taxonomy })]
    for (const one of [matcher, oracle]) {
      one.vacancies.put(vacancies)
      one.seekers.put(seeker)
    }
    const gap = matcher.marketGap(seeker, { ...options, offers })
    deepStrictEqual(gap, plainMarketGap(oracle, seeker, { ...options, offers }))
    deepStrictEqual(oracle.marketGap(seeker.id, { ...options, offers }), gap)
    for (const { step, unlocks, locks, raises, gain, bestGain } of gap.steps) {
      for (const [name, value] of Object.entries({ [step.kind]: 1, unlocks, locks, raises, gain, bestGain })) {
        if (value > 0) seen.set(name, (seen.get(name) ?? 0) + 1)
      }
    }
  }), { numRuns: 400, seed: 20_261_128 }))
  t.same(['unit', 'certificate', 'cluster', 'licence', 'offer', 'unlocks', 'locks', 'raises', 'gain', 'bestGain'].filter(name => !seen.has(name)), [], `everything is tried: ${JSON.stringify([...seen])}`)
})

t.test('the gap of a market of one is the gap of its pair', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(asked, AS_OF, profileOf(), ({ seeker, vacancies, offers }, asOf, profile) => {
    fc.pre(vacancies.length > 0 && vacancies[0].seats !== 0)
    const matcher = createMatcher({ taxonomy })
    matcher.vacancies.put(vacancies[0])
    const options = { asOf, profile, offers, limit: 10_000 }
    const pair = matcher.gap(seeker, 'lw-0', options).steps.filter(({ eligible }) => eligible)
    const steps = matcher.marketGap(seeker, options).steps
    deepStrictEqual(steps.map(({ step }) => step.code).sort(), pair.map(({ step }) => step.code).sort())
    for (const { step, score, gain, unlocks } of pair) {
      const found = steps.find(one => one.step.kind === step.kind && one.step.code === step.code)
      deepStrictEqual([found?.vacancies[0].score, found?.vacancies[0].gain, found?.vacancies[0].unlocks], [score, gain, unlocks])
    }
  }), { numRuns: 150, seed: 20_261_128 }))
})

t.test('a course that opens a door comes before one that polishes a place', async t => {
  const matcher = createMatcher({ taxonomy })
  matcher.vacancies.put([
    { id: 'open', units: [{ unit: UNIT }], experience: 'any' },
    { id: 'shut-1', units: [{ unit: OTHER_UNIT, must: true, certificate: true }] },
    { id: 'shut-2', units: [{ unit: OTHER_UNIT, certificate: true }] },
    { id: 'full', seats: 0, units: [{ unit: OTHER_UNIT }] },
  ])
  const offers = [{ id: 'polish', units: [UNIT], evidence: 'certified' as const }, { id: 'doors', units: [OTHER_UNIT], evidence: 'certified' as const }]
  const gap = matcher.marketGap({ id: 'pk-1', units: [{ unit: UNIT, evidence: 'trained' }] }, { offers })
  t.same([gap.vacancies, gap.eligible, gap.best, gap.topScore], [3, 1, 4_825_000, 4_825_000])
  const doors = gap.steps.find(({ step }) => step.code === 'doors')
  t.same(doors, {
    step: { kind: 'offer', code: 'doors', units: [OTHER_UNIT] },
    eligible: 3,
    unlocks: 2,
    locks: 0,
    raises: 2,
    best: 4_825_000,
    bestGain: 0,
    topScore: 13_825_000,
    gain: 9_000_000,
    vacancies: [
      { id: 'shut-1', score: 4_500_000, potential: 10_000_000, gain: doors?.vacancies[0].gain, unlocks: true },
      { id: 'shut-2', score: 4_500_000, potential: 10_000_000, gain: doors?.vacancies[0].gain, unlocks: true },
    ],
  })
  t.equal(gap.steps.find(({ step }) => step.code === 'polish')?.gain, 675_000)
  t.ok(gap.steps.findIndex(({ step }) => step.code === 'doors') < gap.steps.findIndex(({ step }) => step.code === 'polish'))
})

t.test('an empty market, one that asks nothing and one that is closed have no steps', async t => {
  const matcher = createMatcher({ taxonomy })
  const none = { seekerId: 'pk-1', vacancies: 0, eligible: 0, best: 0, topScore: 0, steps: [] }
  t.same(matcher.marketGap({ id: 'pk-1' }), none)
  matcher.vacancies.put({ id: 'closed', closes: '2026-11-19', units: [{ unit: UNIT }] })
  t.same(matcher.marketGap({ id: 'pk-1' }, { asOf: '2026-11-20', offers: [{ id: 'blk-1', units: [UNIT] }] }), none)
  matcher.vacancies.put([{ id: 'silent' }, { id: 'any', units: 'any' }])
  t.same(matcher.marketGap({ id: 'pk-1' }, { asOf: '2026-11-20', offers: [{ id: 'blk-1', units: [UNIT] }] }), { ...none, vacancies: 2, eligible: 2, best: 4_500_000, topScore: 4_500_000 })
})

t.test('the vacancies are those that are stored at the moment', async t => {
  const matcher = createMatcher({ taxonomy })
  const raised = (): string[] => matcher.marketGap({ id: 'pk-1', units: [] }).steps.flatMap(({ vacancies }) => vacancies.map(({ id }) => id))
  matcher.vacancies.put([{ id: 'a', units: [{ unit: UNIT }] }, { id: 'b', units: [{ unit: UNIT }] }])
  t.ok(raised().includes('a'))
  matcher.vacancies.delete('a')
  t.notOk(raised().includes('a'))
  matcher.vacancies.put({ id: 'b', seats: 0 })
  t.same(raised(), [])
})

t.test('options out of range are refused by name', async t => {
  const matcher = createMatcher({ taxonomy })
  const refused = (options: object, message: string): void => { t.throws(() => matcher.marketGap({ id: 'pk-1' }, options), { name: 'RangeError', message }) }
  refused({ top: 0 }, 'top must be a whole number from 1, got 0.')
  refused({ examples: -1 }, 'examples must be a whole number from 0, got -1.')
  refused({ limit: 1.5 }, 'limit must be a whole number from 0, got 1.5.')
  refused({ orderBy: 'best' }, "orderBy must be one of gain, unlocks, got 'best'.")
  refused({ offers: [{ id: 'blk-1', units: ['X'] }] }, "Offer 'blk-1' has the unit 'X', which is unknown or needs its decree; look it up in the taxonomy.")
  refused({ explain: true }, "There is no option 'explain'; the options are profile, asOf, limit, offers, top, orderBy, examples.")
  t.throws(() => matcher.marketGap('pk-1'), { name: 'NotFoundError' })
})

interface Stand {
  id: string
  before: Ledger
  after: Ledger
}

/** The same from the outside: every step put into the seeker's record, every ledger of every open vacancy asked for anew. */
function plainMarketGap (oracle: Matcher, seeker: Seeker, { offers = [], asOf, profile, top = 10, orderBy = 'gain', limit = 20, examples = 5 }: MarketGapOptions): MarketGap {
  const ledger = (someone: Seeker, id: string): Ledger => oracle.explain(someone, id, { asOf, profile })
  const open = [...oracle.vacancies.ids()].filter(id => ledger(seeker, id).rules[0].result !== 'fail')
  const now = best(open.map(id => ledger(seeker, id)), top)
  const steps = plainSteps(oracle, seeker, open, offers, asOf).map(({ step, after }): MarketGapResult => {
    const stands = open.map((id): Stand => ({ id, before: ledger(seeker, id), after: ledger(after, id) }))
    const concerned = stands.filter(({ before, after }) => after.eligible && (after.score > before.score || !before.eligible))
      .sort((a, b) => b.after.score - a.after.score || b.after.potential - a.after.potential || compare(a.id, b.id))
    const then = best(stands.map(({ after }) => after), top)
    return {
      step,
      eligible: then.eligible,
      unlocks: stands.filter(({ before, after }) => after.eligible && !before.eligible).length,
      locks: stands.filter(({ before, after }) => before.eligible && !after.eligible).length,
      raises: stands.filter(({ before, after }) => after.eligible && after.score > before.score).length,
      best: then.best,
      topScore: then.topScore,
      gain: then.topScore - now.topScore,
      bestGain: then.best - now.best,
      vacancies: concerned.slice(0, examples).map(({ id, before, after: { score, potential } }) => ({ id, score, potential, gain: score - before.score, unlocks: !before.eligible })),
    }
  }).filter(({ unlocks, raises }) => unlocks > 0 || raises > 0)
  steps.sort((a, b) => {
    const byGain = b.gain - a.gain
    const byEligible = b.eligible - a.eligible
    return (orderBy === 'gain' ? byGain || byEligible : byEligible || byGain) || b.raises - a.raises || a.step.units.length - b.step.units.length ||
      compare(a.step.kind, b.step.kind) || compare(a.step.code, b.step.code)
  })
  return { seekerId: seeker.id, vacancies: open.length, ...now, steps: steps.slice(0, limit) }
}

function best (ledgers: readonly Ledger[], top: number): { eligible: number, best: number, topScore: number } {
  const scores = ledgers.filter(({ eligible }) => eligible).map(({ score }) => score).sort((a, b) => b - a)
  return { eligible: scores.length, best: scores[0] ?? 0, topScore: scores.slice(0, top).reduce((sum, score) => sum + score, 0) }
}

/** Every step that the gap with some vacancy would try. */
function plainSteps (oracle: Matcher, seeker: Seeker, open: readonly string[], offers: readonly TrainingOffer[], asOf?: string): Array<{ step: GapStep, after: Seeker }> {
  const rules = open.map(id => oracle.explain({ id: 'nobody', units: [], licences: [] }, id, { asOf, profile: UNITS_ALONE }))
  const required = [...new Set(rules.flatMap(({ rows }) => rows.flatMap(({ because }) => because.kind === 'unit-missing' ? [because.unit] : [])))]
  const licences = [...new Set(rules.flatMap(({ rules }) => rules.flatMap(({ rule, subject }) => rule === 'licence' ? [subject!] : [])))]
  const held = seeker.units ?? []
  const isValid = (unit: string): boolean => held.some(one => one.unit === unit && one.evidence === 'certified' && (one.expires === undefined || (asOf !== undefined && asOf <= one.expires)))
  const withUnits = (units: readonly string[], evidence: TrainingOffer['evidence'] = 'trained'): Seeker => ({ ...seeker, units: [...held, ...units.map(unit => ({ unit, evidence }))] })
  const clusters = Array.from({ length: taxonomy.clusters.size }, (_, index) => taxonomy.clusters.at(index))
    .map(({ code, units }) => ({ code, units: units.map(unit => taxonomy.units.codeAt(unit)) }))
    .filter(({ units }) => units.some(unit => required.includes(unit)))
  ok(required.every(unit => taxonomy.units.indexOf(unit) >= 0))
  return [
    ...required.filter(unit => !isValid(unit)).map(unit => ({
      step: { kind: held.some(one => one.unit === unit) ? 'certificate' as const : 'unit' as const, code: unit, units: [unit] },
      after: withUnits([unit], 'certified'),
    })),
    ...clusters.map(({ code, units }) => ({ step: { kind: 'cluster' as const, code, units }, after: withUnits(units, 'certified') })),
    ...licences.map(licence => ({ step: { kind: 'licence' as const, code: licence, units: [] }, after: { ...seeker, licences: [...seeker.licences ?? [], { licence }] } })),
    ...offers.map(({ id, units, evidence }) => ({ step: { kind: 'offer' as const, code: id, units }, after: withUnits(units, evidence) })),
  ]
}

function compare (a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
