import fc from 'fast-check'
import type { BestObjective, Market } from '@padan/matcher/placement'

/** Scores by seeker and vacancy; null where the pair is not listed. */
export type Matrix = ReadonlyArray<ReadonlyArray<number | null>>

/** What is best: how many are placed, and their total. */
export interface Best {
  placed: number
  total: number
}

export function marketOf (matrix: Matrix, seats: readonly number[]): Market {
  const start = [0]
  const vacancy: number[] = []
  const score: number[] = []
  for (const row of matrix) {
    row.forEach((each, at) => {
      if (each === null) return
      vacancy.push(at)
      score.push(each)
    })
    start.push(vacancy.length)
  }
  return {
    seekers: matrix.map((_, number) => `s${number}`),
    vacancies: seats.map((_, number) => `v${number}`),
    seats: Uint32Array.from(seats),
    start: Uint32Array.from(start),
    vacancy: Uint32Array.from(vacancy),
    score: Int32Array.from(score),
    seekerRank: null,
    vacancyRank: null,
  }
}

/** Tries everything: each seeker in turn stays out or takes any listed seat that is left. */
export function exhaustiveBest (matrix: Matrix, seats: readonly number[], objective: BestObjective): Best {
  const isBetter = (a: Best, b: Best): boolean => objective === 'score' ? a.total > b.total : a.placed > b.placed || (a.placed === b.placed && a.total > b.total)
  const found = new Map<string, Best>()
  const from = (seeker: number, left: readonly number[]): Best => {
    if (seeker === matrix.length) return { placed: 0, total: 0 }
    const key = `${seeker}:${left.join()}`
    const known = found.get(key)
    if (known !== undefined) return known
    let best = from(seeker + 1, left)
    matrix[seeker]!.forEach((score, at) => {
      if (score === null || left[at] === 0) return
      const rest = from(seeker + 1, left.map((seat, other) => other === at ? seat - 1 : seat))
      const here = { placed: rest.placed + 1, total: rest.total + score }
      if (isBetter(here, best)) best = here
    })
    found.set(key, best)
    return best
  }
  return from(0, seats)
}

/** The Hungarian method in few lines (rows no more than columns, one seat each): the least total cost that places every row. O(rows^2 * columns). */
export function hungarianCost (cost: ReadonlyArray<ArrayLike<number>>): number {
  const numColumns = cost[0]!.length
  const u = new Float64Array(cost.length + 1)
  const v = new Float64Array(numColumns + 1)
  const rowOf = new Int32Array(numColumns + 1)
  for (let row = 1; row <= cost.length; row++) {
    rowOf[0] = row
    let at = 0
    const least = new Float64Array(numColumns + 1).fill(Infinity)
    const way = new Int32Array(numColumns + 1)
    const used = new Uint8Array(numColumns + 1)
    do {
      used[at] = 1
      let delta = Infinity
      let next = 0
      for (let column = 1; column <= numColumns; column++) {
        if (used[column] === 1) continue
        const reduced = cost[rowOf[at]! - 1]![column - 1]! - u[rowOf[at]!]! - v[column]!
        if (reduced < least[column]!) {
          least[column] = reduced
          way[column] = at
        }
        if (least[column]! < delta) {
          delta = least[column]!
          next = column
        }
      }
      for (let column = 0; column <= numColumns; column++) {
        if (used[column] === 1) {
          u[rowOf[column]!]! += delta
          v[column]! -= delta
        } else {
          least[column]! -= delta
        }
      }
      at = next
    } while (rowOf[at] !== 0)
    while (at !== 0) {
      rowOf[at] = rowOf[way[at]!]!
      at = way[at]!
    }
  }
  return -v[0]!
}

export interface SmallMarket {
  matrix: Array<Array<number | null>>
  seats: number[]
  objective: BestObjective
}

/** Up to 6 seekers and 5 vacancies of 0 to 3 seats; scores from narrow ranges, so that ties are many, or from all 32 bits. A third is dense, one seat each. */
export function smallMarkets (): fc.Arbitrary<SmallMarket> {
  const scores = fc.constantFrom<Array<[number, number]>>([0, 0], [0, 2], [-3, 3], [0, 10_000_000], [-10, -1], [-2_147_483_648, 2_147_483_647])
  return fc.record({ numSeekers: fc.nat(6), numVacancies: fc.nat(5), range: scores, density: fc.constantFrom(1, 2, 4) }).chain(({ numSeekers, numVacancies, range: [min, max], density }) => {
    // A full matrix with one seat a column is solved by a kernel of its own.
    const pair = fc.tuple(fc.integer({ min, max }), fc.nat(3)).map(([score, n]) => n < density ? score : null)
    return fc.record({
      matrix: fc.array(fc.array(pair, { minLength: numVacancies, maxLength: numVacancies }), { minLength: numSeekers, maxLength: numSeekers }),
      seats: fc.array(density === 4 ? fc.constant(1) : fc.nat(3), { minLength: numVacancies, maxLength: numVacancies }),
      objective: fc.constantFrom<BestObjective[]>('score', 'people-first'),
    })
  })
}

/** A seeded stream of whole numbers below a bound (xorshift of 32 bits). */
export function dice (seed: number): (bound: number) => number {
  let state = Math.imul(seed, 2_654_435_761) | 1
  return bound => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor((state >>> 0) / 4_294_967_296 * bound)
  }
}
