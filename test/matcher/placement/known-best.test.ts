import t, { type Test } from 'tap'
import { NOWHERE, placeBest, verifyBest, type Market, type PlaceBestOptions } from '@padan/matcher/placement'
import { dice, marketOf, type Matrix } from './best-markets.ts'

const CASES: ReadonlyArray<{ title: string, matrix: Matrix, seats: number[], options?: PlaceBestOptions, places: number[], total: number, prices: number[], surpluses?: number[] }> = [
  { title: 'an empty market places nobody', matrix: [], seats: [], places: [], total: 0, prices: [] },
  { title: 'people without vacancies stay out', matrix: [[], []], seats: [], places: [NOWHERE, NOWHERE], total: 0, prices: [] },
  { title: 'vacancies without people cost nothing', matrix: [], seats: [3, 0], places: [], total: 0, prices: [0, 0] },
  { title: 'a single pair is placed, and the seeker is what makes it', matrix: [[7]], seats: [1], places: [0], total: 7, prices: [0], surpluses: [7] },
  { title: 'whoever lists nothing stays out', matrix: [[null], [4]], seats: [1], places: [NOWHERE, 0], total: 4, prices: [0] },
  { title: 'without seats nobody is placed, and a seat would be worth the best who would come', matrix: [[5], [9]], seats: [0], places: [NOWHERE, NOWHERE], total: 0, prices: [9] },
  { title: 'with fewer seats than people the price is what the first outside would bring', matrix: [[5], [9], [7]], seats: [2], places: [NOWHERE, 0, 0], total: 16, prices: [5], surpluses: [0, 4, 2] },
  { title: 'more seats than can be counted are free', matrix: [[5], [9]], seats: [4_294_967_295], places: [0, 0], total: 14, prices: [0] },
  { title: 'a firm that wants all leaves its rival to the one who gains least by it', matrix: [[9, 1], [9, 4], [9, 6]], seats: [2, 1], places: [0, 0, 1], total: 24, prices: [3, 0] },
  { title: 'all the same score fills the seats from the first seeker on', matrix: [[3, 3], [3, 3], [3, 3]], seats: [1, 1], places: [0, 1, NOWHERE], total: 6, prices: [3, 3], surpluses: [0, 0, 0] },
  { title: 'a pair of negative score is not used', matrix: [[-1, 2]], seats: [1, 0], places: [NOWHERE], total: 0, prices: [0, 2] },
  { title: 'a pair of negative score is used where people come first', matrix: [[-1, 2]], seats: [1, 0], options: { objective: 'people-first' }, places: [0], total: -1, prices: [0, 3] },
  { title: 'two placed outweigh the one best pair where people come first', matrix: [[10, 1], [9, null]], seats: [1, 1], options: { objective: 'people-first' }, places: [1, 0], total: 10, prices: [9, 0] },
  { title: 'the one best pair outweighs two where the score counts', matrix: [[10, -2], [9, null]], seats: [1, 1], places: [0, NOWHERE], total: 10, prices: [9, 0] },
  { title: 'who is fixed stays and takes a seat, whatever others would bring', matrix: [[1], [9]], seats: [1], options: { fixed: [{ seekerId: 's0', vacancyId: 'v0' }] }, places: [0, NOWHERE], total: 1, prices: [9], surpluses: [-8, 0] },
  { title: 'a fixed pair of negative score counts', matrix: [[-5, 8], [2, 3]], seats: [2, 1], options: { fixed: [{ seekerId: 's0', vacancyId: 'v0' }] }, places: [0, 1], total: -2, prices: [0, 0] },
  { title: 'a refused pair is not used, whoever refuses', matrix: [[8, 1], [7, 2]], seats: [1, 1], options: { refusals: [{ seekerId: 's0', vacancyId: 'v0', by: 'vacancy' }] }, places: [1, 0], total: 8, prices: [0, 0] },
]

for (const { title, matrix, seats, options, places, total, prices, surpluses } of CASES) {
  t.test(title, async t => {
    const market = marketOf(matrix, seats)
    const placement = placeBest(market, options)
    t.same([...placement.vacancyOf], places)
    t.equal(placement.total, total)
    t.equal(placement.placed, places.filter(place => place !== NOWHERE).length)
    t.same([...placement.vacancyPrice], prices)
    if (surpluses !== undefined) t.same([...placement.seekerSurplus], surpluses)
    t.same(verifyBest(market, placement).violations, [])
  })
}

t.test('covers show who limits the number: here two seats that four people want, and nobody else', async t => {
  const market = marketOf([[1, null], [2, null], [3, null], [4, 5]], [2, 7])
  const { placed, total, vacancyCover, seekerCover } = placeBest(market, { objective: 'people-first' })
  t.same([placed, total, [...vacancyCover!], [...seekerCover!]], [3, 10, [1, 0], [0, 0, 0, 1]])
})

t.test('costs i times j cost the least in opposite order (Machol and Wien 1976)', async t => {
  for (const size of [1, 2, 50, 200]) {
    const market = square(size, (row, column) => -(row + 1) * (column + 1))
    const { total, vacancyOf } = placeBest(market, { objective: 'people-first' })
    t.equal(-total, size * (size + 1) * (size + 2) / 6)
    t.same([...vacancyOf], Array.from({ length: size }, (_, row) => size - 1 - row))
  }
})

t.test('costs 1 to 100 as those of Beasley (1990) are proven least, at their sizes', async t => {
  for (const size of [100, 200, 300]) {
    const roll = dice(size)
    provenSquare(t, square(size, () => -1 - roll(100)))
  }
})

t.test('distances on a plane are proven least', async t => {
  const roll = dice(8)
  const point = (): [number, number] => [roll(1000), roll(1000)]
  const from = Array.from({ length: 200 }, point)
  const to = Array.from({ length: 200 }, point)
  provenSquare(t, square(200, (row, column) => -Math.round(Math.hypot(from[row]![0] - to[column]![0], from[row]![1] - to[column]![1]))))
})

t.test('what a pair is worth may be a product of two sides, so that everybody wants the same', async t => {
  const roll = dice(9)
  const skill = Array.from({ length: 150 }, () => roll(3000))
  const pay = Array.from({ length: 150 }, () => roll(3000))
  const market = square(150, (row, column) => skill[row]! * pay[column]!)
  const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)
  const placement = placeBest(market)
  // The rearrangement inequality.
  t.equal(placement.total, ascending(skill).reduce((sum, each, at) => sum + each * ascending(pay)[at]!, 0))
  t.equal(verifyBest(market, placement).ok, true)
})

function square (size: number, score: (row: number, column: number) => number): Market {
  return marketOf(Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => score(row, column))), new Array<number>(size).fill(1))
}

function provenSquare (t: Test, market: Market): void {
  const placement = placeBest(market, { objective: 'people-first' })
  t.equal(placement.placed, market.seekers.length)
  t.same(verifyBest(market, placement).violations, [])
}
