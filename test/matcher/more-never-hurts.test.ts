import { ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { HeldUnit, Ledger, Seeker, Vacancy } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyPairOf, AS_OF, heldUnitOf, type Pools, profileOf, seekerOf } from './market.ts'

const taxonomy = await loadTaxonomy()
const matcher = createMatcher({ taxonomy })
const more = anyPairOf(taxonomy).chain(({ pools, seeker, vacancy }) => fc.record({
  pools: fc.constant(pools), seeker: fc.constant(seeker), vacancy: fc.constant(vacancy), unit: heldUnitOf(pools), other: seekerOf(pools, 'pk-2'), pick: fc.nat(1000),
}))

interface Case {
  pools: Pools
  seeker: Seeker
  vacancy: Vacancy
  unit: HeldUnit
  other: Seeker
  pick: number
}

type Change = (one: Case) => { seeker?: Seeker, vacancy?: Vacancy } | undefined

/** Things that a pair may gain; undefined where there is nothing to gain. */
const CHANGES: Array<[name: string, change: Change, keepsEligible: boolean]> = [
  ['a unit to somebody who told none', ({ seeker, unit }) => seeker.units === undefined ? { seeker: { ...seeker, units: [unit] } } : undefined, false],
  ['a unit more', ({ seeker, unit }) => seeker.units === undefined ? undefined : { seeker: { ...seeker, units: [...seeker.units, unit] } }, true],
  ['a unit more at the front', ({ seeker, unit }) => seeker.units === undefined ? undefined : { seeker: { ...seeker, units: [unit, ...seeker.units] } }, true],
  ['better evidence', better, true],
  ['a certificate that lasts longer', lasting, true],
  ['more schooling', ({ seeker, other }) => seeker.education === undefined || other.education === undefined ? undefined : { seeker: { ...seeker, education: [...seeker.education, ...other.education] } }, true],
  ['more work done', ({ seeker, other }) => ({ seeker: { ...seeker, experience: [...seeker.experience ?? [], ...other.experience ?? []] } }), true],
  ['a licence more', ({ seeker, other }) => seeker.licences === undefined ? undefined : { seeker: { ...seeker, licences: [...seeker.licences, ...other.licences ?? []] } }, true],
  ['a farther reach', ({ seeker }) => seeker.reachKm === undefined ? undefined : { seeker: { ...seeker, reachKm: Math.min(20_040, 2 * seeker.reachKm + 1) } }, true],
  ['being willing to move', ({ seeker }) => ({ seeker: { ...seeker, willingToMove: true } }), true],
  ['a lower wage wished', ({ seeker }) => typeof seeker.wish?.wage === 'number' ? { seeker: { ...seeker, wish: { ...seeker.wish, wage: Math.ceil(seeker.wish.wage * 0.9) } } } : undefined, true],
  ['a higher wage offered', ({ vacancy }) => vacancy.wage?.min === undefined ? undefined : { vacancy: { ...vacancy, wage: { min: vacancy.wage.min + 250_000 } } }, true],
  ['a wish more', wishing, true],
  ['months asked no longer', ({ vacancy }) => typeof vacancy.experience === 'object' ? { vacancy: { ...vacancy, experience: { months: Math.floor(vacancy.experience.months / 2) } } } : undefined, true],
  ['work from anywhere', ({ vacancy }) => ({ vacancy: { ...vacancy, remote: true } }), true],
  ['an accommodation more', ({ vacancy, pools }) => vacancy.provides === undefined ? undefined : { vacancy: { ...vacancy, provides: [...new Set([...vacancy.provides, ...pools.accommodations])] } }, true],
]

for (const [name, change, keepsEligible] of CHANGES) {
  t.test(`${name} never lowers a score${keepsEligible ? ', nor makes a pair ineligible' : ''}`, async t => {
    let tried = 0
    t.doesNotThrow(() => fc.assert(fc.property(more, AS_OF, profileOf(), (one, asOf, profile) => {
      const changed = change(one)
      if (changed === undefined) return
      tried++
      const before = matcher.explain(one.seeker, one.vacancy, { asOf, profile })
      const after = matcher.explain(changed.seeker ?? one.seeker, changed.vacancy ?? one.vacancy, { asOf, profile })
      ok(after.score >= before.score, `${before.score} falls to ${after.score}`)
      ok(lowered(before, after) === undefined, `a known row falls: ${lowered(before, after)}`)
      if (keepsEligible) ok(after.eligible || !before.eligible, 'an eligible pair becomes ineligible')
    }), { numRuns: 400, seed: 20_261_128 }))
    t.ok(tried > 10, `${tried} pairs had something to gain`)
  })
}

function better ({ seeker, pick }: Case): { seeker: Seeker } | undefined {
  const kinds = ['claimed', 'experienced', 'trained', 'certified'] as const
  const units = seeker.units?.map((one, at): HeldUnit => {
    const kind = kinds.indexOf(one.evidence)
    return kind < 3 && (at + pick) % 2 === 0 ? { unit: one.unit, evidence: kinds[kind + 1 + pick % (3 - kind)]! } : one
  })
  return units === undefined ? undefined : { seeker: { ...seeker, units } }
}

function lasting ({ seeker, pick }: Case): { seeker: Seeker } | undefined {
  const units = seeker.units?.map(({ expires, ...one }): HeldUnit => expires === undefined || pick % 3 === 0 ? one : { ...one, expires: '2199-12-31' })
  return units === undefined ? undefined : { seeker: { ...seeker, units } }
}

/** One more of what is wished already: asking for a new sort of thing may well be answered with a no. */
function wishing ({ seeker, other }: Case): { seeker: Seeker } | undefined {
  const { wish } = seeker
  if (!Array.isArray(wish?.occupations) || !Array.isArray(other.wish?.occupations)) return undefined
  return { seeker: { ...seeker, wish: { ...wish, occupations: [...new Set([...wish.occupations, ...other.wish.occupations])] } } }
}

/** The first row that loses points, by criterion. */
function lowered (before: Ledger, after: Ledger): string | undefined {
  return after.rows.find(({ points }, at) => points < before.rows[at]!.points)?.criterion
}
