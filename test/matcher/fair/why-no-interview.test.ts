import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { planFair, replanFair, verifyPlan, whyNoInterview, whyNoInterviewOf, type Fair, type FairChange, type FairPlan, type NoInterview } from '@padan/matcher/fair'
import { marketOf, smallFair, type SmallFair } from './small-fairs.ts'

/** What a plan may not do; figures of its proof are another matter when something was added by hand. */
const PROOF = new Set(['wrong-figure', 'negative-price'])

/** The fair with some changes made. */
function withChanges ({ market, fair }: SmallFair, seeker: string, { booth, slot }: NoInterview, changes: readonly FairChange[]): Fair {
  const has = (change: FairChange['change']): boolean => changes.some(one => one.change === change)
  const byOf = (change: FairChange['change']): number => changes.find(one => one.change === change)?.by ?? 0
  const { slots, booths, waves, hall, late = [], absent = [] } = fair
  const at = slots.indexOf(slot!)
  const isInTime = has('attend') || has('come-by')
  return {
    ...fair,
    booths: booths.map(one => one.id !== booth ? one : { ...one, tables: one.tables + byOf('more-tables'), accessible: one.accessible === true || has('make-accessible'), open: has('open-slot') ? [...one.open ?? slots, slot!] : one.open ?? slots }),
    ...hall === undefined ? {} : { hall: hall + byOf('bigger-hall') },
    ...waves === undefined ? {} : { waves: [...waves.map(wave => wave.slots.includes(slot!) ? { ...wave, size: wave.size + byOf('bigger-wave') } : wave), ...has('wave-for-slot') ? [{ id: 'tambahan', slots: [slot!], size: market.seekers.length }] : []] },
    late: late.map(one => one.seeker === seeker && isInTime && slots.indexOf(one.from) > at ? { ...one, from: slot! } : one),
    absent: absent.filter(id => id !== seeker || !has('attend')),
  }
}

/** The plan with one appointment more, nobody else's being another. */
function withInterview ({ market, fair }: SmallFair, changed: Fair, plan: FairPlan, seeker: string, { booth, slot }: NoInterview): FairPlan {
  const one = market.seekers.indexOf(seeker)
  const own = fair.booths.find(({ id }) => id === booth)!.vacancies
  const pairs = [...market.vacancy.keys()].filter(pair => pair >= market.start[one]! && pair < market.start[one + 1]! && own.includes(market.vacancies[market.vacancy[pair]!]!))
  const best = pairs.reduce((best, pair) => market.score![pair]! > market.score![best]! ? pair : best)
  const wave = changed.waves?.find(({ slots }) => slots.includes(slot!))?.id ?? null
  return {
    ...plan,
    interviews: [...plan.interviews, { seeker, booth: booth!, slot: slot!, vacancy: market.vacancies[market.vacancy[best]!]!, score: market.score![best]! }],
    invitations: [...plan.invitations, { seeker, wave, slot: slot! }],
    without: plan.without.filter(other => other.seeker !== seeker),
  }
}

function breaksRules ({ market }: SmallFair, fair: Fair, plan: FairPlan): string[] {
  return Object.keys(verifyPlan(market, fair, plan).counts).filter(code => !PROOF.has(code))
}

t.test('all changes together are enough for an interview beside all others, and none of them is idle', async t => {
  const seen: Record<string, number> = {}
  const sizes = [smallFair({ people: 6, booths: 2, slots: 2, late: true }), smallFair({ people: 7, booths: 2, slots: 3, interviewsEach: 2, late: true }), smallFair({ people: 6, booths: 2, slots: 2, plain: true })]
  for (const fairs of sizes) {
    fc.assert(fc.property(fairs, one => {
      const plan = planFair(one.market, one.fair)
      const explain = whyNoInterviewOf(one.market, one.fair, plan)
      for (const { seeker, why } of plan.without) {
        const reasons = explain(seeker)
        if (why === 'no-booth') ok(reasons.every(({ reason }) => reason === 'no-booth'))
        for (const each of reasons) {
          seen[each.reason] = (seen[each.reason] ?? 0) + 1
          if (each.booth === null) continue
          const changed = withChanges(one, seeker, each, each.changes)
          deepStrictEqual(breaksRules(one, changed, withInterview(one, changed, plan, seeker, each)), [], JSON.stringify(each))
          for (const idle of each.changes) {
            const less = withChanges(one, seeker, each, each.changes.filter(other => other !== idle))
            ok(breaksRules(one, less, withInterview(one, less, plan, seeker, each)).length > 0, `${idle.change} of ${JSON.stringify(each)}`)
          }
          ok(each.reason === 'free' || each.changes.length > 0)
          // No change is needed only where the plan missed a place, which it may where people come late.
          if (each.reason === 'free') ok(one.fair.late!.length > 0)
        }
      }
    }), { numRuns: 1500, seed: 11 })
  }
  t.same(Object.keys(seen).filter(reason => reason !== 'free').sort(), ['absent', 'closed', 'full', 'hall-full', 'no-wave', 'not-accessible', 'too-late', 'wave-full'], JSON.stringify(seen))
})

t.test('no slot would do with fewer changes, by looking at every slot', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallFair({ people: 5, booths: 2, slots: 3, late: true }), one => {
    const plan = planFair(one.market, one.fair)
    for (const { seeker } of plan.without) {
      for (const each of whyNoInterview(one.market, one.fair, plan, seeker)) {
        if (each.booth === null || each.changes.length === 0) continue
        // Every set of one change fewer, in every slot: none of them will do.
        for (const slot of one.fair.slots) {
          for (const set of setsOf(['attend', 'come-by', 'make-accessible', 'open-slot', 'more-tables', 'bigger-wave', 'wave-for-slot', 'bigger-hall'], each.changes.length - 1)) {
            const there = { ...each, slot }
            const changed = withChanges(one, seeker, there, set.map(change => ({ change, by: 1 })))
            if (isSound(changed)) ok(breaksRules(one, changed, withInterview(one, changed, plan, seeker, there)).length > 0, `${set.join()} in ${slot} instead of ${JSON.stringify(each)}`)
          }
        }
      }
    }
  }), { numRuns: 150, seed: 12 }))
})

function setsOf (all: ReadonlyArray<FairChange['change']>, size: number): Array<Array<FairChange['change']>> {
  if (size === 0) return [[]]
  return all.flatMap((first, at) => setsOf(all.slice(at + 1), size - 1).map(rest => [first, ...rest]))
}

/** A slot belongs to one wave at most. */
function isSound ({ slots, waves = [] }: Fair): boolean {
  return slots.every(slot => waves.filter(wave => wave.slots.includes(slot)).length <= 1)
}

const SLOTS = ['09:00', '09:30']
const market = marketOf(['pk-1', 'pk-2', 'pk-3', 'pk-4'], ['lw-1', 'lw-2', 'lw-3'], [[9, null, null], [8, null, 5], [7, 4, null], [6, null, null]])
const fair: Fair = { slots: SLOTS, booths: [{ id: 'stan-1', vacancies: ['lw-1'], tables: 1 }, { id: 'stan-2', vacancies: ['lw-2'], tables: 1, open: ['09:00'] }], access: ['pk-3'], late: [] }

t.test('reasons come booth by booth, with their figures', async t => {
  const plan = planFair(market, fair)
  t.same(plan.interviews.map(({ seeker, slot }) => [seeker, slot]), [['pk-1', '09:00'], ['pk-2', '09:30']])
  t.same(whyNoInterview(market, fair, plan, 'pk-3'), [
    { booth: 'stan-1', reason: 'not-accessible', facts: {}, changes: [{ change: 'make-accessible', by: 1 }, { change: 'more-tables', by: 1 }], slot: '09:00' },
    { booth: 'stan-2', reason: 'not-accessible', facts: {}, changes: [{ change: 'make-accessible', by: 1 }], slot: '09:00' },
  ])
  t.same(whyNoInterview(market, fair, plan, 'pk-4'), [{ booth: 'stan-1', reason: 'full', facts: { tables: 1, interviews: 2, score: 6, least: 8 }, changes: [{ change: 'more-tables', by: 1 }], slot: '09:00' }])
  t.same(whyNoInterview(market, fair, plan, 'pk-2'), [
    { booth: 'stan-1', reason: 'visited', facts: { slot: '09:30' }, changes: [], slot: null },
    { booth: null, reason: 'no-booth', facts: { vacancy: 'lw-3' }, changes: [{ change: 'hold-booth', by: 1 }], slot: null },
  ])
  t.same(whyNoInterview(market, { ...fair, access: [] }, planFair(market, { ...fair, access: [] }), 'pk-3').map(({ booth, reason }) => [booth, reason]), [['stan-1', 'interviewed-elsewhere'], ['stan-2', 'visited']])
})

t.test('in the midst of a day, only what is to come is looked at', async t => {
  const again = replanFair(market, fair, planFair(market, fair), { now: '09:30' })
  t.match(whyNoInterview(market, again.fair, again.plan, 'pk-3', { now: '09:30' }), [
    { booth: 'stan-1', slot: '09:30' },
    { booth: 'stan-2', changes: [{ change: 'make-accessible' }, { change: 'open-slot' }], slot: '09:30' },
  ])
  t.throws(() => whyNoInterview(market, fair, planFair(market, fair), 'pk-3', { now: '08:00' }), /now has the slot '08:00'/)
  t.throws(() => whyNoInterview(market, fair, planFair(market, fair), 'pk-9'), /no seeker 'pk-9'/)
  t.throws(() => whyNoInterview(market, { ...fair, booths: fair.booths.slice(1) }, planFair(market, fair), 'pk-3'), /not both in this fair/)
})
