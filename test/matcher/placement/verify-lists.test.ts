import t from 'tap'
import { marketFromCosts, recommendAll, verifyLists, type Recommendations } from '@padan/matcher/placement'

const matrix = Array.from({ length: 12 }, (_, row) => Array.from({ length: 8 }, (_, column) => (row + column) % 5 === 0 ? null : (row * 5 + column * 3) % 17))
const market = marketFromCosts(matrix, { numbers: 'scores', seats: [0, 1, 2, 1, 1, 3, 1, 1] })
const honest = recommendAll(market, { limit: 4 })

t.test('what recommendAll says is accepted, for any limit and balance', async t => {
  for (const limit of [1, 3, 8, 20]) {
    for (const balance of [0, 500, 1000]) t.same(verifyLists(market, recommendAll(market, { limit, balance })), { kind: 'lists', ok: true, violations: [], numViolations: 0, counts: {} })
  }
})

const [first, second] = [honest.vacancy[0]!, honest.vacancy[1]!]
const stranger = market.vacancies.findIndex((_, vacancy) => matrix[0]![vacancy] === null && vacancy !== 0)
const mutants: Record<string, Partial<Recommendations>> = {
  'not-eligible': { vacancy: honest.vacancy.with(0, stranger) },
  'no-seats': { vacancy: honest.vacancy.with(0, 0) },
  twice: { vacancy: honest.vacancy.with(1, first), pair: honest.pair.with(1, honest.pair[0]!) },
  'wrong-length': { limit: 3 },
  'wrong-count': { referred: honest.referred.with(second, honest.referred[second]! + 1) },
}

for (const [code, change] of Object.entries(mutants)) {
  t.test(`lists are refused as ${code}`, async t => {
    const verdict = verifyLists(market, { ...honest, ...change })
    t.notOk(verdict.ok)
    t.ok(verdict.counts[code]! > 0, JSON.stringify(verdict.counts))
    t.equal(verdict.numViolations, Object.values(verdict.counts).reduce((sum, count) => sum + count, 0))
  })
}

t.test('a pair of somebody else is not eligible', async t => {
  t.match(verifyLists(market, { ...honest, pair: honest.pair.with(0, honest.pair[5]!) }).counts, { 'not-eligible': 1 })
})

t.test('a list cut short, and no more violations than asked for, are told', async t => {
  const short = honest.start.map((start, seeker) => seeker === 0 ? 0 : start - 1)
  t.ok(verifyLists(market, { ...honest, start: short }).counts['wrong-length']! > 0)
  t.match(verifyLists(market, { ...honest, limit: 1 }, { limit: 2 }), { violations: { length: 2 }, numViolations: 12 })
})
