import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { Profile, RankOptions, Seeker, Vacancy } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyPoolsOf, AS_OF, profileOf, seekerOf, vacancyOf, type Market } from './market.ts'

const taxonomy = await loadTaxonomy()
const EVERY_UNIT = Array.from({ length: taxonomy.units.size }, (_, index) => taxonomy.units.codeAt(index))
/** The same two for all markets, one after the other, so that nothing of an earlier market may be left. */
const [matcher, oracle] = [createMatcher({ taxonomy }), createOracle({ taxonomy })]
const HELD_BY_ALL = 'C.24LAS01.001.1'

/** A small market: 5 to 60 people and 1 to 20 vacancies, put together from a few records so that much is equal or nearly so. */
const market: fc.Arbitrary<Market> = anyPoolsOf(taxonomy).chain(pools => fc.record({
  people: fc.array(seekerOf(pools, ''), { minLength: 3, maxLength: 10, size: 'max' }),
  adverts: fc.array(vacancyOf(pools, ''), { minLength: 1, maxLength: 5, size: 'max' }),
  seekers: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 5, maxLength: 60, size: 'max' }),
  vacancies: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 20, size: 'max' }),
})).map(({ people, adverts, seekers, vacancies }) => ({
  // Half of the properties of one record over those of another.
  seekers: seekers.map(([first, second], at) => ({ ...mixed(people, first, second), id: `pk-${at}` })),
  vacancies: vacancies.map(([first, second], at) => ({ ...mixed(adverts, first, second), id: `lw-${at}` })),
}))

/** What makes a market nasty: each is one function over a plain one, in which `n` chooses where. */
const TWISTS: Record<string, (market: Market, n: number) => Market> = {
  none: market => market,
  'nobody there': ({ vacancies }) => ({ seekers: [], vacancies }),
  'nothing on offer': ({ seekers }) => ({ seekers, vacancies: [] }),
  'all unknown': ({ seekers, vacancies }) => ({ seekers: seekers.map(({ id }) => ({ id })), vacancies: vacancies.map(({ id }) => ({ id })) }),
  'people unknown': ({ seekers, vacancies }) => ({ seekers: seekers.map(({ id }) => ({ id })), vacancies }),
  'adverts that leave all open': ({ seekers, vacancies }) => ({
    seekers,
    vacancies: vacancies.map(({ id }, at) => ({ id, units: 'any', education: 'any', fields: 'any', experience: 'any', remote: at % 2 === 0 })),
  }),
  'a hundred units': ({ seekers, vacancies }, n) => ({
    seekers: seekers.map((seeker, at) => ({ ...seeker, units: [...seeker.units ?? [], ...some(n + at * 7, 4).map(unit => ({ unit, evidence: 'trained' as const }))] })),
    vacancies: vacancies.map((vacancy, at) => ({ ...vacancy, units: some(n + at, at === 0 ? 200 : 100).map((unit, row) => ({ unit, importance: 1 + (row + n) % 5 })) })),
  }),
  'a unit held by everyone': ({ seekers, vacancies }, n) => ({
    seekers: seekers.map((seeker, at) => ({ ...seeker, units: [...seeker.units ?? [], { unit: HELD_BY_ALL, evidence: (at + n) % 3 === 0 ? 'certified' : 'trained' }] })),
    vacancies: vacancies.map((vacancy, at) => ({ ...vacancy, units: [{ unit: HELD_BY_ALL, must: at % 2 === 0, certificate: at % 3 === 0 }] })),
  }),
  'at the poles and across the antimeridian': ({ seekers, vacancies }, n) => ({
    seekers: seekers.map((seeker, at) => ({ ...seeker, point: edge(at + n), reachKm: [0, 1, 12, 300, 20_040][at % 5], willingToMove: false })),
    vacancies: vacancies.map((vacancy, at) => ({ ...vacancy, point: edge(3 * at + n), remote: false })),
  }),
  'everybody the same': ({ seekers, vacancies }) => ({ seekers: seekers.map(({ id }) => ({ ...seekers[0], id })), vacancies: vacancies.map(({ id }) => ({ ...vacancies[0], id })) }),
  'all doors open': ({ seekers, vacancies }) => ({
    seekers: seekers.map(({ reachKm, needs, ...seeker }) => seeker),
    vacancies: vacancies.map(({ seats, opens, closes, licences, adultsOnly, units, ...vacancy }) => ({
      ...vacancy,
      ...Array.isArray(units) ? { units: units.map(({ unit, importance }) => ({ unit, importance })) } : { units },
    })),
  }),
}

/** Built-in profiles, and some in which one criterion is all or next to nothing. */
const profiles = fc.oneof(profileOf(), fc.constantFrom('unit', 'education', 'field', 'experience', 'distance', 'wage', 'wish', 'job-type').chain(most => fc.constantFrom('unit', 'distance', 'wish').map((least): Profile => {
  const shares = { unit: 0, education: 0, field: 0, experience: 0, distance: 0, wage: 0, wish: 0, 'job-type': 0, [most]: 9999 }
  shares[least] += 1
  return { name: 'own', shares }
})))
/** Runs of those that are slow for the oracle, or that leave little to try. */
const FEWER: Record<string, number> = { 'nobody there': 40, 'nothing on offer': 40, 'all unknown': 100, 'a hundred units': 60 }
const MILLION = 1_000_000
const TWENTY_THOUSAND = 20_000
const LIMIT = fc.constantFrom(0, 1, 2, 3, 7, 50, 1_000_000_000, Number.MAX_SAFE_INTEGER)

for (const [name, twist] of Object.entries(TWISTS)) {
  t.test(`index and oracle give the same rankings of markets: ${name}`, async t => {
    t.doesNotThrow(() => fc.assert(fc.property(market, fc.nat(2000), AS_OF, profiles, LIMIT, (plain, n, asOf, profile, limit) => {
      const { seekers, vacancies } = twist(plain, n)
      fill(seekers, vacancies)
      const options = { asOf, profile, limit }
      // Somebody who is not in the market asks too.
      same(options, plain.seekers.slice(0, 1), plain.vacancies.slice(0, 1))
      same(options, seekers.slice(-4), vacancies.slice(-4))
    }), { numRuns: FEWER[name] ?? 250, seed: 20_261_128 }))
  })
}

t.test('records that go and come back between the questions of a batch are seen or not seen by both', async t => {
  const batch = fc.array(fc.tuple(fc.nat(60), fc.nat(20), fc.boolean()), { minLength: 3, maxLength: 12, size: 'max' })
  t.doesNotThrow(() => fc.assert(fc.property(market, batch, AS_OF, profiles, fc.constantFrom(1, 4, 100), ({ seekers, vacancies }, batch, asOf, profile, limit) => {
    fill(seekers, vacancies)
    for (const [person, advert, returns] of batch) {
      const seeker = seekers[person % seekers.length]
      const vacancy = vacancies[advert % vacancies.length]
      same({ asOf, profile, limit }, [seeker], [vacancy])
      for (const one of [matcher, oracle]) {
        one.seekers.delete(seeker.id)
        one.vacancies.delete(vacancy.id)
        if (returns) one.seekers.put({ ...seekers[advert % seekers.length], id: seeker.id })
      }
      same({ asOf, profile, limit }, [seeker], [vacancy])
    }
  }), { numRuns: 200, seed: 20_261_128 }))
})

t.test('a million times the same person, and twenty thousand times the same advert, are a ranking by id alone, whatever the limit', async t => {
  const seeker: Seeker = { id: '', units: [{ unit: HELD_BY_ALL, evidence: 'trained' }], region: '36.71.07', wish: { wage: 5_000_000 } }
  const vacancy: Vacancy = { id: 'lw-1', seats: 1, units: [{ unit: HELD_BY_ALL }], region: '36.71.02', wage: { min: 4_900_000 } }
  const matcher = createMatcher({ taxonomy })
  const idOf = (at: number): string => `pk-${String((at * 7919) % MILLION).padStart(7, '0')}`
  for (let at = 0; at < MILLION; at += TWENTY_THOUSAND) matcher.seekers.put(Array.from({ length: TWENTY_THOUSAND }, (_, n) => ({ ...seeker, id: idOf(at + n) })))
  const ids = Array.from({ length: TWENTY_THOUSAND }, (_, at) => `pk-${String(at).padStart(7, '0')}`)
  matcher.vacancies.put(ids.toReversed().map(id => ({ ...vacancy, id })))
  t.equal(matcher.seekers.size, MILLION)
  const { score, potential } = matcher.explain({ ...seeker, id: 'pk-0' }, vacancy)
  for (const limit of [0, 1, 50, TWENTY_THOUSAND]) {
    for (const { results } of [matcher.rankSeekers(vacancy, { limit }), matcher.rankVacancies({ ...seeker, id: 'pk-0' }, { limit })]) {
      t.same(results.map(({ id }) => id), ids.slice(0, limit))
      t.ok(results.every(one => one.score === score && one.potential === potential))
    }
  }
  t.equal(matcher.rankVacancies({ ...seeker, id: 'pk-0' }, { limit: 1_000_000_000 }).results.length, TWENTY_THOUSAND)
  matcher.seekers.delete(ids[0])
  t.equal(matcher.rankSeekers(vacancy, { limit: 1 }).results[0].id, ids[1])
})

t.test('more records than a call can tell apart are refused with a number, and nothing changes', async t => {
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put({ id: 'stays' })
  for (const side of [matcher.seekers, matcher.vacancies]) t.throws(() => side.put(new Array(16_000_001)), new RangeError('At most 16000000 records are read at a time, got 16000001; put them in parts.'))
  t.same([...matcher.seekers.ids()], ['stays'])
})

function fill (seekers: readonly Seeker[], vacancies: readonly Vacancy[]): void {
  for (const one of [matcher, oracle]) {
    one.seekers.clear()
    one.vacancies.clear()
    one.seekers.put(seekers)
    one.vacancies.put(vacancies)
  }
}

function same (options: RankOptions, seekers: readonly Seeker[], vacancies: readonly Vacancy[]): void {
  for (const vacancy of vacancies) equal(matcher.rankSeekers(vacancy, options), oracle.rankSeekers(vacancy, options))
  for (const seeker of seekers) equal(matcher.rankVacancies(seeker, options), oracle.rankVacancies(seeker, options))
}

function equal (found: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (a !== b) throw new Error(`index: ${a}\noracle: ${b}`)
}

function mixed<T extends object> (records: readonly T[], first: number, second: number): T {
  const over = Object.entries(records[second % records.length]).filter((_, at) => (first >> at) & 1)
  return { ...records[first % records.length], ...Object.fromEntries(over) }
}

/** Units that follow each other in the taxonomy, each once. */
function some (start: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => EVERY_UNIT[(start + at) % EVERY_UNIT.length])
}

function edge (n: number): { lat: number, lng: number } {
  return { lat: [90, -90, 0, 89.99999, -16.5, -16.49, -89.9, 0.00001][n % 8], lng: [180, -180, 179.99999, -179.99, 0, 179.9, -0, 90][(n >> 3) % 8] }
}
