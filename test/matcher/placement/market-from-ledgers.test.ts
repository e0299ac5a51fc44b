import t from 'tap'
import { createMatcher, type Matcher } from '@padan/matcher'
import { demoCity } from '@padan/matcher/demo'
import { checkMarket, marketFromLedgers, type LedgerMarketOptions, type Market } from '@padan/matcher/placement'
import { rankAll } from '@padan/matcher/threads'
import { loadTaxonomy } from '@padan/taxonomy'

const AS_OF = '2026-11-20'
const taxonomy = await loadTaxonomy()
const demo = demoCity(taxonomy, { seekers: 90, vacancies: 24 })
const records = { seekers: [...demo.seekers], vacancies: [...demo.vacancies] }
const matcher = createMatcher({ taxonomy })
matcher.seekers.put(records.seekers)
matcher.vacancies.put(records.vacancies)

interface Pair {
  seeker: string
  vacancy: string
  score: number
  seekerRank: number
  vacancyRank: number
}

function pairsOf ({ seekers, vacancies, start, vacancy, score, seekerRank, vacancyRank }: Market): Pair[] {
  return seekers.flatMap((seeker, number) => Array.from(vacancy.subarray(start[number], start[number + 1]), (to, offset) => {
    const pair = start[number]! + offset
    return { seeker, vacancy: vacancies[to]!, score: score![pair]!, seekerRank: seekerRank![pair]!, vacancyRank: vacancyRank![pair]! }
  }))
}

t.test('holds the best vacancies of each seeker and the best seekers of each vacancy, with the scores of their ledgers', async t => {
  for (const [perSeeker, perVacancy] of [[5, 0], [0, 4], [3, 6], [0, 0]] as const) {
    const market = marketFromLedgers(matcher, { asOf: AS_OF, perSeeker, perVacancy })
    checkMarket(market)
    const wanted = new Map<string, number>()
    for (const { id } of records.seekers) for (const pair of matcher.rankVacancies(id, { asOf: AS_OF, limit: perSeeker }).results) wanted.set(`${id} ${pair.id}`, pair.score)
    for (const { id } of records.vacancies) for (const pair of matcher.rankSeekers(id, { asOf: AS_OF, limit: perVacancy }).results) wanted.set(`${pair.id} ${id}`, pair.score)
    t.same(pairsOf(market).map(pair => [`${pair.seeker} ${pair.vacancy}`, pair.score]), [...wanted].sort(([one], [other]) => one < other ? -1 : 1), `${perSeeker} and ${perVacancy}`)
  }
})

t.test('ranks by appeal and fit, by score where asked, and calls equal numbers equal', async t => {
  const ledger = (pair: Pair) => matcher.explain(pair.seeker, pair.vacancy, { asOf: AS_OF })
  const orders: [LedgerMarketOptions, (pair: Pair) => number[], (pair: Pair) => number[]][] = [
    [{}, pair => [ledger(pair).appeal, pair.score], pair => [ledger(pair).fit, pair.score]],
    [{ seekersBy: 'score', vacanciesBy: 'score' }, pair => [pair.score], pair => [pair.score]],
  ]
  for (const [options, bySeeker, byVacancy] of orders) {
    const pairs = pairsOf(marketFromLedgers(matcher, { ...options, asOf: AS_OF, perSeeker: 8 }))
    for (const [side, rank, numbers] of [['seeker', 'seekerRank', bySeeker], ['vacancy', 'vacancyRank', byVacancy]] as const) {
      for (const id of new Set(pairs.map(pair => pair[side]))) {
        const group = pairs.filter(pair => pair[side] === id).map(pair => ({ rank: pair[rank], key: numbers(pair) }))
        const better = (one: number[], other: number[]) => other[0]! - one[0]! || (other[1] ?? 0) - (one[1] ?? 0)
        const distinct = [...new Set(group.map(({ key }) => key.join()))].map(key => key.split(',').map(Number)).sort(better).map(key => key.join())
        t.same(group.map(({ rank }) => rank), group.map(({ key }) => distinct.indexOf(key.join())), `${side} ${id}`)
      }
    }
  }
})

t.test('takes the seats of the records, or those that are given', async t => {
  const small = createMatcher({ taxonomy })
  small.seekers.put({ id: 's' })
  small.vacancies.put([{ id: 'a', seats: 7 }, { id: 'b' }, { id: 'c', seats: 0 }])
  t.same([small.seatsOf('a'), small.seatsOf('b'), small.seatsOf('c')], [7, null, 0])
  t.throws(() => small.seatsOf('d'), { name: 'NotFoundError', side: 'vacancy' })
  t.same([...marketFromLedgers(small).seats], [7, 1, 0])
  t.same([...marketFromLedgers(small, { unstatedSeats: 3 }).seats], [7, 3, 0])
  t.same([...marketFromLedgers(small, { seats: new Map([['a', 1], ['b', 2], ['c', 3]]) }).seats], [1, 2, 3])
  t.throws(() => marketFromLedgers(small, { seats: new Map([['a', 1]]) }), /no entry for the vacancy 'b'/)
  t.throws(() => marketFromLedgers(small, { seats: new Map([['a', 1.5]]) }), /seats of 'a' must be a whole number.*got 1.5/)
})

t.test('where only some take part, holds the best of those, however far down', async t => {
  const vacancies = records.vacancies.slice(0, 5).map(({ id }) => id)
  const seekers = records.seekers.slice(10, 40).map(({ id }) => id)
  const market = marketFromLedgers(matcher, { asOf: AS_OF, seekers, vacancies, perSeeker: 2, perVacancy: 3 })
  t.same([market.seekers, market.vacancies], [[...seekers].sort(), [...vacancies].sort()])
  const wanted = new Set<string>()
  for (const id of seekers) for (const pair of matcher.rankVacancies(id, { asOf: AS_OF, limit: 1000 }).results.filter(one => vacancies.includes(one.id)).slice(0, 2)) wanted.add(`${id} ${pair.id}`)
  for (const id of vacancies) for (const pair of matcher.rankSeekers(id, { asOf: AS_OF, limit: 1000 }).results.filter(one => seekers.includes(one.id)).slice(0, 3)) wanted.add(`${pair.id} ${id}`)
  t.same(pairsOf(market).map(pair => `${pair.seeker} ${pair.vacancy}`), [...wanted].sort())
})

t.test('depends on the records alone, and takes the lists of rankAll as they are', async t => {
  const direct = marketFromLedgers(matcher, { asOf: AS_OF, perSeeker: 6, perVacancy: 6 })
  const turned = createMatcher({ taxonomy })
  turned.vacancies.put([...records.vacancies].reverse())
  turned.seekers.put([...records.seekers].reverse())
  t.same(marketFromLedgers(turned, { asOf: AS_OF, perSeeker: 6, perVacancy: 6 }), direct)
  const lists = await rankAll(matcher, { asOf: AS_OF, limit: 6 })
  t.same(marketFromLedgers(matcher, { lists }), direct)
  const some = records.seekers.slice(0, 9).map(({ id }) => id)
  t.same(pairsOf(marketFromLedgers(matcher, { lists, seekers: some })).map(pair => [pair.seeker, pair.vacancy]), pairsOf(direct).filter(pair => some.includes(pair.seeker)).map(pair => [pair.seeker, pair.vacancy]))
  t.throws(() => marketFromLedgers(matcher, { lists, asOf: AS_OF }), /asOf was settled when the lists were made/)
})

t.test('tells how far it is and can be stopped', async t => {
  const seen: number[][] = []
  marketFromLedgers(matcher, { asOf: AS_OF, perVacancy: 1, onProgress: (done, total) => { seen.push([done, total]) } })
  t.same(seen, [[114, 114]])
  const reason = new Error('enough')
  t.throws(() => marketFromLedgers(matcher, { signal: { throwIfAborted: () => { throw reason } } }), reason)
})

t.test('refuses what it cannot use', async t => {
  const cases: [unknown, RegExp][] = [
    [{ perseeker: 1 }, /There is no option 'perseeker'/],
    [{ perSeeker: -1 }, /perSeeker must be a whole number from 0 to 4294967295, got -1/],
    [{ perVacancy: '3' }, /perVacancy must be a whole number/],
    [{ seekersBy: 'fit' }, /seekersBy must be appeal or score, got 'fit'/],
    [{ vacanciesBy: null }, /vacanciesBy must be fit or score, got 'null'/],
    [{ unstatedSeats: NaN }, /unstatedSeats must be a whole number/],
    [{ seekers: ['x'] }, /There is no seeker 'x'/],
    [{ vacancies: ['x'] }, /There is no vacancy 'x'/],
    [{ seekers: [records.seekers[0]!.id, records.seekers[0]!.id] }, /each id once/],
    [{ seats: { a: 1 } }, /seats must be a Map from vacancy id to a whole number, got object/],
    [{ seekers: 'ab' }, /seekers must be a list of ids, got string/],
    [{ lists: {} }, /lists.seekers must be what rankAll gives/],
    [{ lists: { seekers: { ids: [], lists: { start: Uint32Array.of(0), of: new Uint32Array(0), score: new Int32Array(0), fit: new Int32Array(0) } }, vacancies: { ids: ['a'], lists: {} } } }, /lists.vacancies must be what rankAll gives/],
    [{ asOf: 'today' }, /asOf must be a day/],
    [null, /Options must be an object/],
  ]
  for (const [options, message] of cases) t.throws(() => marketFromLedgers(matcher, options as LedgerMarketOptions), message)
  t.same(marketFromLedgers(createMatcher({ taxonomy }) as Matcher), { seekers: [], vacancies: [], seats: new Uint32Array(0), start: Uint32Array.of(0), vacancy: new Uint32Array(0), score: new Int32Array(0), seekerRank: new Uint32Array(0), vacancyRank: new Uint32Array(0) })
})
