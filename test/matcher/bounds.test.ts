import fc from 'fast-check'
import t from 'tap'
import type { Ledger, Seeker, Vacancy } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { loadTaxonomy } from '@padan/taxonomy'
import {
  askedUnitsOf, boundSeekers, boundVacancies, CHUNK_MASK, distanceCredit, distanceHm, EVERYWHERE, evidenceStrength, FAMILY_SIZE, familiesOf, forgetUnits, groundOf, linkHeads,
  NearestFirst, NO_DAY, parseDay, placeAt, planOf, RestBound, seekerFacts, spheresOf, strongerSummary, summariseSeeker, summariseVacancy, Trades, vacancyFacts,
} from './inner.ts'
import { anyPoolsOf, AS_OF, heldUnitOf, profileOf, seekerOf, vacancyOf } from './market.ts'

const taxonomy = await loadTaxonomy()
const oracle = createOracle({ taxonomy })
const ground = groundOf(taxonomy)
const trades = new Trades(taxonomy)
const families = familiesOf(taxonomy)
const heads = linkHeads(taxonomy)

const UNITS_PER_WORD = FAMILY_SIZE / 2
const BITS_PER_UNIT = 3

const crowd = anyPoolsOf(taxonomy).chain(pools => fc.record({
  seekers: fc.array(seekerOf(pools, 'pk-1'), { minLength: 1, maxLength: 8, size: 'max' }),
  vacancies: fc.array(vacancyOf(pools, 'lw-1'), { minLength: 1, maxLength: 8, size: 'max' }),
}))

t.test('what words bound is never less than the points of any seeker they stand for', async t => {
  let tight = 0
  t.doesNotThrow(() => fc.assert(fc.property(crowd, AS_OF, profileOf(), ({ seekers, vacancies }, asOf, profile) => {
    const words = seekerFacts(seekers.map((seeker, at) => ({ ...seeker, id: `${at}` })), taxonomy).map(facts => ({ summary: summariseSeeker(facts, ground.levelRanks), trade: trades.seekerWord(facts) }))
    const joined = join(words)
    const bound = new RestBound()
    boundSeekers(bound, ground, trades, planOf(vacancyFacts([vacancies[0]], taxonomy)[0], profile))
    const most = bound.of(joined.summary, joined.trade)
    seekers.forEach((seeker, at) => {
      const points = restPoints(oracle.explain(seeker, vacancies[0], { profile, asOf }))
      const own = bound.of(words[at].summary, words[at].trade)
      if (own < points || most < own) throw new Error(`${points} points, bound ${own}, of all ${most}: ${JSON.stringify(seeker)}`)
      if (own === points && points > 0) tight++
    })
  }), { numRuns: 1000 }))
  t.ok(tight > 250, `a bound is often the score itself: ${tight}`)
})

t.test('what words bound is never less than the points of any vacancy they stand for', async t => {
  let tight = 0
  t.doesNotThrow(() => fc.assert(fc.property(crowd, AS_OF, profileOf(), ({ seekers, vacancies }, asOf, profile) => {
    const words = vacancyFacts(vacancies.map((vacancy, at) => ({ ...vacancy, id: `${at}` })), taxonomy).map(facts => ({ summary: summariseVacancy(facts, ground.levelRanks), trade: trades.vacancyWord(facts) }))
    const joined = join(words)
    const bound = new RestBound()
    boundVacancies(bound, ground, trades, seekerFacts([seekers[0]], taxonomy)[0], profile.shares)
    const most = bound.of(joined.summary, joined.trade)
    vacancies.forEach((vacancy, at) => {
      const points = restPoints(oracle.explain(seekers[0], vacancy, { profile, asOf }))
      const own = bound.of(words[at].summary, words[at].trade)
      if (own < points || most < own) throw new Error(`${points} points, bound ${own}, of all ${most}: ${JSON.stringify(vacancy)}`)
      if (own === points && points > 0) tight++
    })
  }), { numRuns: 1000 }))
  t.ok(tight > 250, `a bound is often the score itself: ${tight}`)
})

t.test('a sphere is never farther than anything in it, at the poles and across the antimeridian too', async t => {
  const degrees = (most: number): fc.Arbitrary<number> => fc.oneof(fc.constantFrom(-most, most, most - 0.00001, 0.00001 - most, 0, -0), fc.double({ min: -most, max: most, noNaN: true }))
  const anywhere = fc.record({ lat: degrees(90), lng: degrees(180) })
  const near = fc.record({ lat: fc.double({ min: -6.3, max: -6.1, noNaN: true }), lng: fc.double({ min: 106.5, max: 106.8, noNaN: true }) })
  const atTheEdge = fc.record({ lat: fc.double({ min: -16.5, max: -16.4, noNaN: true }), lng: fc.constantFrom(-180, -179.99, -179.9, 179.9, 179.99999, 180) })
  const polar = fc.record({ lat: fc.constantFrom(-90, -89.99999, -89.95), lng: degrees(180) })
  const places = fc.oneof(...[anywhere, near, atTheEdge, polar].map(place => fc.array(place, { minLength: 1, maxLength: 12, size: 'max' })))
  const slot = fc.oneof({ weight: 8, arbitrary: fc.nat(11) }, { weight: 1, arbitrary: fc.constantFrom(-1, EVERYWHERE) })
  const runs = fc.array(fc.oneof(fc.array(slot, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(11), { minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 90, size: 'max' })
  const nearest = new NearestFirst()
  t.doesNotThrow(() => fc.assert(fc.property(places, fc.oneof(anywhere, near, atTheEdge, polar), runs, fc.constantFrom(0, 10, 400, 20_040, 200_400, Infinity), (points, home, runs, reachHm) => {
    const known = points.map(({ lat, lng }) => placeAt(lat, lng))
    const from = placeAt(home.lat, home.lng)
    const slots = runs.flat().map(one => one < 0 ? one : one % known.length)
    const starts = Uint32Array.from(runs.reduce((all, run) => [...all, all[all.length - 1] + run.length], [0]))
    const spheres = spheresOf(starts, undefined, { placeOf: Int32Array.from(slots), coordinates: Float64Array.from(known.flatMap(({ x, y, z }) => [x, y, z])) })
    const count = nearest.arrange(spheres, 0, runs.length, from, 0, reachHm)
    const bounds = new Map(Array.from({ length: count }, (_, at) => [nearest.order[at], nearest.credit[at]]))
    if (bounds.size !== count) throw new Error('a run stands twice')
    runs.forEach((_, number) => {
      for (const one of slots.slice(starts[number], starts[number + 1])) {
        const hm = one < 0 ? 0 : distanceHm(from, known[one])
        const credit = one === EVERYWHERE ? 1000 : one < 0 ? 0 : distanceCredit(hm)
        const bound = bounds.get(number)
        if (bound === undefined ? hm <= reachHm : bound < credit) throw new Error(`run ${number}: ${hm} hm earn ${credit}, bound ${String(bound)}`)
      }
    })
  }), { numRuns: 2000 }))
})

t.test('what a family bounds is never less than the unit points of anybody in it', async t => {
  const asked = anyPoolsOf(taxonomy).chain(pools => fc.record({
    vacancy: vacancyOf(pools, 'lw-1'),
    seekers: fc.array(fc.record({ id: fc.constant('pk-1'), units: fc.array(heldUnitOf(pools), { maxLength: 10, size: 'max' }) }), { minLength: 1, maxLength: 8, size: 'max' }),
  }))
  let tight = 0
  t.doesNotThrow(() => fc.assert(fc.property(asked, AS_OF, profileOf(), ({ vacancy, seekers }: { vacancy: Vacancy, seekers: Seeker[] }, asOf, profile) => {
    const plan = planOf(vacancyFacts([vacancy], taxonomy)[0], profile)
    const { steps } = askedUnitsOf(taxonomy, families, plan, asOf === undefined ? NO_DAY : parseDay(asOf), heads)
    forgetUnits(taxonomy, plan, heads)
    const held = seekers.map(seeker => {
      const ledger = oracle.explain(seeker, vacancy, { profile, asOf })
      const fails = ledger.rules.some(({ rule, result }) => (rule === 'must-unit' || rule === 'certificate') && result === 'fail')
      return { words: wordsOf(seeker), points: unitPoints(ledger), fails }
    })
    for (const { words, points, fails } of held) {
      if (fails || !Array.isArray(vacancy.units)) continue
      let met = false
      for (const { family, most, base, table } of steps) {
        const own = words.get(family)
        if (points > most) throw new Error(`${points} unit points, but at most ${most} from family ${family} on`)
        met = own !== undefined
        if (own === undefined) continue
        const bound = base + lookUp(table(), own)
        const together = unitwiseMax(held.map(one => one.words.get(family)))
        if (points > bound || bound > base + lookUp(table(), together)) throw new Error(`${points} unit points, bound ${bound} in family ${family}, of all ${base + lookUp(table(), together)}`)
        if (points === bound && points > 0) tight++
        break
      }
      if (!met && points > 0) throw new Error(`${points} unit points, but no family`)
    }
  }), { numRuns: 2000 }))
  t.ok(tight > 200, `a bound is often the points themselves: ${tight}`)
})

interface Held {
  low: number
  high: number
}

/** Points of the rows that a rest bound covers: all but units and distance. */
function restPoints ({ rows }: Ledger): number {
  return rows.reduce((sum, { criterion, points }) => criterion === 'unit' || criterion === 'distance' ? sum : sum + points, 0)
}

function unitPoints ({ rows }: Ledger): number {
  return rows.reduce((sum, { criterion, points }) => criterion === 'unit' ? sum + points : sum, 0)
}

function join (words: ReadonlyArray<{ summary: number, trade: number }>): { summary: number, trade: number } {
  return words.reduce((a, b) => ({ summary: strongerSummary(a.summary, b.summary), trade: a.trade | b.trade }))
}

/** What somebody holds of each family, as the index packs it: three bits a unit, ten units a word. */
function wordsOf ({ units = [] }: Seeker): Map<number, Held> {
  const words = new Map<number, Held>()
  for (const { unit, evidence, expires } of units) {
    const index = taxonomy.units.indexOf(unit)
    const family = families.familyOf[index]
    const strength = evidenceStrength(['certified', 'trained', 'experienced', 'claimed'].indexOf(evidence), expires === undefined)
    const position = families.positionOf[index]
    const shift = (position % UNITS_PER_WORD) * BITS_PER_UNIT
    const own = position < UNITS_PER_WORD ? { low: strength << shift, high: 0 } : { low: 0, high: strength << shift }
    words.set(family, unitwiseMax([words.get(family), own]))
  }
  return words
}

/** The unitwise maximum. */
function unitwiseMax (all: ReadonlyArray<Held | undefined>): Held {
  const most = (part: 'low' | 'high'): number => {
    let word = 0
    for (let shift = 0; shift < UNITS_PER_WORD * BITS_PER_UNIT; shift += BITS_PER_UNIT) word |= Math.max(...all.map(one => one === undefined ? 0 : (one[part] >> shift) & 7)) << shift
    return word
  }
  return { low: most('low'), high: most('high') }
}

function lookUp ({ sums, lowShifts, lowOffsets, highShifts, highOffsets }: { sums: Int32Array, lowShifts: Int32Array, lowOffsets: Int32Array, highShifts: Int32Array, highOffsets: Int32Array }, { low, high }: Held): number {
  let worth = 0
  lowShifts.forEach((shift, chunk) => { worth += sums[lowOffsets[chunk] + ((low >> shift) & CHUNK_MASK)] })
  highShifts.forEach((shift, chunk) => { worth += sums[highOffsets[chunk] + ((high >> shift) & CHUNK_MASK)] })
  return worth
}
