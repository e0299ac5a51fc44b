import { educationCredit } from '../model/education-credit.ts'
import { experienceCredit } from '../model/experience-credit.ts'
import type { Ground } from '../model/plan.ts'
import type { Shares } from '../model/profile.ts'
import { wageCredit } from '../model/wage-credit.ts'
import { ANY, UNKNOWN, type SeekerFacts, type VacancyFacts } from '../records/facts.ts'
import type { RestBound } from './rest-bound.ts'
import type { Trades } from './trades.ts'

/**
 * A vacancy in one word, for bounds; the mirror image of a seeker's, with the parts in the same bits. 0 in a part says that the advert
 * does not tell, and a greater number never earns less.
 *
 *   bits 0-3    height of the education asked, turned round; 15 is 'any'
 *   bits 4-7    months asked by MONTHS_FROM, turned round; 15 is none or 'any'
 *   bits 8-13   promised wage by WAGE_UP_TO, plus one
 *   bit 15      fields of study are left open
 *   bits 16-22  kind of work, one bit
 *   bit 23      kind of work is not told
 *   bits 24-31  sum of importances of the units, for postings alone: 0 where a byte cannot tell
 */
const MONTHS_SHIFT = 4
const WAGE_SHIFT = 8
const KIND_SHIFT = 16
const PART_MASK = 15
const WAGE_MASK = 63
const ANY_LEVEL = 15
const HIGHEST_LEVEL = 14
const ANY_MONTHS = 15
const ANY_FIELD_BIT = 1 << 15
const NO_KIND_BIT = 1 << 23
const IMPORTANCE_SHIFT = 24
const MOST_IMPORTANCE = 255

/** Lower ends of the classes of months asked, from class 14 downwards. */
const MONTHS_FROM = [1, 2, 3, 6, 9, 12, 15, 18, 24, 30, 36, 48, 60, 84]

/** Upper ends of the classes of promised wage: from one million in steps of five per cent, the last without end. */
const WAGE_UP_TO = wageClasses()

/** The word of a vacancy. Words join by strongerSummary. */
export function summariseVacancy (vacancy: VacancyFacts, levelRanks: Int8Array): number {
  const level = vacancy.level === UNKNOWN ? 0 : vacancy.level === ANY ? ANY_LEVEL : HIGHEST_LEVEL - levelRanks[vacancy.level]
  const wage = vacancy.wage === UNKNOWN ? 0 : 1 + WAGE_UP_TO.findIndex(end => vacancy.wage <= end)
  return level | monthsClass(vacancy.months) << MONTHS_SHIFT | wage << WAGE_SHIFT | (vacancy.fields === 'any' ? ANY_FIELD_BIT : 0) |
    (vacancy.jobType === UNKNOWN ? NO_KIND_BIT : 1 << (KIND_SHIFT + vacancy.jobType)) | importanceOf(vacancy) << IMPORTANCE_SHIFT
}

/** The sum of importances in a vacancy's word; undefined where it is too great for it. */
export function toldImportance (word: number): number | undefined {
  const sum = word >>> IMPORTANCE_SHIFT
  return sum === 0 ? undefined : sum
}

/** Fills the bound on vacancies' points for one seeker. O(768), and more the first time an occupation or field is met. */
export function boundVacancies (bound: RestBound, { levelRanks }: Ground, trades: Trades, seeker: SeekerFacts, shares: Shares): void {
  const openWish = seeker.occupations === 'any' || seeker.sectors === 'any'
  bound.fillByte(0, low => shares.education * creditOfLevel(low & PART_MASK, seeker.level, levelRanks) + (low >> MONTHS_SHIFT === ANY_MONTHS ? 1000 * shares.experience : 0))
  bound.fillByte(1, middle => shares.wage * creditOfWage(middle & WAGE_MASK, seeker.wage) + ((middle << WAGE_SHIFT) & ANY_FIELD_BIT ? 1000 * shares.field : 0))
  bound.fillByte(2, kinds => shares['job-type'] * creditOfKinds(kinds, seeker) + (openWish ? 1000 * shares.wish : 0))
  const worked = seeker.experience === null ? UNKNOWN : seeker.experience.reduce((sum, entry) => sum + entry.months * 1000, 0)
  for (let months = 1; months < ANY_MONTHS; months++) {
    bound.experience[months] = shares.experience * Math.max(0, experienceCredit(MONTHS_FROM[ANY_MONTHS - 1 - months], worked))
  }
  const masks = trades.forSeeker(seeker)
  bound.fieldMask = masks.field
  bound.fieldMost = 1000 * shares.field
  bound.workMask = openWish ? 0 : masks.work
  bound.workMost = 1000 * shares.wish
  bound.experienceMask = masks.experience
}

function importanceOf ({ units }: VacancyFacts): number {
  const sum = Array.isArray(units) ? units.reduce((all, unit) => all + unit.importance, 0) : 0
  return sum > MOST_IMPORTANCE ? 0 : sum
}

function creditOfLevel (level: number, held: number, levelRanks: Int8Array): number {
  if (level === ANY_LEVEL) return 1000
  if (level === 0 || held === UNKNOWN) return 0
  const required = levelRanks.indexOf(HIGHEST_LEVEL - level)
  // A height that no level has never comes up.
  return required < 0 ? 1000 : educationCredit(required, held, levelRanks)
}

function creditOfWage (wageClass: number, wish: number): number {
  return Math.max(0, wageCredit(wageClass === 0 ? UNKNOWN : WAGE_UP_TO[wageClass - 1], wish))
}

/** Whatever the hours, which the word does not tell. */
function creditOfKinds (kinds: number, seeker: SeekerFacts): number {
  if (seeker.jobTypes === UNKNOWN && seeker.maxHours === UNKNOWN) return 0
  if (seeker.jobTypes < 0) return 1000
  return (kinds & seeker.jobTypes) === 0 ? 0 : 1000
}

function monthsClass (months: number): number {
  if (months === UNKNOWN) return 0
  if (months === ANY || months === 0) return ANY_MONTHS
  let index = 0
  while (index + 1 < MONTHS_FROM.length && MONTHS_FROM[index + 1] <= months) index++
  return ANY_MONTHS - 1 - index
}

function wageClasses (): number[] {
  const upTo = [1_000_000]
  while (upTo.length < WAGE_MASK - 1) upTo.push(Math.floor(upTo[upTo.length - 1] * 105 / 100))
  return [...upTo, Infinity]
}
