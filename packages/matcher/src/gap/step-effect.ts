import { evidencePerMille } from '../model/evidence.ts'
import type { Ground } from '../model/plan.ts'
import { LEAST_MUST_CREDIT } from '../model/rules.ts'
import { unitCredit } from '../model/unit-credit.ts'
import { NO_DAY } from '../records/day.ts'
import type { SeekerFacts } from '../records/facts.ts'
import { CERTIFICATE, MUST, type AskedMarket } from './asked-market.ts'
import type { Outlook } from './outlook.ts'
import { missingLicences } from './rest-of-pair.ts'

/** Index in EVIDENCE_KINDS. */
export const CERTIFIED = 0

/**
 * What one step changes in a seeker's market: the vacancies it touches, and how each of those stands after it. A step leaves every other
 * vacancy as it was, so a step costs what it touches and not the market. Scratch is reused: an effect is valid until the next one.
 */
export class StepEffect {
  /** The first `numTouched` are the vacancies touched, in no promised order. */
  readonly touched: Uint32Array
  numTouched = 0
  /** Points by which each touched vacancy rises. */
  readonly gain: Int32Array
  /** 1 where a touched vacancy is open to the seeker after the step. */
  readonly eligible: Uint8Array
  readonly #market: AskedMarket
  readonly #outlook: Outlook
  /** How many failing rules of each touched vacancy the step turns. */
  readonly #turned: Uint16Array
  /** Generation in which a vacancy was last touched, and an asked unit last changed. */
  readonly #touchedIn: Uint32Array
  readonly #changedIn: Uint32Array
  readonly #changed: Uint32Array
  readonly #credit: Uint16Array
  readonly #certified: Uint8Array
  #generation = 0

  constructor (market: AskedMarket, outlook: Outlook) {
    const numVacancies = market.vacancies.length
    const numUnits = market.units.length
    this.#market = market
    this.#outlook = outlook
    this.touched = new Uint32Array(numVacancies)
    this.gain = new Int32Array(numVacancies)
    this.eligible = new Uint8Array(numVacancies)
    this.#turned = new Uint16Array(numVacancies)
    this.#touchedIn = new Uint32Array(numVacancies)
    this.#changedIn = new Uint32Array(numUnits)
    this.#changed = new Uint32Array(numUnits)
    this.#credit = new Uint16Array(numUnits)
    this.#certified = new Uint8Array(numUnits)
  }

  /** True when the present step touches the vacancy. */
  touches (vacancy: number): boolean {
    return this.#touchedIn[vacancy] === this.#generation
  }

  /** The step that adds units with one kind of evidence and no last day. O(links of the units + rows of what changes). */
  ofUnits (units: readonly number[], evidence: number): void {
    this.#generation++
    this.numTouched = 0
    const numChanged = this.#changeUnits(units, evidence)
    for (let i = 0; i < numChanged; i++) this.#touchRows(this.#changed[i])
    const { lost, lacksLicence, statedUnitFails } = this.#outlook
    for (let i = 0; i < this.numTouched; i++) {
      const number = this.touched[i]
      this.eligible[number] = Number(lost[number] === 0 && lacksLicence[number] === 0 && statedUnitFails[number] === this.#turned[number])
    }
  }

  /** The step that adds a licence without a last day. O(vacancies). */
  ofLicence (ground: Ground, licence: number, seeker: SeekerFacts, asOf: number): void {
    this.#generation++
    this.numTouched = 0
    const { vacancies } = this.#market
    const { lost, unitFails } = this.#outlook
    const missing = missingLicences(ground, [...seeker.licences ?? [], { licence, expires: NO_DAY }], asOf)
    for (let number = 0; number < vacancies.length; number++) {
      const vacancy = vacancies[number]
      if (vacancy.licences.length === 0 || lost[number] === 1) continue
      this.#touch(number)
      this.eligible[number] = Number(unitFails[number] === 0 && !vacancy.licences.some(asked => missing[asked] === 1))
    }
  }

  /** Finds the asked units that the added ones answer better than before, and returns how many they are. */
  #changeUnits (units: readonly number[], evidence: number): number {
    const { linkStart, linkAsked, linkPerMille, units: askedUnits } = this.#market
    const { credit: before, uncertified } = this.#outlook
    const generation = this.#generation
    const changedIn = this.#changedIn
    const credit = this.#credit
    const certified = this.#certified
    const worth = evidencePerMille(evidence, NO_DAY, NO_DAY)
    let numChanged = 0
    for (const unit of units) {
      for (let link = linkStart[unit]; link < linkStart[unit + 1]; link++) {
        const asked = linkAsked[link]
        const earned = unitCredit(linkPerMille[link], worth)
        const certifies = evidence === CERTIFIED && askedUnits[asked] === unit && uncertified[asked] === 1
        if (earned <= before[asked] && !certifies) continue
        if (changedIn[asked] !== generation) {
          changedIn[asked] = generation
          credit[asked] = before[asked]
          certified[asked] = 0
          this.#changed[numChanged++] = asked
        }
        if (earned > credit[asked]) credit[asked] = earned
        if (certifies) certified[asked] = 1
      }
    }
    return numChanged
  }

  #touchRows (asked: number): void {
    const { rowStart, rowVacancy, rowWeight, rowRules } = this.#market
    const before = this.#outlook.credit[asked]
    const rise = this.#credit[asked] - before
    const meetsMust = before < LEAST_MUST_CREDIT && before + rise >= LEAST_MUST_CREDIT
    const certified = this.#certified[asked] === 1
    for (let row = rowStart[asked]; row < rowStart[asked + 1]; row++) {
      const number = rowVacancy[row]
      this.#touch(number)
      this.gain[number] += rowWeight[row] * rise
      if (meetsMust && (rowRules[row] & MUST) !== 0) this.#turned[number]++
      if (certified && (rowRules[row] & CERTIFICATE) !== 0) this.#turned[number]++
    }
  }

  #touch (number: number): void {
    if (this.#touchedIn[number] === this.#generation) return
    this.#touchedIn[number] = this.#generation
    this.touched[this.numTouched++] = number
    this.gain[number] = 0
    this.#turned[number] = 0
  }
}
