import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { Point } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { plainDistance } from './reimplementation.ts'

const matcher = createMatcher({ taxonomy: await loadTaxonomy() })

/** How near to a whole hundred of metres a distance must lie to say something about millimetres, and how many such are tried. */
const NEAR_A_STEP = 0.003
const NUM_NEAR_A_STEP = 150
const MILLIMETRE = 0.001
const STEPS_PER_DEGREE = 100_000

t.test('a distance agrees with the haversine formula to the millimetre', async t => {
  const random = generator(1)
  const wrong: string[] = []
  let tried = 0
  while (tried < NUM_NEAR_A_STEP) {
    const from = placeFrom(random)
    const to = tried % 2 === 0 ? placeFrom(random) : near(from, random)
    const exact = plainDistance(from, to)
    const step = Math.round(exact / 100) * 100
    // Only whole hundreds of metres can be seen from outside: a distance just beside one shows where the step lies.
    if (exact > 20_000_000 || Math.abs(exact - step) > NEAR_A_STEP || Math.abs(exact - step) < MILLIMETRE) continue
    tried++
    const expected = Math.floor(exact / 100) * 100
    if (metresOf(from, to) !== expected) wrong.push(`${JSON.stringify({ from, to })}: ${metresOf(from, to)}, ${exact}`)
  }
  t.same(wrong, [])
})

t.test('any two points on the globe are as far apart as the formula says', async t => {
  const point = fc.record({ lat: fc.integer({ min: -9_000_000, max: 9_000_000 }).map(degrees), lng: fc.integer({ min: -18_000_000, max: 18_000_000 }).map(degrees) })
  t.doesNotThrow(() => fc.assert(fc.property(point, point, (from, to) => {
    const exact = plainDistance(from, to)
    return [exact - MILLIMETRE, exact + MILLIMETRE].map(metres => Math.floor(metres / 100) * 100).includes(metresOf(from, to))
  }), { numRuns: 3000, seed: 20_261_128 }))
})

t.test('the way there is as long as the way back', async t => {
  const point = fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lng: fc.double({ min: -180, max: 180, noNaN: true }) })
  t.doesNotThrow(() => fc.assert(fc.property(point, point, (from, to) => metresOf(from, to) === metresOf(to, from)), { numRuns: 1000, seed: 20_261_128 }))
})

t.test('opposite points are half the circumference apart, and points near them to within a metre', async t => {
  const half = Math.PI * 6_371_008.8
  const opposites: Array<[Point, Point]> = [
    [{ lat: 90, lng: 0 }, { lat: -90, lng: 77 }],
    [{ lat: 0, lng: -90 }, { lat: 0, lng: 90 }],
    [{ lat: -6.2, lng: 106.6 }, { lat: 6.2, lng: -73.4 }],
    [{ lat: 45, lng: 180 }, { lat: -45, lng: 0 }],
  ]
  for (const [from, to] of opposites) t.equal(metresOf(from, to), Math.floor(half / 100) * 100)

  const random = generator(2)
  const wrong: string[] = []
  for (let tried = 0; tried < 2000; tried++) {
    const from = placeFrom(random)
    const to = { lat: round(-from.lat + (random() - 0.5) * 0.02), lng: round(from.lng + (from.lng > 0 ? -180 : 180) * (1 - random() * 1e-4)) }
    if (Math.abs(to.lat) > 90) continue
    // The haversine itself is worth a decimetre here; the chord across the axis is not.
    const exact = half - plainDistance({ lat: -from.lat, lng: from.lng > 0 ? from.lng - 180 : from.lng + 180 }, to)
    const possible = [exact - 1, exact, exact + 1].map(metres => Math.floor(metres / 100) * 100)
    if (!possible.includes(metresOf(from, to))) wrong.push(`${JSON.stringify({ from, to })}: ${metresOf(from, to)}, ${exact}`)
  }
  t.same(wrong, [])
})

t.test('a pole is one place at every longitude, and the antimeridian is no border', async t => {
  for (const lng of [-180, -77.77777, 0, 12.3, 180]) {
    t.equal(metresOf({ lat: 90, lng: 33 }, { lat: 90, lng }), 0)
    t.equal(metresOf({ lat: -90, lng: 33 }, { lat: -90, lng }), 0)
    t.equal(metresOf({ lat: 10, lng: 33 }, { lat: -90, lng }), metresOf({ lat: 10, lng: 33 }, { lat: -90, lng: 33 }))
  }
  t.equal(metresOf({ lat: 12, lng: 180 }, { lat: 12, lng: -180 }), 0)
  t.equal(metresOf({ lat: 0, lng: 179.99999 }, { lat: 0, lng: -179.99999 }), 0)
  t.equal(metresOf({ lat: 0, lng: 179.995 }, { lat: 0, lng: -179.995 }), metresOf({ lat: 0, lng: 0.005 }, { lat: 0, lng: -0.005 }))
  t.equal(metresOf({ lat: 0, lng: 179.995 }, { lat: 0, lng: -179.995 }), 1100)
})

t.test('a coordinate is rounded to five decimals, half upwards', async t => {
  const near = (lat: number): number => metresOf({ lat: 0, lng: 0 }, { lat, lng: 0 })
  // 100.0755 m is 90 steps of 1e-5 degrees and a bit less than the 89.93 that make a hundred metres.
  t.equal(near(0.00090), 100)
  t.equal(near(0.000895), 100)
  t.equal(near(0.0008949), 0)
  t.equal(near(-0.000895), 0)
  t.equal(near(-0.0008951), 100)
  t.equal(near(-0), 0)
})

function metresOf (from: Point, to: Point): number {
  const row = matcher.explain({ id: 'pk-1', point: from }, { id: 'lw-1', point: to }).rows.find(({ criterion }) => criterion === 'distance')!
  if (row.because.kind !== 'distance') throw new Error(`The row tells '${row.because.kind}', not a distance.`)
  return row.because.metres
}

function placeFrom (random: () => number): Point {
  return { lat: round(random() * 180 - 90), lng: round(random() * 360 - 180) }
}

function near ({ lat, lng }: Point, random: () => number): Point {
  const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, round(value)))
  return { lat: clamp(lat + (random() - 0.5) * 0.3, 90), lng: clamp(lng + (random() - 0.5) * 0.3, 180) }
}

function round (value: number): number {
  return degrees(Math.round(value * STEPS_PER_DEGREE))
}

function degrees (steps: number): number {
  return steps / STEPS_PER_DEGREE
}

/** Numbers from 0 to 1, the same on every run (mulberry32). */
function generator (seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
