import fc from 'fast-check'
import t from 'tap'
import { explainRecommendations, recommendAll, type Market, type Recommendations, type RecommendOptions } from '@padan/matcher/placement'
import { scoredMarket, scoredTables, type ScoredTable } from './scored-markets.ts'

const SEED = 20_261_121
const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: SEED })
const markets = scoredTables(7, 5).map(scoredMarket)
const limits = fc.integer({ min: 1, max: 4 })
const balances = fc.oneof(fc.constantFrom(0, 1, 500, 999, 1000), fc.integer({ min: 0, max: 1000 }))

/** A pair as the document speaks of it. */
interface Candidate {
  seeker: number
  vacancy: number
  pair: number
  score: number
}

function pairsOf ({ seekers, start, vacancy, score }: Market): Candidate[] {
  return seekers.flatMap((_, seeker) => Array.from(vacancy.subarray(start[seeker], start[seeker + 1]), (to, offset) => ({ seeker, vacancy: to, pair: start[seeker]! + offset, score: score![start[seeker]! + offset]! })))
}

const byId = (one: string, other: string) => one < other ? -1 : one > other ? 1 : 0

/** The formulas of the doc comments, written down once more, slowly. */
function naive (market: Market, limit: number, balance: number, rounds: number): { lists: string[][], price: number[], fairLoad: number } {
  const { seekers, vacancies, seats, vacancyRank } = market
  const all = pairsOf(market)
  const seated = all.filter(({ vacancy }) => seats[vacancy]! > 0)
  const line = (vacancy: number) => all.filter(one => one.vacancy === vacancy).sort((one, other) => (vacancyRank?.[one.pair] ?? 0) - (vacancyRank?.[other.pair] ?? 0) || other.score - one.score || byId(seekers[one.seeker]!, seekers[other.seeker]!))
  const lines = vacancies.map((_, vacancy) => line(vacancy).map(({ pair }) => pair))
  const wanted = seekers.reduce((sum, _, seeker) => sum + Math.min(limit, seated.filter(one => one.seeker === seeker).length), 0)
  const share = (load: number) => vacancies.map((_, vacancy) => Math.min(lines[vacancy]!.length, load * seats[vacancy]!))
  let fairLoad = 1
  while (share(fairLoad).reduce((sum, one) => sum + one, 0) < wanted) fairLoad++
  const fair = share(fairLoad)
  const scores = seated.map(({ score }) => score)
  const most = 1000 * (scores.length === 0 ? 1 : Math.max(...scores) - Math.min(...scores) + 1)
  const listsAt = (price: number[], weight: number) => seekers.map((_, seeker) => {
    const charge = ({ vacancy, pair }: Candidate) => Math.min(most, Math.floor(price[vacancy]! * lines[vacancy]!.indexOf(pair) / fair[vacancy]!))
    const key = (one: Candidate) => 1_000_000 * one.score - weight * charge(one)
    return seated.filter(one => one.seeker === seeker).sort((one, other) => key(other) - key(one) || other.score - one.score || byId(vacancies[one.vacancy]!, vacancies[other.vacancy]!)).slice(0, limit)
  })
  let price = vacancies.map(() => 0)
  let best = { price, excess: Infinity }
  for (let round = 0; round <= rounds; round++) {
    const referred = (lists: Candidate[][]) => vacancies.map((_, vacancy) => lists.flat().filter(one => one.vacancy === vacancy).length)
    if (round > 0) {
      const before = referred(listsAt(price, 1000))
      const step = Math.ceil(most / (round + 1))
      price = price.map((one, vacancy) => {
        const larger = Math.max(before[vacancy]!, fair[vacancy]!)
        return larger === 0 ? one : Math.max(0, Math.min(most, one + Math.trunc(step * (before[vacancy]! - fair[vacancy]!) / larger)))
      })
    }
    const excess = referred(listsAt(price, 1000)).reduce((sum, count, vacancy) => sum + Math.max(0, count - fair[vacancy]!), 0)
    if (excess < best.excess) best = { price, excess }
    if (excess === 0) break
  }
  return { lists: listsAt(best.price, balance).map(list => list.map(one => vacancies[one.vacancy]!)), price: best.price, fairLoad }
}

function listsOf ({ vacancies, seekers }: Market, { start, vacancy }: Recommendations): string[][] {
  return seekers.map((_, seeker) => Array.from(vacancy.subarray(start[seeker], start[seeker + 1]), to => vacancies[to]!))
}

t.test('is what the formulas say', async t => {
  fc.assert(fc.property(markets, limits, balances, fc.nat(6), (market, limit, balance, rounds) => {
    const found = recommendAll(market, { limit, balance, rounds })
    const wanted = naive(market, limit, balance, rounds)
    t.equal(JSON.stringify([listsOf(market, found), [...found.price], found.fairLoad]), JSON.stringify([wanted.lists, wanted.price, wanted.fairLoad]))
  }), runs(1500))
  const crowded = scoredTables(12, 4, fc.integer({ min: 0, max: 40 })).filter(({ pairs }) => pairs.length > 20).map(scoredMarket)
  fc.assert(fc.property(crowded, fc.constantFrom(1, 2), (market, limit) => {
    const found = recommendAll(market, { limit, balance: 1000, rounds: 25 })
    const wanted = naive(market, limit, 1000, 25)
    t.equal(JSON.stringify([listsOf(market, found), [...found.price]]), JSON.stringify([wanted.lists, wanted.price]))
  }), runs(250))
})

t.test('balance 0 is the plain ranking, and every list is as long as can be', async t => {
  fc.assert(fc.property(markets, limits, balances, (market, limit, balance) => {
    const plain = market.seekers.map((_, seeker) => pairsOf(market).filter(one => one.seeker === seeker && market.seats[one.vacancy]! > 0)
      .sort((one, other) => other.score - one.score || byId(market.vacancies[one.vacancy]!, market.vacancies[other.vacancy]!)).map(one => market.vacancies[one.vacancy]!))
    t.equal(JSON.stringify(listsOf(market, recommendAll(market, { limit, balance: 0 }))), JSON.stringify(plain.map(list => list.slice(0, limit))))
    listsOf(market, recommendAll(market, { limit, balance })).forEach((list, seeker) => {
      t.equal(new Set(list).size, Math.min(limit, plain[seeker]!.length))
      t.ok(list.every(id => plain[seeker]!.includes(id)))
    })
  }), runs(400))
})

t.test('a higher balance lowers the total charge and the total score, or leaves them', async t => {
  fc.assert(fc.property(markets, limits, balances, balances, (market, limit, one, other) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)].map(balance => recommendAll(market, { limit, balance, rounds: 5 })) as [Recommendations, Recommendations]
    t.same(low.price, high.price, 'prices do not depend on the balance')
    t.ok(sumOver(high, high.charge) <= sumOver(low, low.charge))
    t.ok(sumOver(high, market.score!) <= sumOver(low, market.score!))
  }), runs(600))
})

t.test('at full balance no more referrals are above the fair shares than in plain ranking', async t => {
  let [plainExcess, fullExcess] = [0, 0]
  const excess = (referred: Uint32Array, { fairShare }: Recommendations) => referred.reduce((sum, count, vacancy) => sum + Math.max(0, count - fairShare[vacancy]!), 0)
  fc.assert(fc.property(markets, limits, (market, limit) => {
    const full = recommendAll(market, { limit, balance: 1000 })
    t.ok(excess(full.referred, full) <= excess(full.plainReferred, full))
    plainExcess += excess(full.plainReferred, full)
    fullExcess += excess(full.referred, full)
  }), runs(400))
  t.ok(fullExcess * 2 < plainExcess, `over many markets less than half is left: ${fullExcess} of ${plainExcess}`)
})

t.test('people who are all alike are spread all the same, the lower ids first', async t => {
  const seekers = Array.from({ length: 12 }, (_, at) => `s${String(at).padStart(2, '0')}`)
  const vacancies = ['a', 'b', 'c', 'd']
  const pairs = seekers.flatMap((_, seeker) => vacancies.map((_, vacancy) => ({ seeker, vacancy, score: 100 - vacancy, seekerRank: 0, vacancyRank: 0 })))
  const market = scoredMarket({ seekers, vacancies, seats: [1, 1, 1, 1], pairs, ranked: { seekers: false, vacancies: false } })
  const { referred, plainReferred, fairLoad } = recommendAll(market, { limit: 1, balance: 1000, rounds: 200 })
  t.same([...plainReferred], [12, 0, 0, 0])
  t.equal(fairLoad, 3)
  t.ok(Math.max(...referred) <= 5, [...referred].join())
})

t.test('the order in which people, vacancies and pairs come does not matter', async t => {
  const shuffled = scoredTables(6, 5).chain(table => fc.record({
    table: fc.constant(table),
    seekers: fc.shuffledSubarray(table.seekers, { minLength: table.seekers.length }),
    vacancies: fc.shuffledSubarray(table.vacancies, { minLength: table.vacancies.length }),
  }))
  fc.assert(fc.property(shuffled, limits, balances, ({ table, seekers, vacancies }, limit, balance) => {
    const turned: ScoredTable = {
      ...table,
      seekers,
      vacancies,
      seats: vacancies.map(id => table.seats[table.vacancies.indexOf(id)]!),
      pairs: table.pairs.map(pair => ({ ...pair, seeker: seekers.indexOf(table.seekers[pair.seeker]!), vacancy: vacancies.indexOf(table.vacancies[pair.vacancy]!) })),
    }
    const lists = ({ seekers }: ScoredTable, lists: string[][]) => JSON.stringify(seekers.map((id, at) => [id, lists[at]!] as const).sort(([one], [other]) => byId(one, other)))
    const of = (table: ScoredTable) => {
      const market = scoredMarket(table)
      return lists(table, listsOf(market, recommendAll(market, { limit, balance })))
    }
    t.equal(of(turned), of(table))
  }), runs(300))
})

t.test('each list can be explained by the loads it meets', async t => {
  fc.assert(fc.property(markets, limits, balances, (market, limit, balance) => {
    const found = recommendAll(market, { limit, balance })
    const plain = listsOf(market, recommendAll(market, { limit, balance: 0 }))
    const lists = listsOf(market, found)
    market.seekers.forEach((id, seeker) => {
      const { seekerId, list, leftOut } = explainRecommendations(market, found, seeker)
      t.equal(seekerId, id)
      t.same(list.map(({ vacancyId }) => vacancyId), lists[seeker])
      t.same(leftOut.map(({ vacancyId }) => vacancyId), plain[seeker]!.filter(one => !lists[seeker]!.includes(one)))
      for (const one of [...list, ...leftOut]) {
        const vacancy = market.vacancies.indexOf(one.vacancyId)
        const pair = pairsOf(market).find(each => each.seeker === seeker && each.vacancy === vacancy)!
        const isListed = (other: number) => lists[other]!.includes(one.vacancyId)
        const stands = ({ pair, score, seeker }: Candidate) => [market.vacancyRank?.[pair] ?? 0, -score, market.seekers[seeker]!] as const
        const ahead = pairsOf(market).filter(other => other.vacancy === vacancy && isListed(other.seeker) && before(stands(other), stands(pair))).length
        t.same([one.score, one.seats, one.ahead, one.referred, one.key, one.plainPlace], [pair.score, market.seats[vacancy], ahead, lists.filter(list => list.includes(one.vacancyId)).length,
          1_000_000 * pair.score - balance * found.charge[pair.pair]!, listsOf(market, recommendAll(market, { limit: 99, balance: 0 }))[seeker]!.indexOf(one.vacancyId) + 1])
      }
      t.same([...list].sort((one, other) => other.key - one.key), list)
    })
  }), runs(150))
})

t.test('refuses what it cannot use, and can be stopped', async t => {
  const market = scoredMarket({ seekers: ['s'], vacancies: ['v'], seats: [1], pairs: [{ seeker: 0, vacancy: 0, score: 1, seekerRank: 0, vacancyRank: 0 }], ranked: { seekers: true, vacancies: true } })
  const cases: [unknown, unknown, RegExp][] = [
    [market, { limit: 0 }, /limit must be a whole number from 1/],
    [market, { balance: 1001 }, /balance must be a whole number from 0 to 1000, got 1001/],
    [market, { balance: 0.5 }, /balance must be/],
    [market, { rounds: -1 }, /rounds must be a whole number from 0 to 10000/],
    [market, { knob: 1 }, /There is no option 'knob'/],
    [{ ...market, score: null }, {}, /The market has no scores/],
    [{ ...market, start: Uint32Array.of(0, 2) }, {}, /market.start must end with 1/],
    [null, {}, /A market must be an object, got null/],
  ]
  for (const [given, options, message] of cases) t.throws(() => recommendAll(given as Market, options as RecommendOptions), message)
  const reason = new Error('enough')
  t.throws(() => recommendAll(market, { signal: { throwIfAborted: () => { throw reason } } }), reason)
  const seen: number[][] = []
  recommendAll(scoredMarket({ seekers: ['a', 'b'], vacancies: ['v', 'w'], seats: [1, 1], pairs: [0, 1].flatMap(seeker => [0, 1].map(vacancy => ({ seeker, vacancy, score: 9 - vacancy, seekerRank: 0, vacancyRank: 0 }))), ranked: { seekers: false, vacancies: false } }), { limit: 1, rounds: 0, onProgress: (done, total) => { seen.push([done, total]) } })
  t.same(seen, [[0, 0]])
  for (const seeker of [-1, 1, 0.5]) t.throws(() => explainRecommendations(market, recommendAll(market), seeker), /There is no seeker/)
})

function sumOver ({ pair }: Recommendations, numbers: ArrayLike<number>): number {
  return pair.reduce((sum, one) => sum + numbers[one]!, 0)
}

function before (one: readonly [number, number, string], other: readonly [number, number, string]): boolean {
  return (one[0] - other[0] || one[1] - other[1] || byId(one[2], other[2])) < 0
}
