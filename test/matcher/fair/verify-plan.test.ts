import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { planFair, verifyPlan } from '@padan/matcher/fair'
import type { Fair, FairPlan, FairProof, Interview } from '@padan/matcher/fair'
import { marketOf, smallFair } from './small-fairs.ts'

const market = marketOf(['pk-1', 'pk-2', 'pk-3', 'pk-4'], ['lw-1', 'lw-2', 'lw-3', 'lw-4'], [
  [9, 5, null, 2],
  [8, 6, null, 1],
  [7, null, 3, null],
  [null, null, null, null],
])
const fair: Fair = {
  slots: ['09:00', '09:30', '10:00', '10:30'],
  booths: [
    { id: 'stan-1', vacancies: ['lw-1', 'lw-4'], tables: 1, accessible: true, at: { x: 0, y: 0 } },
    { id: 'stan-2', vacancies: ['lw-2'], tables: 2, at: { x: 90, y: 0 } },
    { id: 'stan-3', vacancies: ['lw-3'], tables: 1, open: ['09:00', '10:00'], accessible: true, at: { x: 0, y: 20 } },
  ],
  interviewsEach: 2,
  walk: 50,
  hall: 3,
  waves: [{ id: 'pagi', slots: ['09:00', '09:30'], size: 3 }, { id: 'siang', slots: ['10:00'], size: 1 }],
  residents: { seekers: ['pk-1'], perMille: 300 },
  access: ['pk-3'],
}
const plan = planFair(market, fair)

/** The plan with one interview after another, its invitation changed alike, unless told otherwise. */
function withInterviews (change: (interviews: Interview[]) => Interview[]): FairPlan {
  const interviews = change(plan.interviews.map(interview => ({ ...interview })))
  const firsts = new Map<string, Interview>()
  for (const interview of interviews) {
    const first = firsts.get(interview.seeker)
    if (first === undefined || fair.slots.indexOf(interview.slot) < fair.slots.indexOf(first.slot)) firsts.set(interview.seeker, interview)
  }
  const invitations = [...firsts.values()].map(({ seeker, slot }) => ({ seeker, slot, wave: fair.waves!.find(({ slots }) => slots.includes(slot))?.id ?? null }))
  return { ...plan, interviews, invitations, without: market.seekers.filter(id => !firsts.has(id)).map(seeker => ({ seeker, why: 'full' as const })) }
}

const interview = (seeker: string, booth: string, vacancy: string, slot: string, score: number): Interview => ({ seeker, booth, vacancy, slot, score })

t.test('the plan that is spoilt below is sound', async t => {
  t.same(verifyPlan(market, fair, plan).violations, [])
  t.same(verifyPlan(market, fair, withInterviews(same => same)).violations, [])
  t.same(plan.without, [{ seeker: 'pk-4', why: 'no-booth' }])
})

const SPOILT: ReadonlyArray<readonly [code: string, plan: FairPlan, fair?: Fair]> = [
  ['unknown', withInterviews(all => [...all, interview('pk-1', 'stan-9', 'lw-2', '10:30', 5)])],
  ['unknown', withInterviews(all => [...all, interview('pk-1', 'stan-2', 'lw-2', '11:00', 5)])],
  ['unknown', withInterviews(all => [...all, interview('pk-1', 'stan-2', 'lw-1', '10:30', 9)])],
  ['unknown', withInterviews(all => [...all, interview('pk-9', 'stan-2', 'lw-2', '10:30', 5)])],
  ['unknown', { ...plan, without: [...plan.without, { seeker: 'pk-9', why: 'full' }] }],
  ['not-eligible', withInterviews(() => [interview('pk-3', 'stan-2', 'lw-2', '09:00', 5)])],
  ['not-best-pair', withInterviews(() => [interview('pk-1', 'stan-1', 'lw-4', '09:00', 2)])],
  ['not-best-pair', withInterviews(() => [interview('pk-1', 'stan-1', 'lw-1', '09:00', 10)])],
  ['booth-closed', withInterviews(() => [interview('pk-3', 'stan-3', 'lw-3', '09:30', 3)])],
  ['not-accessible', withInterviews(() => [interview('pk-3', 'stan-1', 'lw-1', '09:00', 7)]), { ...fair, booths: fair.booths.map(booth => ({ ...booth, accessible: false })) }],
  ['absent', plan, { ...fair, absent: ['pk-1'] }],
  ['over-tables', withInterviews(() => [interview('pk-1', 'stan-1', 'lw-1', '09:00', 9), interview('pk-2', 'stan-1', 'lw-1', '09:00', 8)])],
  ['too-many-interviews', plan, { ...fair, interviewsEach: 1 }],
  ['two-places-at-once', withInterviews(() => [interview('pk-1', 'stan-1', 'lw-1', '09:00', 9), interview('pk-1', 'stan-2', 'lw-2', '09:00', 5)])],
  ['booth-twice', withInterviews(() => [interview('pk-1', 'stan-1', 'lw-1', '09:00', 9), interview('pk-1', 'stan-1', 'lw-1', '10:00', 9)])],
  ['too-far', withInterviews(() => [interview('pk-1', 'stan-1', 'lw-1', '09:00', 9), interview('pk-1', 'stan-2', 'lw-2', '09:30', 5)])],
  ['too-early', plan, { ...fair, late: [{ seeker: 'pk-1', from: '10:30' }] }],
  ['over-hall', plan, { ...fair, hall: 1 }],
  ['invited-twice', { ...plan, invitations: [...plan.invitations, plan.invitations[0]!] }],
  ['wrong-slot', { ...plan, invitations: plan.invitations.map(one => ({ ...one, slot: '10:30' })) }],
  ['wrong-wave', { ...plan, invitations: plan.invitations.map(one => ({ ...one, wave: 'siang' })) }],
  ['wrong-wave', withInterviews(() => [interview('pk-1', 'stan-2', 'lw-2', '10:30', 5)])],
  ['not-invited', { ...plan, invitations: plan.invitations.slice(1) }],
  ['over-wave', plan, { ...fair, waves: fair.waves!.map(wave => ({ ...wave, size: 1 })) }],
  ['listed-twice', { ...plan, without: [...plan.without, ...plan.without] }],
  ['served-but-listed', { ...plan, without: [...plan.without, { seeker: 'pk-1', why: 'full' }] }],
  ['not-listed', { ...plan, without: [] }],
  ['negative-price', { ...plan, proof: { ...plan.proof, prices: { ...plan.proof.prices, resident: -1 } } }],
]

for (const [code, spoilt, other = fair] of SPOILT) {
  t.test(`a plan spoilt so is told as '${code}'`, async t => {
    const verdict = verifyPlan(market, other, spoilt)
    t.equal(verdict.ok, false)
    t.ok(verdict.counts[code], `${Object.keys(verdict.counts).join(', ')}`)
    t.equal(verdict.numViolations, Object.values(verdict.counts).reduce((sum, count) => sum + count))
  })
}

t.test('every figure of a proof is recomputed', async t => {
  for (const [figure, value] of Object.entries(plan.proof)) {
    if (typeof value !== 'number') continue
    const verdict = verifyPlan(market, fair, { ...plan, proof: { ...plan.proof, [figure]: value + 1 } })
    t.same(verdict.violations.map(({ code, figure }) => [code, figure]), [['wrong-figure', figure]])
  }
})

t.test('a bound that the evidence does not give is never proven', async t => {
  const empty = { booths: [], slots: [], waves: [] }
  const one = smallFair({ people: 4, booths: 2, slots: 1 })
  let numTried = 0
  t.doesNotThrow(() => fc.assert(fc.property(one, ({ market, fair }) => {
    const plan = planFair(market, fair)
    // One served person fewer, and a proof adapted as far as anyone could who does not know how to raise what is possible.
    const gone = plan.interviews[0]
    if (gone === undefined) return
    const { seeker } = gone
    const interviews = plan.interviews.filter(interview => interview.seeker !== seeker)
    const poorer = { ...plan, interviews, invitations: plan.invitations.filter(one => one.seeker !== seeker), without: [...plan.without, { seeker, why: 'full' as const }] }
    for (const cuts of [plan.proof.cuts, { everybody: empty, access: empty, accessResidents: empty, accessOrResidents: empty }]) {
      const verdict = verifyPlan(market, fair, { ...poorer, proof: { ...plan.proof, cuts } })
      ok(!verdict.ok, 'its figures are not those it claims')
      deepStrictEqual(verdict.proven.people, false)
    }
    numTried++
  }), { numRuns: 500, seed: 7 }))
  t.ok(numTried > 150, `${numTried} tried`)
})

t.test('a verdict lists no more violations than asked for, and counts all', async t => {
  const spoilt: FairPlan = { ...plan, without: [], invitations: [] }
  const verdict = verifyPlan(market, fair, spoilt, { limit: 2 })
  t.equal(verdict.violations.length, 2)
  t.ok(verdict.numViolations > 2)
  t.throws(() => verifyPlan(market, fair, spoilt, { limit: -1 }), RangeError)
  t.throws(() => verifyPlan(market, fair, spoilt, { most: 1 } as { limit?: number }), /There is no option 'most'/)
})

t.test('the proof survives being sent as JSON', async t => {
  const sent = JSON.parse(JSON.stringify(plan)) as FairPlan
  t.same(verifyPlan(market, fair, sent), verifyPlan(market, fair, plan))
  t.ok((sent.proof satisfies FairProof).people > 0)
})
