import fc from 'fast-check'
import { PROFILES } from '@padan/matcher'
import type { Point, Profile, Seeker, Shares, Vacancy } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'

/** A small random market: few codes, so that people and vacancies meet, tie and disagree in every way. */
export interface Market {
  seekers: Seeker[]
  vacancies: Vacancy[]
}

const DAYS = ['2025-12-31', '2026-06-30', '2026-11-19', '2026-11-20', '2026-11-21', '2027-05-31']
const CRITERIA = ['unit', 'education', 'field', 'experience', 'distance', 'wage', 'wish', 'job-type'] as const
const JOB_TYPES = ['full-time', 'part-time', 'contract', 'internship'] as const
const EVIDENCE = ['trained', 'experienced', 'claimed'] as const

/** Arbitrary markets over a taxonomy; `size` bounds each side. The codes lie around one cluster, by default always the same. */
export function marketOf (taxonomy: Taxonomy, size: number, pools: Pools = poolsOf(taxonomy)): fc.Arbitrary<Market> {
  const ids = fc.uniqueArray(fc.oneof(fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('a', 'b', 'Z', '1', '/', 'é', '😀', '漢') }), fc.nat(500).map(n => `s${n}`)), { maxLength: size })
  return fc.record({
    seekers: ids.chain(all => fc.tuple(...all.map(id => seekerOf(pools, id)))),
    vacancies: ids.chain(all => fc.tuple(...all.map(id => vacancyOf(pools, id)))),
  })
}

/** Like `marketOf`, around any cluster and any part of the other registers. */
export function anyMarketOf (taxonomy: Taxonomy, size: number): fc.Arbitrary<Market> {
  return anyPoolsOf(taxonomy).chain(pools => marketOf(taxonomy, size, pools))
}

/** One seeker and one vacancy from the same part of the registers. */
export function anyPairOf (taxonomy: Taxonomy): fc.Arbitrary<{ pools: Pools, seeker: Seeker, vacancy: Vacancy }> {
  return anyPoolsOf(taxonomy).chain(pools => fc.record({ pools: fc.constant(pools), seeker: seekerOf(pools, 'pk-1'), vacancy: vacancyOf(pools, 'lw-1') }))
}

export function anyPoolsOf (taxonomy: Taxonomy): fc.Arbitrary<Pools> {
  return fc.tuple(fc.nat(taxonomy.clusters.size - 1), fc.nat(2000)).map(([cluster, start]) => poolsOf(taxonomy, cluster, start))
}

export interface Pools {
  units: string[]
  levels: string[]
  fields: string[]
  occupations: string[]
  sectors: string[]
  regions: string[]
  licences: string[]
  accommodations: string[]
}

/** A few codes of each register that are near one another: a cluster with its relatives, branches of the trees, neighbouring places. */
export function poolsOf (taxonomy: Taxonomy, clusterIndex: number = 3, start: number = 0): Pools {
  const cluster = taxonomy.clusters.at(clusterIndex)
  const units = new Set(cluster.units)
  for (const unit of cluster.units) for (const { held } of taxonomy.units.relatives(unit).slice(0, 4)) units.add(held)
  const some = (register: { size: number, codeAt (index: number): string }, first: number, count: number) =>
    Array.from({ length: Math.min(count, register.size) }, (_, offset) => register.codeAt((first + offset) % register.size))
  return {
    units: [...units].slice(0, 24).map(unit => taxonomy.units.codeAt(unit)),
    levels: some(taxonomy.levels, 0, taxonomy.levels.size),
    fields: [...some(taxonomy.fields, start, 12), ...some(taxonomy.fields, start + 250, 6)],
    occupations: some(taxonomy.occupations, start + 1400, 20),
    sectors: some(taxonomy.sectors, start + 500, 14),
    regions: ['36.71.01', '36.71.05', '36.71.13', '36.03', '36.74', '31.73', '12.71'],
    licences: some(taxonomy.licences, start, 6),
    accommodations: some(taxonomy.accommodations, start, 4),
  }
}

export function seekerOf (pools: Pools, id: string): fc.Arbitrary<Seeker> {
  return fc.record({
    id: fc.constant(id),
    units: fc.array(heldUnitOf(pools), { maxLength: 12 }),
    education: fc.array(fc.record({ level: fc.constantFrom(...pools.levels), field: fc.constantFrom(...pools.fields) }, { requiredKeys: ['level'] }), { minLength: 1, maxLength: 2 }),
    experience: fc.array(fc.record({ occupation: fc.constantFrom(...pools.occupations), months: fc.oneof(fc.constantFrom(0, 1, 6, 12, 60), fc.integer({ min: 0, max: 720 })) }), { maxLength: 3 }),
    region: fc.constantFrom(...pools.regions),
    point: pointOf(),
    wish: fc.record({
      wage: fc.oneof(fc.constant('any' as const), fc.constantFrom(1, 4_000_000, 5_000_000, 5_399_406, 1_000_000_000), wageOf()),
      occupations: fc.oneof(fc.constant('any' as const), fc.uniqueArray(fc.constantFrom(...pools.occupations), { minLength: 1, maxLength: 3 })),
      sectors: fc.oneof(fc.constant('any' as const), fc.uniqueArray(fc.constantFrom(...pools.sectors), { minLength: 1, maxLength: 3 })),
      jobTypes: fc.oneof(fc.constant('any' as const), fc.uniqueArray(fc.constantFrom(...JOB_TYPES), { minLength: 1 })),
      maxHours: fc.oneof(fc.constant('any' as const), fc.constantFrom(20, 40, 48, 168)),
    }, { requiredKeys: [] }),
    reachKm: fc.oneof(fc.constantFrom(0, 5, 12, 40, 20_040), fc.integer({ min: 0, max: 2000 })),
    willingToMove: fc.boolean(),
    licences: fc.array(fc.record({ licence: fc.constantFrom(...pools.licences), expires: fc.constantFrom(...DAYS) }, { requiredKeys: ['licence'] }), { maxLength: 3 }),
    needs: fc.uniqueArray(fc.constantFrom(...pools.accommodations), { maxLength: 2 }),
    adultFrom: fc.constantFrom(...DAYS),
  }, { requiredKeys: ['id'] })
}

export function heldUnitOf (pools: Pools): fc.Arbitrary<NonNullable<Seeker['units']>[number]> {
  const unit = fc.constantFrom(...pools.units)
  return fc.oneof(
    fc.record({ unit, evidence: fc.constantFrom(...EVIDENCE) }),
    fc.record({ unit, evidence: fc.constant('certified' as const), expires: fc.constantFrom(...DAYS) }, { requiredKeys: ['unit', 'evidence'] })
  )
}

export function vacancyOf (pools: Pools, id: string): fc.Arbitrary<Vacancy> {
  const requiredUnit = fc.record({
    unit: fc.constantFrom(...pools.units),
    importance: fc.integer({ min: 1, max: 5 }),
    must: fc.constantFrom(true, false, false, false),
    certificate: fc.constantFrom(true, false, false, false, false),
  }, { requiredKeys: ['unit'] })
  return fc.record({
    id: fc.constant(id),
    title: fc.constantFrom('', 'Juru las', '漢字 😀'),
    seats: fc.constantFrom(0, 1, 2, 100_000),
    opens: fc.constantFrom('2026-11-20', '2026-11-21', '1900-01-01'),
    closes: fc.constantFrom('2026-11-21', '2026-12-31', '2199-12-31'),
    units: fc.oneof({ weight: 1, arbitrary: fc.constant('any' as const) }, { weight: 6, arbitrary: fc.uniqueArray(requiredUnit, { minLength: 1, maxLength: 10, selector: one => one.unit }) }),
    education: fc.oneof(fc.constant('any' as const), fc.record({ min: fc.constantFrom(...pools.levels), must: fc.boolean() }, { requiredKeys: ['min'] })),
    fields: fc.oneof(fc.constant('any' as const), fc.uniqueArray(fc.constantFrom(...pools.fields), { minLength: 1, maxLength: 3 })),
    experience: fc.oneof(fc.constant('any' as const), fc.record({ months: fc.oneof(fc.constantFrom(0, 7, 12, 24, 720), fc.integer({ min: 0, max: 120 })) })),
    occupation: fc.constantFrom(...pools.occupations),
    sector: fc.constantFrom(...pools.sectors),
    region: fc.constantFrom(...pools.regions),
    point: pointOf(),
    remote: fc.constantFrom(true, false, false),
    wage: fc.record({ min: fc.oneof(fc.constantFrom(3_500_000, 4_999_999, 5_399_406), wageOf()), max: fc.constant(900_000_000) }, { requiredKeys: [] }),
    jobType: fc.constantFrom(...JOB_TYPES),
    hours: fc.constantFrom(1, 20, 40, 56, 168),
    licences: fc.uniqueArray(fc.constantFrom(...pools.licences), { maxLength: 2 }),
    provides: fc.uniqueArray(fc.constantFrom(...pools.accommodations), { maxLength: 4 }),
    adultsOnly: fc.boolean(),
  }, { requiredKeys: ['id'] })
}

/** From far below any real wage to far above, as many small as great ones. */
function wageOf (): fc.Arbitrary<number> {
  return fc.double({ min: 5, max: 8.9, noNaN: true }).map(exponent => Math.round(10 ** exponent))
}

/** A few odd places that many share, and places all over the country, or near the city. */
function pointOf (): fc.Arbitrary<Point> {
  const few = fc.record({ lat: fc.constantFrom(-90, -6.2, -6.20001, -6.24, 0, 90), lng: fc.constantFrom(-180, 106.6, 106.7, 179.99999, 180) })
  const within = (south: number, north: number, west: number, east: number): fc.Arbitrary<Point> =>
    fc.record({ lat: fc.double({ min: south, max: north, noNaN: true }), lng: fc.double({ min: west, max: east, noNaN: true }) })
  return fc.oneof(few, within(-6.4, -6, 106.4, 106.9), within(-11, 6, 95, 141))
}

/** Days to judge by, and none. */
export const AS_OF: fc.Arbitrary<string | undefined> = fc.constantFrom(undefined, '2026-11-20', '2027-06-01', '1900-01-01')

/** A built-in profile, or one of a caller's own with any shares at all. */
export function profileOf (): fc.Arbitrary<Profile> {
  const cuts = fc.array(fc.constantFrom(0, 1, 199, 2500, 5000, 9999, 10_000), { minLength: CRITERIA.length - 1, maxLength: CRITERIA.length - 1 })
  const own = cuts.map(places => {
    const sorted = [0, ...places.sort((a, b) => a - b), 10_000]
    return { name: 'own', shares: Object.fromEntries(CRITERIA.map((criterion, at) => [criterion, sorted[at + 1]! - sorted[at]!])) as unknown as Shares }
  })
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...Object.values(PROFILES)) }, { weight: 1, arbitrary: own })
}
