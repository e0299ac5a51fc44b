import type { SeekerFacts } from '../records/facts.ts'
import type { Ask, Because, Criterion, Ledger, LedgerRow, Side } from './ledger-types.ts'
import { CRITERIA } from './profile.ts'
import type { Ground, VacancyPlan } from './plan.ts'
import { findDistance, findEducation, findExperience, findField, findJobType, findNoUnits, findUnit, findWage, findWish, type Finding } from './rows.ts'
import { judgeRules } from './rules.ts'

/** A day, as text for the answer and as a number for the arithmetic. */
export interface AsOf {
  text: string | null
  day: number
}

const SIDES: Readonly<Record<Criterion, Side>> = {
  unit: 'employer',
  education: 'employer',
  field: 'employer',
  experience: 'employer',
  distance: 'seeker',
  wage: 'seeker',
  wish: 'seeker',
  'job-type': 'seeker',
}

const FIND: Readonly<Record<Exclude<Criterion, 'unit'>, (ground: Ground, plan: VacancyPlan, seeker: SeekerFacts) => Finding>> = {
  education: findEducation,
  field: findField,
  experience: findExperience,
  distance: (_, plan, seeker) => findDistance(plan, seeker),
  wage: (_, plan, seeker) => findWage(plan, seeker),
  wish: findWish,
  'job-type': (_, plan, seeker) => findJobType(plan, seeker),
}

/**
 * The ledger of one pair. It depends on the two records, the profile, the day and the taxonomy, and on nothing else. This is the
 * definition of the score: the index must give what is summed here. O(units asked x units held x relatives).
 */
export function ledgerOf (ground: Ground, plan: VacancyPlan, seeker: SeekerFacts, asOf: AsOf): Ledger {
  const unitFindings = findUnits(ground, plan, seeker, asOf.day)
  const rows = [...unitRows(plan, unitFindings)]
  for (const criterion of CRITERIA) {
    const weight = plan.profile.shares[criterion]
    if (criterion !== 'unit' && weight > 0) rows.push(row(criterion, weight, FIND[criterion](ground, plan, seeker)))
  }
  const rules = judgeRules(ground, plan.vacancy, seeker, unitFindings.map(finding => finding.credit), asOf.day)
  const { score, potential, fit, appeal } = sum(rows)
  return {
    seekerId: seeker.id,
    vacancyId: plan.vacancy.id,
    profile: plan.profile.name,
    asOf: asOf.text,
    score,
    potential,
    fit,
    appeal,
    eligible: rules.every(rule => rule.result !== 'fail'),
    rows,
    rules,
    askNext: askNext(rows),
  }
}

function findUnits (ground: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts, asOf: number): Finding[] {
  if (vacancy.units === null || vacancy.units === 'any') return [findNoUnits(vacancy.units, seeker)]
  return vacancy.units.map(required => findUnit(ground, required, seeker, asOf))
}

function unitRows (plan: VacancyPlan, findings: readonly Finding[]): LedgerRow[] {
  return plan.unitWeights.map((weight, position) => row('unit', weight, findings[position]))
}

function row (criterion: Criterion, weight: number, { credit, because }: Finding): LedgerRow {
  const status = credit === null ? 'unknown' : credit === 1000 ? 'met' : credit === 0 ? 'not' : 'partly'
  return { criterion, side: SIDES[criterion], weight, credit, points: credit === null ? 0 : weight * credit, status, because }
}

function sum (rows: readonly LedgerRow[]): { score: number, potential: number, fit: number, appeal: number } {
  let fit = 0
  let appeal = 0
  let open = 0
  for (const { side, weight, credit, points } of rows) {
    if (side === 'employer') fit += points
    else appeal += points
    if (credit === null) open += weight * 1000
  }
  return { score: fit + appeal, potential: fit + appeal + open, fit, appeal }
}

// Array.prototype.sort is stable, so rows of one weight stay in row order.
function askNext (rows: readonly LedgerRow[]): Ask[] {
  return rows.filter(({ credit, weight }) => credit === null && weight > 0)
    .map(({ criterion, weight, because }) => ({ criterion, unit: unitOf(because), of: silentSide(because), points: weight * 1000 }))
    .sort((a, b) => b.points - a.points)
}

function unitOf (because: Because): string | null {
  return because.kind === 'unstated' ? because.unit ?? null : null
}

function silentSide (because: Because): Ask['of'] {
  return because.kind === 'unstated' ? because.by : 'both'
}
