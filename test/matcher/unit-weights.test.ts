import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { Profile } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'

const taxonomy = await loadTaxonomy()
const matcher = createMatcher({ taxonomy })

t.test('the unit share is split by the largest remainder, in exact fractions', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 200 }), fc.integer({ min: 1, max: 10_000 }), (importances, share) => {
    const weights = weightsOf(importances, share)
    const total = BigInt(importances.reduce((sum, one) => sum + one, 0))
    if (weights.reduce((sum, one) => sum + one, 0) !== share) return false
    // Quota i is share * importance_i / total; a weight is its floor, or one above, and the larger fractions go first.
    const excess = weights.map((weight, at) => BigInt(weight) * total - BigInt(share) * BigInt(importances[at]!))
    const isRoundedUp = excess.map(one => one > 0n)
    const fraction = excess.map(one => one > 0n ? total - one : -one)
    return fraction.every(one => one >= 0n && one < total) && isRoundedUp.every((up, at) => isRoundedUp.every((otherUp, other) =>
      !up || otherUp || fraction[at]! > fraction[other]! || (fraction[at] === fraction[other] && at < other)))
  }), { numRuns: 500, seed: 20_261_128 }))
})

t.test('equal remainders go to the earlier unit', async t => {
  t.same(weightsOf([1, 1, 1], 4000), [1334, 1333, 1333])
  t.same(weightsOf([1, 1, 1], 4001), [1334, 1334, 1333])
  t.same(weightsOf([2, 1, 1, 2], 4500), [1500, 750, 750, 1500])
  t.same(weightsOf([1, 5], 10_000), [1667, 8333])
  t.same(weightsOf([5, 1], 1), [1, 0])
  t.same(weightsOf([1, 1, 1, 1], 2), [1, 1, 0, 0])
})

t.test('a ranking tells the same unit weights as the ledger', async t => {
  const profile = profileOf(4000)
  const vacancy = { id: 'lw-1', units: [1, 1, 1].map((importance, at) => ({ unit: taxonomy.units.codeAt(at), importance })) }
  const own = createMatcher({ taxonomy })
  own.seekers.put({ id: 'pk-1' })
  own.vacancies.put(vacancy)
  t.same(own.rankSeekers('lw-1', { profile }).results[0]!.unitWeights, [1334, 1333, 1333])
  t.same(own.rankVacancies('pk-1', { profile }).results[0]!.unitWeights, [1334, 1333, 1333])
  t.same(own.rankVacancies('pk-1', { profile: profileOf(0) }).results[0]!.unitWeights, [])
})

function weightsOf (importances: readonly number[], share: number): number[] {
  const units = importances.map((importance, at) => ({ unit: taxonomy.units.codeAt(at), importance }))
  const { rows } = matcher.explain({ id: 'pk-1' }, { id: 'lw-1', units }, { profile: profileOf(share) })
  return rows.filter(({ criterion }) => criterion === 'unit').map(({ weight }) => weight)
}

function profileOf (unit: number): Profile {
  return { name: 'own', shares: { unit, education: 10_000 - unit, field: 0, experience: 0, distance: 0, wage: 0, wish: 0, 'job-type': 0 } }
}
