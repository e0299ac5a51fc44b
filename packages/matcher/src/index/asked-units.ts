import type { Taxonomy } from '@padan/taxonomy'
import { evidencePerMille } from '../model/evidence.ts'
import { unitCredit } from '../model/unit-credit.ts'
import type { VacancyPlan } from '../model/plan.ts'
import { LEAST_MUST_CREDIT } from '../model/rules.ts'
import { NO_DAY } from '../records/day.ts'
import type { RequiredUnitFacts } from '../records/facts.ts'
import { FAMILY_SIZE, type Families } from './families.ts'

/** Strengths 0..5, see evidenceStrength; tables have room for eight. */
export const STATES = 8
/** From this strength on it is a certificate. */
const CERTIFIED_FROM = 4

/** What a vacancy asks in units, laid out so that a held unit finds its rows at once. */
export interface AskedUnits {
  readonly count: number
  /** Basis points of each row. */
  readonly weight: Int32Array
  readonly must: Uint8Array
  readonly certificate: Uint8Array
  /** For a unit: the first of its links, or -1. A link says that the unit answers row `row` with relatedness `perMille`. */
  readonly first: Int32Array
  readonly next: Int32Array
  readonly row: Int32Array
  readonly perMille: Int32Array
  readonly steps: readonly FamilyStep[]
}

/** Added to a bound, it puts it below any threshold: more than any score. */
const RULED_OUT = -20_000_000

/**
 * One family of units to go through. Whoever has a posting here, and none in the families before, cannot have more unit points than
 * `base` plus what `worth` gives for the posting's units. Whoever has no posting in any family before cannot have more than `most`.
 * A worth far below zero rules out whoever lacks a decisive unit.
 */
export interface FamilyStep {
  readonly family: number
  readonly most: number
  readonly base: number
  /** What a unit of the family brings beyond the base: at `STATES * position + strength`. */
  readonly worth: Int32Array
}

/** Reused between queries: a link head for every unit of the taxonomy, all -1 between queries. */
export function linkHeads (taxonomy: Taxonomy): Int32Array {
  return new Int32Array(taxonomy.units.size).fill(-1)
}

/** Lays out a plan's units. `heads` is from linkHeads; give it back with `forgetUnits`. O(units x relatives). */
export function askedUnits (taxonomy: Taxonomy, families: Families, plan: VacancyPlan, asOf: number, heads: Int32Array): AskedUnits {
  const required = Array.isArray(plan.vacancy.units) ? plan.vacancy.units : []
  const count = required.length
  const weight = Int32Array.from({ length: count }, (_, row) => plan.unitWeights[row] ?? 0)
  const next: number[] = []
  const rows: number[] = []
  const perMille: number[] = []
  const link = (unit: number, row: number, relatedness: number): void => {
    next.push(heads[unit])
    rows.push(row)
    perMille.push(relatedness)
    heads[unit] = rows.length - 1
  }
  const homes = new Int32Array(count)
  /** For each family: the greatest relatedness it can bring to a row by relatives. */
  const bringsOf = new Map<number, Int32Array>()
  required.forEach(({ unit }, row) => {
    link(unit, row, 1000)
    homes[row] = families.familyOf[unit]
    bring(bringsOf, homes[row], count)
    for (const relative of taxonomy.units.relatives(unit)) {
      link(relative.held, row, relative.perMille)
      const brings = bring(bringsOf, families.familyOf[relative.held], count)
      if (relative.perMille > brings[row]) brings[row] = relative.perMille
    }
  })
  return {
    count,
    weight,
    must: Uint8Array.from(required, one => Number(one.must)),
    certificate: Uint8Array.from(required, one => Number(one.certificate)),
    first: heads,
    next: Int32Array.from(next),
    row: Int32Array.from(rows),
    perMille: Int32Array.from(perMille),
    steps: stepsOf(families, { units: required.map(one => one.unit), weight, homes, bringsOf, needs: required.map(one => needOf(one, taxonomy)) }, asOf),
  }
}

/** Makes the link heads ready for the next query. */
export function forgetUnits (taxonomy: Taxonomy, plan: VacancyPlan, heads: Int32Array): void {
  if (!Array.isArray(plan.vacancy.units)) return
  for (const { unit } of plan.vacancy.units) {
    heads[unit] = -1
    for (const relative of taxonomy.units.relatives(unit)) heads[relative.held] = -1
  }
}

function bring (bringsOf: Map<number, Int32Array>, family: number, count: number): Int32Array {
  const known = bringsOf.get(family)
  if (known !== undefined) return known
  const brings = new Int32Array(count)
  bringsOf.set(family, brings)
  return brings
}

/** What a row rules out by itself: nothing, whoever lacks the unit, or whoever lacks a certificate for it. */
const NOTHING = 0
const UNIT = 1
const CERTIFICATE = 2

/** A must unit is decisive when no relative of it could stand in; a certificate always is. */
function needOf ({ unit, must, certificate }: RequiredUnitFacts, taxonomy: Taxonomy): number {
  if (certificate) return CERTIFICATE
  return must && taxonomy.units.relatives(unit).every(({ perMille }) => unitCredit(perMille, 1000) < LEAST_MUST_CREDIT) ? UNIT : NOTHING
}

/** The rows of a vacancy's units. */
interface AskedRows {
  readonly units: readonly number[]
  readonly weight: Int32Array
  /** Family of each row's unit. */
  readonly homes: Int32Array
  /** For each family: the greatest relatedness it can bring to a row by relatives. */
  readonly bringsOf: ReadonlyMap<number, Int32Array>
  readonly needs: readonly number[]
}

/**
 * The weightiest family first, so that what is left for people outside it is soon below the threshold. Where a unit is decisive, whoever has
 * stated units and is eligible has a posting in its family: that one step is all.
 */
function stepsOf (families: Families, rows: AskedRows, asOf: number): FamilyStep[] {
  const { weight, homes, bringsOf, needs } = rows
  const worth = new Map<number, number>()
  for (const [family, brings] of bringsOf) {
    let points = 0
    for (let row = 0; row < weight.length; row++) points += weight[row] * (homes[row] === family ? 1000 : brings[row])
    worth.set(family, points)
  }
  const order = [...bringsOf.keys()].sort((a, b) => worth.get(b)! - worth.get(a)! || a - b)
  const decisive = order.find(family => needs.some((need, row) => need !== NOTHING && homes[row] === family))
  if (decisive !== undefined) return [stepOf(families, rows, [decisive, ...order.filter(family => family !== decisive)], asOf)]
  return order.map((_, step) => stepOf(families, rows, order.slice(step), asOf))
}

/** The step of the first of the families that are still to come. */
function stepOf (families: Families, { units, weight, homes, bringsOf, needs }: AskedRows, ahead: readonly number[], asOf: number): FamilyStep {
  const family = ahead[0]
  const worth = new Int32Array(FAMILY_SIZE * STATES)
  let base = 0
  let most = 0
  for (let row = 0; row < units.length; row++) {
    let byRelatives = 0
    for (const later of ahead) byRelatives = Math.max(byRelatives, bringsOf.get(later)![row])
    const atMost = ahead.includes(homes[row]) ? 1000 : byRelatives
    most += weight[row] * atMost
    base += weight[row] * (homes[row] === family ? byRelatives : atMost)
    if (homes[row] !== family) continue
    // A unit not held earns what relatives may bring, which is in the base; the table holds what it earns beyond.
    const start = families.positionOf[units[row]] * STATES
    for (let strength = 0; strength < STATES; strength++) {
      worth[start + strength] = rulesOut(needs[row], strength) ? RULED_OUT : weight[row] * Math.max(0, worthOfStrength(strength, asOf) - byRelatives)
    }
  }
  return { family, most, base, worth }
}

/** Whether a strength certainly fails what a row needs. Whoever has any evidence for a must unit is left to be judged. */
function rulesOut (need: number, strength: number): boolean {
  return need === CERTIFICATE ? strength < CERTIFIED_FROM : need === UNIT && strength === 0
}

/** The most that a unit of this strength can be worth on the day. */
function worthOfStrength (strength: number, asOf: number): number {
  if (strength === 0) return 0
  const day = asOf === NO_DAY ? NO_DAY : 0
  // A certificate that can expire may still be valid, unless there is no day to judge by.
  if (strength >= CERTIFIED_FROM) return unitCredit(1000, evidencePerMille(0, strength === CERTIFIED_FROM ? 0 : NO_DAY, day))
  return unitCredit(1000, evidencePerMille(4 - strength, NO_DAY, day))
}
