import { ok, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher, PROFILES } from '@padan/matcher'
import type { LedgerRow } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyPairOf, AS_OF, profileOf } from './market.ts'

const taxonomy = await loadTaxonomy()
const matcher = createMatcher({ taxonomy })

const ORDER = ['unit', 'education', 'field', 'experience', 'distance', 'wage', 'wish', 'job-type']
const EMPLOYERS = ORDER.slice(0, 4)

t.test('every sum of a ledger is the sum of its rows', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyPairOf(taxonomy), AS_OF, profileOf(), ({ seeker, vacancy }, asOf, profile) => {
    const { rows, score, potential, fit, appeal, askNext } = matcher.explain(seeker, vacancy, { asOf, profile })
    strictEqual(total(rows, ({ weight }) => weight), 10_000)
    strictEqual(total(rows, ({ points }) => points), score)
    strictEqual(total(rows.filter(({ side }) => side === 'employer'), ({ points }) => points), fit)
    strictEqual(total(rows.filter(({ side }) => side === 'seeker'), ({ points }) => points), appeal)
    strictEqual(fit + appeal, score)
    strictEqual(score + total(rows.filter(({ status }) => status === 'unknown'), ({ weight }) => weight * 1000), potential)
    strictEqual(askNext.reduce((sum, { points }) => sum + points, 0), potential - score)
    ok(score >= 0 && potential <= 10_000_000)
  }), { numRuns: 1500, seed: 20_261_128 }))
})

t.test('every row tells its credit, points, status and side alike', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyPairOf(taxonomy), AS_OF, profileOf(), ({ seeker, vacancy }, asOf, profile) => {
    const { rows } = matcher.explain(seeker, vacancy, { asOf, profile })
    for (const { criterion, side, weight, credit, points, status, because } of rows) {
      ok(Number.isInteger(weight) && weight >= 0)
      ok(credit === null || (Number.isInteger(credit) && credit >= 0 && credit <= 1000))
      strictEqual(points, credit === null ? 0 : weight * credit)
      strictEqual(status, credit === null ? 'unknown' : credit === 1000 ? 'met' : credit === 0 ? 'not' : 'partly')
      strictEqual(side, EMPLOYERS.includes(criterion) ? 'employer' : 'seeker')
      strictEqual(credit === null, because.kind === 'unstated', 'what is unknown says who is silent, and nothing else does')
      ok(because.kind !== 'open' || credit === 1000, 'what is left open is met')
    }
  }), { numRuns: 1500, seed: 20_261_128 }))
})

t.test('rows stand in the order of the criteria, one for each unit, none for a criterion without a share', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyPairOf(taxonomy), AS_OF, profileOf(), ({ seeker, vacancy }, asOf, profile) => {
    const { rows } = matcher.explain(seeker, vacancy, { asOf, profile })
    const numUnits = Array.isArray(vacancy.units) ? vacancy.units.length : 1
    const expected = ORDER.filter(criterion => profile.shares[criterion as keyof typeof profile.shares] > 0)
      .flatMap(criterion => criterion === 'unit' ? Array<string>(numUnits).fill(criterion) : [criterion])
    strictEqual(rows.map(({ criterion }) => criterion).join(), expected.join())
  }), { numRuns: 800, seed: 20_261_128 }))
})

t.test('what to ask next is the unknown rows with weight, the greatest first', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyPairOf(taxonomy), AS_OF, profileOf(), ({ seeker, vacancy }, asOf, profile) => {
    const { rows, askNext } = matcher.explain(seeker, vacancy, { asOf, profile })
    strictEqual(askNext.length, rows.filter(({ credit, weight }) => credit === null && weight > 0).length)
    for (let at = 1; at < askNext.length; at++) ok(askNext[at - 1]!.points >= askNext[at]!.points)
    ok(askNext.every(({ criterion, unit, of, points }) => rows.some(({ because, ...row }) => row.criterion === criterion && row.weight * 1000 === points &&
      because.kind === 'unstated' && because.by === of && (because.unit ?? null) === unit)))
  }), { numRuns: 800, seed: 20_261_128 }))
})

t.test('the shares of every built-in profile total 10,000 and are frozen', async t => {
  for (const [name, profile] of Object.entries(PROFILES)) {
    t.equal(profile.name, name)
    t.equal(Object.values(profile.shares).reduce((sum, share) => sum + share, 0), 10_000, name)
    t.same(Object.keys(profile.shares), ORDER, name)
    t.ok(Object.isFrozen(profile) && Object.isFrozen(profile.shares), name)
  }
})

function total (rows: readonly LedgerRow[], part: (row: LedgerRow) => number): number {
  return rows.reduce((sum, row) => sum + part(row), 0)
}
