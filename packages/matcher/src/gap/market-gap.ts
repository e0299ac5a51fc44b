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
import { readOffers, type OfferedTraining } from './training-offers.ts'

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
  const effect = new StepEffect(market, outlook)
  const present = now.present(top)
  const worth: Worth[] = []
  for (const candidate of candidatesOf({ ground, market, outlook, now, effect, seeker, day: asOf.day }, offered)) {
    candidate.apply()
    const tally = candidate.from.tally(effect, now, top)
    if (tally.unlocks > 0 || tally.raises > 0) worth.push({ candidate, tally, gain: tally.topScore - present.topScore })
  }
  const steps = worth.sort(question.orderBy === 'gain' ? gainFirst : unlocksFirst).slice(0, limit).map(({ candidate, tally, gain }): MarketGapResult => {
    candidate.apply()
    const named = concerned(market, outlook, effect, now, candidate.open).slice(0, question.examples)
    return { step: candidate.step, ...tally, gain, bestGain: tally.best - present.best, vacancies: named }
  })
  return { seekerId: seeker.id, vacancies: market.vacancies.length, eligible: now.numOpen, ...present, steps }
}

/** What steps are made from. */
interface Scene {
  ground: Ground
  market: AskedMarket
  outlook: Outlook
  /** The vacancies open before any step. */
  now: OpenList
  effect: StepEffect
  seeker: SeekerFacts
  day: number
}

function candidatesOf ({ ground, market, outlook, now, effect, seeker, day }: Scene, offered: readonly OfferedTraining[]): Candidate[] {
  const { taxonomy } = ground
  const stated = seeker.units === null ? new OpenList(outlook, outlook.statedUnitFails) : now
  const inUnits = (kind: GapStep['kind'], code: string, units: readonly number[], evidence: number): Candidate => ({
    step: { kind, code, units: units.map(unit => taxonomy.units.codeAt(unit)) },
    apply: () => effect.ofUnits(units, evidence),
    from: stated,
    open: 'none',
  })
  return [
    ...unitSteps(market, seeker, day).map(({ unit, kind }) => inUnits(kind, taxonomy.units.codeAt(unit), [unit], CERTIFIED)),
    ...clustersAsked(ground, market).map(({ code, units }) => inUnits('cluster', code, units, CERTIFIED)),
    ...licencesAsked(market).map((licence): Candidate => ({
      step: { kind: 'licence', code: taxonomy.licences.codeAt(licence), units: [] },
      apply: () => effect.ofLicence(ground, licence, seeker, day),
      from: now,
      open: 'units',
    })),
    ...offered.map(({ id, units, evidence }) => inUnits('offer', id, units, evidence)),
  ]
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
function concerned (market: AskedMarket, outlook: Outlook, effect: StepEffect, now: OpenList, open: Candidate['open']): MarketGapVacancy[] {
  const found: MarketGapVacancy[] = []
  for (const number of effect.touched.subarray(0, effect.numTouched)) {
    const unlocks = !now.isOpen(number)
    const gain = effect.gain[number]
    if (effect.eligible[number] === 0 || (gain === 0 && !unlocks)) continue
    const score = outlook.score[number] + gain
    const potential = score + outlook.openRest[number] + (open === 'units' ? outlook.openUnits[number] : 0)
    found.push({ id: market.vacancies[number].id, score, potential, gain, unlocks })
  }
  return found.sort(byStanding)
}

interface Worth {
  candidate: Candidate
  tally: StepTally
  gain: number
}

function gainFirst (a: Worth, b: Worth): number {
  return byGain(a, b) || byEligible(a, b) || byRaises(a, b) || byStep(a.candidate.step, b.candidate.step)
}

function unlocksFirst (a: Worth, b: Worth): number {
  return byEligible(a, b) || byGain(a, b) || byRaises(a, b) || byStep(a.candidate.step, b.candidate.step)
}

function byGain (a: Worth, b: Worth): number {
  return b.gain - a.gain
}

/** Doors opened, less those that stating one's units closes. */
function byEligible (a: Worth, b: Worth): number {
  return b.tally.eligible - a.tally.eligible
}

function byRaises (a: Worth, b: Worth): number {
  return b.tally.raises - a.tally.raises
}
