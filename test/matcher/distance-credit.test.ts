import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { Point } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { plainDistanceCredit } from './reimplementation.ts'

const matcher = createMatcher({ taxonomy: await loadTaxonomy() })

const LAST_HM = 1200
/** Metres in a degree of a great circle, and the steps of 1e-5 degrees that the door rounds to. */
const METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180
const STEPS_PER_DEGREE = 100_000

t.test('the credit of every distance up to 120 km is floor(1000 * 2^(-hm / 100)), in whole numbers', async t => {
  const wrong: string[] = []
  for (let hm = 0; hm <= LAST_HM; hm++) {
    const { credit, metres } = north((hm + 0.5) * 100)
    if (metres !== hm * 100 || credit !== plainDistanceCredit(hm)) wrong.push(`${hm}: ${metres} m, ${credit}`)
  }
  t.same(wrong, [])
})

t.test('a distance is cut to whole hundreds of metres, not rounded', async t => {
  for (const hm of [1, 2, 50, 100, 500, 996]) {
    t.equal(north(hm * 100 - 2).metres, (hm - 1) * 100, `two metres short of ${hm * 100} m`)
    t.equal(north(hm * 100 + 2).metres, hm * 100, `two metres beyond ${hm * 100} m`)
  }
})

t.test('the credit is 1000 at home, halves every ten kilometres and ends at 99.7 km', async t => {
  const credits = [0, 9.95, 10, 20, 30, 99.6, 99.7, 20_000].map(km => north(km * 1000 + 50).credit)
  t.same(credits, [1000, 503, 500, 250, 125, 1, 0, 0])
})

/** The distance row of somebody so many metres due north of the work. */
function north (metres: number): { credit: number | null, metres: number } {
  const steps = Math.round(metres / METRES_PER_DEGREE * STEPS_PER_DEGREE)
  const work: Point = { lat: -90, lng: 0 }
  const home: Point = { lat: -90 + steps / STEPS_PER_DEGREE, lng: 0 }
  const row = matcher.explain({ id: 'pk-1', point: home }, { id: 'lw-1', point: work }).rows.find(({ criterion }) => criterion === 'distance')!
  if (row.because.kind !== 'distance') throw new Error(`The row tells '${row.because.kind}', not a distance.`)
  return { credit: row.credit, metres: row.because.metres }
}
