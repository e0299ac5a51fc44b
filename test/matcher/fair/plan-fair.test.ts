import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { planFair, verifyPlan } from '@padan/matcher/fair'
import { bestOfAll } from './best-of-all.ts'
import { smallFair, type SmallFair } from './small-fairs.ts'

const SEED = 20_261_121

/** Every plan keeps the rules and its own word. */
function checked ({ market, fair }: SmallFair): { plan: ReturnType<typeof planFair>, proven: ReturnType<typeof verifyPlan>['proven'] } {
  const plan = planFair(market, fair)
  const { violations, proven } = verifyPlan(market, fair, plan)
  deepStrictEqual(violations, [])
  return { plan, proven }
}

t.test('with one interview each, no plan serves more people, the groups in their order, scores higher, or ends earlier, and the proof says so', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallFair({ people: 4, booths: 3, slots: 2 }), one => {
    const { plan, proven } = checked(one)
    const { people, access, residents, score, residentsReserved, slotsUsed } = plan.proof
    const best = bestOfAll(one)
    deepStrictEqual({ people, access, residents: Math.min(residents, residentsReserved), score, slots: slotsUsed }, { ...best, residents: Math.min(best.residents, residentsReserved) })
    const { slots, ...rest } = proven
    deepStrictEqual(rest, { people: true, access: true, residents: true, score: true })
  }), { numRuns: 3000, seed: SEED }))
})

t.test('with one interview each and more people than places, the same', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallFair({ people: 6, booths: 2, slots: 2 }), one => {
    const { plan, proven } = checked(one)
    const best = bestOfAll(one)
    deepStrictEqual([plan.proof.people, plan.proof.access, plan.proof.score, plan.proof.slotsUsed], [best.people, best.access, best.score, best.slots])
    ok(proven.people && proven.access && proven.residents && proven.score)
  }), { numRuns: 1000, seed: SEED }))
})

t.test('with one interview each and hours to spare, the last interview is as early as in any plan that is as good', async t => {
  let numSpared = 0
  t.doesNotThrow(() => fc.assert(fc.property(smallFair({ people: 3, booths: 3, slots: 4 }), one => {
    const { plan: { proof } } = checked(one)
    const best = bestOfAll(one)
    deepStrictEqual([proof.people, proof.access, proof.score, proof.slotsUsed], [best.people, best.access, best.score, best.slots])
    if (proof.slotsUsed < one.fair.slots.length) numSpared++
  }), { numRuns: 1000, seed: SEED }))
  t.ok(numSpared > 100, `${numSpared} days end early`)
})

t.test('with several interviews each and common hours, everything is the best there is', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallFair({ people: 4, booths: 3, slots: 2, interviewsEach: 2, plain: true }), one => {
    const { plan, proven } = checked(one)
    const best = bestOfAll(one)
    deepStrictEqual([plan.proof.people, plan.proof.access, plan.proof.score], [best.people, best.access, best.score])
    deepStrictEqual(proven, { people: true, access: true, residents: true, score: true, slots: true })
  }), { numRuns: 1500, seed: SEED }))
})

t.test('with hours, ways, hall and waves, as many are served as can be, and the score lies below a true bound', async t => {
  let numBest = 0
  let numRuns = 0
  t.doesNotThrow(() => fc.assert(fc.property(smallFair({ people: 3, booths: 3, slots: 3, interviewsEach: 2 }), one => {
    const { plan, proven } = checked(one)
    const best = bestOfAll(one)
    deepStrictEqual([plan.proof.people, plan.proof.access], [best.people, best.access])
    ok(proven.people && proven.access && proven.residents)
    ok(plan.proof.score <= best.score, 'no plan beats the best')
    ok(best.score <= plan.proof.scoreBound, 'the bound holds')
    ok(plan.proof.scoreBound <= sumOfBest(one), 'and is never worse than that nobody stands in anybody\'s way')
    numRuns++
    if (plan.proof.score === best.score) numBest++
  }), { numRuns: 1500, seed: SEED }))
  t.ok(numBest >= 0.9 * numRuns, `the heuristic finds the best in ${numBest} of ${numRuns}`)
})

t.test('with people who come late or not at all, plans keep the rules, and bounds hold', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallFair({ people: 3, booths: 2, slots: 3, interviewsEach: 2, late: true }), one => {
    const { plan } = checked(one)
    const best = bestOfAll(one)
    ok(plan.proof.people <= best.people && best.people <= plan.proof.peopleBound)
  }), { numRuns: 1500, seed: SEED }))
})

t.test('the same input gives the same plan', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallFair({ people: 8, booths: 4, slots: 4, interviewsEach: 3, late: true }), ({ market, fair }) => {
    deepStrictEqual(planFair(market, fair), planFair(structuredClone(market), structuredClone(fair)))
  }), { numRuns: 300, seed: SEED }))
})

/** What all would score if everybody had their best interviews, as far as they gain by them. */
function sumOfBest ({ market: { seekers, vacancies, start, vacancy, score }, fair: { slots, booths, access = [], interviewsEach = 1 } }: SmallFair): number {
  return seekers.reduce((total, id, seeker) => {
    const best = booths.filter(({ tables, open = slots, accessible }) => tables > 0 && open.length > 0 && (accessible === true || !access.includes(id))).map(booth => {
      const own = [...vacancy.subarray(start[seeker], start[seeker + 1])].flatMap((to, offset) => booth.vacancies.includes(vacancies[to]!) ? [score![start[seeker]! + offset]!] : [])
      return Math.max(0, ...own)
    })
    return total + best.sort((a, b) => b - a).slice(0, interviewsEach).reduce((sum, worth) => sum + worth, 0)
  }, 0)
}
