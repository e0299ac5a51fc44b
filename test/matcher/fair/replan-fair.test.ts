import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { planFair, replanFair, verifyPlan, type Change, type Fair, type FairPlan, type Replan } from '@padan/matcher/fair'
import { bestOfAll } from './best-of-all.ts'
import { marketOf, smallFair, type SmallFair } from './small-fairs.ts'

interface Case extends SmallFair {
  change: Change
}

function changed (fairs: fc.Arbitrary<SmallFair>, withNow: boolean): fc.Arbitrary<Case> {
  return fairs.chain(({ market, fair }) => {
    const seekers = fc.constantFrom(...market.seekers)
    return fc.record({
      now: withNow ? fc.constantFrom(...fair.slots) : fc.constant(undefined),
      leave: fc.subarray(fair.booths.map(({ id }) => id), { maxLength: 1 }),
      hours: fc.uniqueArray(fc.record({ booth: fc.constantFrom(...fair.booths.map(({ id }) => id)), open: fc.subarray([...fair.slots]) }), { maxLength: 1, selector: ({ booth }) => booth }),
      late: fc.array(fc.record({ seeker: seekers, from: fc.constantFrom(...fair.slots) }), { maxLength: 2 }),
      absent: fc.uniqueArray(seekers, { maxLength: 2 }),
      walkIns: fc.subarray([...market.seekers]),
    }).map(change => ({ market, fair, change: possible(fair, planFair(market, fair), change) }))
  })
}

/** A change without what has a refusal of its own: hours that are over or of a booth that leaves, late people who have been seen already, walk-ins who stay away. */
function possible ({ slots }: Fair, plan: FairPlan, change: Change): Change {
  const now = change.now === undefined ? 0 : slots.indexOf(change.now)
  const isOver = (slot: string): boolean => slots.indexOf(slot) < now
  return {
    ...change,
    hours: change.hours!.filter(({ booth }) => !change.leave!.includes(booth)).map(({ booth, open }) => ({ booth, open: open.filter(slot => !isOver(slot)) })),
    late: change.late!.filter(({ seeker }) => !plan.interviews.some(one => one.seeker === seeker && isOver(one.slot))),
    walkIns: change.walkIns!.filter(seeker => !change.absent!.includes(seeker)),
  }
}

function countOf (plan: FairPlan): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { seeker } of plan.interviews) counts.set(seeker, (counts.get(seeker) ?? 0) + 1)
  return counts
}

/** What must hold after any change. */
function checkReplan ({ market, fair, change }: Case, plan: FairPlan, again: Replan): void {
  deepStrictEqual(verifyPlan(market, again.fair, again.plan).violations, [])
  const now = change.now === undefined ? 0 : fair.slots.indexOf(change.now)
  const isOver = ({ slot }: { slot: string }): boolean => fair.slots.indexOf(slot) < now
  deepStrictEqual(again.plan.interviews.filter(isOver), plan.interviews.filter(isOver), 'what is over stays')
  const counts = countOf(again.plan)
  for (const seeker of again.bystanders) deepStrictEqual(counts.get(seeker), countOf(plan).get(seeker), 'whoever makes room keeps as many interviews')
  const keys = new Set(again.plan.interviews.map(one => JSON.stringify(one)))
  const kept = plan.interviews.filter(one => keys.has(JSON.stringify(one)))
  deepStrictEqual(again.numKept, kept.length)
  deepStrictEqual(kept.length + again.moved.length + again.cancelled.length, plan.interviews.length)
  deepStrictEqual(kept.length + again.moved.length + again.added.length, again.plan.interviews.length)
}

t.test('after any change the plan keeps the rules, the past, and everybody\'s number of interviews whom it did not touch', async t => {
  const sizes = [smallFair({ people: 6, booths: 3, slots: 4, interviewsEach: 2 }), smallFair({ people: 6, booths: 3, slots: 3 })]
  for (const fairs of sizes) {
    t.doesNotThrow(() => fc.assert(fc.property(changed(fairs, true), one => {
      const plan = planFair(one.market, one.fair)
      checkReplan(one, plan, replanFair(one.market, one.fair, plan, one.change))
    }), { numRuns: 1500, seed: 5 }))
  }
})

t.test('with one interview each, as many of those concerned are served as can be without sending anybody home', async t => {
  let numMoved = 0
  t.doesNotThrow(() => fc.assert(fc.property(changed(smallFair({ people: 5, booths: 3, slots: 2, plain: true }), false), ({ market, fair, change }) => {
    const plan = planFair(market, fair)
    const again = replanFair(market, fair, plan, change)
    checkReplan({ market, fair, change }, plan, again)
    const concerned = new Set([...plan.interviews.map(({ seeker }) => seeker), ...change.walkIns!])
    const best = bestOfAll({ market, fair: { ...again.fair, absent: market.seekers.filter(id => !concerned.has(id) || again.fair.absent!.includes(id)) } })
    deepStrictEqual(again.plan.proof.people, best.people)
    numMoved += again.bystanders.length
  }), { numRuns: 2000, seed: 5 }))
  t.ok(numMoved > 20, `${numMoved} made room`)
})

t.test('no change, no difference', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallFair({ people: 5, booths: 3, slots: 3, interviewsEach: 2, late: true }), ({ market, fair }) => {
    const plan = planFair(market, fair)
    const again = replanFair(market, fair, plan, {})
    deepStrictEqual([again.plan.interviews, again.plan.invitations], [plan.interviews, plan.invitations])
    ok(again.numKept === plan.interviews.length && again.moved.length + again.cancelled.length + again.added.length + again.bystanders.length === 0)
  }), { numRuns: 500, seed: 5 }))
})

const SLOTS = ['09:00', '09:30', '10:00', '10:30']
const three = marketOf(['pk-1', 'pk-2', 'pk-3', 'pk-4'], ['lw-1', 'lw-2'], [[9, 3], [8, null], [7, null], [null, null]])
const fair: Fair = { slots: SLOTS, booths: [{ id: 'stan-1', vacancies: ['lw-1'], tables: 1 }, { id: 'stan-2', vacancies: ['lw-2'], tables: 1 }] }

t.test('when a booth closes early, the one who can go elsewhere makes room, and nobody else moves', async t => {
  const plan = planFair(three, fair)
  t.same(plan.interviews.map(({ seeker, booth, slot }) => [seeker, booth, slot]), [['pk-1', 'stan-1', '09:00'], ['pk-2', 'stan-1', '09:30'], ['pk-3', 'stan-1', '10:00']])
  const again = replanFair(three, fair, plan, { hours: [{ booth: 'stan-1', open: ['09:00', '09:30'] }] })
  t.same(again.plan.interviews.map(({ seeker, booth, slot }) => [seeker, booth, slot]), [['pk-1', 'stan-2', '09:00'], ['pk-2', 'stan-1', '09:30'], ['pk-3', 'stan-1', '09:00']])
  t.equal(again.numKept, 1)
  t.same(again.bystanders, ['pk-1'])
  t.same(again.moved, [{ seeker: 'pk-3', booth: 'stan-1', from: '10:00', to: '09:00' }])
})

t.test('when a booth leaves in the day, what is over stays', async t => {
  const again = replanFair(three, fair, planFair(three, fair), { now: '09:30', leave: ['stan-1'] })
  t.same(again.plan.interviews.map(({ seeker }) => seeker), ['pk-1'])
  t.same(again.cancelled.map(({ seeker }) => seeker), ['pk-2', 'pk-3'])
  t.same(again.fair.booths[0]!.open, ['09:00'])
})

t.test('somebody who comes late keeps the booth, and walk-ins take the places of those who stay away', async t => {
  const plan = planFair(three, fair)
  const late = replanFair(three, fair, plan, { late: [{ seeker: 'pk-1', from: '10:30' }] })
  t.same(late.moved, [{ seeker: 'pk-1', booth: 'stan-1', from: '09:00', to: '10:30' }])
  const small = { ...fair, slots: SLOTS.slice(0, 1), booths: fair.booths.slice(0, 1) }
  const first = planFair(three, small)
  t.same(first.interviews.map(({ seeker }) => seeker), ['pk-1'])
  const other = replanFair(three, small, first, { absent: ['pk-1'], walkIns: ['pk-3'] })
  t.same(other.added.map(({ seeker }) => seeker), ['pk-3'])
  t.same(other.bystanders, [])
})

t.test('whoever goes home after an interview has no later ones, and the place is free', async t => {
  const market = marketOf(['pk-1', 'pk-2'], ['lw-1', 'lw-2'], [[9, 8], [null, 7]])
  const day: Fair = { ...fair, slots: SLOTS.slice(0, 2), interviewsEach: 2 }
  const plan = planFair(market, day)
  const home = plan.interviews.find(({ seeker, slot }) => seeker === 'pk-1' && slot === '09:30')!
  const again = replanFair(market, day, plan, { now: '09:30', absent: ['pk-1'] })
  t.same(again.cancelled, [home])
  t.same(again.plan.interviews.filter(({ seeker }) => seeker === 'pk-1').map(({ slot }) => slot), ['09:00'])
  t.same(verifyPlan(market, again.fair, again.plan).violations, [])
})

t.test('a day that loses its beginning does not fall into a wave that is full', async t => {
  const market = marketOf(['pk-1', 'pk-2'], ['lw-1', 'lw-2'], [[9, 8], [null, 7]])
  const day: Fair = { slots: SLOTS.slice(0, 2), booths: [{ ...fair.booths[0]!, open: ['09:00'] }, { ...fair.booths[1]!, tables: 2, open: ['09:30'] }], interviewsEach: 2, waves: [{ id: 'pagi', slots: ['09:00'], size: 1 }, { id: 'siang', slots: ['09:30'], size: 1 }] }
  const plan = planFair(market, day)
  t.equal(plan.interviews.length, 3)
  const again = replanFair(market, day, plan, { leave: ['stan-1'] })
  t.same(verifyPlan(market, again.fair, again.plan).violations, [])
  t.same(again.plan.interviews.map(({ seeker }) => seeker), ['pk-2'])
})

t.test('an impossible change is refused', async t => {
  const plan = planFair(three, fair)
  const refused = (change: object, message: RegExp): unknown => t.throws(() => replanFair(three, fair, plan, change), message)
  refused({ now: '08:00' }, /now has the slot '08:00', which is not there/)
  refused({ leave: ['stan-9'] }, /the booth 'stan-9', which is not there/)
  refused({ leave: 'stan-1' }, /leave must be a list/)
  refused({ hours: [{ booth: 'stan-1', open: ['09:00'] }], now: '09:30' }, /cannot be open in the slot '09:00'/)
  refused({ hours: [{ booth: 'stan-1', open: ['23:00'] }] }, /'23:00', which is over or not there/)
  refused({ late: [{ seeker: 'pk-1', from: '10:30' }], now: '09:30' }, /'pk-1' has had an interview already/)
  refused({ absent: ['pk-9'] }, /absent has the seeker 'pk-9'/)
  refused({ walkIns: ['pk-9'] }, /walkIns has the seeker 'pk-9'/)
  refused({ leaves: [] }, /There is no option 'leaves'/)
  t.throws(() => replanFair(three, { ...fair, booths: fair.booths.slice(1) }, plan, {}), /give the plan that was made for them/)
})

t.test('a first interview is in the earliest of equally good slots', async t => {
  const market = marketOf(['pk-1', 'pk-2'], ['lw-1'], [[5], [4]])
  const fair: Fair = { slots: ['09:00', '09:30', '10:00'], booths: [{ id: 'A', vacancies: ['lw-1'], tables: 1 }] }
  const nobody = { ...planFair(market, fair), interviews: [] }
  const { plan } = replanFair(market, fair, nobody, { walkIns: ['pk-2', 'pk-1'] })
  t.same(plan.interviews.map(({ seeker, slot }) => [seeker, slot]), [['pk-1', '09:30'], ['pk-2', '09:00']])
})

t.test('with one interview each, one chain after another, nobody is missed who could be served', async t => {
  let numChains = 0
  const fairs = smallFair({ people: 9, booths: 4, slots: 3, plain: true, negative: false })
  fc.assert(fc.property(fairs, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8]), ({ market, fair }, order) => {
    // All stand outside, and are called one after another.
    const plan = planFair(market, fair)
    const again = replanFair(market, fair, { ...plan, interviews: [] }, { walkIns: order.map(one => market.seekers[one]!) })
    checkReplan({ market, fair, change: {} }, { ...plan, interviews: [] }, again)
    const called = new Set(order.map(one => market.seekers[one]!))
    const others = planFair(market, { ...fair, absent: market.seekers.filter(id => !called.has(id)) })
    deepStrictEqual(again.plan.proof.people, others.proof.people)
    const direct = again.plan.interviews.filter(({ seeker, booth }) => booth === bestBooth(market, fair, seeker)).length
    numChains += again.plan.interviews.length - direct
  }), { numRuns: 800, seed: 7 })
  t.ok(numChains > 300, `${numChains} are at another booth than the one they like best`)
})

function bestBooth ({ seekers, vacancies, start, vacancy, score }: SmallFair['market'], { booths }: Fair, seeker: string): string | undefined {
  const one = seekers.indexOf(seeker)
  const pairs = Array.from({ length: start[one + 1]! - start[one]! }, (_, offset) => start[one]! + offset)
  const best = pairs.reduce((a, b) => score![b]! > score![a]! ? b : a)
  return booths.find(booth => booth.vacancies.includes(vacancies[vacancy[best]!]!))?.id
}
