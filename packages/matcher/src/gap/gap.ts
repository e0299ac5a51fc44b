import type { Gap, GapResult, GapStep, TrainingOffer } from '../api.ts'
import { EVIDENCE_KINDS, isValidCertificate } from '../model/evidence.ts'
import { ledgerOf, type AsOf } from '../model/ledger.ts'
import type { Ground, VacancyPlan } from '../model/plan.ts'
import { NO_DAY } from '../records/day.ts'
import type { HeldUnitFacts, SeekerFacts } from '../records/facts.ts'

const CERTIFIED = 0

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
  if (!Array.isArray(offers)) throw new RangeError(`offers must be a list of { id, units, evidence }, got ${typeof offers}.`)
  return offers.map((offer: TrainingOffer, position) => {
    checkOffer(offer, position)
    const { id, units, evidence = 'trained' } = offer
    const kind = EVIDENCE_KINDS.indexOf(evidence)
    if (kind < 0) throw new RangeError(`Offer '${id}' leads to evidence '${String(evidence)}'; expected one of ${EVIDENCE_KINDS.join(', ')}.`)
    const indexes = units.map(code => {
      const index = taxonomy.units.indexOf(code)
      if (index < 0) throw new RangeError(`Offer '${id}' has the unit '${code}', which is unknown or needs its decree; look it up in the taxonomy.`)
      return index
    })
    return { step: { kind: 'offer', code: id, units: indexes.map(index => taxonomy.units.codeAt(index)) }, after: withUnits(seeker, indexes, kind) }
  })
}

function checkOffer (offer: unknown, position: number): void {
  const given = offer !== null && typeof offer === 'object' ? offer as Record<string, unknown> : {}
  if (typeof given.id === 'string' && Array.isArray(given.units) && given.units.every(unit => typeof unit === 'string')) return
  throw new RangeError(`Offer ${position} must have an id (text) and units (a list of codes).`)
}

function withUnits (seeker: SeekerFacts, units: readonly number[], evidence: number): SeekerFacts {
  const added: HeldUnitFacts[] = units.map(unit => ({ unit, evidence, expires: NO_DAY }))
  return { ...seeker, units: [...seeker.units ?? [], ...added] }
}

function byWorth (a: GapResult, b: GapResult): number {
  return b.gain - a.gain || Number(b.unlocks) - Number(a.unlocks) || a.step.units.length - b.step.units.length ||
    (a.step.kind < b.step.kind ? -1 : a.step.kind > b.step.kind ? 1 : 0) || (a.step.code < b.step.code ? -1 : a.step.code > b.step.code ? 1 : 0)
}
