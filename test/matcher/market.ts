import fc from 'fast-check'
import type { Seeker, Vacancy } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'

/** A small random market: few codes, so that people and vacancies meet, tie and disagree in every way. */
export interface Market {
  seekers: Seeker[]
  vacancies: Vacancy[]
}

const DAYS = ['2025-12-31', '2026-06-30', '2026-11-19', '2026-11-20', '2026-11-21', '2027-05-31']
const JOB_TYPES = ['full-time', 'part-time', 'contract', 'internship'] as const
const EVIDENCE = ['trained', 'experienced', 'claimed'] as const

/** Arbitrary markets over a taxonomy; `size` bounds each side. */
export function marketOf (taxonomy: Taxonomy, size: number): fc.Arbitrary<Market> {
  const pools = poolsOf(taxonomy)
  const ids = fc.uniqueArray(fc.oneof(fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('a', 'b', 'Z', '1', '/', 'é', '😀', '漢') }), fc.nat(500).map(n => `s${n}`)), { maxLength: size })
  return fc.record({
    seekers: ids.chain(all => fc.tuple(...all.map(id => seekerOf(pools, id)))),
    vacancies: ids.chain(all => fc.tuple(...all.map(id => vacancyOf(pools, id)))),
  })
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
export function poolsOf (taxonomy: Taxonomy): Pools {
  const cluster = taxonomy.clusters.at(3)
  const units = new Set(cluster.units)
  for (const unit of cluster.units) for (const { held } of taxonomy.units.relatives(unit).slice(0, 4)) units.add(held)
  const some = (register: { size: number, codeAt (index: number): string }, start: number, count: number) =>
    Array.from({ length: Math.min(count, register.size) }, (_, offset) => register.codeAt((start + offset) % register.size))
  return {
    units: [...units].slice(0, 24).map(unit => taxonomy.units.codeAt(unit)),
    levels: some(taxonomy.levels, 0, taxonomy.levels.size),
    fields: [...some(taxonomy.fields, 0, 12), ...some(taxonomy.fields, 250, 6)],
    occupations: some(taxonomy.occupations, 1400, 20),
    sectors: some(taxonomy.sectors, 500, 14),
    regions: ['36.71.01', '36.71.05', '36.71.13', '36.03', '36.74', '31.73', '12.71'],
    licences: some(taxonomy.licences, 0, 6),
    accommodations: some(taxonomy.accommodations, 0, 4),
  }
}

export function seekerOf (pools: Pools, id: string): fc.Arbitrary<Seeker> {
  return fc.record({
    id: fc.constant(id),
    units: fc.array(heldUnitOf(pools), { maxLength: 12 }),
    education: fc.array(fc.record({ level: fc.constantFrom(...pools.levels), field: fc.constantFrom(...pools.fields) }, { requiredKeys: ['level'] }), { minLength: 1, maxLength: 2 }),
    experience: fc.array(fc.record({ occupation: fc.constantFrom(...pools.occupations), months: fc.constantFrom(0, 1, 6, 12, 60) }), { maxLength: 3 }),
    region: fc.constantFrom(...pools.regions),
    point: fc.record({ lat: fc.constantFrom(-90, -6.2, -6.20001, 0, 90), lng: fc.constantFrom(-180, 106.6, 106.7, 179.99999, 180) }),
    wish: fc.record({
      wage: fc.oneof(fc.constant('any' as const), fc.constantFrom(1, 4_000_000, 5_000_000, 5_399_406, 1_000_000_000)),
      occupations: fc.oneof(fc.constant('any' as const), fc.uniqueArray(fc.constantFrom(...pools.occupations), { minLength: 1, maxLength: 3 })),
      sectors: fc.oneof(fc.constant('any' as const), fc.uniqueArray(fc.constantFrom(...pools.sectors), { minLength: 1, maxLength: 3 })),
      jobTypes: fc.oneof(fc.constant('any' as const), fc.uniqueArray(fc.constantFrom(...JOB_TYPES), { minLength: 1 })),
      maxHours: fc.oneof(fc.constant('any' as const), fc.constantFrom(20, 40, 48)),
    }, { requiredKeys: [] }),
    reachKm: fc.constantFrom(0, 5, 12, 40, 20_040),
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
    fc.record({ unit, evidence: fc.constant('certified' as const), expires: fc.constantFrom(...DAYS) }, { requiredKeys: ['unit', 'evidence'] }),
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
    seats: fc.constantFrom(0, 1, 2, 100_000),
    opens: fc.constantFrom('2026-11-20', '2026-11-21', '1900-01-01'),
    closes: fc.constantFrom('2026-11-21', '2026-12-31', '2199-12-31'),
    units: fc.oneof({ weight: 1, arbitrary: fc.constant('any' as const) }, { weight: 6, arbitrary: fc.uniqueArray(requiredUnit, { minLength: 1, maxLength: 10, selector: one => one.unit }) }),
    education: fc.oneof(fc.constant('any' as const), fc.record({ min: fc.constantFrom(...pools.levels), must: fc.boolean() }, { requiredKeys: ['min'] })),
    fields: fc.oneof(fc.constant('any' as const), fc.uniqueArray(fc.constantFrom(...pools.fields), { minLength: 1, maxLength: 3 })),
    experience: fc.oneof(fc.constant('any' as const), fc.record({ months: fc.constantFrom(0, 7, 12, 24, 720) })),
    occupation: fc.constantFrom(...pools.occupations),
    sector: fc.constantFrom(...pools.sectors),
    region: fc.constantFrom(...pools.regions),
    remote: fc.constantFrom(true, false, false),
    wage: fc.record({ min: fc.constantFrom(3_500_000, 4_999_999, 5_399_406), max: fc.constant(900_000_000) }, { requiredKeys: [] }),
    jobType: fc.constantFrom(...JOB_TYPES),
    hours: fc.constantFrom(20, 40, 56),
    licences: fc.uniqueArray(fc.constantFrom(...pools.licences), { maxLength: 2 }),
    provides: fc.uniqueArray(fc.constantFrom(...pools.accommodations), { maxLength: 4 }),
    adultsOnly: fc.boolean(),
  }, { requiredKeys: ['id'] })
}

/** Days to judge by, and none. */
export const AS_OF: fc.Arbitrary<string | undefined> = fc.constantFrom(undefined, '2026-11-20', '2027-06-01', '1900-01-01')
