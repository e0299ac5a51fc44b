import type { Taxonomy } from '@padan/taxonomy'
import { evidencePerMille } from '../model/evidence.ts'
import { unitCredit } from '../model/unit-credit.ts'
import type { VacancyPlan } from '../model/plan.ts'
import { NO_DAY } from '../records/day.ts'
import { FAMILY_SIZE, type Families } from './families.ts'
import { packTable, type PackedTable } from './packed-table.ts'

/** Strengths 0..5, see evidenceStrength; tables have room for eight. */
const STATES = 8

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

/**
 * One family of units to go through. Whoever has a posting here, and none in the families before, cannot have more unit points than
 * `base` plus what the table gives for the posting's words. Whoever has no posting in any family before cannot have more than `most`.
 */
export interface FamilyStep {
  readonly family: number
  readonly most: number
  readonly base: number
  /** Made when the step is reached, which is often never. */
  readonly table: () => PackedTable
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
    steps: stepsOf(families, required.map(one => one.unit), weight, homes, bringsOf, asOf),
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

/** The weightiest family first, so that what is left for people outside it is soon below the threshold. */
function stepsOf (families: Families, units: readonly number[], weight: Int32Array, homes: Int32Array, bringsOf: ReadonlyMap<number, Int32Array>, asOf: number): FamilyStep[] {
  const worth = new Map<number, number>()
  for (const [family, brings] of bringsOf) {
    let points = 0
    for (let row = 0; row < units.length; row++) points += weight[row] * (homes[row] === family ? 1000 : brings[row])
    worth.set(family, points)
  }
  const order = [...bringsOf.keys()].sort((a, b) => worth.get(b)! - worth.get(a)! || a - b)
  return order.map((_, step) => stepOf(families, units, weight, homes, bringsOf, order, step, asOf))
}

function stepOf (families: Families, units: readonly number[], weight: Int32Array, homes: Int32Array, bringsOf: ReadonlyMap<number, Int32Array>, order: readonly number[], step: number, asOf: number): FamilyStep {
  const family = order[step]
  const ahead = order.slice(step)
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
    for (let strength = 0; strength < STATES; strength++) worth[start + strength] = weight[row] * Math.max(0, worthOfStrength(strength, asOf) - byRelatives)
  }
  return { family, most, base, table: () => packTable(worth) }
}

/** The most that a unit of this strength can be worth on the day. */
function worthOfStrength (strength: number, asOf: number): number {
  if (strength === 0) return 0
  const day = asOf === NO_DAY ? NO_DAY : 0
  // A certificate that can expire may still be valid, unless there is no day to judge by.
  if (strength >= 4) return unitCredit(1000, evidencePerMille(0, strength === 4 ? 0 : NO_DAY, day))
  return unitCredit(1000, evidencePerMille(4 - strength, NO_DAY, day))
}
