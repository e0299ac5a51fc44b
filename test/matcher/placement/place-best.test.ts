import fc from 'fast-check'
import t from 'tap'
import { placeBest, verifyBest, type BestObjective, type BestPlacement } from '@padan/matcher/placement'
import { dice, exhaustiveBest, hungarianCost, marketOf, smallMarkets, type Matrix } from './best-markets.ts'

t.test('small markets are placed as well as trying everything can, and the duals prove it', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallMarkets(), ({ matrix, seats, objective }) => {
    const best = exhaustiveBest(matrix, seats, objective)
    const placement = proven(matrix, seats, objective)
    if (placement.total !== best.total) return false
    return objective === 'score' || placement.placed === best.placed
  }), { numRuns: 6000, seed: 1 }))
})

t.test('a price is what one more seat adds, and a surplus what the market loses without the seeker', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallMarkets(), ({ matrix, seats, objective }) => {
    const placement = proven(matrix, seats, objective)
    const best = exhaustiveBest(matrix, seats, objective)
    const isFirst = objective === 'people-first'
    const more = seats.every((_, at) => {
      const other = exhaustiveBest(matrix, seats.map((seat, index) => index === at ? seat + 1 : seat), objective)
      return other.total - best.total === placement.vacancyPrice[at] && (!isFirst || other.placed - best.placed === placement.vacancyCover![at])
    })
    const fewer = matrix.every((_, at) => {
      const other = exhaustiveBest(matrix.filter((_, index) => index !== at), seats, objective)
      return best.total - other.total === placement.seekerSurplus[at] && (!isFirst || best.placed - other.placed === placement.seekerCover![at])
    })
    return more && fewer
  }), { numRuns: 2000, seed: 2 }))
})

t.test('square costs cost what the Hungarian method finds', async t => {
  for (let seed = 1; seed <= 40; seed++) {
    const roll = dice(seed)
    const size = 20 + roll(60)
    const bound = [10, 100, 1_000_000][seed % 3]!
    const cost = table(size, size + seed % 4, () => 1 + roll(bound))
    const placement = proven(negated(cost), new Array(size + seed % 4).fill(1), 'people-first')
    t.same([placement.placed, -placement.total], [size, hungarianCost(cost)], `${size} rows, costs to ${bound}`)
  }
})

t.test('sparse markets where seats are short, plenty or just enough are proven, and agree with copies of seats', async t => {
  for (let seed = 1; seed <= 60; seed++) {
    const roll = dice(seed)
    const numVacancies = 10 + roll(30)
    const seats = Array.from({ length: numVacancies }, () => roll(5))
    const matrix = table(10 + roll(120), numVacancies, (_, at) => roll(10) < 3 ? roll(50) * at - roll(200) : null)
    for (const objective of ['score', 'people-first'] as const) {
      const placement = proven(matrix, seats, objective)
      const copies = seats.flatMap((seat, at) => new Array<number>(seat).fill(at))
      const apart = proven(matrix.map(row => copies.map(at => row[at]!)), copies.map(() => 1), objective)
      t.same([placement.total, objective === 'score' || placement.placed], [apart.total, objective === 'score' || apart.placed])
    }
  }
})

t.test('the order of people and vacancies changes neither what is reached nor the duals', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallMarkets(), fc.integer({ min: 1, max: 1_000_000 }), ({ matrix, seats, objective }, seed) => {
    const rows = shuffled(matrix.length, seed)
    const columns = shuffled(seats.length, seed + 1)
    const straight = proven(matrix, seats, objective)
    const mixed = proven(rows.map(row => columns.map(column => matrix[row]![column]!)), columns.map(column => seats[column]!), objective)
    return straight.total === mixed.total && (objective === 'score' || straight.placed === mixed.placed) &&
      rows.every((row, at) => mixed.seekerSurplus[at] === straight.seekerSurplus[row]) && columns.every((column, at) => mixed.vacancyPrice[at] === straight.vacancyPrice[column])
  }), { numRuns: 1000, seed: 3 }))
})

t.test('the same market gives the same placement', async t => {
  const roll = dice(5)
  const matrix = table(200, 40, () => roll(4) === 0 ? roll(3) : null)
  const seats = Array.from({ length: 40 }, () => roll(6))
  t.same(placeBest(marketOf(matrix, seats)), placeBest(marketOf(matrix, seats)))
})

t.test('another seat never lowers the total, and a vacancy that leaves never raises it', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(smallMarkets(), fc.nat(4), ({ matrix, seats }, at) => {
    const total = (seatsThen: number[]): number => proven(matrix, seatsThen, 'score').total
    const now = total(seats)
    return total(seats.map((seat, index) => index === at ? seat + 1 : seat)) >= now && total(seats.map((seat, index) => index === at ? 0 : seat)) <= now
  }), { numRuns: 1000, seed: 4 }))
})

/** The placement, after the verifier has found nothing wrong with it. */
function proven (matrix: Matrix, seats: readonly number[], objective: BestObjective): BestPlacement {
  const market = marketOf(matrix, seats)
  const placement = placeBest(market, { objective })
  const { ok, violations } = verifyBest(market, placement)
  if (!ok) throw new Error(`The verifier objects: ${JSON.stringify(violations)}`)
  return placement
}

function table<Cell> (numRows: number, numColumns: number, cell: (row: number, column: number) => Cell): Cell[][] {
  return Array.from({ length: numRows }, (_, row) => Array.from({ length: numColumns }, (_, column) => cell(row, column)))
}

function negated (cost: readonly number[][]): Matrix {
  return cost.map(row => row.map(each => -each))
}

function shuffled (count: number, seed: number): number[] {
  const roll = dice(seed)
  const order = Array.from({ length: count }, (_, at) => at)
  for (let at = count - 1; at > 0; at--) {
    const other = roll(at + 1)
    const kept = order[at]!
    order[at] = order[other]!
    order[other] = kept
  }
  return order
}
