import { ANY, UNKNOWN, type RequiredUnitFacts, type SeekerFacts } from '../records/facts.ts'
import { JOB_TYPES, type JobType } from '../records/seeker.ts'
import { distanceHm } from '../geo/place.ts'
import { bestPair } from './best-pair.ts'
import { distanceCredit } from './distance-credit.ts'
import { educationCredit } from './education-credit.ts'
import { EVIDENCE_KINDS, isExpired } from './evidence.ts'
import { countedMilliMonths, experienceCredit } from './experience-credit.ts'
import { jobTypeCredit } from './job-type-credit.ts'
import type { Because } from './ledger-types.ts'
import type { Ground, VacancyPlan } from './plan.ts'
import { bestUnitMatch } from './unit-credit.ts'
import { wageCredit } from './wage-credit.ts'
import { bestWish } from './wish-credit.ts'

/** Credit per mille, or null, and the facts behind it. */
export interface Finding {
  credit: number | null
  because: Because
}

export function findUnit (ground: Ground, required: RequiredUnitFacts, seeker: SeekerFacts, asOf: number): Finding {
  const unit = ground.taxonomy.units.codeAt(required.unit)
  if (seeker.units === null) return { credit: null, because: { kind: 'unstated', by: 'seeker', unit } }
  const match = bestUnitMatch(ground.taxonomy, required.unit, seeker.units, asOf)
  if (match === undefined) return { credit: 0, because: { kind: 'unit-missing', unit } }
  const { held, relation } = match
  return {
    credit: match.credit,
    because: {
      kind: 'unit',
      unit,
      held: ground.taxonomy.units.codeAt(held.unit),
      evidence: EVIDENCE_KINDS[held.evidence],
      expired: isExpired(held.evidence, held.expires, asOf),
      relatedness: relation === 'same' ? 1000 : relation.perMille,
      reason: relation === 'same' ? 'same' : relation.reason,
      via: relation === 'same' ? '' : relation.via,
    },
  }
}

export function findEducation ({ taxonomy, levelRanks }: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts): Finding {
  if (vacancy.level === ANY) return open('vacancy')
  const credit = educationCredit(vacancy.level, seeker.level, levelRanks)
  if (credit === UNKNOWN) return unstated(vacancy.level === UNKNOWN, seeker.level === UNKNOWN)
  const stepsBelow = Math.max(0, levelRanks[vacancy.level] - levelRanks[seeker.level])
  return { credit, because: { kind: 'education', required: taxonomy.levels.codeAt(vacancy.level), held: taxonomy.levels.codeAt(seeker.level), stepsBelow } }
}

export function findField ({ taxonomy }: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts): Finding {
  if (vacancy.fields === 'any') return open('vacancy')
  if (vacancy.fields === null || seeker.fields === null) return unstated(vacancy.fields === null, seeker.fields === null)
  const best = bestPair(taxonomy.fields, vacancy.fields, seeker.fields)
  if (best === undefined) return { credit: 0, because: { kind: 'field', wanted: taxonomy.fields.codeAt(vacancy.fields[0]), held: null, relatedness: 0 } }
  return {
    credit: best.perMille,
    because: { kind: 'field', wanted: taxonomy.fields.codeAt(best.wanted), held: taxonomy.fields.codeAt(best.held), relatedness: best.perMille },
  }
}

export function findExperience ({ taxonomy }: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts): Finding {
  if (vacancy.months === ANY || vacancy.months === 0) return open('vacancy')
  // Experience is asked in the vacancy's occupation: an advert that does not name one has not said what would count.
  const byVacancy = vacancy.months === UNKNOWN || vacancy.occupation === UNKNOWN
  if (byVacancy || seeker.experience === null) return unstated(byVacancy, seeker.experience === null)
  const milliMonths = countedMilliMonths(taxonomy, vacancy.occupation, seeker.experience)
  return {
    credit: experienceCredit(vacancy.months, milliMonths),
    because: {
      kind: 'experience',
      requiredMonths: vacancy.months,
      countedMonths: Math.floor(milliMonths / 1000),
      occupation: taxonomy.occupations.codeAt(vacancy.occupation),
    },
  }
}

export function findDistance ({ vacancy }: VacancyPlan, seeker: SeekerFacts): Finding {
  if (vacancy.remote) return open('vacancy')
  if (vacancy.place === null || seeker.place === null) return unstated(vacancy.place === null, seeker.place === null)
  const hm = distanceHm(vacancy.place, seeker.place)
  return { credit: distanceCredit(hm), because: { kind: 'distance', metres: hm * 100 } }
}

export function findWage ({ vacancy }: VacancyPlan, seeker: SeekerFacts): Finding {
  if (seeker.wage === ANY) return open('seeker')
  const credit = wageCredit(vacancy.wage, seeker.wage)
  if (credit === UNKNOWN) return unstated(vacancy.wage === UNKNOWN, seeker.wage === UNKNOWN)
  return { credit, because: { kind: 'wage', wish: seeker.wage, offer: vacancy.wage } }
}

export function findWish ({ taxonomy }: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts): Finding {
  const best = bestWish(taxonomy, seeker, vacancy)
  if (best === 'any') return open('seeker')
  if (best === undefined) {
    const wishes = seeker.occupations !== null || seeker.sectors !== null
    const offers = vacancy.occupation !== UNKNOWN || vacancy.sector !== UNKNOWN
    // Both may have spoken of different things, an occupation here and a sector there: then both can add what is missing.
    return unstated(!offers || wishes, !wishes || offers)
  }
  const register = best.in === 'occupation' ? taxonomy.occupations : taxonomy.sectors
  return { credit: best.credit, because: { kind: 'wish', in: best.in, wished: register.codeAt(best.wished), offered: register.codeAt(best.offered), relatedness: best.credit } }
}

export function findJobType ({ vacancy }: VacancyPlan, seeker: SeekerFacts): Finding {
  const credit = jobTypeCredit(vacancy.jobType, vacancy.hours, seeker.jobTypes, seeker.maxHours)
  if (credit === 1000 && seeker.jobTypes < 0 && seeker.maxHours < 0) return open('seeker')
  if (credit === UNKNOWN) {
    const asked = seeker.jobTypes !== UNKNOWN || seeker.maxHours !== UNKNOWN
    return unstated(asked, !asked)
  }
  return {
    credit,
    because: {
      kind: 'job-type',
      offered: vacancy.jobType === UNKNOWN ? null : JOB_TYPES[vacancy.jobType],
      wished: seeker.jobTypes < 0 ? null : jobTypesOf(seeker.jobTypes),
      hours: vacancy.hours === UNKNOWN ? null : vacancy.hours,
      maxHours: seeker.maxHours < 0 ? null : seeker.maxHours,
    },
  }
}

/** The one row of a vacancy that lists no units. */
export function findNoUnits (units: 'any' | null, seeker: SeekerFacts): Finding {
  return units === 'any' ? open('vacancy') : unstated(true, seeker.units === null)
}

function jobTypesOf (bits: number): JobType[] {
  return JOB_TYPES.filter((_, index) => (bits >> index) & 1)
}

function open (by: 'vacancy' | 'seeker'): Finding {
  return { credit: 1000, because: { kind: 'open', by } }
}

function unstated (byVacancy: boolean, bySeeker: boolean): Finding {
  return { credit: null, because: { kind: 'unstated', by: byVacancy && bySeeker ? 'both' : byVacancy ? 'vacancy' : 'seeker' } }
}
