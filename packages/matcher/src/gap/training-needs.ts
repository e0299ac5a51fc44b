import type { TrainingNeed, TrainingNeeds, TrainingOffer } from '../api.ts'
import type { AsOf } from '../model/ledger.ts'
import type { Ground } from '../model/plan.ts'
import type { Profile } from '../model/profile.ts'
import { UNKNOWN, type SeekerFacts, type VacancyFacts } from '../records/facts.ts'
import { askedMarket, type AskedMarket } from './asked-market.ts'
import { clustersAsked } from './clusters-asked.ts'
import { NewPairs } from './new-pairs.ts'
import { outlookOf, type Outlook } from './outlook.ts'
import { Candidates, SeatFilling } from './seat-filling.ts'
import { CERTIFIED, StepEffect } from './step-effect.ts'
import { byStep } from './step-order.ts'
import { readOffers, type OfferedTraining } from './training-offers.ts'

export interface NeedsQuestion {
  numSeekers: number
  profile: Profile
  asOf: AsOf
  offers: readonly TrainingOffer[]
  minScore: number
  limit: number
}

interface Training {
  step: TrainingNeed['step']
  units: readonly number[]
  evidence: number
  pairs: NewPairs
}

/**
 * Which training would place most people who cannot be placed now. Placements are maximum matchings, so a training that only shifts a seat
 * from one person to another counts nothing. O(seekers x (vacancies + rows the trainings touch)), and a filling of seats a training.
 */
export function trainingNeedsOf (ground: Ground, seekers: Iterable<SeekerFacts>, vacancies: Iterable<VacancyFacts>, question: NeedsQuestion): TrainingNeeds {
  const { numSeekers, profile, asOf, minScore, limit } = question
  const offered = readOffers(ground.taxonomy, question.offers)
  const market = askedMarket(ground.taxonomy, vacancies, profile, asOf.day)
  const trainings = trainingsOf(ground, market, offered)
  const candidates = new Candidates(numSeekers, market.vacancies.length)
  let number = 0
  for (const seeker of seekers) {
    const outlook = outlookOf(ground, market, profile.shares, seeker, asOf.day)
    addPresent(candidates, outlook, number, minScore)
    const effect = new StepEffect(market, outlook)
    for (const { units, evidence, pairs } of trainings) {
      effect.ofUnits(units, evidence)
      addNew(pairs, effect, outlook, number, minScore)
    }
    number++
  }
  const seats = Int32Array.from(market.vacancies, vacancy => vacancy.seats === UNKNOWN ? 1 : vacancy.seats)
  const now = new SeatFilling(candidates, seats)
  now.fill()
  const then = new SeatFilling(candidates, seats)
  const needs = trainings.filter(({ pairs }) => pairs.size > 0).map(({ step, pairs }): TrainingNeed => {
    const placements = placementsWith(candidates, pairs, now, then)
    return { step, seekers: pairs.numSeekers, pairs: pairs.size, placements, additional: placements - now.numPlaced }
  }).sort((a, b) => b.additional - a.additional || b.seekers - a.seekers || b.pairs - a.pairs || byStep(a.step, b.step)).slice(0, limit)
  return { seekers: numSeekers, vacancies: seats.length, seats: seats.reduce((sum, count) => sum + count, 0), placements: now.numPlaced, needs }
}

function trainingsOf (ground: Ground, market: AskedMarket, offered: readonly OfferedTraining[]): Training[] {
  const training = (kind: 'cluster' | 'offer', code: string, units: readonly number[], evidence: number): Training => ({
    step: { kind, code, units: units.map(unit => ground.taxonomy.units.codeAt(unit)) },
    units,
    evidence,
    pairs: new NewPairs(),
  })
  return [
    ...clustersAsked(ground, market).map(({ code, units }) => training('cluster', code, units, CERTIFIED)),
    ...offered.map(({ id, units, evidence }) => training('offer', id, units, evidence)),
  ]
}

/** The vacancies that a seeker could be placed in as they are. */
function addPresent (candidates: Candidates, outlook: Outlook, seeker: number, minScore: number): void {
  const { score, lost, lacksLicence, unitFails } = outlook
  for (let vacancy = 0; vacancy < score.length; vacancy++) {
    if (score[vacancy] >= minScore && lost[vacancy] === 0 && lacksLicence[vacancy] === 0 && unitFails[vacancy] === 0) candidates.add(seeker, vacancy)
  }
}

/** The vacancies that the training adds to those. */
function addNew (pairs: NewPairs, effect: StepEffect, outlook: Outlook, seeker: number, minScore: number): void {
  const { touched, numTouched, gain, eligible } = effect
  const { score, lacksLicence, unitFails } = outlook
  for (let i = 0; i < numTouched; i++) {
    const vacancy = touched[i]
    if (eligible[vacancy] === 0 || score[vacancy] + gain[vacancy] < minScore) continue
    const isPresent = score[vacancy] >= minScore && lacksLicence[vacancy] === 0 && unitFails[vacancy] === 0
    if (!isPresent) pairs.add(seeker, vacancy)
  }
}

/** Placements when whoever gains by the training may take it. Nobody must: what is open to them untrained stays open. */
function placementsWith (candidates: Candidates, pairs: NewPairs, now: SeatFilling, then: SeatFilling): number {
  for (let pair = 0; pair < pairs.size; pair++) candidates.add(pairs.seekerAt(pair), pairs.vacancyAt(pair))
  then.copy(now)
  then.fill()
  for (let pair = 0; pair < pairs.size; pair++) candidates.remove(pairs.seekerAt(pair), pairs.vacancyAt(pair))
  return then.numPlaced
}
