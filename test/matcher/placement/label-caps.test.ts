import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { NOWHERE, placeStable, verifyStable, whyNot, type LabelCap, type Market, type StableOptions } from '@padan/matcher/placement'
import { acceptable, everyPlacement, strictOrders } from './naive-stable.ts'
import { naiveChoice } from './naive-choice.ts'
import { fullTables, marketOf, tables } from './small-markets.ts'

const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20_261_128 })
const SCHOOLS = ['red', 'blue']

interface Case {
  market: Market
  options: StableOptions & { labelCaps: readonly LabelCap[] }
}

/** Schools under caps over several vacancies, in people or as a share; some vacancies with a part of their own. */
const cases: fc.Arbitrary<Case> = fc.oneof(tables({ seekers: 5, vacancies: 3, seats: 3 }), fullTables(5, 3)).chain(table => fc.record({
  market: fc.constant(marketOf(table)),
  options: fc.record({
    groups: fc.record({ school: fc.array(fc.constantFrom(...SCHOOLS, null), { minLength: table.seekers.length, maxLength: table.seekers.length }) }),
    labelCaps: fc.tuple(...SCHOOLS.map(label => fc.record({
      members: fc.subarray([...table.vacancies]).chain(ids => fc.tuple(...ids.map(vacancyId => fc.option(fc.nat({ max: 1 }), { nil: undefined }).map(atMost => atMost === undefined ? { vacancyId } : { vacancyId, atMost })))),
      spare: fc.nat({ max: 3 }),
      share: fc.boolean(),
    }).map(({ members, spare, share }) => {
      const atMost = spare + members.reduce((sum, { atMost = 0 }: { atMost?: number }) => sum + atMost, 0)
      // Of 7 workers, so many thousandths that all but the last are whole people.
      return { id: `cap of ${label}`, group: 'school', label, members, ...share ? { share: { perMille: Math.min(1000, Math.ceil(atMost * 1000 / 7)), of: 7 } } : { atMost } }
    }))),
  }),
}))

/** One at a time, to the vacancy with the least so far that has seats for more, the earlier first. */
function naiveParts ({ vacancies, seats }: Market, { atMost, share, members }: LabelCap): number[] {
  let left = atMost ?? Math.floor(share!.perMille * share!.of / 1000)
  const parts = members.map(member => member.atMost ?? 0)
  left -= parts.reduce((sum, part) => sum + part, 0)
  for (; left > 0; left--) {
    const open = members.flatMap((member, at) => member.atMost === undefined && parts[at]! < seats[vacancies.indexOf(member.vacancyId)]! ? [at] : [])
    if (open.length === 0) break
    parts[open.reduce((least, at) => parts[at]! < parts[least]! ? at : least)]!++
  }
  return parts
}

t.test('a label cap is parted as the definition says, and no placement has more of the label than it allows', async t => {
  let numFull = 0
  fc.assert(fc.property(cases, ({ market, options }) => {
    const placed = placeStable(market, options)
    options.labelCaps.forEach((cap, at) => {
      const most = cap.atMost ?? Math.floor(cap.share!.perMille * cap.share!.of / 1000)
      deepStrictEqual(placed.options.labelCaps[at]!.members.map(({ atMost }) => atMost), naiveParts(market, cap))
      const there = [...placed.vacancyOf.keys()].filter(seeker => options.groups!['school']![seeker] === cap.label && cap.members.some(({ vacancyId }) => vacancyId === market.vacancies[placed.vacancyOf[seeker]!])).length
      ok(there <= most)
      if (there === most && most > 0) numFull++
    })
    deepStrictEqual(verifyStable(market, placed).violations, [])
  }), runs(3000))
  t.ok(numFull > 150, `${numFull} caps bind`)
})

t.test('under label caps the placement is stable by everything there is, and nobody is placed better in another stable one', async t => {
  let numStable = 0
  fc.assert(fc.property(cases, ({ market, options }) => {
    const placed = placeStable(market, options)
    const { ofSeeker } = strictOrders(market, placed.options.ties)
    const typeCaps = options.labelCaps.flatMap(cap => cap.members.map(({ vacancyId }, at) => ({ vacancyId, group: 'school', label: cap.label, atMost: naiveParts(market, cap)[at]! })))
    const choose = naiveChoice(market, { ...placed.options, typeCaps })
    const mayGo = acceptable(market, placed.options)
    const isStable = (where: readonly number[]): boolean => {
      const sitting = [...where.entries()].filter(([, vacancy]) => vacancy !== NOWHERE).map(([seeker, vacancy]) => ({ seeker, vacancy }))
      if (choose(sitting).length < sitting.length) return false
      return !mayGo.some((own, seeker) => own.some(vacancy => {
        const offer = { seeker, vacancy }
        return where[seeker] !== vacancy && (where[seeker] === NOWHERE || ofSeeker(seeker, vacancy, where[seeker]!) < 0) && choose([...sitting, offer]).includes(offer)
      }))
    }
    const stable = [...everyPlacement(mayGo)].filter(isStable)
    numStable += stable.length
    ok(stable.some(where => String(where) === String([...placed.vacancyOf])))
    for (const where of stable) where.forEach((to, seeker) => ok(to === placed.vacancyOf[seeker] || ofSeeker(seeker, placed.vacancyOf[seeker]!, to) < 0))
  }), runs(1500))
  t.ok(numStable > 1500, `${numStable}: some markets have several`)
})

const FIRM: Market = {
  seekers: ['a', 'b', 'c', 'd'],
  vacancies: ['X', 'Y'],
  seats: Uint32Array.of(3, 3),
  start: Uint32Array.of(0, 2, 4, 6, 8),
  vacancy: Uint32Array.of(0, 1, 0, 1, 0, 1, 0, 1),
  score: null,
  seekerRank: Uint32Array.of(0, 1, 0, 1, 0, 1, 0, 1),
  vacancyRank: null,
}
const groups = { school: ['one', 'one', 'one', 'two'] }
const members = [{ vacancyId: 'X' }, { vacancyId: 'Y' }]

t.test('trainees of one school: two of three at most, one at each vacancy, and whoever is left is told', async t => {
  const placed = placeStable(FIRM, { groups, labelCaps: [{ id: 'one school', group: 'school', label: 'one', atMost: 2, members }] })
  t.same([...placed.vacancyOf], [0, 1, -1, 0])
  t.same(placed.options.labelCaps[0]!.members, [{ vacancyId: 'X', atMost: 1 }, { vacancyId: 'Y', atMost: 1 }])
  t.match(whyNot(FIRM, placed, 'c'), [
    { vacancyId: 'X', reason: 'type-cap', facts: { labelCap: 'one school', label: 'one', atMost: 1, last: 'a' } },
    { vacancyId: 'Y', reason: 'type-cap', facts: { labelCap: 'one school', atMost: 1, last: 'b' } },
  ])
  t.same([...placeStable(FIRM, placed.options).vacancyOf], [...placed.vacancyOf], 'the terms can be asked for again')
  t.same([...placeStable(FIRM, { groups, labelCaps: [{ id: 'one school', group: 'school', label: 'one', atMost: 2, members: [{ vacancyId: 'X', atMost: 2 }, { vacancyId: 'Y' }] }] }).vacancyOf], [0, 0, -1, 0], 'a part of two leaves nothing for the other')
})

t.test('a share is rounded down to whole people, and the verifier measures the share itself', async t => {
  const most = (perMille: number, of: number, atMost?: number): number => placeStable(FIRM, { caps: [{ id: 'firm', share: { perMille, of }, ...atMost === undefined ? {} : { atMost }, members: [] }] }).options.caps[0]!.atMost
  for (const [perMille, of, expected] of [[200, 17, 3], [200, 15, 3], [200, 14, 2], [200, 4, 0], [1000, 7, 7], [0, 9, 0], [333, 3, 0], [999, 4_294_967_295, 4_290_672_327]] as const) t.equal(most(perMille, of), expected, `${perMille} of ${of}`)
  t.equal(most(200, 17, 2), 2, 'the lower of the two binds')
  t.equal(most(200, 17, 5), 3)
  const trainees: StableOptions = { groups, typeCaps: [{ vacancyId: 'X', group: 'school', label: 'one', share: { perMille: 200, of: 9 } }] }
  const placed = placeStable(FIRM, trainees)
  t.same([...placed.vacancyOf], [0, 1, 1, 0])
  const forged = { ...placed, options: { ...placed.options, typeCaps: [{ ...placed.options.typeCaps[0]!, atMost: 3 }] }, vacancyOf: Int32Array.of(0, 0, 1, 0) }
  t.match(verifyStable(FIRM, forged).violations, [{ code: 'over-share', what: 'one', placed: 2, perMille: 200, of: 9 }])
})

t.test('what contradicts itself is refused', async t => {
  const cap = { id: 'c', group: 'school', label: 'one', atMost: 2, members }
  const refused = (labelCaps: readonly object[], message: RegExp, rest: object = {}): unknown => t.throws(() => placeStable(FIRM, { groups, labelCaps: labelCaps as LabelCap[], ...rest }), message)
  refused([cap, cap], /two label caps 'c'/)
  refused([{ ...cap, members: [...members, { vacancyId: 'X' }] }], /'c' names the vacancy 'X' twice/)
  refused([{ ...cap, members: [{ vacancyId: 'Z' }] }], /names the vacancy 'Z', and there is none/)
  refused([{ ...cap, members: [{ vacancyId: 'X', atMost: 3 }] }], /parts of label cap 'c' add up to 3, and it may have at most 2/)
  refused([cap, { ...cap, id: 'other' }], /'X' has two type caps for 'one' \(its parts/)
  refused([{ ...cap, group: 'town' }], /the grouping 'town'/)
  refused([{ ...cap, atMost: undefined }], /labelCaps\[0\]\.atMost must be a whole number/)
  refused([{ ...cap, share: { perMille: 1001, of: 5 } }], /perMille must be a whole number from 0 to 1000, got 1001/)
  refused([{ ...cap, share: { perMille: 10, of: 0.5 } }], /share\.of must be a whole number/)
  refused([cap], /at most 1 of 'one', and 2 are fixed there/, { fixed: [{ seekerId: 'a', vacancyId: 'X' }, { seekerId: 'b', vacancyId: 'X' }] })
})
