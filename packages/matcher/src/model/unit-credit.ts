import type { Relative, Taxonomy } from '@padan/taxonomy'
import type { HeldUnitFacts } from '../records/facts.ts'
import { evidencePerMille } from './evidence.ts'
import { relativeIn } from './plan.ts'

/** The held unit that gives the most credit for a wanted one. */
export interface UnitMatch {
  held: HeldUnitFacts
  relation: Relative | 'same'
  credit: number
}

/** Credit of one held unit for a wanted one: relatedness times evidence, per mille, floored. */
export function unitCredit (relatedness: number, evidence: number): number {
  return Math.floor(relatedness * evidence / 1000)
}

/**
 * The best match of a wanted unit among the held ones; undefined when none is related. Equal credits: the more related one, then the
 * stronger evidence, then the smaller unit index. O(held x relatives).
 */
export function bestUnitMatch (taxonomy: Taxonomy, wanted: number, heldUnits: readonly HeldUnitFacts[], asOf: number): UnitMatch | undefined {
  const relatives = taxonomy.units.relatives(wanted)
  let best: UnitMatch | undefined
  let bestRelatedness = 0
  for (const held of heldUnits) {
    const relation = held.unit === wanted ? 'same' : relativeIn(relatives, held.unit)
    if (relation === undefined) continue
    const relatedness = relation === 'same' ? 1000 : relation.perMille
    const credit = unitCredit(relatedness, evidencePerMille(held.evidence, held.expires, asOf))
    const better = best === undefined || (credit - best.credit || relatedness - bestRelatedness ||
      best.held.evidence - held.evidence || best.held.unit - held.unit) > 0
    if (!better) continue
    best = { held, relation, credit }
    bestRelatedness = relatedness
  }
  return best
}
