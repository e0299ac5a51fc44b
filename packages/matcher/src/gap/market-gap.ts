import type { GapStep, MarketGap, MarketGapResult, MarketGapVacancy, TrainingOffer } from '../api.ts'
import { isValidCertificate } from '../model/evidence.ts'
import type { AsOf } from '../model/ledger.ts'
import { byStanding } from '../model/order.ts'
import type { Ground } from '../model/plan.ts'
import type { Profile } from '../model/profile.ts'
import type { SeekerFacts, VacancyFacts } from '../records/facts.ts'
import { askedMarket, type AskedMarket } from './asked-market.ts'
import { clustersAsked } from './clusters-asked.ts'
import { outlookOf, type Outlook } from './outlook.ts'
import { byStep } from './step-order.ts'
import { CERTIFIED, StepEffect } from './step-effect.ts'
import { OpenList, type StepTally } from './step-tally.ts'
import { readOffers } from './training-offers.ts'

export interface MarketQuestion {
  profile: Profile
  asOf: AsOf
  offers: readonly TrainingOffer[]
  orderBy: 'gain' | 'unlocks'
  top: number
  limit: number
  examples: number
}

/** A step and how it changes the market. */
interface Candidate {
  step: GapStep
  /** Works the step out into the effect that all steps share. */
  apply: () => void
  /** The vacancies open to whoever the step starts from: a step in units states what units are held. */
  from: OpenList
  /** What listed units could still bring after the step, in each vacancy. */
  open: 'units' | 'none'
}

/**
 * The steps of `gapOf` over many vacancies at once, each exactly what recomputed ledgers would give. A step in units changes rows of units
 * alone: everything else about a pair is worked out once, and each step then opens only the vacancies that ask a unit it answers.
 */
export function marketGapOf (ground: Ground, vacancies: Iterable<VacancyFacts>, seeker: SeekerFacts, question: MarketQuestion): MarketGap {
  const { profile, asOf, top, limit } = question
  const offered = readOffers(ground.taxonomy, question.offers)
  const market = askedMarket(ground.taxonomy, vacancies, profile, asOf.day)
  const outlook = outlookOf(ground, market, profile.shares, seeker, asOf.day)
  const now = new OpenList(outlook, outlook.unitFails)
  const stated = seeker.units === null ? new OpenList(outlook, outlook.statedUnitFails) : now
  const effect = new StepEffect(market, outlook)
  const units = (step: GapStep, indexes: readonly number[], evidence: number): Candidate => ({ step, from: stated, open: 'none', apply: () => effect.ofUnits(indexes, evidence) })
  const codes = (indexes: readonly number[]): string[] => indexes.map(index => ground.taxonomy.units.codeAt(index))
  const candidates = [
    ...unitSteps(market, seeker, asOf.day).map(({ unit, kind }) => units({ kind, code: ground.taxonomy.units.codeAt(unit), units: codes([unit]) }, [unit], CERTIFIED)),
    ...clustersAsked(ground, market).map(cluster => units({ kind: 'cluster', code: cluster.code, units: codes(cluster.units) }, cluster.units, CERTIFIED)),
    ...licencesAsked(market).map((licence): Candidate => ({
      step: { kind: 'licence', code: ground.taxonomy.licences.codeAt(licence), units: [] },
      from: now,
      open: 'units',
      apply: () => effect.ofLicence(ground, licence, seeker, asOf.day),
    })),
    ...offered.map(offer => units({ kind: 'offer', code: offer.id, units: codes(offer.units) }, offer.units, offer.evidence)),
  ]
  const present = now.present(top)
  const worth: Array<{ candidate: Candidate, tally: StepTally, gain: number, step: GapStep }> = []
  for (const candidate of candidates) {
    candidate.apply()
    const tally = candidate.from.tally(effect, now, top)
    if (tally.unlocks > 0 || tally.raises > 0) worth.push({ candidate, tally, gain: tally.topScore - present.topScore, step: candidate.step })
  }
  worth.sort((a, b) => (question.orderBy === 'gain' ? byGain(a, b) || byUnlocks(a, b) : byUnlocks(a, b) || byGain(a, b)) || b.tally.raises - a.tally.raises || byStep(a.step, b.step))
  const steps = worth.slice(0, limit).map(({ candidate, tally, gain, step }): MarketGapResult => {
    candidate.apply()
    return { step, ...tally, gain, bestGain: tally.best - present.best, vacancies: concerned(market, outlook, effect, now, candidate, question.examples) }
  })
  return { seekerId: seeker.id, vacancies: market.vacancies.length, eligible: now.numOpen, ...present, steps }
}

/** Each unit asked somewhere that the seeker has no valid certificate for. */
function unitSteps ({ units }: AskedMarket, seeker: SeekerFacts, asOf: number): Array<{ unit: number, kind: 'unit' | 'certificate' }> {
  const held = new Set<number>()
  const certified = new Set<number>()
  for (const { unit, evidence, expires } of seeker.units ?? []) {
    held.add(unit)
    if (isValidCertificate(evidence, expires, asOf)) certified.add(unit)
  }
  return Array.from(units).filter(unit => !certified.has(unit)).map(unit => ({ unit, kind: held.has(unit) ? 'certificate' : 'unit' }))
}

function licencesAsked ({ vacancies }: AskedMarket): number[] {
  return [...new Set(vacancies.flatMap(vacancy => vacancy.licences))]
}

/** The vacancies that the present step opens or raises, best first as a ranking would put them. */
function concerned (market: AskedMarket, outlook: Outlook, effect: StepEffect, now: OpenList, { open }: Candidate, limit: number): MarketGapVacancy[] {
  const found: MarketGapVacancy[] = []
  for (const number of effect.touched.subarray(0, effect.numTouched)) {
    const unlocks = !now.isOpen(number)
    const gain = effect.gain[number]
    if (effect.eligible[number] === 0 || (gain === 0 && !unlocks)) continue
    const score = outlook.score[number] + gain
    const potential = score + outlook.openRest[number] + (open === 'units' ? outlook.openUnits[number] : 0)
    found.push({ id: market.vacancies[number].id, score, potential, gain, unlocks })
  }
  return found.sort(byStanding).slice(0, limit)
}

interface Worth {
  tally: StepTally
  gain: number
}

function byGain (a: Worth, b: Worth): number {
  return b.gain - a.gain
}

/** Doors opened, less those that stating one's units closes. */
function byUnlocks (a: Worth, b: Worth): number {
  return b.tally.eligible - a.tally.eligible
}
