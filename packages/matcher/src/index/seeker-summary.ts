import { educationCredit } from '../model/education-credit.ts'
import { EVIDENCE_KINDS } from '../model/evidence.ts'
import { experienceCredit } from '../model/experience-credit.ts'
import type { Ground, VacancyPlan } from '../model/plan.ts'
import { wageCredit } from '../model/wage-credit.ts'
import { ANY, UNKNOWN, type SeekerFacts } from '../records/facts.ts'
import type { RestBound } from './rest-bound.ts'
import type { Trades } from './trades.ts'

/**
 * A seeker in one word, for bounds. Each part is a small number; 0 says that the criterion can earn nothing because the seeker has not
 * spoken, and a greater number never earns less, so the part-wise maximum of many words bounds them all.
 *
 *   bits 0-3    height of the education level, plus one
 *   bits 4-7    months worked in all, by MONTHS_UP_TO
 *   bits 8-13   wished wage by WAGE_FROM, turned round; 63 is 'any'
 *   bits 16-22  wished kinds of work, one bit each; all where any will do or only hours are asked
 */
const MONTHS_SHIFT = 4
const WAGE_SHIFT = 8
const KINDS_SHIFT = 16
const LEVEL_MASK = 15
const MONTHS_MASK = 15
const WAGE_MASK = 63
const ALL_KINDS = 127
const ANY_WAGE = 63

/** Upper ends of the classes of months worked, from class 1. */
const MONTHS_UP_TO = [0, 2, 4, 6, 9, 12, 15, 18, 24, 30, 36, 48, 60, 84, 72_000]

/** Lower ends of the classes of wished wage, from class 62 downwards: 0, then from one million in steps of five per cent. */
const WAGE_FROM = wageClasses()

/**
 * How strong evidence is, for bounds on units: claimed 1, experienced 2, trained 3, certified 4 when it can expire, else 5. What it is worth
 * on any day never falls with the number.
 */
export function evidenceStrength (evidence: number, forGood: boolean): number {
  return evidence === 0 ? (forGood ? 5 : 4) : EVIDENCE_KINDS.length - evidence
}

/** The word of a seeker. */
export function summariseSeeker (seeker: SeekerFacts, levelRanks: Int8Array): number {
  const level = seeker.level === UNKNOWN ? 0 : levelRanks[seeker.level] + 1
  const months = seeker.experience === null ? 0 : monthsClass(seeker.experience.reduce((sum, entry) => sum + entry.months, 0))
  return level | months << MONTHS_SHIFT | wageClass(seeker.wage) << WAGE_SHIFT | kindsOf(seeker) << KINDS_SHIFT
}

/** The part-wise maximum of two words, of seekers or of vacancies. */
export function strongerSummary (a: number, b: number): number {
  const level = Math.max(a & LEVEL_MASK, b & LEVEL_MASK)
  const months = Math.max(a & (MONTHS_MASK << MONTHS_SHIFT), b & (MONTHS_MASK << MONTHS_SHIFT))
  const wage = Math.max(a & (WAGE_MASK << WAGE_SHIFT), b & (WAGE_MASK << WAGE_SHIFT))
  return level | months | wage | ((a | b) & ~((1 << 14) - 1))
}

/** Fills the bound on seekers' points for one vacancy. O(768), and more the first time an occupation or field is met. */
export function boundSeekers (bound: RestBound, ground: Ground, trades: Trades, { vacancy, profile: { shares } }: VacancyPlan): void {
  bound.fillByte(0, low => shares.education * creditOfHeight(ground, vacancy.level, low & LEVEL_MASK) + (isFree(vacancy.months) ? 1000 * shares.experience : 0))
  bound.fillByte(1, middle => shares.wage * creditOfWage(vacancy.wage, middle & WAGE_MASK) + (vacancy.fields === 'any' ? 1000 * shares.field : 0))
  bound.fillByte(2, kinds => (vacancy.jobType === UNKNOWN ? kinds !== 0 : ((kinds >> vacancy.jobType) & 1) === 1) ? 1000 * shares['job-type'] : 0)
  for (let months = 0; months <= MONTHS_MASK; months++) {
    const worked = months === 0 ? UNKNOWN : MONTHS_UP_TO[months - 1] * 1000
    bound.experience[months] = isFree(vacancy.months) ? 0 : shares.experience * Math.max(0, experienceCredit(vacancy.months, worked))
  }
  const masks = trades.forVacancy(vacancy)
  bound.fieldMask = masks.field
  bound.fieldMost = 1000 * shares.field
  bound.workMask = masks.work
  bound.workMost = 1000 * shares.wish
  bound.experienceMask = masks.experience
}

/** Months that are met by everybody: none asked, or 'any'. */
function isFree (months: number): boolean {
  return months === ANY || months === 0
}

function creditOfHeight ({ levelRanks }: Ground, required: number, height: number): number {
  if (required === ANY) return 1000
  if (height === 0) return 0
  const held = levelRanks.indexOf(height - 1)
  // A height that no level has never comes up.
  return held < 0 ? 1000 : Math.max(0, educationCredit(required, held, levelRanks))
}

function creditOfWage (offer: number, wageClass: number): number {
  const wish = wageClass === 0 ? UNKNOWN : wageClass === ANY_WAGE ? ANY : Math.max(1, WAGE_FROM[ANY_WAGE - 1 - wageClass])
  return Math.max(0, wageCredit(offer, wish))
}

function monthsClass (months: number): number {
  return 1 + MONTHS_UP_TO.findIndex(end => months <= end)
}

function wageClass (wage: number): number {
  if (wage === UNKNOWN) return 0
  if (wage === ANY) return ANY_WAGE
  let index = 0
  while (index + 1 < WAGE_FROM.length && WAGE_FROM[index + 1] <= wage) index++
  return ANY_WAGE - 1 - index
}

function kindsOf (seeker: SeekerFacts): number {
  if (seeker.jobTypes === UNKNOWN && seeker.maxHours === UNKNOWN) return 0
  return seeker.jobTypes < 0 ? ALL_KINDS : seeker.jobTypes
}

function wageClasses (): number[] {
  const from = [0, 1_000_000]
  while (from.length < ANY_WAGE - 1) from.push(Math.floor(from[from.length - 1] * 105 / 100))
  return from
}
