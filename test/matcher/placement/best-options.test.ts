import t from 'tap'
import { marketFromCosts, placeBest, verifyBest, type Market } from '@padan/matcher/placement'
import { dice, exhaustiveBest, marketOf, smallMarkets } from './best-markets.ts'
import fc from 'fast-check'

const market = marketOf([[5, 3], [4, null]], [1, 1])
const pair = { seekerId: 's0', vacancyId: 'v0' }

t.test('options that cannot be met are refused with what to do', async t => {
  const cases: Array<[object, string]> = [
    [{ objective: 'fair' }, "objective must be 'score' or 'people-first', got 'fair'."],
    [{ objectives: 'score' }, "There is no option 'objectives'; the options are objective, fixed, refusals, onProgress, signal."],
    [{ fixed: pair }, 'fixed must be a list of pairs { seekerId, vacancyId }, got object.'],
    [{ fixed: [null] }, "fixed[0].seekerId must be a seeker of the market, got 'undefined'."],
    [{ fixed: [{ ...pair, seekerId: 'x' }] }, "fixed[0].seekerId must be a seeker of the market, got 'x'."],
    [{ refusals: [pair, { ...pair, vacancyId: 7 }] }, "refusals[1].vacancyId must be a vacancy of the market, got '7'."],
    [{ fixed: [{ seekerId: 's1', vacancyId: 'v1' }] }, "The fixed pair of seeker 's1' and vacancy 'v1' is not among the market's pairs; add it there, or leave it out of fixed."],
    [{ fixed: [pair], refusals: [pair] }, "The fixed pair of seeker 's0' and vacancy 'v0' is refused as well; leave it out of fixed or of refusals."],
    [{ fixed: [pair, { seekerId: 's0', vacancyId: 'v1' }] }, "The fixed pair of seeker 's0' and vacancy 'v1' is the seeker's second; fix a seeker once."],
    [{ fixed: [pair, { seekerId: 's1', vacancyId: 'v0' }] }, "The fixed pair of seeker 's1' and vacancy 'v0' finds no seat: the vacancy has 1; raise its seats, or fix fewer."],
  ]
  for (const [options, message] of cases) t.throws(() => placeBest(market, options), new RangeError(message))
})

t.test('a market that does not fit together, or that cannot be placed by score, is refused', async t => {
  const cases: Array<[Partial<Market>, string]> = [
    [{ score: null }, 'market.score is null, and the best placement needs a score for each pair: make the market from ledgers or costs, or use placeStable for preferences.'],
    [{ score: Int32Array.of(1) }, 'market.score must have 3 numbers (one a pair), got 1.'],
    [{ seats: Uint32Array.of(1) }, 'market.seats must have 2 numbers (one number a vacancy), got 1.'],
    [{ vacancy: Uint32Array.of(0, 7, 0) }, 'market.vacancy[1] is 7, and there are 2 vacancies.'],
    [{ vacancy: Uint32Array.of(1, 0, 0) }, "The pairs of seeker 's0' must have ascending vacancies, each once; got 0 after 1."],
    [{ seekers: ['s0', 's0'] }, "market.seekers has 's0' twice; every id must be there once."],
  ]
  for (const [change, message] of cases) t.throws(() => placeBest({ ...market, ...change }), new RangeError(message))
  t.throws(() => placeBest({ ...market, score: [5, 3, 4] as never }), TypeError)
  t.throws(() => placeBest(null as never), TypeError)
})

t.test('a market whose totals could not be exact is refused', async t => {
  const numSeekers = 140_000
  const start = new Uint32Array(numSeekers + 1).fill(1)
  start[0] = 0
  const large = { ...market, seekers: Array.from({ length: numSeekers }, (_, number) => `s${number}`), start, vacancy: Uint32Array.of(0), score: Int32Array.of(-2_147_483_648) }
  t.throws(() => placeBest(large), new RangeError('140000 seekers with scores up to 2147483648 can have totals that are not exact; expected seekers times score up to 2^48.'))
  t.equal(placeBest({ ...large, score: Int32Array.of(10_000_000) }).total, 10_000_000)
})

t.test('options come back normalised, and give the same placement again', async t => {
  const { options } = placeBest(market, { refusals: [{ seekerId: 's1', vacancyId: 'v1', by: 'seeker' }, { seekerId: 's0', vacancyId: 'v1' }, { seekerId: 's0', vacancyId: 'v1' }] })
  t.same(options, { objective: 'score', fixed: [], refusals: [{ seekerId: 's0', vacancyId: 'v1' }, { seekerId: 's1', vacancyId: 'v1' }] })
  t.same(placeBest(market, options), placeBest(market, { refusals: options.refusals }))
  t.same(placeBest(market, { fixed: [pair, pair] }).options.fixed, [pair])
})

t.test('with pairs fixed and refused, small markets are placed as well as trying everything can', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallMarkets(), fc.nat(4), fc.nat(1000), ({ matrix, seats, objective }, numChosen, seed) => {
    const roll = dice(seed + 1)
    const pairs = matrix.flatMap((row, seeker) => row.flatMap((score, vacancy) => score === null ? [] : [{ seeker, vacancy }]))
    const chosen = Array.from({ length: Math.min(numChosen, pairs.length) }, () => pairs[roll(pairs.length)]!)
    const refused = chosen.filter((_, at) => at % 2 === 0)
    const left = [...seats]
    const at = new Map<number, number>()
    for (const { seeker, vacancy } of chosen) {
      if (at.has(seeker) || left[vacancy] === 0 || refused.some(other => other.seeker === seeker && other.vacancy === vacancy)) continue
      at.set(seeker, vacancy)
      left[vacancy]!--
    }
    const allowed = matrix.map((row, seeker) => row.map((score, vacancy) => {
      if (refused.some(other => other.seeker === seeker && other.vacancy === vacancy) || at.has(seeker)) return null
      return score
    }))
    const best = exhaustiveBest(allowed, left, objective)
    for (const [seeker, vacancy] of at) {
      best.placed++
      best.total += matrix[seeker]![vacancy]!
    }
    const ids = ({ seeker, vacancy }: { seeker: number, vacancy: number }): { seekerId: string, vacancyId: string } => ({ seekerId: `s${seeker}`, vacancyId: `v${vacancy}` })
    const market = marketOf(matrix, seats)
    const placement = placeBest(market, { objective, refusals: refused.map(ids), fixed: [...at].map(([seeker, vacancy]) => ids({ seeker, vacancy })) })
    return placement.total === best.total && (objective === 'score' || placement.placed === best.placed) && verifyBest(market, placement).ok
  }), { numRuns: 3000, seed: 6 }))
})

t.test('progress rises to the number of seekers, and the work can be stopped', async t => {
  const roll = dice(2)
  const crowded = marketOf(Array.from({ length: 3000 }, () => Array.from({ length: 3 }, () => roll(9))), [100, 100, 100])
  const seen: number[] = []
  placeBest(crowded, { onProgress: (done, total) => { seen.push(done); t.equal(total, 3000) } })
  t.same(seen, [...seen].sort((a, b) => a - b))
  t.equal(seen.at(-1), 3000)
  t.ok(seen.length > 3)
  const controller = new AbortController()
  const reason = new Error('enough')
  let calls = 0
  t.throws(() => placeBest(crowded, {
    signal: controller.signal,
    onProgress: () => {
      calls++
      controller.abort(reason)
    },
  }), reason)
  t.equal(calls, 1)
  t.throws(() => placeBest(crowded, { signal: controller.signal }), reason)
})

t.test('a full matrix tells how far it is, and can be stopped in its midst', async t => {
  const size = 700
  // Products are the hardest costs there are.
  const product = marketFromCosts(Int32Array.from({ length: size * size }, (_, pair) => (Math.floor(pair / size) + 1) * (pair % size + 1)), { width: size })
  const seen: number[] = []
  const controller = new AbortController()
  const reason = new Error('enough')
  const onProgress = (done: number): void => {
    seen.push(done)
    if (done > 0) controller.abort(reason)
  }
  t.throws(() => placeBest(product, { objective: 'people-first', signal: controller.signal, onProgress }), reason)
  t.ok(seen.at(-1)! > 0 && seen.at(-1)! < size, `stopped at ${seen.at(-1)} of ${size}`)
})
