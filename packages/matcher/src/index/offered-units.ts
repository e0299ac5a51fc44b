import type { Taxonomy } from '@padan/taxonomy'
import { evidencePerMille, mayBeValidCertificate } from '../model/evidence.ts'
import { unitCredit } from '../model/unit-credit.ts'
import type { SeekerFacts } from '../records/facts.ts'
import { FAMILY_SIZE, type Families } from './families.ts'
import { packTable, type PackedTable } from './packed-table.ts'

const STATES = 8

/** For each unit, those it is a relative of: the taxonomy's relations read the other way round. */
export interface Answers {
  readonly start: Uint32Array
  readonly wanted: Uint16Array
  readonly perMille: Uint16Array
}

/** One family of units to go through. */
export interface OfferStep {
  readonly family: number
  /** The greatest credit of any unit in the families after this one. */
  readonly later: number
  /** The greatest credit of any unit in this family or after it. */
  readonly most: number
  /** importance x (credit - later), summed over the units of a posting. Made when the step is reached, which is often never. */
  readonly table: () => PackedTable
}

/** Turns the relations round, once for a taxonomy. O(relations). */
export function answersOf (taxonomy: Taxonomy): Answers {
  const size = taxonomy.units.size
  const start = new Uint32Array(size + 1)
  for (let wanted = 0; wanted < size; wanted++) {
    for (const { held } of taxonomy.units.relatives(wanted)) start[held + 1]++
  }
  for (let unit = 0; unit < size; unit++) start[unit + 1] += start[unit]
  const next = start.slice(0, size)
  const answers = { start, wanted: new Uint16Array(start[size]), perMille: new Uint16Array(start[size]) }
  for (let wanted = 0; wanted < size; wanted++) {
    for (const { held, perMille } of taxonomy.units.relatives(wanted)) {
      answers.wanted[next[held]] = wanted
      answers.perMille[next[held]++] = perMille
    }
  }
  return answers
}

/** What one seeker's units are worth to any vacancy: the credit of every unit that could be asked for. Reused between queries. */
export class OfferedUnits {
  /** Credit per mille of each unit, 0 where the seeker has nothing for it. */
  readonly credit: Int16Array
  /** 1 where that very unit is held with a certificate that may be valid on the day. */
  readonly certified: Uint8Array
  steps: OfferStep[] = []
  readonly #answers: Answers
  readonly #families: Families
  readonly #touched: number[] = []

  constructor (taxonomy: Taxonomy, families: Families) {
    this.credit = new Int16Array(taxonomy.units.size)
    this.certified = new Uint8Array(taxonomy.units.size)
    this.#answers = answersOf(taxonomy)
    this.#families = families
  }

  /** O(units held x units they answer). */
  begin (seeker: SeekerFacts, asOf: number): void {
    const { start, wanted, perMille } = this.#answers
    for (const { unit, evidence, expires } of seeker.units ?? []) {
      const worth = evidencePerMille(evidence, expires, asOf)
      this.#raise(unit, unitCredit(1000, worth))
      if (mayBeValidCertificate(evidence, expires, asOf)) this.certified[unit] = 1
      for (let at = start[unit]; at < start[unit + 1]; at++) this.#raise(wanted[at], unitCredit(perMille[at], worth))
    }
    this.steps = this.#stepsOf()
  }

  end (): void {
    for (const unit of this.#touched) {
      this.credit[unit] = 0
      this.certified[unit] = 0
    }
    this.#touched.length = 0
  }

  #raise (unit: number, credit: number): void {
    if (this.credit[unit] === 0) this.#touched.push(unit)
    if (credit > this.credit[unit]) this.credit[unit] = credit
  }

  /** Families by the best credit in them, descending, so that what is left afterwards is soon worth little. */
  #stepsOf (): OfferStep[] {
    const { familyOf, positionOf } = this.#families
    const unitsOf = new Map<number, number[]>()
    const mostOf = new Map<number, number>()
    for (const unit of this.#touched) {
      const family = familyOf[unit]
      const units = unitsOf.get(family)
      if (units === undefined) unitsOf.set(family, [unit])
      else units.push(unit)
      mostOf.set(family, Math.max(mostOf.get(family) ?? 0, this.credit[unit]))
    }
    const order = [...unitsOf.keys()].sort((a, b) => mostOf.get(b)! - mostOf.get(a)! || a - b)
    return order.map((family, step) => {
      const later = step + 1 < order.length ? mostOf.get(order[step + 1])! : 0
      const table = (): PackedTable => {
        const worth = new Int32Array(FAMILY_SIZE * STATES)
        for (let position = 0; position < FAMILY_SIZE; position++) fillWorth(worth, position, -later)
        for (const unit of unitsOf.get(family)!) fillWorth(worth, positionOf[unit], this.credit[unit] - later)
        return packTable(worth)
      }
      return { family, later, most: mostOf.get(family)!, table }
    })
  }
}

function fillWorth (worth: Int32Array, position: number, each: number): void {
  for (let importance = 0; importance < STATES; importance++) worth[position * STATES + importance] = importance * each
}
