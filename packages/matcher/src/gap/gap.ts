import type { Gap, GapResult, GapStep, TrainingOffer } from '../api.ts'
import { isValidCertificate } from '../model/evidence.ts'
import { ledgerOf, type AsOf } from '../model/ledger.ts'
import type { Ground, VacancyPlan } from '../model/plan.ts'
import { NO_DAY } from '../records/day.ts'
import type { HeldUnitFacts, SeekerFacts } from '../records/facts.ts'
import { CERTIFIED } from './step-effect.ts'
import { byStep } from './step-order.ts'
import { readOffers } from './training-offers.ts'

/** A step, and the seeker as they would be after it. */
interface Candidate {
  step: GapStep
  after: SeekerFacts
}

/**
 * What the seeker could add to score higher with one vacancy. Every step is a recomputed ledger, not an estimate. The steps are: each
 * required unit certified, each cluster that holds a required unit certified whole, each missing licence, each offer.
 * O(steps) ledgers.
 */
export function gapOf (ground: Ground, plan: VacancyPlan, seeker: SeekerFacts, asOf: AsOf, offers: readonly TrainingOffer[], limit: number): Gap {
  const before = ledgerOf(ground, plan, seeker, asOf)
  const candidates = [
    ...unitSteps(ground, plan, seeker, asOf.day),
    ...clusterSteps(ground, plan, seeker),
    ...licenceSteps(ground, plan, seeker),
    ...offerSteps(ground, seeker, offers),
  ]
  const steps = candidates.map(({ step, after }): GapResult => {
    const ledger = ledgerOf(ground, plan, after, asOf)
    return {
      step,
      score: ledger.score,
      potential: ledger.potential,
      eligible: ledger.eligible,
      gain: ledger.score - before.score,
      unlocks: ledger.eligible && !before.eligible,
    }
  }).filter(result => result.gain > 0 || result.unlocks).sort(byWorth).slice(0, limit)
  return { seekerId: seeker.id, vacancyId: plan.vacancy.id, score: before.score, potential: before.potential, eligible: before.eligible, steps }
}

function unitSteps ({ taxonomy }: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts, asOf: number): Candidate[] {
  if (!Array.isArray(vacancy.units)) return []
  const held = seeker.units ?? []
  return vacancy.units
    .filter(({ unit }) => !held.some(one => one.unit === unit && isValidCertificate(one.evidence, one.expires, asOf)))
    .map(({ unit }) => {
      const code = taxonomy.units.codeAt(unit)
      const kind = held.some(one => one.unit === unit) ? 'certificate' : 'unit'
      return { step: { kind, code, units: [code] }, after: withUnits(seeker, [unit], CERTIFIED) }
    })
}

function clusterSteps ({ taxonomy }: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts): Candidate[] {
  if (!Array.isArray(vacancy.units)) return []
  const required = new Set(vacancy.units.map(({ unit }) => unit))
  const candidates: Candidate[] = []
  for (let index = 0; index < taxonomy.clusters.size; index++) {
    const { code, units } = taxonomy.clusters.at(index)
    if (!units.some(unit => required.has(unit))) continue
    candidates.push({ step: { kind: 'cluster', code, units: units.map(unit => taxonomy.units.codeAt(unit)) }, after: withUnits(seeker, units, CERTIFIED) })
  }
  return candidates
}

function licenceSteps ({ taxonomy }: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts): Candidate[] {
  return vacancy.licences.map(licence => ({
    step: { kind: 'licence', code: taxonomy.licences.codeAt(licence), units: [] },
    after: { ...seeker, licences: [...seeker.licences ?? [], { licence, expires: NO_DAY }] },
  }))
}

function offerSteps ({ taxonomy }: Ground, seeker: SeekerFacts, offers: readonly TrainingOffer[]): Candidate[] {
  return readOffers(taxonomy, offers).map(({ id, units, evidence }) => ({
    step: { kind: 'offer', code: id, units: units.map(index => taxonomy.units.codeAt(index)) },
    after: withUnits(seeker, units, evidence),
  }))
}

function withUnits (seeker: SeekerFacts, units: readonly number[], evidence: number): SeekerFacts {
  const added: HeldUnitFacts[] = units.map(unit => ({ unit, evidence, expires: NO_DAY }))
  return { ...seeker, units: [...seeker.units ?? [], ...added] }
}

function byWorth (a: GapResult, b: GapResult): number {
  return b.gain - a.gain || Number(b.unlocks) - Number(a.unlocks) || byStep(a.step, b.step)
}
