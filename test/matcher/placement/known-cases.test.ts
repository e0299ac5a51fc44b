import t from 'tap'
import { NOWHERE, placeBest, placeStable, recommendAll, verifyLists, verifyPlacement, type Market } from '@padan/matcher/placement'
import { marketOf, type Matrix } from './best-markets.ts'

/** How the score orders either side: the higher the better, equal scores equal. */
function ranked (matrix: Matrix, seats: readonly number[]): Market {
  const market = marketOf(matrix, seats)
  const rank = market.score!.map(score => 100 - score)
  return { ...market, seekerRank: Uint32Array.from(rank), vacancyRank: Uint32Array.from(rank) }
}

interface Case {
  title: string
  matrix: Matrix
  seats: number[]
  /** Where everybody is. */
  stable: number[]
  /** The greatest total, and the greatest of those that place as many as can be. */
  total: number
  /** How many lists of one each vacancy is on: plainly, and at full balance. */
  plain: number[]
  spread: number[]
}

const ALIKE = [5, 4, 3]
const CASES: readonly Case[] = [
  { title: 'no acceptable partner', matrix: [[null, null], [null, null]], seats: [1, 1], stable: [NOWHERE, NOWHERE], total: 0, plain: [0, 0], spread: [0, 0] },
  { title: 'zero seats', matrix: [[5, 4], [4, 5]], seats: [0, 0], stable: [NOWHERE, NOWHERE], total: 0, plain: [0, 0], spread: [0, 0] },
  { title: 'fewer seats than people', matrix: [[9, 1], [8, 7], [6, 5]], seats: [1, 1], stable: [0, 1, NOWHERE], total: 16, plain: [3, 0], spread: [2, 1] },
  { title: 'ties everywhere', matrix: [[3, 3], [3, 3], [3, 3]], seats: [1, 1], stable: [0, 1, NOWHERE], total: 6, plain: [3, 0], spread: [1, 2] },
  { title: 'all the same list', matrix: [ALIKE, ALIKE, ALIKE], seats: [1, 1, 1], stable: [0, 1, 2], total: 12, plain: [3, 0, 0], spread: [1, 1, 1] },
  { title: 'one firm wants all', matrix: [[9, 5], [8, 5], [7, 5]], seats: [3, 3], stable: [0, 0, 0], total: 24, plain: [3, 0], spread: [3, 0] },
]

for (const { title, matrix, seats, stable, total, plain, spread } of CASES) {
  t.test(title, async t => {
    const market = ranked(matrix, seats)
    // With a cap that never binds, another solver does the work.
    const caps = [{ id: 'all', atMost: 100, members: market.vacancies.map(vacancyId => ({ vacancyId })) }]
    for (const options of [{}, { caps }]) {
      const placed = placeStable(market, options)
      t.same([...placed.vacancyOf], stable)
      t.same(verifyPlacement(market, placed).violations, [])
    }
    for (const objective of ['score', 'people-first'] as const) {
      const placed = placeBest(market, { objective })
      t.same([placed.total, placed.placed], [total, stable.filter(to => to !== NOWHERE).length], objective)
      t.same(verifyPlacement(market, placed).violations, [])
    }
    for (const [balance, referred] of [[0, plain], [1000, spread]] as const) {
      const lists = recommendAll(market, { limit: 1, balance })
      t.same([...lists.referred], referred, `balance ${balance}`)
      t.ok(verifyLists(market, lists).ok)
    }
  })
}
