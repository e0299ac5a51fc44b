import { distanceHm } from '../geo/place.ts'
import { bestPair } from '../model/best-pair.ts'
import { distanceCredit } from '../model/distance-credit.ts'
import { educationCredit } from '../model/education-credit.ts'
import { countedMilliMonths, experienceCredit } from '../model/experience-credit.ts'
import { jobTypeCredit } from '../model/job-type-credit.ts'
import type { Ground } from '../model/plan.ts'
import type { Shares } from '../model/profile.ts'
import { accommodationCode, adultCode, educationCode, isFailure, licenceCode, reachCode } from '../model/rules.ts'
import { wageCredit } from '../model/wage-credit.ts'
import { bestWish } from '../model/wish-credit.ts'
import { ANY, UNKNOWN, type HeldLicenceFacts, type SeekerFacts, type VacancyFacts } from '../records/facts.ts'

/** What a pair earns apart from units, and the basis points that are unknown there. */
export interface RestOfPair {
  points: number
  open: number
}

/** Writes the points of every criterion but units into `out`, which is reused from pair to pair. The same sums as a ledger's rows. */
export function restOfPair (ground: Ground, shares: Shares, vacancy: VacancyFacts, seeker: SeekerFacts, out: RestOfPair): void {
  out.points = 0
  out.open = 0
  add(shares.education, educationCredit(vacancy.level, seeker.level, ground.levelRanks), out)
  if (shares.field > 0) add(shares.field, fieldCredit(ground, vacancy, seeker), out)
  if (shares.experience > 0) add(shares.experience, experienceOf(ground, vacancy, seeker), out)
  if (shares.distance > 0) add(shares.distance, distanceOf(vacancy, seeker), out)
  add(shares.wage, wageCredit(vacancy.wage, seeker.wage), out)
  if (shares.wish > 0) add(shares.wish, wishOf(ground, vacancy, seeker), out)
  add(shares['job-type'], jobTypeCredit(vacancy.jobType, vacancy.hours, seeker.jobTypes, seeker.maxHours), out)
}

/** True when a hard rule fails that no training and no licence can turn. The rule `open` is looked at before. */
export function failsForGood (ground: Ground, vacancy: VacancyFacts, seeker: SeekerFacts, asOf: number): boolean {
  if (vacancy.levelMust && isFailure(educationCode(ground, vacancy, seeker))) return true
  if (vacancy.adultsOnly && isFailure(adultCode(seeker, asOf))) return true
  for (let needs = seeker.needs, need = 0; needs !== 0; needs >>>= 1, need++) {
    if ((needs & 1) === 1 && isFailure(accommodationCode(vacancy, need))) return true
  }
  return isFailure(reachCode(vacancy, seeker))
}

/** 1 for each licence of the taxonomy that somebody who holds these is known not to have valid. */
export function missingLicences (ground: Ground, held: readonly HeldLicenceFacts[] | null, asOf: number): Uint8Array {
  return Uint8Array.from({ length: ground.taxonomy.licences.size }, (_, licence) => Number(isFailure(licenceCode(ground, licence, held, asOf))))
}

function add (share: number, credit: number, out: RestOfPair): void {
  if (credit === UNKNOWN) out.open += share
  else out.points += share * credit
}

function fieldCredit ({ taxonomy }: Ground, vacancy: VacancyFacts, seeker: SeekerFacts): number {
  if (vacancy.fields === 'any') return 1000
  if (vacancy.fields === null || seeker.fields === null) return UNKNOWN
  return bestPair(taxonomy.fields, vacancy.fields, seeker.fields)?.perMille ?? 0
}

function experienceOf ({ taxonomy }: Ground, { months, occupation }: VacancyFacts, { experience }: SeekerFacts): number {
  if (months === ANY || months === 0) return 1000
  if (months === UNKNOWN || occupation === UNKNOWN || experience === null) return UNKNOWN
  return experienceCredit(months, countedMilliMonths(taxonomy, occupation, experience))
}

function distanceOf (vacancy: VacancyFacts, seeker: SeekerFacts): number {
  if (vacancy.remote) return 1000
  return vacancy.place === null || seeker.place === null ? UNKNOWN : distanceCredit(distanceHm(vacancy.place, seeker.place))
}

function wishOf ({ taxonomy }: Ground, vacancy: VacancyFacts, seeker: SeekerFacts): number {
  const best = bestWish(taxonomy, seeker, vacancy)
  return best === 'any' ? 1000 : best === undefined ? UNKNOWN : best.credit
}
