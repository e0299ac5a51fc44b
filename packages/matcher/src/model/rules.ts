import { NO_DAY } from '../records/day.ts'
import { UNKNOWN, type HeldLicenceFacts, type HeldUnitFacts, type SeekerFacts, type VacancyFacts } from '../records/facts.ts'
import { distanceHm } from '../geo/place.ts'
import { isValidCertificate, mayBeValidCertificate } from './evidence.ts'
import type { Rule, RuleCode, RuleResult } from './ledger-types.ts'
import type { Ground } from './plan.ts'

/** A must unit below this credit fails. */
export const LEAST_MUST_CREDIT = 500

/**
 * The hard rules of a pair, in a fixed order; `unitCredits` are the credits of the vacancy's units (null where unknown). Rules the
 * vacancy does not set are left out, `open` and `reach` always stand.
 */
export function judgeRules (ground: Ground, vacancy: VacancyFacts, seeker: SeekerFacts, unitCredits: readonly (number | null)[], asOf: number): RuleResult[] {
  const { taxonomy } = ground
  const results = [result('open', openCode(vacancy, asOf), null)]
  const units = Array.isArray(vacancy.units) ? vacancy.units : []
  units.forEach((required, position) => {
    const code = taxonomy.units.codeAt(required.unit)
    if (required.must) results.push(result('must-unit', mustUnitCode(unitCredits[position]), code))
    if (required.certificate) results.push(result('certificate', certificateCode(required.unit, seeker.units, asOf), code))
  })
  for (const licence of vacancy.licences) results.push(result('licence', licenceCode(ground, licence, seeker.licences, asOf), taxonomy.licences.codeAt(licence)))
  if (vacancy.levelMust) results.push(result('education', educationCode(ground, vacancy, seeker), taxonomy.levels.codeAt(vacancy.level)))
  results.push(result('reach', reachCode(vacancy, seeker), null))
  for (let need = 0; need < taxonomy.accommodations.size; need++) {
    if ((seeker.needs >> need) & 1) results.push(result('accommodation', accommodationCode(vacancy, need), taxonomy.accommodations.codeAt(need)))
  }
  if (vacancy.adultsOnly) results.push(result('adult', adultCode(seeker, asOf), null))
  return results
}

/** Seats first, then the days; an unknown is told only where nothing fails. */
export function openCode (vacancy: VacancyFacts, asOf: number): RuleCode | null {
  if (vacancy.seats === 0) return 'no-seats'
  if (asOf !== NO_DAY && vacancy.opens !== NO_DAY && asOf < vacancy.opens) return 'not-yet-open'
  if (asOf !== NO_DAY && vacancy.closes !== NO_DAY && asOf > vacancy.closes) return 'closed'
  if (vacancy.seats === UNKNOWN) return 'seats-unstated'
  return asOf === NO_DAY && (vacancy.opens !== NO_DAY || vacancy.closes !== NO_DAY) ? 'day-unstated' : null
}

export function mustUnitCode (credit: number | null): RuleCode | null {
  return credit === null ? 'units-unstated' : credit >= LEAST_MUST_CREDIT ? null : 'unit-below-500'
}

export function certificateCode (unit: number, held: readonly HeldUnitFacts[] | null, asOf: number): RuleCode | null {
  if (held === null) return 'units-unstated'
  const same = held.filter(one => one.unit === unit)
  if (same.some(one => isValidCertificate(one.evidence, one.expires, asOf))) return null
  return same.some(one => mayBeValidCertificate(one.evidence, one.expires, asOf)) ? 'day-unstated' : 'certificate-missing'
}

/** A licence counts when it is the one asked for, or covers it, and is valid on the day. */
export function licenceCode ({ taxonomy }: Ground, wanted: number, held: readonly HeldLicenceFacts[] | null, asOf: number): RuleCode | null {
  if (held === null) return 'licences-unstated'
  const fitting = held.filter(one => one.licence === wanted || taxonomy.licences.at(one.licence).covers.includes(wanted))
  if (fitting.length === 0) return 'licence-missing'
  return fitting.some(one => one.expires === NO_DAY || (asOf !== NO_DAY && asOf <= one.expires)) ? null : asOf === NO_DAY ? 'day-unstated' : 'licence-expired'
}

export function educationCode ({ levelRanks }: Ground, vacancy: VacancyFacts, seeker: SeekerFacts): RuleCode | null {
  if (seeker.level === UNKNOWN) return 'education-unstated'
  return levelRanks[seeker.level] >= levelRanks[vacancy.level] ? null : 'education-below'
}

/** A stated reach is a limit unless the person is willing to move; a distance is compared in whole hundreds of metres. */
export function reachCode (vacancy: VacancyFacts, seeker: SeekerFacts): RuleCode | null {
  if (vacancy.remote || seeker.willingToMove === 1) return null
  if (seeker.reachHm === UNKNOWN) return 'reach-unstated'
  if (vacancy.place === null || seeker.place === null) return 'place-unstated'
  return distanceHm(vacancy.place, seeker.place) <= seeker.reachHm ? null : 'out-of-reach'
}

export function accommodationCode (vacancy: VacancyFacts, need: number): RuleCode | null {
  if (vacancy.provides === UNKNOWN) return 'accommodations-unstated'
  return (vacancy.provides >> need) & 1 ? null : 'accommodation-missing'
}

export function adultCode (seeker: SeekerFacts, asOf: number): RuleCode | null {
  if (seeker.adultFrom === NO_DAY || asOf === NO_DAY) return 'age-unstated'
  return asOf >= seeker.adultFrom ? null : 'under-age'
}

/** Codes that answer "cannot be known"; every other code is a failure. */
const UNKNOWN_CODES: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'seats-unstated', 'day-unstated', 'units-unstated', 'licences-unstated', 'education-unstated', 'reach-unstated', 'place-unstated',
  'accommodations-unstated', 'age-unstated',
])

/** True when a code takes the pair out of a ranking. */
export function isFailure (code: RuleCode | null): boolean {
  return code !== null && !UNKNOWN_CODES.has(code)
}

function result (rule: Rule, code: RuleCode | null, subject: string | null): RuleResult {
  return { rule, result: code === null ? 'pass' : isFailure(code) ? 'fail' : 'unknown', code, subject }
}
