import fc from 'fast-check'
import t from 'tap'
import { hireFromLists, marketReport, NOWHERE, recommendAll, type Market, type MarketReport, type Placement, type ReferralLists, type ReportOptions } from '@padan/matcher/placement'
import { scoredMarket, scoredTables } from './scored-markets.ts'

const SEED = 20_261_121
const halfUp = (part: number, whole: number): number => Math.floor((2 * part + whole) / (2 * whole))
const share = (part: number, whole: number): number | null => whole === 0 ? null : halfUp(10_000 * part, whole)

/** Everything once more from its definition, with lists of plain objects. */
function naive (market: Market, referrals: { seeker: number, vacancy: number }[], kind: MarketReport['kind']): Omit<MarketReport, 'groups' | 'offList'> {
  const { seekers, vacancies, seats, start, vacancy, score, seekerRank, vacancyRank } = market
  const pairs = seekers.flatMap((_, seeker) => Array.from(vacancy.subarray(start[seeker], start[seeker + 1]), (to, offset) => {
    const pair = start[seeker]! + offset
    const worth = score?.[pair] ?? 0
    return { seeker, vacancy: to, score: worth, likes: seekerRank?.[pair] ?? 0, liked: vacancyRank?.[pair] ?? 0 }
  }))
  const find = (seeker: number, to: number) => pairs.find(pair => pair.seeker === seeker && pair.vacancy === to)
  const at = vacancies.map((_, to) => referrals.filter(one => one.vacancy === to).map(({ seeker }) => seeker))
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  const allSeats = sum([...seats])
  const line = (to: number) => at[to]!.map(seeker => find(seeker, to)!).sort((one, other) => one.liked - other.liked || other.score - one.score || (seekers[one.seeker]! < seekers[other.seeker]! ? -1 : 1))
  const chances = seekers.map((_, seeker) => kind === 'placement' ? Number(referrals.some(one => one.seeker === seeker)) : vacancies.filter((_, to) => line(to).slice(0, seats[to]).some(one => one.seeker === seeker)).length)
  const perSeat = vacancies.flatMap((_, to) => Array.from({ length: seats[to]! }, () => at[to]!.length / seats[to]!))
  const giniOf = (has: number[]) => sum(has) === 0 ? null : sum(has.flatMap(one => has.map(other => Math.abs(one - other)))) / (2 * has.length * sum(has))
  const seated = vacancies.map((_, to) => to).filter(to => seats[to]! > 0)
  const received = referrals.map(one => find(one.seeker, one.vacancy)!)
  const blocking = pairs.filter(pair => {
    const own = received.find(one => one.seeker === pair.seeker)
    return (own === undefined || pair.likes < own.likes) && (at[pair.vacancy]!.length < seats[pair.vacancy]! || at[pair.vacancy]!.some(other => find(other, pair.vacancy)!.liked > pair.liked))
  })
  const envious = pairs.flatMap(pair => {
    const own = received.find(one => one.seeker === pair.seeker)
    return own === undefined || pair.likes < own.likes ? at[pair.vacancy]!.map(other => ({ seeker: pair.seeker, isJustified: find(other, pair.vacancy)!.liked > pair.liked })) : []
  })
  const bandOf = (to: number) => { const per = at[to]!.length / seats[to]!; return per === 0 ? 'none' : per <= 1 ? 'upTo1' : per <= 2 ? 'upTo2' : per <= 5 ? 'upTo5' : per <= 10 ? 'upTo10' : 'over10' }
  const mostPer = Math.max(...seated.map(to => at[to]!.length / seats[to]!))
  const first = seated.find(to => at[to]!.length / seats[to]! === mostPer)
  const total = sum(received.map(one => one.score))
  const round = (gini: number | null) => gini === null ? null : Math.floor(gini * 10_000 + 0.5 + 1e-9)
  return {
    kind,
    people: seekers.length,
    seats: allSeats,
    reached: new Set(referrals.map(({ seeker }) => seeker)).size,
    referrals: referrals.length,
    fillRate: share(sum(at.map((there, to) => Math.min(there.length, seats[to]!))), allSeats),
    filled: sum(at.map((there, to) => Math.min(there.length, seats[to]!))),
    coverage: { seekers: share(new Set(referrals.map(({ seeker }) => seeker)).size, seekers.length), vacancies: share(seated.filter(to => at[to]!.length > 0).length, seated.length) },
    gini: { seekers: round(giniOf(chances)), vacancies: round(giniOf(perSeat)) },
    congestion: {
      most: first === undefined ? null : { vacancyId: vacancies[first]!, referrals: at[first]!.length, seats: seats[first]! },
      overSeats: sum(at.map((there, to) => Math.max(0, there.length - seats[to]!))),
      vacancies: Object.fromEntries(['none', 'upTo1', 'upTo2', 'upTo5', 'upTo10', 'over10'].map(band => [band, seated.filter(to => bandOf(to) === band).length])) as MarketReport['congestion']['vacancies'],
    },
    envy: kind === 'lists'
      ? null
      : { plain: envious.length, justified: envious.filter(one => one.isJustified).length, envious: new Set(envious.map(({ seeker }) => seeker)).size, blockingPairs: blocking.length },
    meanRank: received.length === 0 ? null : halfUp(1000 * sum(received.map(own => 1 + pairs.filter(pair => pair.seeker === own.seeker && pair.likes < own.likes).length)), received.length),
    totalScore: score === null ? null : total,
    meanScore: score === null || received.length === 0 ? null : halfUp(total, received.length),
  }
}

const markets = scoredTables(6, 4).map(scoredMarket).chain(market => fc.boolean().map(hasScore => hasScore ? market : { ...market, score: null }))

t.test('a report on any placement is what the definitions say', async t => {
  const placed = markets.chain(market => fc.tuple(...market.seekers.map((_, seeker) => fc.constantFrom(NOWHERE, ...market.vacancy.subarray(market.start[seeker], market.start[seeker + 1])))).map(vacancyOf => ({ market, vacancyOf: Int32Array.from(vacancyOf as number[]) })))
  fc.assert(fc.property(placed, ({ market, vacancyOf }) => {
    const referrals = [...vacancyOf].map((vacancy, seeker) => ({ seeker, vacancy })).filter(({ vacancy }) => vacancy !== NOWHERE)
    t.same(marketReport(market, { vacancyOf }), { ...naive(market, referrals, 'placement'), offList: 0, groups: null })
  }), { seed: SEED, numRuns: 600 })
})

t.test('a report on any lists is what the definitions say', async t => {
  const listed = markets.chain(market => fc.tuple(...market.seekers.map((_, seeker) => fc.shuffledSubarray([...market.vacancy.subarray(market.start[seeker], market.start[seeker + 1])]))).map(lists => ({ market, lists: lists as number[][] })))
  fc.assert(fc.property(listed, ({ market, lists }) => {
    const start = Uint32Array.from({ length: lists.length + 1 }, (_, at) => lists.slice(0, at).flat().length)
    const referrals = lists.flatMap((list, seeker) => list.map(vacancy => ({ seeker, vacancy })))
    t.same(marketReport(market, { start, vacancy: Uint32Array.from(lists.flat()) }), { ...naive(market, referrals, 'lists'), offList: 0, groups: null })
  }), { seed: SEED, numRuns: 600 })
})

/** Four people, two vacancies with 1 and 3 seats. */
const FOUR = scoredMarket({
  seekers: ['a', 'b', 'c', 'd'],
  vacancies: ['x', 'y'],
  seats: [1, 3],
  pairs: [
    { seeker: 0, vacancy: 0, score: 90, seekerRank: 0, vacancyRank: 1 }, { seeker: 0, vacancy: 1, score: 50, seekerRank: 1, vacancyRank: 0 },
    { seeker: 1, vacancy: 0, score: 80, seekerRank: 0, vacancyRank: 0 }, { seeker: 1, vacancy: 1, score: 40, seekerRank: 1, vacancyRank: 1 },
    { seeker: 2, vacancy: 0, score: 70, seekerRank: 0, vacancyRank: 2 },
  ],
  ranked: { seekers: true, vacancies: true },
})

t.test('a case worked out by hand', async t => {
  // a sits at x, where b would rather be and x would rather have b; b sits at y; c is nowhere and envies a; d has no pair at all.
  const report = marketReport(FOUR, { vacancyOf: Int32Array.of(0, 1, NOWHERE, NOWHERE) }, { groups: new Map([['a', 'old'], ['b', 'new'], ['c', 'new']]) })
  t.same(report, {
    kind: 'placement',
    people: 4,
    seats: 4,
    reached: 2,
    referrals: 2,
    offList: 0,
    filled: 2,
    fillRate: 5000,
    coverage: { seekers: 5000, vacancies: 10_000 },
    // Seats hold 1, 1/3, 1/3, 1/3: differences 3 x 2/3 x 2 = 4 over 2 x 4 x 2 = 16.
    gini: { seekers: 5000, vacancies: 2500 },
    congestion: { most: { vacancyId: 'x', referrals: 1, seats: 1 }, overSeats: 0, vacancies: { none: 0, upTo1: 2, upTo2: 0, upTo5: 0, upTo10: 0, over10: 0 } },
    envy: { plain: 2, justified: 1, envious: 2, blockingPairs: 1 },
    meanRank: 1500,
    totalScore: 130,
    meanScore: 65,
    groups: {
      rates: [{ label: 'new', people: 2, selected: 1, rate: 5000, ratio: 5000 }, { label: 'old', people: 1, selected: 1, rate: 10_000, ratio: 10_000 }],
      fourFifths: { ratio: 5000, passes: false },
      unlabelled: 1,
    },
  })
})

t.test('the four-fifths rule is judged on exact rates', async t => {
  const market = (count: number): Market => scoredMarket({ seekers: Array.from({ length: count }, (_, at) => `s${at}`), vacancies: ['v'], seats: [1], pairs: [], ranked: { seekers: true, vacancies: true } })
  const judge = (groups: [label: string, people: number, selected: number][]) => {
    const labels = groups.flatMap(([label, people]) => Array.from({ length: people }, () => label))
    const selected = groups.flatMap(([, people, selected]) => Array.from({ length: people }, (_, at) => at < selected ? 0 : NOWHERE))
    const given = market(labels.length)
    return marketReport(given, { vacancyOf: Int32Array.from(selected) }, { groups: given.seekers.map((id, at) => ({ id, label: labels[at]! })) }).groups
  }
  t.same(judge([['m', 10, 5], ['w', 10, 4]])?.fourFifths, { ratio: 8000, passes: true })
  t.same(judge([['m', 3001, 3001], ['w', 3001, 2401]])?.fourFifths, { ratio: 8001, passes: true })
  t.same(judge([['m', 7, 7], ['w', 30_003, 24_001]])?.fourFifths, { ratio: 8000, passes: false }, 'what rounds to 80 % is not 80 %')
  t.same(judge([['m', 4, 0], ['w', 2, 0]]), { rates: [{ label: 'm', people: 4, selected: 0, rate: 0, ratio: null }, { label: 'w', people: 2, selected: 0, rate: 0, ratio: null }], fourFifths: null, unlabelled: 0 })
  t.same(judge([]), { rates: [], fourFifths: null, unlabelled: 0 })
})

t.test('a place that the market does not list counts as a place, and has no rank, score or envy', async t => {
  const report = marketReport(FOUR, { vacancyOf: Int32Array.of(NOWHERE, NOWHERE, NOWHERE, 0) })
  t.match(report, { reached: 1, referrals: 1, offList: 1, filled: 1, meanRank: null, totalScore: 0, meanScore: null })
  t.same(report.envy, { plain: 3, justified: 0, envious: 3, blockingPairs: 2 })
})

t.test('figures stay exact where products of doubles are not', async t => {
  const market = { ...scoredMarket({ seekers: ['a', 'b'], vacancies: ['x', 'y'], seats: [0, 0], pairs: [], ranked: { seekers: false, vacancies: false } }), seats: Uint32Array.of(4_294_967_295, 4_294_967_294) }
  t.same(marketReport(market, { vacancyOf: Int32Array.of(0, 1) }), { ...marketReport(market, { vacancyOf: Int32Array.of(1, 0) }) })
  t.match(marketReport(market, { vacancyOf: Int32Array.of(0, 0) }), { gini: { vacancies: 5000 }, fillRate: 0, seats: 8_589_934_589 })
})

t.test('hiring from lists: each vacancy takes its best, each person the best offer', async t => {
  const lists = { start: Uint32Array.of(0, 2, 4, 5, 5), vacancy: Uint32Array.of(0, 1, 1, 0, 0) }
  t.same(hireFromLists(FOUR, lists).vacancyOf, Int32Array.of(1, 0, NOWHERE, NOWHERE), 'b is taken by both and likes x better; c loses x to b')
  const indifferent = { ...FOUR, seekerRank: null }
  t.same(hireFromLists(indifferent, lists).vacancyOf, Int32Array.of(1, 1, NOWHERE, NOWHERE), 'of offers that are equal to b the first on the list')
  t.same(hireFromLists(FOUR, recommendAll(FOUR, { limit: 1, balance: 0 })).vacancyOf, Int32Array.of(NOWHERE, 0, NOWHERE, NOWHERE))
})

t.test('refuses what does not go with the market', async t => {
  const cases: [unknown, unknown, RegExp][] = [
    [null, {}, /Expected a placement or lists, got null/],
    [7, {}, /got number/],
    [{ vacancyOf: [0, 0, 0, 0] }, {}, /vacancyOf must be an Int32Array/],
    [{ vacancyOf: Int32Array.of(0) }, {}, /must have 4 numbers \(one a seeker\), got 1/],
    [{ vacancyOf: Int32Array.of(0, 2, 0, 0) }, {}, /vacancyOf\[1\] is 2, and there are 2 vacancies/],
    [{ vacancyOf: Int32Array.of(0, -2, 0, 0) }, {}, /vacancyOf\[1\] is -2/],
    [{}, {}, /Lists must have start and vacancy/],
    [{ start: Uint32Array.of(0, 0), vacancy: new Uint32Array(0) }, {}, /lists.start must have 5 numbers/],
    [{ start: Uint32Array.of(0, 0, 0, 0, 1), vacancy: new Uint32Array(0) }, {}, /lists.start must go from 0 to 0/],
    [{ start: Uint32Array.of(0, 2, 1, 2, 2), vacancy: Uint32Array.of(0, 1) }, {}, /lists.start must not fall, got 2 and then 1/],
    [{ start: Uint32Array.of(0, 0, 0, 0, 1), vacancy: Uint32Array.of(0) }, {}, /lists.vacancy\[0\] is 0, which is not among the pairs of seeker 'd'/],
    [{ start: Uint32Array.of(0, 2, 2, 2, 2), vacancy: Uint32Array.of(0, 0) }, {}, /has vacancy 0 twice/],
    [{ vacancyOf: Int32Array.of(0, 0, 0, 0) }, { group: 1 }, /There is no option 'group'/],
    [{ vacancyOf: Int32Array.of(0, 0, 0, 0) }, { groups: 'sex' }, /groups must be a Map/],
    [{ vacancyOf: Int32Array.of(0, 0, 0, 0) }, { groups: [{ id: 'z', label: 'm' }] }, /groups has 'z', which is no seeker/],
    [{ vacancyOf: Int32Array.of(0, 0, 0, 0) }, { groups: [null] }, /groups has 'undefined'/],
    [{ vacancyOf: Int32Array.of(0, 0, 0, 0) }, { groups: [{ id: 'a', label: '' }] }, /must be a text that is not empty/],
    [{ vacancyOf: Int32Array.of(0, 0, 0, 0) }, { groups: [{ id: 'a', label: 'm' }, { id: 'a', label: 'w' }] }, /groups has seeker 'a' twice/],
  ]
  for (const [given, options, message] of cases) t.throws(() => marketReport(FOUR, given as Placement | ReferralLists, options as ReportOptions), message)
  t.throws(() => marketReport({} as Market, { vacancyOf: new Int32Array(0) }), TypeError)
  t.equal(marketReport(FOUR, { vacancyOf: Int32Array.of(0, 0, 0, 0) }).congestion.overSeats, 3, 'too many at one vacancy is a figure, not an error')
})
