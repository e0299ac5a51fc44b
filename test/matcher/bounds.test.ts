import fc from 'fast-check'
import t from 'tap'
import type { Ledger, Seeker, Vacancy } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { loadTaxonomy } from '@padan/taxonomy'
import {
  ANY_REACH, askedUnitsOf, boundSeekers, boundVacancies, distanceCredit, distanceHm, EVERYWHERE, evidenceStrength, FAMILY_SIZE, familiesOf, forgetUnits, groundOf, LANES, lanesOf, linkHeads,
  NearestFirst, NO_DAY, parseDay, placeAt, planOf, REST_PLANES, RestBound, seekerFacts, Sieve, spheresOf, STATES, strongerSummary, summariseSeeker, summariseVacancy, Trades, vacancyFacts,
  WaitingCandidates, writeLane, writeRest,
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
const PLANES_OF_UNITS = FAMILY_SIZE * BITS_PER_UNIT

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
  }), { numRuns: 1000, seed: 20_261_128 }))
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
  }), { numRuns: 1000, seed: 20_261_128 }))
  t.ok(tight > 250, `a bound is often the score itself: ${tight}`)
})

t.test('a sphere is never farther than anything in it, nor goes less far, at the poles and across the antimeridian too', async t => {
  const degrees = (most: number): fc.Arbitrary<number> => fc.oneof(fc.constantFrom(-most, most, most - 0.00001, 0.00001 - most, 0, -0), fc.double({ min: -most, max: most, noNaN: true }))
  const anywhere = fc.record({ lat: degrees(90), lng: degrees(180) })
  const near = fc.record({ lat: fc.double({ min: -6.3, max: -6.1, noNaN: true }), lng: fc.double({ min: 106.5, max: 106.8, noNaN: true }) })
  const atTheEdge = fc.record({ lat: fc.double({ min: -16.5, max: -16.4, noNaN: true }), lng: fc.constantFrom(-180, -179.99, -179.9, 179.9, 179.99999, 180) })
  const polar = fc.record({ lat: fc.constantFrom(-90, -89.99999, -89.95), lng: degrees(180) })
  const places = fc.oneof(...[anywhere, near, atTheEdge, polar].map(place => fc.array(place, { minLength: 1, maxLength: 12, size: 'max' })))
  const slot = fc.oneof({ weight: 8, arbitrary: fc.nat(11) }, { weight: 1, arbitrary: fc.constantFrom(-1, EVERYWHERE) })
  const runs = fc.array(fc.oneof(fc.array(slot, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(11), { minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 90, size: 'max' })
  const limits = fc.array(fc.constantFrom(0, 30, 400, 2540, ANY_REACH), { minLength: 1, maxLength: 9 })
  const nearest = new NearestFirst()
  let stayedNear = 0
  t.doesNotThrow(() => fc.assert(fc.property(places, fc.oneof(anywhere, near, atTheEdge, polar), runs, fc.constantFrom(0, 10, 400, 20_040, 200_400, Infinity), fc.option(limits, { nil: undefined }), (points, home, runs, reachHm, limits) => {
    const known = points.map(({ lat, lng }) => placeAt(lat, lng))
    const from = placeAt(home.lat, home.lng)
    const slots = runs.flat().map(one => one < 0 ? one : one % known.length)
    const starts = Uint32Array.from(runs.reduce((all, run) => [...all, all[all.length - 1] + run.length], [0]))
    const reachOf = Int32Array.from(slots, (_, at) => limits === undefined ? ANY_REACH : limits[at % limits.length])
    const spheres = spheresOf(starts, undefined, { placeOf: Int32Array.from(slots), ...limits === undefined ? {} : { reachOf }, coordinates: Float64Array.from(known.flatMap(({ x, y, z }) => [x, y, z])) })
    const count = nearest.arrange(spheres, 0, runs.length, from, 0, reachHm)
    const bounds = new Map(Array.from({ length: count }, (_, at) => [nearest.order[at], nearest.credit[at]]))
    if (bounds.size !== count) throw new Error('a run stands twice')
    runs.forEach((_, number) => {
      for (let at = starts[number]; at < starts[number + 1]; at++) {
        const one = slots[at]
        const hm = one < 0 ? 0 : distanceHm(from, known[one])
        const credit = one === EVERYWHERE ? 1000 : one < 0 ? 0 : distanceCredit(hm)
        const bound = bounds.get(number)
        if (bound === undefined ? hm <= reachHm && hm <= reachOf[at] : bound < credit) throw new Error(`run ${number}: ${hm} hm earn ${credit}, bound ${String(bound)}`)
        if (bound === undefined && hm <= reachHm) stayedNear++
      }
    })
  }), { numRuns: 2000, seed: 20_261_128 }))
  t.ok(stayedNear > 1000, `runs are left out because nobody in them goes so far: ${stayedNear} slots`)
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
      for (const { family, most, base, worth } of steps) {
        const own = words.get(family)
        if (points > most) throw new Error(`${points} unit points, but at most ${most} from family ${family} on`)
        met = own !== undefined
        if (own === undefined) continue
        const bound = base + lookUp(worth, own)
        const together = unitwiseMax(held.map(one => one.words.get(family)))
        if (points > bound || bound > base + lookUp(worth, together)) throw new Error(`${points} unit points, bound ${bound} in family ${family}, of all ${base + lookUp(worth, together)}`)
        if (points === bound && points > 0) tight++
        break
      }
      if (!met && points > 0) throw new Error(`${points} unit points, but no family`)
    }
  }), { numRuns: 4000, seed: 20_261_128 }))
  t.ok(tight > 200, `a bound is often the points themselves: ${tight}`)
})

t.test('a sieve leaves out nobody who has no more than the slack to lose, whatever its quantum', async t => {
  const asked = anyPoolsOf(taxonomy).chain(pools => fc.record({
    vacancy: vacancyOf(pools, 'lw-1'),
    seekers: fc.array(seekerOf(pools, 'pk-1'), { minLength: 1, maxLength: LANES, size: 'max' }),
    share: fc.double({ min: 0, max: 1.2, noNaN: true }),
  }))
  let kept = 0
  let left = 0
  t.doesNotThrow(() => fc.assert(fc.property(asked, AS_OF, profileOf(), ({ vacancy, seekers, share }, asOf, profile) => {
    const plan = planOf(vacancyFacts([vacancy], taxonomy)[0], profile)
    const facts = seekerFacts(seekers.map((seeker, at) => ({ ...seeker, id: `${at}` })), taxonomy)
    const { steps } = askedUnitsOf(taxonomy, families, plan, asOf === undefined ? NO_DAY : parseDay(asOf), heads)
    forgetUnits(taxonomy, plan, heads)
    const bound = new RestBound()
    boundSeekers(bound, ground, trades, plan)
    const sieve = new Sieve(bound)
    sieve.begin()
    for (const step of [undefined, ...steps]) {
      sieve.ask(step?.worth ?? new Int32Array(0))
      const planes = new Int32Array(PLANES_OF_UNITS + REST_PLANES)
      const most = facts.map((one, lane) => {
        const own = step === undefined ? undefined : wordsOf(seekers[lane]).get(step.family)
        const words = own ?? { low: 0, high: 0 }
        const summary = summariseSeeker(one, ground.levelRanks)
        const trade = trades.seekerWord(one)
        writeLane(words.low, lane, planes, 0)
        writeLane(words.high, lane, planes, PLANES_OF_UNITS / 2)
        writeRest(summary, trade, lane, planes, PLANES_OF_UNITS)
        return lookUp(step?.worth ?? new Int32Array(FAMILY_SIZE * STATES), words) + bound.of(summary, trade)
      })
      const top = sieve.unitsTop + sieve.restTop
      if (Math.max(...most) > top) throw new Error(`${Math.max(...most)} points, but at most ${top}`)
      const slack = Math.floor(top * share)
      sieve.prepare(slack)
      const lanes = sieve.sift(planes, 0, PLANES_OF_UNITS, lanesOf(facts.length), slack)
      if ((lanes & ~lanesOf(facts.length)) !== 0) throw new Error('a lane without anybody')
      most.forEach((points, lane) => {
        const stays = ((lanes >>> lane) & 1) === 1
        if (!stays && top - points <= slack) throw new Error(`lane ${lane} loses ${top - points}, slack ${slack}`)
        if (stays) kept++
        else left++
        if (stays && sieve.unitsOf(planes, 0, lane) + sieve.restOf(planes, PLANES_OF_UNITS, lane) !== points) throw new Error(`lane ${lane} reads otherwise than its words`)
      })
    }
  }), { numRuns: 2000, seed: 20_261_128 }))
  t.ok(kept > 1000 && left > 1000, `some stay, some are left out: ${kept}, ${left}`)
})

t.test('candidates are judged best bound first, and nobody is put off whose bound comes up to the floor', async t => {
  // Bounds of vacancies are not whole numbers.
  const bound = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 20_000_000 }).map(half => half / 2) }, { weight: 1, arbitrary: fc.constantFrom(0, 10_000_000, 7_083_000.5) })
  const candidates = new WaitingCandidates()
  let put = 0
  t.doesNotThrow(() => fc.assert(fc.property(fc.array(bound, { minLength: 1, maxLength: 1500, size: 'max' }), fc.boolean(), (bounds, mayPutOff) => {
    candidates.begin(mayPutOff)
    const judged: number[] = []
    const judge = (): void => {
      candidates.arrange()
      const order = Array.from(candidates.order.subarray(0, candidates.count))
      if (new Set(order).size !== candidates.count) throw new Error('a candidate stands twice')
      order.forEach((at, n) => {
        if (n > 0 && candidates.most[order[n - 1]] < candidates.most[at]) throw new Error('a better bound comes later')
        if (candidates.most[at] < bounds[candidates.slot[at]]) throw new Error('a bound has fallen')
        judged.push(candidates.slot[at])
      })
      candidates.count = 0
    }
    bounds.forEach((most, slot) => { if (candidates.add(slot, 0, most, 0, 0)) judge() })
    judge()
    if (candidates.floor > 0) put++
    const met = new Set(judged)
    if (met.size !== judged.length) throw new Error('somebody was judged twice')
    bounds.forEach((most, slot) => { if (!met.has(slot) && most >= candidates.floor) throw new Error(`${most} was put off, floor ${candidates.floor}`) })
    if (!mayPutOff && met.size !== bounds.length) throw new Error('somebody was put off')
  }), { numRuns: 500, seed: 20_261_128 }))
  t.ok(put > 50, `the worst are often put off: ${put}`)
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

/** What the units in two words bring beyond a step's base. */
function lookUp (worth: Int32Array, { low, high }: Held): number {
  let points = 0
  for (let position = 0; position < FAMILY_SIZE; position++) points += worth[STATES * position + strengthAt(position < UNITS_PER_WORD ? low : high, position)]
  return points
}

function strengthAt (word: number, position: number): number {
  return (word >> ((position % UNITS_PER_WORD) * BITS_PER_UNIT)) & 7
}
