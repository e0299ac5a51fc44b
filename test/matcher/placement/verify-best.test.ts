import t from 'tap'
import { NOWHERE, placeBest, verifyBest, type BestPlacement } from '@padan/matcher/placement'
import { dice, marketOf } from './best-markets.ts'

const roll = dice(11)
const matrix = Array.from({ length: 40 }, () => Array.from({ length: 12 }, (_, at) => roll(3) === 0 ? null : roll(40) + at))
const seats = Array.from({ length: 12 }, (_, at) => at === 0 ? 0 : at === 1 ? 40 : 1 + roll(3))
const market = marketOf(matrix, seats)
const fixed = [{ seekerId: 's3', vacancyId: `v${matrix[3]!.findLastIndex(score => score !== null)}` }]
const refusals = [{ seekerId: 's5', vacancyId: `v${matrix[5]!.findLastIndex(score => score !== null)}` }]

for (const objective of ['score', 'people-first'] as const) {
  const honest = placeBest(market, { objective, fixed, refusals })
  const placed = honest.vacancyOf.findIndex((place, seeker) => place > 1 && seeker !== 3)
  const unlisted = matrix[placed]!.indexOf(null)
  const priced = honest.vacancyPrice.findIndex((price, at) => at > 1 && price > 0)

  t.test(`what placeBest says is accepted (${objective})`, async t => {
    t.same(verifyBest(market, honest), { kind: 'best', ok: true, violations: [], numViolations: 0, counts: {} })
    t.ok(placed >= 0 && unlisted >= 0 && priced >= 0)
  })

  const mutants: Record<string, Partial<BestPlacement>> = {
    'no-such-vacancy': { vacancyOf: honest.vacancyOf.with(placed, 12) },
    'not-fixed': { vacancyOf: honest.vacancyOf.with(3, NOWHERE) },
    'not-listed': { vacancyOf: honest.vacancyOf.with(placed, unlisted) },
    refused: { vacancyOf: honest.vacancyOf.with(5, Number(refusals[0]!.vacancyId.slice(1))) },
    'over-seats': { vacancyOf: honest.vacancyOf.map(() => priced) },
    'wrong-count': { placed: honest.placed + 1 },
    'wrong-total': { total: honest.total + 1 },
    'not-whole': { vacancyPrice: honest.vacancyPrice.with(priced, NaN) },
    'negative-dual': { vacancyPrice: honest.vacancyPrice.with(1, -1) },
    'pair-above-duals': { seekerSurplus: honest.seekerSurplus.with(placed, honest.seekerSurplus[placed]! - 1) },
    'not-tight': { vacancyPrice: honest.vacancyPrice.with(priced, honest.vacancyPrice[priced]! + 1) },
    'idle-dual': { vacancyPrice: honest.vacancyPrice.with(1, 1) },
  }
  for (const [code, change] of Object.entries(mutants)) {
    t.test(`a placement that was tampered with is caught (${objective}, ${code})`, async t => {
      const { ok, counts } = verifyBest(market, { ...honest, ...change })
      t.equal(ok, false)
      t.ok(counts[code]! >= 1, JSON.stringify(counts))
    })
  }
}

t.test('a worse placement cannot be proven, whatever seeker leaves', async t => {
  const honest = placeBest(market)
  honest.vacancyOf.forEach((place, seeker) => {
    if (place === NOWHERE) return
    const score = matrix[seeker]![place]!
    const worse = { ...honest, vacancyOf: honest.vacancyOf.with(seeker, NOWHERE), placed: honest.placed - 1, total: honest.total - score }
    // Somebody who adds nothing may leave; then the total is as good.
    t.equal(verifyBest(market, worse).ok, honest.seekerSurplus[seeker] === 0 && honest.vacancyPrice[place] === 0)
  })
})

t.test('a single person too many at a vacancy is seen', async t => {
  const honest = placeBest(market)
  const full = honest.vacancyPrice.findIndex(price => price > 0)
  const one = honest.vacancyOf.findIndex((place, seeker) => place !== full && matrix[seeker]![full] !== null)
  const { counts } = verifyBest(market, { ...honest, vacancyOf: honest.vacancyOf.with(one, full) })
  t.equal(counts['over-seats'], 1)
})

t.test('covers are looked at where people come first', async t => {
  const honest = placeBest(market, { objective: 'people-first' })
  const covered = honest.seekerCover!.indexOf(1)
  t.same(verifyBest(market, { ...honest, seekerCover: honest.seekerCover!.with(covered, 0) }).ok, false)
  t.throws(() => verifyBest(market, { ...honest, vacancyCover: null }), new RangeError('placement.vacancyCover must have 12 numbers, got null; give the market it was made from.'))
})

t.test('violations are listed up to a limit and counted beyond', async t => {
  const honest = placeBest(market)
  const { violations, numViolations } = verifyBest(market, { ...honest, vacancyOf: honest.vacancyOf.map(() => 99) }, { limit: 2 })
  t.same([violations.length, numViolations], [2, 42])
})

t.test('another market, or one without scores, is refused', async t => {
  const honest = placeBest(market)
  t.throws(() => verifyBest(marketOf([[1]], [1]), honest), new RangeError('placement.vacancyOf must have 1 numbers, got 40; give the market it was made from.'))
  t.throws(() => verifyBest({ ...market, score: null }, honest), RangeError)
  t.throws(() => verifyBest(market, { ...honest, vacancyOf: [...honest.vacancyOf] as never }), TypeError)
  t.throws(() => verifyBest(market, { ...honest, options: { ...honest.options, fixed: [{ seekerId: 'nobody', vacancyId: 'v1' }] } }), new RangeError("placement.options names 'nobody', which is not in the market."))
  t.throws(() => verifyBest(market, { ...honest, options: { ...honest.options, objective: 'most' as never } }), RangeError)
})
