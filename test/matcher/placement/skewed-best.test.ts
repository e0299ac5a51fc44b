import t, { type Test } from 'tap'
import { createMatcher } from '@padan/matcher'
import { demoCity } from '@padan/matcher/demo'
import { placeBest, verifyBest, type Market } from '@padan/matcher/placement'
import { loadTaxonomy } from '@padan/taxonomy'
import { dice, hungarianCost, marketOf, type Matrix } from './best-markets.ts'

/** Large enough that searching alone would take long, and an auction with scaled steps takes over. */
const SIZE = 320

/** More than all scores of 400 people. */
const STAY_OUT = 100_000_000_000

const roll = dice(21)
const skill = Array.from({ length: SIZE }, () => 1 + roll(3000))
const pay = Array.from({ length: SIZE }, () => 1 + roll(3000))
const KINDS: Record<string, (seeker: number, vacancy: number) => number> = {
  'the product of skill and pay': (seeker, vacancy) => skill[seeker]! * pay[vacancy]!,
  'the pay, with little of their own': (_, vacancy) => 100 * pay[vacancy]! + roll(100),
  'the pay, and as many lose by it as gain': (seeker, vacancy) => (skill[seeker]! - 1500) * pay[vacancy]!,
}

for (const [title, worth] of Object.entries(KINDS)) {
  for (const [supply, seats] of Object.entries({ short: 0.8, 'just enough': 1, plenty: 1.1 })) {
    t.test(`where all look at ${title}, and seats are ${supply}, the total is what the Hungarian method finds`, async t => {
      const numSeekers = Math.round(SIZE / seats)
      const matrix: Matrix = Array.from({ length: numSeekers }, (_, seeker) => Array.from({ length: SIZE / 2 }, (_, vacancy) => roll(8) === 0 ? worth(seeker % SIZE, vacancy) : null))
      const market = marketOf(matrix, new Array<number>(SIZE / 2).fill(2))
      const { total } = proven(t, market, 'score')
      t.equal(total, -hungarianCost(matrix.map(row => [...row, ...row, ...matrix.map(() => 0)].map(score => score === null ? 0 : Math.min(0, -score)))))
      const first = proven(t, market, 'people-first')
      const placeFirst = matrix.map(row => [...row, ...row, ...matrix.map(() => 0)].map((score, column) => column >= SIZE ? STAY_OUT : score === null ? 2 * STAY_OUT : -score))
      t.equal((numSeekers - first.placed) * STAY_OUT - first.total, hungarianCost(placeFirst))
    })
  }
}

for (const [title, worth] of Object.entries(KINDS)) {
  for (const [numRows, numColumns] of [[220, 220], [200, 230]] as const) {
    t.test(`a full matrix of ${numRows} x ${numColumns} where all look at ${title} has the total of the Hungarian method, whichever way is taken`, async t => {
      const matrix = Array.from({ length: numRows }, (_, row) => Array.from({ length: numColumns }, (_, column) => worth(row, column)))
      const { placed, total } = proven(t, marketOf(matrix, new Array<number>(numColumns).fill(1)), 'people-first')
      t.same([placed, -total], [numRows, hungarianCost(matrix.map(row => row.map(score => -score)))])
    })
  }
}

t.test('a city that ranks its vacancies is placed with proof, whatever its seats', async t => {
  const taxonomy = await loadTaxonomy()
  const city = demoCity(taxonomy, { seekers: 1500, vacancies: 500 })
  const seekers = [...city.seekers]
  const vacancies = [...city.vacancies]
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put(seekers)
  matcher.vacancies.put(vacancies)
  const rows = seekers.map(({ id }) => new Map(matcher.rankVacancies(id, { limit: 20, asOf: '2026-11-20' }).results.map(({ id, score }) => [id, score])))
  const matrix = rows.map(row => vacancies.map(({ id }) => row.get(id) ?? null))
  for (const seats of [vacancies.map(vacancy => vacancy.seats ?? 1), vacancies.map(() => 1), vacancies.map((_, at) => at === 7 ? 700 : 0)]) {
    const market = marketOf(matrix, seats)
    const score = proven(t, market, 'score')
    const first = proven(t, market, 'people-first')
    t.ok(first.placed >= score.placed && score.total >= first.total)
  }
})

function proven (t: Test, market: Market, objective: 'score' | 'people-first'): ReturnType<typeof placeBest> {
  const placement = placeBest(market, { objective })
  t.same(verifyBest(market, placement).violations, [])
  return placement
}
