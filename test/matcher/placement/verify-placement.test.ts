import { marketFromPreferences, placeBest, placeStable, verifyPlacement, type BestPlacement } from '@padan/matcher/placement'
import t from 'tap'

const { market } = marketFromPreferences({
  seekers: [{ id: 'ani', prefers: ['workshop', 'hotel'] }, { id: 'budi', prefers: ['workshop'] }],
  vacancies: [{ id: 'workshop', seats: 1 }, { id: 'hotel', seats: 1 }],
})
const scored = { ...market, score: Int32Array.from(market.vacancy, () => 1) }

t.test('a placement is checked by what it claims to be', async t => {
  const stable = placeStable(market)
  const best = placeBest(scored)
  t.match(verifyPlacement(market, stable), { kind: 'stable', ok: true })
  t.match(verifyPlacement(scored, best), { kind: 'best', ok: true })
  t.match(verifyPlacement(market, { ...stable, vacancyOf: Int32Array.from(stable.vacancyOf, () => 0) }), { ok: false, counts: { 'over-seats': 1 } })
  t.match(verifyPlacement(scored, { ...best, total: 3 }), { ok: false, counts: { 'wrong-total': 1 } })
})

t.test('a placement of no known kind is refused', async t => {
  const unknown = { ...placeBest(scored), kind: 'fair' } as unknown as BestPlacement
  t.throws(() => verifyPlacement(scored, unknown), new RangeError("placement.kind must be 'stable' or 'best', got 'fair'."))
})
