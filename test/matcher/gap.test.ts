import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { Gap, GapResult, GapStep, Matcher, Profile, Seeker, TrainingOffer, Vacancy } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyPairOf, AS_OF, profileOf } from './market.ts'

const taxonomy = await loadTaxonomy()
const matcher = createMatcher({ taxonomy })

const KINDS: ReadonlyArray<GapStep['kind']> = ['unit', 'certificate', 'cluster', 'licence', 'offer']
const EVERYTHING = 10_000
const UNIT = 'C.24LAS01.001.1'

const asked = anyPairOf(taxonomy).chain(({ pools, seeker, vacancy }) => fc.record({
  seeker: fc.constant(seeker),
  vacancy: fc.constant(vacancy),
  offers: fc.uniqueArray(fc.record({
    id: fc.constantFrom('blk-1', 'blk-2', 'BLK-3', '😀'),
    units: fc.uniqueArray(fc.constantFrom(...pools.units), { maxLength: 3 }),
    evidence: fc.constantFrom('certified' as const, 'trained' as const, 'experienced' as const, 'claimed' as const),
  }, { requiredKeys: ['id', 'units'] }), { maxLength: 3, selector: ({ id }) => id }),
}))

t.test('a gap is the ledgers of the seeker as they would be after each step, worked out one by one', async t => {
  const seen = new Map<string, number>()
  t.doesNotThrow(() => fc.assert(fc.property(asked, AS_OF, profileOf(), ({ seeker, vacancy, offers }, asOf, profile) => {
    const gap = matcher.gap(seeker, vacancy, { offers, asOf, profile, limit: EVERYTHING })
    deepStrictEqual(gap, plainGap(seeker, vacancy, offers, profile, asOf))
    for (const { step, unlocks } of gap.steps) {
      seen.set(step.kind, (seen.get(step.kind) ?? 0) + 1)
      if (unlocks) seen.set('unlocks', (seen.get('unlocks') ?? 0) + 1)
    }
  }), { numRuns: 400, seed: 20_261_128 }))
  t.same([...KINDS, 'unlocks'].filter(kind => !seen.has(kind)), [], `every kind of step is tried: ${JSON.stringify([...seen])}`)
})

t.test('a shorter gap is the beginning of a longer one, and twenty steps are the usual', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(asked, AS_OF, ({ seeker, vacancy, offers }, asOf) => {
    const all = matcher.gap(seeker, vacancy, { offers, asOf, limit: EVERYTHING }).steps
    for (const limit of [0, 1, 3]) deepStrictEqual(matcher.gap(seeker, vacancy, { offers, asOf, limit }).steps, all.slice(0, limit))
    deepStrictEqual(matcher.gap(seeker, vacancy, { offers, asOf }).steps, all.slice(0, 20))
  }), { numRuns: 100, seed: 20_261_128 }))
})

t.test('asking for a gap stores nothing, and the oracle gives the same', async t => {
  const oracle = createOracle({ taxonomy })
  t.doesNotThrow(() => fc.assert(fc.property(asked, AS_OF, profileOf(), ({ seeker, vacancy, offers }, asOf, profile) => {
    const stored = createMatcher({ taxonomy })
    stored.seekers.put(seeker)
    stored.vacancies.put(vacancy)
    const options = { offers, asOf, profile }
    const before = stored.explain(seeker.id, vacancy.id, { asOf, profile })
    deepStrictEqual(stored.gap(seeker.id, vacancy.id, options), oracle.gap(seeker, vacancy, options))
    deepStrictEqual(stored.explain(seeker.id, vacancy.id, { asOf, profile }), before)
  }), { numRuns: 100, seed: 20_261_128 }))
})

t.test('somebody who has everything that is asked has no gap', async t => {
  const vacancy: Vacancy = { id: 'lw-1', seats: 1, units: [{ unit: UNIT, must: true, certificate: true }], licences: ['sim-c'] }
  t.same(matcher.gap({ id: 'pk-1', units: [{ unit: UNIT, evidence: 'certified' }], licences: [{ licence: 'sim-c' }] }, vacancy, { asOf: '2026-11-20' }).steps, [])
  t.same(matcher.gap({ id: 'pk-1' }, { id: 'lw-1' }).steps, [])
  t.same(matcher.gap({ id: 'pk-1' }, { id: 'lw-1', units: 'any' }).steps, [])
})

t.test('a unit held without a valid certificate is a certificate to get, one not held a unit', async t => {
  const vacancy: Vacancy = { id: 'lw-1', units: [{ unit: UNIT }] }
  const first = (units: Seeker['units'], asOf?: string): GapResult['step'] | undefined => matcher.gap({ id: 'pk-1', units }, vacancy, { asOf }).steps.find(({ step }) => step.kind !== 'cluster')?.step
  t.same(first(undefined), { kind: 'unit', code: UNIT, units: [UNIT] })
  t.same(first([]), { kind: 'unit', code: UNIT, units: [UNIT] })
  t.same(first([{ unit: UNIT, evidence: 'trained' }]), { kind: 'certificate', code: UNIT, units: [UNIT] })
  t.same(first([{ unit: UNIT, evidence: 'certified', expires: '2026-11-19' }], '2026-11-20'), { kind: 'certificate', code: UNIT, units: [UNIT] })
  t.same(first([{ unit: UNIT, evidence: 'certified', expires: '2026-11-20' }]), { kind: 'certificate', code: UNIT, units: [UNIT] }, 'no day, no validity')
  t.equal(first([{ unit: UNIT, evidence: 'certified', expires: '2026-11-20' }], '2026-11-20'), undefined)
})

t.test('a licence that is missing unlocks a pair without raising its score', async t => {
  const vacancy: Vacancy = { id: 'lw-1', licences: ['sim-c'] }
  t.same(matcher.gap({ id: 'pk-1', licences: [] }, vacancy), {
    seekerId: 'pk-1',
    vacancyId: 'lw-1',
    score: 0,
    potential: 10_000_000,
    eligible: false,
    steps: [{ step: { kind: 'licence', code: 'sim-c', units: [] }, score: 0, potential: 10_000_000, eligible: true, gain: 0, unlocks: true }],
  })
  t.same(matcher.gap({ id: 'pk-1' }, vacancy).steps, [], 'not having stated any is no failure, so there is nothing to unlock')
})

/** The same from the outside: every step put into the seeker's record, every ledger asked for anew. */
function plainGap (seeker: Seeker, vacancy: Vacancy, offers: readonly TrainingOffer[], profile: Profile, asOf?: string): Gap {
  const { score, potential, eligible } = matcher.explain(seeker, vacancy, { profile, asOf })
  const steps = plainSteps(seeker, vacancy, offers, asOf).map(({ step, after }): GapResult => {
    const ledger = storedAlone(after, vacancy).explain(after.id, vacancy.id, { profile, asOf })
    return {
      step,
      score: ledger.score,
      potential: ledger.potential,
      eligible: ledger.eligible,
      gain: ledger.score - score,
      unlocks: ledger.eligible && !eligible,
    }
  })
  const worth = steps.filter(({ gain, unlocks }) => gain > 0 || unlocks).sort((a, b) =>
    b.gain - a.gain || Number(b.unlocks) - Number(a.unlocks) || a.step.units.length - b.step.units.length || compare(a.step.kind, b.step.kind) || compare(a.step.code, b.step.code))
  ok(worth.every(({ step }) => KINDS.includes(step.kind)))
  return { seekerId: seeker.id, vacancyId: vacancy.id, score, potential, eligible, steps: worth }
}

function storedAlone (seeker: Seeker, vacancy: Vacancy): Matcher {
  const alone = createOracle({ taxonomy })
  alone.seekers.put(seeker)
  alone.vacancies.put(vacancy)
  return alone
}

function plainSteps (seeker: Seeker, vacancy: Vacancy, offers: readonly TrainingOffer[], asOf?: string): Array<{ step: GapStep, after: Seeker }> {
  const required = Array.isArray(vacancy.units) ? vacancy.units.map(({ unit }) => unit) : []
  const held = seeker.units ?? []
  const isValid = (unit: string): boolean => held.some(one => one.unit === unit && one.evidence === 'certified' && (one.expires === undefined || (asOf !== undefined && asOf <= one.expires)))
  const withUnits = (units: readonly string[], evidence: TrainingOffer['evidence']): Seeker => ({ ...seeker, units: [...held, ...units.map(unit => ({ unit, evidence: evidence ?? 'trained' }))] })
  const clusters = Array.from({ length: taxonomy.clusters.size }, (_, index) => taxonomy.clusters.at(index))
    .map(({ code, units }) => ({ code, units: units.map(unit => taxonomy.units.codeAt(unit)) }))
    .filter(({ units }) => units.some(unit => required.includes(unit)))
  return [
    ...required.filter(unit => !isValid(unit)).map(unit => ({
      step: { kind: held.some(one => one.unit === unit) ? 'certificate' as const : 'unit' as const, code: unit, units: [unit] },
      after: withUnits([unit], 'certified'),
    })),
    ...clusters.map(({ code, units }) => ({ step: { kind: 'cluster' as const, code, units }, after: withUnits(units, 'certified') })),
    ...(vacancy.licences ?? []).map(licence => ({
      step: { kind: 'licence' as const, code: licence, units: [] },
      after: { ...seeker, licences: [...seeker.licences ?? [], { licence }] },
    })),
    ...offers.map(({ id, units, evidence }) => ({ step: { kind: 'offer' as const, code: id, units }, after: withUnits(units, evidence) })),
  ]
}

function compare (a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

t.test('a malformed offer is refused with its position', async t => {
  const matcher = createMatcher({ taxonomy })
  for (const offers of [[null], [{}], [{ id: 'x' }], [{ id: 1, units: [] }], [{ id: 'a', units: ['C.24LAS01.028.1'] }, { id: 'b', units: [7] }]]) {
    t.throws(() => matcher.gap({ id: 's' }, { id: 'v' }, { offers: offers as never }), { name: 'RangeError', message: `Offer ${offers.length - 1} must have an id (text) and units (a list of codes).` })
  }
  t.throws(() => matcher.gap({ id: 's' }, { id: 'v' }, { offers: 'x' as never }), /offers must be a list/)
})
